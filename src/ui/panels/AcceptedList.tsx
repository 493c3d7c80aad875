// What somebody has accepted, by the reason that was given, by whom and until when; each can be taken back.
import { useState } from 'react'
import { isEnded } from '../../analysis/accepted'
import type { AcceptedLine } from '../../analysis/accepted-lines'
import type { Subject } from '../../analysis/types'
import { groupedBy } from '../../base/group'
import { sentenceOf, titleOfRole } from '../../i18n/sentences'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { selectAccepted } from './accepting'
import disclosure from './disclosure.module.css'
import styles from './Judging.module.css'
import { Folded } from './topics/Folded'
import topics from './topics/Topics.module.css'

export function AcceptedList() {
  const { say } = useWords()
  const lines = useApp(selectAccepted)
  const [isOpen, setOpen] = useState(false)
  if (lines.length === 0) return null
  const byReason = groupedBy(lines, ({ line: { because, by, until } }) => JSON.stringify([because, by, until]))
  return (
    <details className={disclosure.disclosure} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('judging.accepted', { count: lines.length })}</summary>
      {isOpen && (
        <>
          <p className={styles.about}>{say('judging.accepted.about')}</p>
          {[...byReason].map(([reason, own]) => (
            <Reason key={reason} lines={own} />
          ))}
        </>
      )}
    </details>
  )
}

function Reason({ lines }: { lines: readonly AcceptedLine[] }) {
  const words = useWords()
  const today = useApp((s) => s.session.today)
  const { say } = words
  const line = lines[0]?.line
  if (!line) return null
  const until = line.until === undefined ? '' : isEnded(line, today) ? 'judging.accepted.ended' : 'judging.accepted.until'
  const more = [line.by ? say('judging.accepted.by', { by: line.by }) : '', until && say(until, { day: words.day(line.until ?? '') })]
  return (
    <section className={styles.reason} dir="auto">
      <p className={styles.because}>{say('judging.accepted.because', { because: line.because })}</p>
      <p className={styles.quiet}>{more.filter(Boolean).join(' · ')}</p>
      <Folded of={lines} keyOf={({ line: { code, subject } }) => JSON.stringify([code, subject])} className={styles.rows}>
        {(one) => <Line accepted={one} />}
      </Folded>
    </section>
  )
}

function Line({ accepted: { line, count, from } }: { accepted: AcceptedLine }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const [first] = from(0, 1)
  const sentence = first ? sentenceOf(org, first, words) : ''
  const { role } = (line.subject ?? {}) as Subject
  const named = [role === undefined ? '' : titleOfRole(org, role), say(`chip.${line.code}`, { hands: null })].filter(Boolean).join(', ')
  const what = !first
    ? `${named}. ${say('judging.accepted.gone')}`
    : count > 1
      ? say('judging.accepted.places', { sentence, count: count - 1 })
      : sentence
  const takeBack = () => {
    const { code, subject } = line
    const taken = app.apply([{ kind: 'accept', of: [{ code, subject }], because: null }])
    if (taken) app.say({ tone: 'good', key: 'judging.accepted.taken', params: { what: named }, offersUndo: true })
    document.querySelector<HTMLElement>('#findings-title')?.focus() // the line is gone, and the button with it
  }
  return (
    <>
      {what}{' '}
      <button type="button" className={topics.more} aria-label={say('judging.accepted.back.what', { what })} onClick={takeBack}>
        {say('judging.accepted.back')}
      </button>
    </>
  )
}
