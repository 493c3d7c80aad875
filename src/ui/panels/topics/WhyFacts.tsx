// What a finding is made of besides cases: a line a number, with its unit, and the names it speaks of.
import { type Fact, factsOf } from '../../../analysis/why-facts'
import type { Explanation } from '../../../analysis/why-types'
import { factInWords } from '../../../i18n/facts'
import type { Org } from '../../../model/types'
import { useWords } from '../../app/context'
import styles from './WhyTopic.module.css'

export function WhyFacts({ explanation: { finding }, org }: { readonly explanation: Explanation; readonly org: Org }) {
  const { say } = useWords()
  const facts = finding ? factsOf(finding) : []
  if (facts.length === 0) return null
  return (
    <section aria-label={say('page.why.facts')}>
      <h3 className={styles.heading}>{say('page.why.facts')}</h3>
      <ul className={styles.held}>
        {facts.map((fact) => (
          <Line key={`${fact.what} ${fact.kind === 'number' ? (fact.of?.id ?? '') : ''}`} fact={fact} org={org} />
        ))}
      </ul>
    </section>
  )
}

function Line({ fact, org }: { readonly fact: Fact; readonly org: Org }) {
  const { label, of, value } = factInWords(org, fact, useWords())
  return (
    <li dir="auto">
      <span>
        {label} {of && <small>{of}</small>}
      </span>
      <span className={fact.kind === 'number' ? styles.adds : styles.names}>{value}</span>
    </li>
  )
}
