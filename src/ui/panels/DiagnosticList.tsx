// What was found wrong in a file, in plain words: what it is, where, and what was done about it. The gravest first.
import { useState } from 'react'
import type { Words } from '../../base/words'
import { diagnosisOf, placesOf } from '../../i18n/diagnoses'
import type { Diagnostic, Severity } from '../../model/types'
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './DiagnosticList.module.css'

const PLACES_SHOWN = 5
const MORE = 50
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** In groups by severity, each with its number. */
export function DiagnosticGroups({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const { say } = useWords()
  return SEVERITIES.map((severity) => {
    const group = diagnostics.filter((one) => one.severity === severity)
    if (group.length === 0) return null
    return (
      <section key={severity} className={styles.group}>
        <h3 className={styles.heading} data-severity={severity}>
          {say(`page.diagnostics.${severity}`, { count: countOf(group) })}
        </h3>
        <DiagnosticList diagnostics={group} />
      </section>
    )
  })
}

export function countOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.reduce((sum, one) => sum + placesOf(one).length, 0)
}

export function DiagnosticList({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const words = useWords()
  return (
    <ul className={styles.list}>
      {diagnostics.map((diagnostic) => (
        <li key={diagnostic.code} className={styles.entry}>
          <DiagnosticEntry diagnostic={diagnostic} words={words} />
        </li>
      ))}
    </ul>
  )
}

function DiagnosticEntry({ diagnostic, words }: { diagnostic: Diagnostic; words: Words }) {
  const places = placesOf(diagnostic)
  const [asked, setAsked] = useState(PLACES_SHOWN)
  const hidden = places.length - asked
  return (
    <>
      {places.slice(0, asked).map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity and never move
        <p key={i} className={styles.place} dir="auto">
          {diagnosisOf(diagnostic, place, words)}
        </p>
      ))}
      {hidden > 0 && (
        <button type="button" className={`${controls.link} ${styles.more}`} onClick={() => setAsked(asked + MORE)}>
          {words.say('page.diagnostics.more', { count: hidden })}
        </button>
      )}
    </>
  )
}
