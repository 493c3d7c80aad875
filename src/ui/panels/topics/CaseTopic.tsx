import type { Topic } from '../../../state/types'
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function CaseTopic({ topic }: { topic: Extract<Topic, { kind: 'case' }> }) {
  const { say } = useWords()
  return (
    <Frame kicker={say('page.topic.case')} title={topic.kind}>
      {null}
    </Frame>
  )
}
