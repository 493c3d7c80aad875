// What becomes of everything, first what gets worse.
import { selectOrg } from '../../state/derived'
import { selectTrial } from '../../state/trial'
import { CourseSign } from '../app/CourseSign'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import type { TotalToBe } from '../app/trialTotals'
import styles from './Remedies.module.css'
import { useSteadyHeight } from './steadyHeight'
import { type Told, toTell } from './trying'

export function TrialDetails() {
  const words = useWords()
  const { say } = words
  const place = useSteadyHeight()
  const tried = useApp(selectTrial)
  const org = useApp(selectOrg)
  const told = tried && org && toTell(tried.difference, org, tried.org, words)
  return (
    <div ref={place} className={styles.details} data-trial={told !== null}>
      {told && (
        <>
          <Side title={say('trial.worse')} told={told.worse} />
          <Side title={say('trial.better')} told={told.better} />
          {told.open.length > 0 && (
            <>
              <h4 className={styles.side}>{say('trial.open')}</h4>
              <Totals totals={told.open} />
            </>
          )}
        </>
      )}
    </div>
  )
}

function Side({ title, told: { totals, findings, notes } }: { title: string; told: Told }) {
  const { say } = useWords()
  if (totals.length + findings.length + notes.length === 0) return null
  return (
    <>
      <h4 className={styles.side}>{title}</h4>
      <Totals totals={totals} />
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {findings.map(({ turn, title: heading, named, more }) => (
        <div key={turn} className={styles.turn} data-turn={turn}>
          <p>{heading}</p>
          <ul>
            {named.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
            {more > 0 && <li>{say('trial.more', { count: more })}</li>}
          </ul>
        </div>
      ))}
    </>
  )
}

function Totals({ totals }: { totals: readonly TotalToBe[] }) {
  const { say } = useWords()
  return (
    <ul className={styles.totals}>
      {totals.map(({ name, before, after, caption, course }) => (
        <li key={name} data-total={name} data-course={course}>
          <CourseSign course={course} />
          <span>
            <span className={styles.before}>{before}</span> <span aria-hidden="true">→</span>
            <span className={controls.hidden}> {say('trial.to')} </span> <strong>{after}</strong> {caption}
          </span>
        </li>
      ))}
    </ul>
  )
}
