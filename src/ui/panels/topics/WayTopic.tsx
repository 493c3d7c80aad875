import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function WayTopic({ topic }: { topic: Extract<Topic, { kind: 'way' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.way')} title={topic.kind}>
      {null}
    </Frame>
  )
}
