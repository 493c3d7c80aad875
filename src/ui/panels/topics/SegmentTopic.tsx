import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function SegmentTopic({ topic }: { topic: Extract<Topic, { kind: 'segment' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.segment')} title={topic.kind}>
      {null}
    </Frame>
  )
}
