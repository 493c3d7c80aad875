// At the foot of the findings: what was accepted, what is in order, and what counts as much.
import { useWords } from '../app/context'
import { AcceptedList } from './AcceptedList'
import disclosure from './disclosure.module.css'
import { InOrder } from './InOrder'
import { Ask } from './topics/Ask'

export function Judging() {
  const { say } = useWords()
  return (
    <>
      <AcceptedList />
      <InOrder />
      <p className={disclosure.disclosure}>
        <Ask topic={{ kind: 'thresholds', code: '' }}>{say('judging.counts')}</Ask>
      </p>
    </>
  )
}
