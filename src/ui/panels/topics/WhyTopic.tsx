// Why a number is what it is: the rule in one sentence, the sum as a bill that adds up, and what it rests on in the file.
import { useEffect } from 'react'
import { whereOf } from '../../../analysis/said-at'
import type { Explanation } from '../../../analysis/why-types'
import { becauseOf, chipOf, sayThreshold } from '../../../i18n/sentences'
import type { Org } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useApp, useWords } from '../../app/context'
import { Ask } from './Ask'
import { sayChance, sayFigure, sayMissing, sayScope, saySeverity, selectExplanation } from './explained'
import { Frame } from './Frame'
import { WhyBill } from './WhyBill'
import { WhyFacts } from './WhyFacts'
import { Grants, Rows } from './WhyOrigin'
import styles from './WhyTopic.module.css'

export function WhyTopic({ topic: { figure } }: { topic: Extract<Topic, { kind: 'why' }> }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const explanation = useApp((s) => selectExplanation(s, figure))
  const { say } = words
  useEffect(readOn, [])
  if (!org) return null
  if (!explanation) {
    return (
      <Frame kicker={say('page.topic.why')} title={say('page.why.gone')}>
        <p className={styles.rule}>{say('page.why.gone.how')}</p>
      </Frame>
    )
  }
  const { finding } = explanation
  const source = say(`why.source.${explanation.rule}`)
  const scope = sayScope(org, figure)
  return (
    <Frame
      kicker={finding ? say('page.why.kicker', { what: chipOf(finding, words) }) : say('page.topic.why')}
      title={sayFigure(org, explanation, words)}
    >
      {scope && (
        <p className={styles.scope} dir="auto">
          {scope}
        </p>
      )}
      <p className={styles.rule}>{say(`why.rule.${explanation.rule}`)}</p>
      <Missing explanation={explanation} org={org} />
      <WhyBill explanation={explanation} org={org} />
      <WhyFacts explanation={explanation} org={org} />
      <Held explanation={explanation} />
      <Grants explanation={explanation} org={org} />
      <Rows explanation={explanation} org={org} />
      {source && <p className={styles.source}>{say('page.why.source', { source })}</p>}
    </Frame>
  )
}

/** Asked from elsewhere on the page, the strip: the keyboard comes along. */
function readOn() {
  const asked = document.activeElement
  if (asked instanceof HTMLElement && asked.dataset.asks && !asked.closest('#panel')) document.getElementById('topic-title')?.focus()
}

function Missing({ explanation: { missing, finding }, org }: { explanation: Explanation; org: Org }) {
  const words = useWords()
  const because = finding?.state === 'unknown' && missing.length === 0 ? becauseOf(finding, words) : ''
  if (missing.length === 0 && !because) return null
  const where = finding ? whereOf(finding) : ''
  return (
    <section className={styles.missing} aria-label={words.say('page.why.missing')}>
      <h3 className={styles.heading}>{words.say('page.why.missing')}</h3>
      <ul>
        {because && (
          <li>
            {because} {where && <small>{words.say('page.why.missing.where', { where })}</small>}
          </li>
        )}
        {missing.map((one) => (
          <li key={one.what} dir="auto">
            {sayMissing(org, one, words)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the number was held against, and what was assumed. */
function Held({ explanation: { thresholds, lossIf, finding } }: { explanation: Explanation }) {
  const words = useWords()
  const { say } = words
  const losses = (['escalated', 'unresolved'] as const).flatMap((name) => {
    const chance = lossIf?.[name] ?? null
    return chance === null ? [] : [{ name, chance }]
  })
  if (thresholds.length === 0 && losses.length === 0 && !finding?.severity) return null
  const severity = finding ? saySeverity(finding, words) : ''
  return (
    <section aria-label={say('page.why.held')}>
      <h3 className={styles.heading}>{say('page.why.held')}</h3>
      {severity && <p className={styles.severity}>{severity}</p>}
      <ul className={styles.held}>
        {losses.map(({ name, chance }) => (
          <li key={name}>
            <span>
              {say(`page.why.loss.${name}`)} <small>{say('page.why.held.file')}</small>
            </span>
            <span className={styles.adds}>{sayChance(chance, words)}</span>
          </li>
        ))}
        {thresholds.map(({ name, value, usual, isOwn }) => (
          <li key={name}>
            <span>
              {say(`why.threshold.${name}`)}{' '}
              <small>{isOwn ? say('page.why.held.own', { usual: sayThreshold(name, usual, words) }) : say('page.why.held.usual')}</small>
            </span>
            <span className={styles.adds}>{sayThreshold(name, value, words)}</span>
          </li>
        ))}
      </ul>
      {thresholds.length > 0 && <Ask topic={{ kind: 'thresholds', code: finding?.code ?? '' }}>{say('judging.counts.change')}</Ask>}
    </section>
  )
}
