// What is at risk by segment, beside what the segment is worth.
import type { SegmentTotals } from '../../../analysis/types'
import { isRange, type Measured } from '../../../base/range'
import { periodOf, segmentName } from '../../../i18n/sentences'
import { isLeftOutOfWorth } from '../../../model/worth'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { Asked } from '../Asked'
import { Ask } from './Ask'
import { Folded } from './Folded'
import styles from './Totals.module.css'
import { shareOfAll } from './totals'

export function SegmentTable() {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  if (!org || !analysis || analysis.segments.length === 0) return null
  const { say } = words
  const { customerEquity, riskPerPeriod } = analysis.totals
  const heads = ['cases', 'settled', 'after', 'never'] as const
  const byWorth = [...analysis.segments].sort((a, b) => (b.clv ?? -1) - (a.clv ?? -1))
  const shown = byWorth.slice(0, MOST)
  return (
    <>
      <table className={styles.table}>
        <caption>{say('totals.segments')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('totals.segment')}</th>
            <th scope="col">{say('totals.segment.worth')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-column={head}>
                {say(`totals.segment.${head}`)}
              </th>
            ))}
            <th scope="col">{say('totals.segment.risk', { period: periodOf(org, words) })}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((totals) => (
            <Row key={totals.segment} totals={totals} equity={customerEquity} risk={riskPerPeriod} />
          ))}
        </tbody>
      </table>
      {byWorth.length > MOST && (
        <Folded of={byWorth.slice(MOST)} atFirst={0} keyOf={({ segment }) => segment}>
          {({ segment }) => (
            <Ask topic={{ kind: 'segment', segment: org.doc.segments?.[segment]?.id ?? '' }}>{segmentName(org, segment)}</Ask>
          )}
        </Folded>
      )}
      <p className={styles.note}>{say('totals.segment.note')}</p>
    </>
  )
}
/** More rows than these are not read. */
const MOST = 12

interface RowProps {
  readonly totals: SegmentTotals
  /** Of all segments. */
  readonly equity: number | null
  readonly risk: Measured
}
function Row({ totals, equity, risk }: RowProps) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const id = org.doc.segments?.[totals.segment]?.id ?? ''
  const name = segmentName(org, totals.segment)
  const currency = org.doc.organization.currency ?? ''
  const isLeftOut = isLeftOutOfWorth(org, totals.segment)
  const share = (part: Measured, all: Measured) => {
    const of = shareOfAll(part, all)
    return of === null ? '' : say('totals.segment.of', { share: words.percent(of) })
  }
  const cell = (
    figure: 'contacts' | 'settled' | 'afterHandOffs' | 'deadEnds' | 'risk' | 'equity',
    head: string,
    value: Measured,
    text: string,
    below = '',
  ) => (
    <td className={styles.mark} data-column={head} data-state={value === null ? 'unknown' : isRange(value) ? 'range' : 'known'}>
      <Asked
        figure={{ name: figure, segment: id }}
        label={`${name}, ${say(`totals.segment.${head}`, { period: periodOf(org, words) })}: ${text}`}
      >
        {value === null ? say('page.total.unknown') : text}
      </Asked>
      {below && <small>{below}</small>}
    </td>
  )
  const { customers } = org.doc.segments?.[totals.segment] ?? {}
  const each =
    totals.clv === null || typeof customers !== 'number'
      ? ''
      : say('totals.segment.each', { customers: words.number(customers), value: words.money(totals.clv, currency) })
  const none = (head: string) => <td data-column={head}>{say('totals.segment.left')}</td>
  return (
    <tr>
      <th scope="row">
        <Ask topic={{ kind: 'segment', segment: id }}>{name}</Ask>
        {each && <small>{each}</small>}
      </th>
      {isLeftOut
        ? none('worth')
        : cell('equity', 'worth', totals.equity, words.moneyShort(totals.equity, currency), share(totals.equity, equity))}
      {cell('contacts', 'cases', totals.contacts, words.number(totals.contacts, 0))}
      {cell('settled', 'settled', totals.firstContactResolution, words.percent(totals.firstContactResolution))}
      {cell('afterHandOffs', 'after', totals.escalatedResolved, words.number(totals.escalatedResolved, 0))}
      {cell('deadEnds', 'never', totals.unresolved, words.number(totals.unresolved, 0))}
      {isLeftOut
        ? none('risk')
        : cell('risk', 'risk', totals.riskPerPeriod, words.money(totals.riskPerPeriod, currency), share(totals.riskPerPeriod, risk))}
    </tr>
  )
}
