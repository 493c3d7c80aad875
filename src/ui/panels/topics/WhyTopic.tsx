import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function WhyTopic({ topic }: { topic: Extract<Topic, { kind: 'why' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.why')} title={topic.kind}>
      {null}
    </Frame>
  )
}
