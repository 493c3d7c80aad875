// A file that says who may decide what: which kinds its columns are, whom it names and whether they were found, and what was not understood.
import type { Corrections, Understood, UnderstoodAuthority } from '../../import/understood'
import { useWords } from '../app/context'
import { Icon } from '../app/Icon'
import { Choice } from './Choice'
import styles from './Columns.module.css'

interface Props {
  readonly understood: Understood
  /** Without them nobody can be found. */
  readonly arePeopleThere: boolean
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
}
const KINDS = [
  'refund',
  'discount',
  'replace',
  'goodwill',
  'spend',
  'exception',
  'apologise',
  'schedule',
  'information',
  'commit-unit',
  'admit-liability',
]
const MOST = 40

export function Powers({ understood, corrections, arePeopleThere, onCorrect }: Props) {
  const { say } = useWords()
  const { authority } = understood
  if (!authority) return null
  return (
    <>
      <section aria-labelledby="import-kinds">
        <h3 className={styles.heading} id="import-kinds">
          {say('import.kinds')}
        </h3>
        <ul className={`${styles.lines} ${styles.kinds}`}>
          {authority.kinds.slice(0, MOST).map(({ header, kind, isGuess }) => (
            <li key={header} className={styles.line}>
              <span className={styles.role} dir="auto">
                {header}
              </span>
              <span className={styles.pick}>
                <Choice
                  label={say('import.kind.of', { column: header })}
                  isLabelHidden
                  value={kind}
                  isGuess={isGuess}
                  options={kindOptions(kind, say)}
                  onChoose={(chosen) => onCorrect({ ...corrections, kinds: { ...corrections.kinds, [header]: chosen } })}
                />
              </span>
              <span className={styles.samples}>{isGuess && <span className={styles.guess}>{say('import.kind.guess')}</span>}</span>
            </li>
          ))}
        </ul>
      </section>
      <Subjects authority={authority} arePeopleThere={arePeopleThere} />
      <NotUnderstood authority={authority} />
    </>
  )
}

function kindOptions(kind: string, say: ReturnType<typeof useWords>['say']) {
  const known = KINDS.includes(kind) || kind === '' ? KINDS : [kind, ...KINDS]
  return [
    ...known.map((one) => ({
      value: one,
      label: KINDS.includes(one) ? say(`import.kind.${one}`) : say('import.kind.own', { kind: one.replace(/^x-/, '') }),
    })),
    { value: '', label: say('import.kind.none') },
  ]
}

function Subjects({ authority, arePeopleThere }: { authority: UnderstoodAuthority; arePeopleThere: boolean }) {
  const { subjects, subject, grants } = authority
  const { say } = useWords()
  const found = subjects.filter((one) => one.by !== null)
  const lost = subjects.filter((one) => one.by === null)
  return (
    <section aria-labelledby="import-subjects">
      <h3 className={styles.heading} id="import-subjects">
        {say('import.subjects', { grants })}
      </h3>
      <ul className={styles.lines}>
        {[...lost, ...found].slice(0, MOST).map(({ said, by, found: count }) => (
          <li key={said} className={styles.line} data-sureness={by === null ? 'none' : 'sure'}>
            <span className={styles.subject} dir="auto">
              {said}
            </span>
            <span className={styles.proof}>
              {by === null ? (
                arePeopleThere && <span className={styles.guess}>{say('import.subject.lost')}</span>
              ) : (
                <>
                  <span className={styles.tick}>
                    <Icon name="tick" size={14} />
                  </span>
                  {say(`import.subject.by.${by}`, { count })}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {subjects.length > MOST && <p className={styles.aside}>{say('import.more', { count: subjects.length - MOST })}</p>}
      {lost.length > 0 && arePeopleThere && <p className={styles.aside}>{say('import.subjects.lost', { count: lost.length, subject })}</p>}
    </section>
  )
}

function NotUnderstood({ authority: { notUnderstood } }: { authority: UnderstoodAuthority }) {
  const { say } = useWords()
  if (notUnderstood.length === 0) return null
  return (
    <section aria-labelledby="import-not-understood">
      <h3 className={styles.heading} id="import-not-understood">
        {say('import.not-understood', { count: notUnderstood.length })}
      </h3>
      <div className={styles.scroller}>
        <table className={styles.rows}>
          <thead>
            <tr>
              {(['row', 'column', 'text'] as const).map((what) => (
                <th key={what} scope="col">
                  {say(`import.cell.${what}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notUnderstood.slice(0, MOST).map(({ row, column, text }) => (
              <tr key={`${row} ${column}`}>
                <td>{row}</td>
                <td dir="auto">{column}</td>
                <td dir="auto">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.aside}>{say('import.not-understood.why')}</p>
    </section>
  )
}
