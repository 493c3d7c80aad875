// What the chart on the page says, one voice at a time: at the side, or as a sheet from below where the page is narrow.
import { selectDoc, selectIsFlipping, selectIsPanelOpen, selectTopic } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { useIsNarrow } from '../app/narrow'
import { Diagnostics } from './Diagnostics'
import { Empty } from './Empty'
import { Findings } from './Findings'
import { FirstVisit } from './FirstVisit'
import styles from './Panel.module.css'
import { Phrase } from './Phrase'
import { Question } from './Question'
import { TopicView } from './topics/TopicView'

export function Panel() {
  const { say } = useWords()
  const isNarrow = useIsNarrow()
  const isOpen = useApp(selectIsPanelOpen)
  const isTall = useApp((s) => s.view.isSheetTall)
  return (
    <aside
      id="panel"
      className={styles.panel}
      aria-label={say('page.panel')}
      hidden={!isOpen && !isNarrow}
      data-sheet={isNarrow ? (isTall ? 'tall' : 'low') : undefined}
    >
      <Voice />
    </aside>
  )
}

function Voice() {
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  const isFlipping = useApp(selectIsFlipping)
  const isConventional = useApp((s) => s.view.orientation === 'conventional' && !s.view.isBoth)
  const isFirstVisit = useApp((s) => s.session.isFirstVisit)
  const topic = useApp(selectTopic)
  if (!hasDoc) return <Empty />
  if (isFlipping) return <Phrase />
  if (topic && topic.kind !== 'card') return <TopicView topic={topic} />
  if (isConventional) return <Question />
  if (isFirstVisit) return <FirstVisit />
  return (
    <>
      <Findings />
      <Diagnostics />
    </>
  )
}
