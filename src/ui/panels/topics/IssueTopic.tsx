import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function IssueTopic({ topic }: { topic: Extract<Topic, { kind: 'issue' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.issue')} title={topic.kind}>
      {null}
    </Frame>
  )
}
