// A segment: who they are, what they are worth, what becomes of what they bring, and whom they meet.
import type { SegmentTotals } from '../../../analysis/types'
import type { Measured } from '../../../base/range'
import { moneyOf } from '../../../i18n/powers'
import { issueName, periodOf } from '../../../i18n/sentences'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useApp, useWords } from '../../app/context'
import { Asked } from '../Asked'
import { Ask, AskRole } from './Ask'
import { Folded } from './Folded'
import { Frame } from './Frame'
import { Gauge } from './Gauge'
import { Gone } from './Gone'
import { Part } from './Part'
import { type SegmentFacts, selectSegmentFacts } from './segment'
import styles from './Topics.module.css'

export function SegmentTopic({ topic }: { topic: Extract<Topic, { kind: 'segment' }> }) {
  const { say } = useWords()
  const facts = useApp((s) => selectSegmentFacts(s, topic.segment))
  if (!facts) return <Gone kicker={say('page.topic.segment')} />
  const { segment } = facts
  return (
    <Frame kicker={say('page.topic.segment')} title={segment ? segment.name || segment.id : say('page.segment.unnamed')}>
      <Who facts={facts} />
      <Worth facts={facts} />
      <Becomes facts={facts} />
      <Meets facts={facts} />
      <Strategy facts={facts} />
    </Frame>
  )
}

function Who({ facts: { segment } }: { facts: SegmentFacts }) {
  const { say } = useWords()
  if (!segment) return null
  const { customers, primary, internal } = segment
  return (
    <div className={styles.who}>
      <p className={styles.under}>
        {typeof customers === 'number' ? say('page.segment.customers', { count: customers }) : say('page.segment.customers.unknown')}
      </p>
      {primary && <p>{say('page.segment.primary')}</p>}
      {internal && <p>{say('page.segment.internal')}</p>}
    </div>
  )
}

function Worth({ facts: { segment, value, equity, discountRate } }: { facts: SegmentFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org || !segment || (segment.internal && value === null)) return null
  const { say } = words
  const { clv, customers, margin, retention } = segment
  const each = value === null ? '' : moneyOf(org, value, words)
  const isGiven = clv !== undefined && clv !== null
  return (
    <Part title={say('page.segment.worth')}>
      {value === null && <p>{say('page.segment.worth.unknown')}</p>}
      {value !== null && equity !== null && (
        <p className={styles.sum}>
          {say('page.segment.worth.equity', {
            customers: words.number(customers ?? null),
            value: each,
            equity: words.moneyShort(equity, org.doc.organization.currency ?? ''),
          })}
        </p>
      )}
      {value !== null && equity === null && !isGiven && <p>{say('page.segment.worth.each', { value: each })}</p>}
      {value !== null && (
        <p className={styles.quiet}>
          {isGiven
            ? say('page.segment.worth.given', { value: each })
            : say('page.segment.worth.formula', {
                margin: moneyOf(org, margin ?? 0, words),
                retention: words.percent(retention ?? null),
                discount: words.percent(discountRate),
              })}
        </p>
      )}
    </Part>
  )
}

const ENDS = [
  ['settled', 'settledAtFirstContact'],
  ['after', 'escalatedResolved'],
  ['never', 'unresolved'],
] as const
const FIGURES = { settled: 'settled', after: 'afterHandOffs', never: 'deadEnds' } as const

function Becomes({ facts: { segment, totals } }: { facts: SegmentFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const period = periodOf(org, words)
  if (!totals || totals.contacts === null)
    return (
      <Part title={say('page.segment.becomes')}>
        <p>{say('page.segment.uncounted')}</p>
      </Part>
    )
  const all = say('page.role.meets.all', { count: totals.contacts, period })
  const risk = words.money(totals.riskPerPeriod, org.doc.organization.currency ?? '')
  const atRisk = say('page.segment.risk', { period })
  const of = segment ? { segment: segment.id } : {}
  return (
    <Part
      title={say('page.segment.becomes')}
      aside={
        <span className={styles.aside}>
          <Asked figure={{ name: 'contacts', ...of }} label={all}>
            {all}
          </Asked>
        </span>
      }
    >
      <Gauge outcome={outcomeOf(totals)} />
      <ul className={styles.figures}>
        {ENDS.map(([end, key]) => (
          <li key={end}>
            <Asked figure={{ name: FIGURES[end], ...of }} label={`${words.number(totals[key], 0)} ${say(`page.segment.${end}`)}`}>
              {words.number(totals[key], 0)}
            </Asked>{' '}
            {say(`page.segment.${end}`)}
          </li>
        ))}
        {totals.riskPerPeriod !== null && (
          <li>
            <Asked figure={{ name: 'risk', ...of }} label={`${risk} ${atRisk}`}>
              {risk}
            </Asked>{' '}
            {atRisk}
          </li>
        )}
      </ul>
      {totals.riskPerPeriod === null && <p className={styles.quiet}>{say('page.segment.risk.unknown')}</p>}
    </Part>
  )
}
function outcomeOf(totals: SegmentTotals) {
  const sure = (measured: Measured) => measured ?? { low: 0, high: totals.contacts ?? 0 }
  return {
    all: totals.contacts ?? 0,
    settled: sure(totals.settledAtFirstContact),
    escalated: sure(totals.escalatedResolved),
    never: sure(totals.unresolved),
  }
}

function Meets({ facts: { meets, brings } }: { facts: SegmentFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const cases = (contacts: number | null) => contacts !== null && <span className={styles.count}>{words.number(contacts)}</span>
  return (
    <>
      {brings.length > 0 && (
        <Part title={say('page.segment.brings')}>
          <Folded of={brings} keyOf={({ index }) => index} className={styles.rows}>
            {({ index, contacts }) => (
              <span className={styles.line}>
                <Ask topic={{ kind: 'issue', issueType: org.doc.issueTypes?.[index]?.id ?? '' }}>{issueName(org, index)}</Ask>
                {cases(contacts)}
              </span>
            )}
          </Folded>
        </Part>
      )}
      {meets.length > 0 && (
        <Part title={say('page.segment.meets')}>
          <Folded of={meets} keyOf={({ index }) => index} className={styles.rows}>
            {({ index, contacts }) => (
              <span className={styles.line}>
                <AskRole role={index} />
                {cases(contacts)}
              </span>
            )}
          </Folded>
        </Part>
      )}
    </>
  )
}

function Strategy({ facts: { segment } }: { facts: SegmentFacts }) {
  const words = useWords()
  const { say } = words
  if (!segment) return null
  const { promiseHours, channels, alternatives, effort } = segment
  const hasPromise = typeof promiseHours === 'number' || (channels && channels.length > 0)
  return (
    <>
      {hasPromise && (
        <Part title={say('page.segment.promise')}>
          <p>
            {[
              typeof promiseHours === 'number' ? say('page.segment.promise.hours', { hours: words.hours(promiseHours) }) : '',
              channels && channels.length > 0 ? say('page.segment.channels', { channels: [...channels] }) : '',
            ]
              .filter((part) => part !== '')
              .join(' ')}
          </p>
        </Part>
      )}
      {alternatives && (
        <Part title={say('page.segment.alternatives')}>
          <p>{say(`page.segment.alternatives.${alternatives}`)}</p>
        </Part>
      )}
      {effort && (
        <Part title={say('page.segment.effort')}>
          <p dir="auto">{effort}</p>
        </Part>
      )}
    </>
  )
}
