import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function RoleTopic({ topic }: { topic: Extract<Topic, { kind: 'role' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.role')} title={topic.kind}>
      {null}
    </Frame>
  )
}
