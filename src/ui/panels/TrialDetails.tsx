// What becomes of everything, first what gets worse; and the button that makes it so.
import { useLayoutEffect, useRef } from 'react'
import { selectOrg } from '../../state/derived'
import { selectTrial, selectTrialProblem } from '../../state/trial'
import { CourseSign } from '../app/CourseSign'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import type { TotalToBe } from '../app/trialTotals'
import styles from './Remedies.module.css'
import { type Told, toTell } from './trying'

export function TrialDetails({ onMake }: { onMake: () => void }) {
  const { say } = useWords()
  const count = useApp((s) => s.session.trial?.chosen.length ?? 0)
  const isOn = useApp((s) => s.session.trial !== null)
  const place = useSteadyHeight()
  return (
    <div ref={place} className={styles.details} data-trial={isOn}>
      {isOn ? <What /> : <p className={styles.note}>{say('trial.hint')}</p>}
      {count > 0 && (
        <div className={styles.make}>
          <button type="button" className={`${controls.primary} ${controls.wide}`} onClick={onMake}>
            {say('trial.make', { count })}
          </button>
        </div>
      )}
      {isOn && count === 0 && <p className={styles.note}>{say('trial.tick')}</p>}
    </div>
  )
}

function What() {
  const words = useWords()
  const { say } = words
  const tried = useApp(selectTrial)
  const org = useApp(selectOrg)
  const problem = useApp(selectTrialProblem)
  if (problem) return <p>{say(`edit.${problem}`)}</p>
  if (!tried || !org) return <p className={styles.note}>{say('trial.working')}</p>
  if (tried.difference.isNothing) return <p>{say('trial.nothing')}</p>
  const { worse, better, open } = toTell(tried.difference, org, tried.org, words)
  return (
    <>
      <Side title={say('trial.worse')} told={worse} />
      <Side title={say('trial.better')} told={better} />
      {open.length > 0 && (
        <>
          <h4 className={styles.side}>{say('trial.open')}</h4>
          <Totals totals={open} />
        </>
      )}
    </>
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

/** It never gets lower while it is open, or the list above it would be pulled down from under the pointer. */
function useSteadyHeight() {
  const place = useRef<HTMLDivElement>(null)
  const tallest = useRef(0)
  useLayoutEffect(() => {
    if (!place.current) return
    tallest.current = Math.max(tallest.current, place.current.offsetHeight)
    place.current.style.minBlockSize = `${tallest.current}px`
  })
  return place
}
