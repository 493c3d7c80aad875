// The sum as a bill: a line a kind of case that leads to its walk, what it adds at the right, a rule, and what they come to.

import { Fragment, type ReactNode } from 'react'
import { type Explanation, measuredOf, type Part } from '../../../analysis/why-types'
import type { Measured } from '../../../base/range'
import { roleName, segmentName } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import type { Org } from '../../../model/types'
import type { Topic } from '../../../state/types'
import { useActions, useWords } from '../../app/context'
import { currencyOf, sayAmount, sayCase, sayDoubt, shareOf } from './explained'
import { topicKey } from './trailFocus'
import styles from './WhyTopic.module.css'

interface Props {
  readonly explanation: Explanation
  readonly org: Org
}

export function WhyBill({ explanation, org }: Props) {
  const words = useWords()
  const { say } = words
  const { parts, rest, value, unit, whole, isQuotient, finding } = explanation
  if (parts.length === 0) return value === null || finding ? null : <p className={styles.rule}>{say('page.why.nothing')}</p>
  const amount = (of: Measured) => sayAmount(org, of, isQuotient ? 'people' : unit, words)
  const share = whole && value !== null ? shareOf(value, whole) : null
  const doubt = sayDoubt(explanation, words)
  const [above, below] = parts
  return (
    <section aria-label={say('page.why.sum')}>
      <h3 className={styles.heading}>{say('page.why.sum')}</h3>
      <ul className={styles.bill}>
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with its explanation
          <li key={i}>
            <Line part={part} explanation={explanation} org={org} amount={amount(measuredOf(part.adds))} />
          </li>
        ))}
        {rest && (
          <li className={styles.rest}>
            <span>{say('page.why.rest', { count: rest.count })}</span>
            <span className={styles.adds}>{amount(measuredOf(rest.adds))}</span>
          </li>
        )}
      </ul>
      <p className={styles.total}>
        <span>
          {isQuotient && above && below
            ? say('page.why.quotient', { a: amount(measuredOf(above.adds)), b: amount(measuredOf(below.adds)) })
            : say('page.why.together')}
          {share !== null && <small>{say('page.why.share', { share: words.percent(share, 1), whole: words.number(whole) })}</small>}
        </span>
        <span className={styles.adds}>{sayAmount(org, value, unit, words)}</span>
      </p>
      {doubt && <p className={styles.doubt}>{doubt}</p>}
    </section>
  )
}

function Line({ part, explanation, org, amount }: Props & { readonly part: Part; readonly amount: string }) {
  const words = useWords()
  switch (part.kind) {
    case 'case': {
      const { what, below } = sayCase(org, part, explanation, words)
      return (
        <Leading topic={{ kind: 'case', of: part.case, by: 'route', upTo: null }} amount={amount}>
          {what}
          {below.map((line) => (
            <Fragment key={line}>
              {' '}
              <small>{line}</small>
            </Fragment>
          ))}
        </Leading>
      )
    }
    case 'role':
      return (
        <Leading topic={{ kind: 'role', role: idOf(org, part.role) }} amount={amount}>
          {roleName(org, part.role)}
        </Leading>
      )
    case 'layer':
      return <Plain what={words.say('page.why.layer', { layer: part.layer })} amount={amount} />
    case 'segment': {
      const { customers, worth } = part
      const factors = [words.number(customers), worth === null ? words.say('number.unknown') : words.money(worth, currencyOf(org))]
      return (
        <Leading topic={{ kind: 'segment', segment: org.doc.segments?.[part.segment]?.id ?? '' }} amount={amount}>
          {segmentName(org, part.segment)} <small>{words.say('page.why.times', { factors })}</small>
        </Leading>
      )
    }
    case 'boundary':
      return <Plain what={boundaryText(org, part.boundary)} amount={amount} />
    case 'count':
      return <Plain what={words.say(`page.why.count.${part.of}`)} amount={amount} />
  }
}

function boundaryText(org: Org, at: number): string {
  const boundary = org.doc.strategy?.boundaries?.[at]
  return boundary?.text || (boundary?.id ?? '')
}

function Leading({ topic, amount, children }: { readonly topic: Topic; readonly amount: string; readonly children: ReactNode }) {
  const app = useActions()
  return (
    <button type="button" className={styles.line} data-asks={topicKey(topic)} onClick={() => app.ask(topic)}>
      <span dir="auto">{children}</span> <span className={styles.adds}>{amount}</span>
    </button>
  )
}

function Plain({ what, amount }: { readonly what: string; readonly amount: string }) {
  return (
    <div className={styles.line}>
      <span>{what}</span> <span className={styles.adds}>{amount}</span>
    </div>
  )
}
