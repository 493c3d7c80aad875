// What a number rests on in the file, folded away: grants and routes on the way, rows that were counted.
import { isMonetary } from '../../../analysis/needs'
import type { FeedingRow } from '../../../analysis/why-origin'
import type { Explanation } from '../../../analysis/why-types'
import { grantInWords } from '../../../i18n/powers'
import { issueName, roleName, segmentName } from '../../../i18n/sentences'
import type { Org } from '../../../model/types'
import { useWords } from '../../app/context'
import styles from './WhyTopic.module.css'

interface Props {
  readonly explanation: Explanation
  readonly org: Org
}

/** What no power of anybody decides: how much arrives, and what becomes of notes. */
const NOT_DECIDED: ReadonlySet<string> = new Set(['contacts', 'F07', 'F08', 'F09'])

/** Nothing where no way was looked at. */
export function Grants({ explanation: { grants, moreGrants, routes, rule, parts }, org }: Props) {
  const words = useWords()
  const { say } = words
  const isDecided = parts.some((part) => part.kind === 'case') && !NOT_DECIDED.has(rule)
  if (!isDecided) return null
  return (
    <details className={styles.origin}>
      <summary>
        {say('page.why.decided')} <span className={styles.count}>{words.number(grants.length + moreGrants + routes.length)}</span>
      </summary>
      {grants.length + routes.length === 0 && <p className={styles.rule}>{say('page.why.decided.none')}</p>}
      <ul className={styles.entries}>
        {grants.map((held) => {
          const { may, but } = grantInWords(org, held, isMonetary(held.grant.kind), words)
          return (
            <li key={`${held.grant.id} ${held.role}`} className={styles.row} dir="auto">
              <span>
                {roleName(org, held.role)} <small>{[may, ...but].join(' · ')}</small>
              </span>
              <code>{held.grant.id}</code>
            </li>
          )
        })}
        {moreGrants > 0 && <li>{say('page.why.more', { count: moreGrants })}</li>}
        {routes.map(({ id, from, to }) => (
          <li key={`${id} ${from}`} className={styles.row} dir="auto">
            <span>
              {say('page.why.route.to', { from: roleName(org, from), to: roleName(org, to) })} <small>{say('page.why.route')}</small>
            </span>
            <code>{id}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Rows({ explanation: { rows, moreRows }, org }: Props) {
  const words = useWords()
  const { say } = words
  if (rows.length === 0) return null
  return (
    <details className={styles.origin}>
      <summary>
        {say('page.why.rows')} <span className={styles.count}>{words.number(rows.length + moreRows)}</span>
      </summary>
      <ul className={styles.entries}>
        {rows.map((row) => (
          <li key={row.row} className={styles.row} dir="auto">
            <span>
              {issueName(org, org.issueTypeAt.get(row.issueType) ?? -1)} <small>{[placeOf(org, row), row.id].join(' · ')}</small>
            </span>
            <span className={styles.adds}>
              {Math.abs(row.counted - row.perPeriod) < 1e-9
                ? words.number(row.perPeriod)
                : say('page.why.row.part', { counted: words.number(row.counted), all: words.number(row.perPeriod) })}
            </span>
          </li>
        ))}
        {moreRows > 0 && <li>{say('page.why.more', { count: moreRows })}</li>}
      </ul>
    </details>
  )
}

function placeOf(org: Org, { touchpoint, segment }: FeedingRow): string {
  const place = org.doc.touchpoints?.[org.touchpointAt.get(touchpoint) ?? -1]?.name ?? touchpoint
  const who = segment === null ? '' : segmentName(org, org.segmentAt.get(segment) ?? -1)
  return [place, who].filter((one) => one !== '').join(' · ')
}
