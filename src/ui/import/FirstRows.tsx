import type { Understood } from '../../import/understood'
import { useWords } from '../app/context'
import styles from './Columns.module.css'

/** Columns that fit beside each other; the others can be asked for above. */
const SHOWN_COLUMNS = 12
const SHOWN_ROWS = 5

export function FirstRows({ understood: { columns, firstRows, account } }: { understood: Understood }) {
  const { say } = useWords()
  if (firstRows.length === 0 || columns.length === 0) return null
  const shown = columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ role }) => role !== 'sensitive')
    .sort((a, b) => Number(a.role === 'left-out') - Number(b.role === 'left-out'))
    .slice(0, SHOWN_COLUMNS)
  const mended = new Set(account.repaired.flatMap(({ code, rows }) => (code === 'id-missing' || code === 'id-repeated' ? [] : rows)))
  return (
    <section aria-labelledby="import-first-rows">
      <h3 className={styles.heading} id="import-first-rows">
        {say('import.first-rows')}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
      <div className={styles.scroller} tabIndex={0}>
        <table className={styles.rows}>
          <thead>
            <tr>
              {shown.map(({ header, role }) => (
                <th key={header} scope="col" data-left-out={role === 'left-out'} dir="auto">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.slice(0, SHOWN_ROWS).map(({ row, cells }) => (
              <tr key={row}>
                {shown.map(({ header, role, at }) => (
                  <td key={header} data-left-out={role === 'left-out'} data-mended={role === 'manager' && mended.has(row)} dir="auto">
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
