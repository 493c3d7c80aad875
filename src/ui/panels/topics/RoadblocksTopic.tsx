// Roadblocks by leader, as a topic of its own; and beside the chart that shows how cases sink, while nothing else is asked.
import { organisationName } from '../../../scene/headline'
import { selectIsCounting, selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { Counting } from '../Counting'
import { Frame } from './Frame'
import { RoadblockList, WhereTheyWait } from './Roadblocks'
import topics from './Topics.module.css'

export function RoadblocksTopic() {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  return (
    <Frame kicker={organisationName({ org, words, medium: 'screen' })} title={words.say('roadblocks.title')}>
      <RoadblockList />
      <WhereTheyWait />
    </Frame>
  )
}

/** A voice of the panel: nothing leads back from it, nothing puts it away. */
export function RoadblocksBeside() {
  const { say } = useWords()
  const isCounting = useApp(selectIsCounting)
  if (isCounting) return <Counting />
  return (
    <section className={topics.topic} aria-labelledby="roadblocks-title" data-roadblocks>
      <header className={topics.head}>
        <h2 className={topics.title} id="roadblocks-title" tabIndex={-1}>
          {say('roadblocks.title')}
        </h2>
      </header>
      <div className={topics.body}>
        <RoadblockList />
        <WhereTheyWait />
      </div>
    </section>
  )
}
