// What the columns mean: for each thing we ask of a file the column that says it, with what stands in it and why it was taken. Then what is
// private, and what is not read.
import { useState } from 'react'
import type { ColumnRole, Corrections, Understood, UnderstoodColumn } from '../../import/understood'
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { Choice, type Option } from './Choice'
import styles from './Columns.module.css'
import { keptOf, linesOf, ROLES_TAKEN, surenessOf, type TakenLine, withPrivate, withRole } from './lines'
import { proofOf } from './proof'

interface Props {
  readonly understood: Understood
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
}
/** A list of more is no list. */
const MOST_OPTIONS = 400
const SHOWN = 30

export function Columns({ understood, corrections, onCorrect }: Props) {
  const { say } = useWords()
  const { taken } = linesOf(understood)
  if (understood.columns.length === 0) return null
  return (
    <section aria-labelledby="import-columns">
      <h3 className={styles.heading} id="import-columns">
        {say('import.columns')}
      </h3>
      <ul className={styles.lines}>
        {taken.map((line, i) => (
          <Taken
            key={`${line.role} ${taken.slice(0, i).filter(({ role }) => role === line.role).length}`} // the keyboard stays where it was
            line={line}
            understood={understood}
            onChoose={(header) => onCorrect(withRole(corrections, line.role, header, line.column?.header ?? ''))}
          />
        ))}
      </ul>
      <Private understood={understood} corrections={corrections} onCorrect={onCorrect} />
      <NotRead understood={understood} corrections={corrections} onCorrect={onCorrect} />
    </section>
  )
}

function Taken({
  line: { role, column },
  understood,
  onChoose,
}: {
  line: TakenLine
  understood: Understood
  onChoose: (header: string) => void
}) {
  const words = useWords()
  const { say } = words
  const sureness = column && surenessOf(column)
  const label = say(`import.role.${role}`)
  return (
    <li className={styles.line} data-sureness={sureness ?? 'none'}>
      <span className={styles.role}>{label}</span>
      <span className={styles.pick}>
        <Choice
          label={say('import.column.for', { what: label })}
          isLabelHidden
          value={column?.header ?? ''}
          options={columnOptions(understood, column, say)}
          onChoose={onChoose}
          isGuess={sureness === 'guess'}
        />
      </span>
      <Samples column={column} />
      <span className={styles.proof}>
        {sureness === 'guess' && (
          <span className={styles.guess}>{say('import.guess', { share: words.percent(column?.confidence ?? 0) })}</span>
        )}
        {column && sureness !== 'guess' && (
          <span className={styles.tick}>
            <Icon name="tick" size={14} />
          </span>
        )}
        {proofOf(role, column, understood, words)}
      </span>
    </li>
  )
}

function Samples({ column }: { column: UnderstoodColumn | null }) {
  return (
    <span className={styles.samples} dir="auto">
      {column?.samples.map((sample, i) => (
        <span key={sample}>
          {i > 0 && <span aria-hidden="true"> · </span>}
          {sample}
        </span>
      ))}
    </span>
  )
}

function Private({ understood, corrections, onCorrect }: Props) {
  const words = useWords()
  const { say } = words
  const { sensitive } = linesOf(understood)
  const kept = keptOf(corrections)
  const [isOpen, setOpen] = useState(kept.length > 0)
  const headers = [...new Set([...sensitive.map(({ header }) => header), ...kept])]
  if (headers.length === 0) return null
  return (
    <div className={styles.aside}>
      <p>
        {sensitive.length > 0 && (
          <>
            {say('import.private.left')} <strong dir="auto">{words.list(sensitive.slice(0, 12).map(({ header }) => header))}.</strong>{' '}
            {say('import.private.not')}{' '}
          </>
        )}
        <button type="button" className={`${controls.link} ${styles.link}`} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('import.private.read')}
        </button>
      </p>
      {isOpen && (
        <fieldset className={styles.boxes}>
          <legend>{say('import.private.which')}</legend>
          {headers.map((header) => (
            <label key={header} className={styles.box}>
              <input
                type="checkbox"
                checked={kept.includes(header)}
                onChange={(event) => onCorrect(withPrivate(corrections, header, event.target.checked))}
              />
              <span dir="auto">{header}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function NotRead({ understood, corrections, onCorrect }: Props) {
  const words = useWords()
  const { say } = words
  const { notRead } = linesOf(understood)
  const [shown, setShown] = useState(SHOWN)
  if (notRead.length === 0) return null
  const options: readonly Option[] = [
    { value: 'left-out', label: say('import.role.left-out') },
    ...ROLES_TAKEN.map((role) => ({ value: role, label: say(`import.role.${role}`) })),
  ]
  return (
    <details className={styles.aside}>
      <summary>
        {say('import.not-read', { count: notRead.length })} <strong dir="auto">{words.list(few(notRead, say))}.</strong>
      </summary>
      <ul className={styles.lines}>
        {notRead.slice(0, shown).map((column) => (
          <li key={column.header} className={styles.line}>
            <span className={styles.role} dir="auto">
              {column.header}
            </span>
            <span className={styles.pick}>
              <Choice
                label={say('import.column.as', { column: column.header })}
                isLabelHidden
                value="left-out"
                options={options}
                onChoose={(role) => onCorrect(withRole(corrections, role as ColumnRole, column.header, ''))}
              />
            </span>
            <Samples column={column} />
            <span className={styles.proof}>{proofOf('left-out', column, understood, words)}</span>
          </li>
        ))}
      </ul>
      {notRead.length > shown && (
        <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => setShown(shown + SHOWN)}>
          {say('import.more', { count: notRead.length - shown })}
        </button>
      )}
    </details>
  )
}

const NAMED = 4
function few(columns: readonly UnderstoodColumn[], say: ReturnType<typeof useWords>['say']): readonly string[] {
  const names = columns.slice(0, NAMED).map(({ header }) => header)
  return columns.length > NAMED ? [...names, say('import.more.columns', { count: columns.length - NAMED })] : names
}

function columnOptions(
  { columns }: Understood,
  current: UnderstoodColumn | null,
  say: ReturnType<typeof useWords>['say'],
): readonly Option[] {
  const offered = columns.filter(({ role }) => role !== 'sensitive').slice(0, MOST_OPTIONS)
  const all = current && !offered.includes(current) ? [current, ...offered] : offered
  return [
    { value: '', label: say('import.column.none') },
    ...all.map(({ header }) => ({ value: header, label: header || say('import.column.nameless') })),
  ]
}
