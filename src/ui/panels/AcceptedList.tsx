// What somebody has accepted, with the reason, by whom and until when; each can be taken back.
import { isEnded } from '../../analysis/accepted'
import type { AcceptedLine } from '../../analysis/accepted-lines'
import type { Subject } from '../../analysis/types'
import { sentenceOf } from '../../i18n/sentences'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { selectAccepted } from './accepting'
import styles from './Judging.module.css'
import { Folded } from './topics/Folded'

export function AcceptedList() {
  const { say } = useWords()
  const lines = useApp(selectAccepted)
  if (lines.length === 0) return null
  return (
    <details className={styles.judging}>
      <summary>{say('judging.accepted', { count: lines.length })}</summary>
      <p className={styles.about}>{say('judging.accepted.about')}</p>
      <Folded of={lines} keyOf={({ line }) => JSON.stringify([line.code, line.subject])} className={styles.rows}>
        {(one) => <Line accepted={one} />}
      </Folded>
    </details>
  )
}

function Line({ accepted: { line, count, from } }: { accepted: AcceptedLine }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const today = useApp((s) => s.session.today)
  if (!org) return null
  const { say } = words
  const [first] = from(0, 1)
  const sentence = first ? sentenceOf(org, first, words) : ''
  const what = count > 1 ? say('judging.accepted.places', { sentence, count: count - 1 }) : sentence
  const named = [say(`chip.${line.code}`, { hands: null }), (line.subject as Subject | undefined)?.role ?? ''].filter(Boolean).join(', ')
  const takeBack = () => {
    const { code, subject } = line
    const taken = app.apply([{ kind: 'accept', of: [{ code, subject }], because: null }])
    if (taken) app.say({ tone: 'good', key: 'judging.accepted.taken', params: { what: named }, offersUndo: true })
    document.querySelector<HTMLElement>('#findings-title')?.focus()
  }
  const until = line.until === undefined ? '' : isEnded(line, today) ? 'judging.accepted.ended' : 'judging.accepted.until'
  return (
    <div className={styles.line} dir="auto">
      <p>{what || `${named}. ${say('judging.accepted.gone')}`}</p>
      <p className={styles.why}>{say('judging.accepted.because', { because: line.because })}</p>
      <p className={styles.quiet}>
        {[line.by ? say('judging.accepted.by', { by: line.by }) : '', until && say(until, { day: words.day(line.until ?? '') })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <button
        type="button"
        className={styles.link}
        aria-label={say('judging.accepted.back.what', { what: what || named })}
        onClick={takeBack}
      >
        {say('judging.accepted.back')}
      </button>
    </div>
  )
}
