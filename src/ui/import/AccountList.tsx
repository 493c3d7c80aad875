// All rows, accounted for: a sum that adds up, each part with what was done about it and what else could be.
import { useId, useState } from 'react'
import type { Corrections, Repair, Understood } from '../../import/understood'
import type { Org } from '../../model/types'
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './Account.module.css'
import { type AccountLine, accountLines, fewRows, withNobodyLeftOut, withRepair, withRow } from './account'
import { Choice } from './Choice'
import { UnderWhom } from './UnderWhom'

interface Props {
  readonly understood: Understood
  readonly corrections: Corrections
  readonly org: Org | null
  /** Managers who are named and not there. */
  readonly missing: readonly string[]
  readonly onCorrect: (corrections: Corrections) => void
}

export function AccountList({ understood, ...props }: Props) {
  const { say, number } = useWords()
  const { account } = understood
  return (
    <section aria-labelledby="import-account">
      <h3 className={styles.heading} id="import-account">
        {say('import.account', { count: account.rowsIn })}
      </h3>
      <ul className={styles.sum}>
        {accountLines(understood).map((line) => (
          <li
            key={`${line.kind} ${'code' in line ? `${line.code} ${line.done}` : ''}${'because' in line ? line.because : ''}`}
            className={styles.part}
            data-kind={line.kind}
          >
            <span className={styles.number}>{number(line.count)}</span>
            <Part {...props} line={line} />
          </li>
        ))}
        <li className={styles.total}>
          <span className={styles.number}>{number(account.rowsIn)}</span>
          <span>{say('import.account.read', { count: account.rowsIn })}</span>
        </li>
      </ul>
      {account.made > 0 && <p className={styles.note}>{say('import.account.made', { count: account.made })}</p>}
    </section>
  )
}

type PartProps = Omit<Props, 'understood'> & { readonly line: AccountLine }

function Part(props: PartProps) {
  const { line } = props
  switch (line.kind) {
    case 'as-they-are':
      return <PartText line={line} missing={[]} />
    case 'repaired':
      return <Repaired {...props} line={line} />
    case 'left-out':
      return <LeftOut {...props} line={line} />
  }
}

function PartText({ line, missing }: { line: AccountLine; missing: readonly string[] }) {
  const words = useWords()
  const { say } = words
  const { first, more } = fewRows(line.rows)
  const rows =
    more > 0 ? [...first.map((row) => words.number(row)), say('import.rows.more', { count: more })] : first.map((row) => words.number(row))
  return (
    <span className={styles.text}>
      <span>
        {line.kind === 'as-they-are' && say(line.arePowers ? 'import.account.powers' : 'import.account.asTheyAre')}
        {line.kind === 'repaired' && say(`import.repair.${line.code}`, { count: line.count })}
        {line.kind === 'left-out' && say(`import.left-out.${line.because}`, { count: line.count })}
      </span>
      {line.rows.length > 0 && (
        <small>
          {say('import.rows', { rows, count: line.rows.length })}
          {line.kind === 'repaired' &&
            line.code === 'manager-missing' &&
            missing.length > 0 &&
            ` ${say('import.named', namedOf(missing, words))}`}
          {line.kind === 'repaired' && ` ${say(`import.done.${line.done}`, { count: line.count })}`}
        </small>
      )}
    </span>
  )
}

const MOST_NAMED = 3
function namedOf(missing: readonly string[], words: ReturnType<typeof useWords>) {
  const more = missing.length - MOST_NAMED
  const names = missing.slice(0, MOST_NAMED)
  return { names: more > 0 ? [...names, words.say('import.rows.more', { count: more })] : names }
}

const MOST_ROWS = 60

function Repaired({ line, corrections, org, missing, onCorrect }: PartProps & { line: Extract<AccountLine, { kind: 'repaired' }> }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { code, rows } = line
  return (
    <span className={styles.body}>
      <span className={styles.partHead}>
        <PartText line={line} missing={missing} />
        <button type="button" className={controls.button} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'import.change.less' : 'import.change')}
        </button>
      </span>
      {isOpen && (
        <span className={styles.more} id={id}>
          <Remedy
            label={say('import.repair.all', { count: rows.length })}
            line={line}
            org={org}
            said={corrections.repairs?.[code] ?? null}
            onChoose={(repair) => onCorrect(withRepair(corrections, code, repair))}
          />
          {rows.length > 1 &&
            rows
              .slice(0, MOST_ROWS)
              .map((row) => (
                <Remedy
                  key={row}
                  label={say('import.repair.row', { row })}
                  line={line}
                  org={org}
                  said={corrections.rows?.[row] ?? null}
                  onChoose={(repair) => onCorrect(withRow(corrections, row, repair))}
                />
              ))}
          {rows.length > MOST_ROWS && <small>{say('import.rows.others', { count: rows.length - MOST_ROWS })}</small>}
        </span>
      )}
    </span>
  )
}

interface RemedyProps {
  readonly label: string
  readonly line: Extract<AccountLine, { kind: 'repaired' }>
  readonly org: Org | null
  readonly said: Repair | null
  readonly onChoose: (repair: Repair | null) => void
}
function Remedy({ label, line: { code, done, alternatives }, org, said, onChoose }: RemedyProps) {
  const { say } = useWords()
  const [isAsking, setAsking] = useState(false)
  const value = isAsking ? 'under' : (said?.do ?? done)
  const all = [done, ...alternatives.filter((one) => one !== done)]
  const choose = (chosen: string) => {
    setAsking(chosen === 'under')
    if (chosen === 'under') return
    onChoose(chosen === 'top' || chosen === 'leave-out' ? { do: chosen } : null)
  }
  return (
    <span className={styles.remedy}>
      <Choice label={label} value={value} options={all.map((one) => ({ value: one, label: say(`import.do.${one}`) }))} onChoose={choose} />
      {isAsking && org && (
        <UnderWhom
          org={org}
          label={say('import.under', { what: say(`import.repair.${code}`, { count: 1 }) })}
          onPick={(under) => {
            setAsking(false)
            onChoose({ do: 'under', id: under })
          }}
        />
      )}
    </span>
  )
}

function LeftOut({ line, corrections, onCorrect }: PartProps & { line: Extract<AccountLine, { kind: 'left-out' }> }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { because, rows } = line
  const isMany = rows.length > fewRows(rows).first.length
  return (
    <span className={styles.body}>
      <span className={styles.partHead}>
        <PartText line={line} missing={[]} />
        {because === 'asked' && (
          <button type="button" className={controls.button} onClick={() => onCorrect(withNobodyLeftOut(corrections))}>
            {say('import.put-back')}
          </button>
        )}
        {because !== 'asked' && isMany && (
          <button type="button" className={controls.button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say('import.see-rows')}
          </button>
        )}
      </span>
      {isOpen && <small className={styles.more}>{rows.slice(0, 400).join(', ')}</small>}
    </span>
  )
}
