// One card: the sentence of its first finding, how many cases, how far they go, what is at stake. Opened, what else is true of the
// same cases and what would change it.
import type { Card, Finding } from '../../analysis/types'
import type { Words } from '../../base/words'
import { aboutOf, becauseOf, chipOf, sentenceOf, titleOfRole, topicOf } from '../../i18n/sentences'
import type { Org } from '../../model/types'
import { selectAnalysis, selectOrg, selectTopic } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { Asked } from './Asked'
import { endedOf } from './accepting'
import { CardAccept } from './CardAccept'
import accept from './CardAccept.module.css'
import { CardFigures } from './CardFigures'
import { CardPlaces } from './CardPlaces'
import { CardRemedies } from './CardRemedies'
import styles from './CardView.module.css'
import { handsOf, sayPlaceCases, topicOfCard } from './cards'
import { Flag } from './Flag'
import { sayHands } from './sayHands'
import { topicKey } from './topics/trailFocus'

interface Props {
  readonly card: Card
  readonly top: number
  /** In another list than that of all findings, which says itself what is open in it. */
  readonly here?: { readonly isOpen: boolean; readonly toggle: () => void }
}

export function CardView({ card, top, here }: Props) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const topic = useApp(selectTopic)
  const first = card.findings[0]
  if (!org || !analysis || !first) return null
  const about = topicOfCard(org, card)
  const isRung = topic?.kind === 'card' && topic.role === about.role
  const isOpen = here?.isOpen ?? (isRung && topic.issueType === about.issueType)
  const toggle = here?.toggle ?? (() => (isOpen ? app.back() : app.tell(about)))
  const currency = org.doc.organization.currency ?? ''
  const stake = analysis.stakeIsMoney ? words.money(card.stake, currency) : ''
  return (
    <li className={styles.card} data-open={isOpen} data-rung={isRung} data-severity={card.severity ?? 'unknown'}>
      <button type="button" className={styles.face} aria-expanded={isOpen} data-asks={here ? undefined : topicKey(about)} onClick={toggle}>
        <Flag severity={card.severity} />
        <span className={styles.body}>
          {card.places > 1 && (
            <span className={styles.who} dir="auto">
              {aboutOf(org, card, words)}
            </span>
          )}
          <span className={styles.sentence} dir="auto">
            {sayFinding(org, card, first, words)}
          </span>
          <span className={styles.facts}>
            <span>
              {[sayPlaceCases(card, words), sayHands(handsOf(analysis, card), words) || chipOf(first, words)].filter(Boolean).join(' · ')}
            </span>
            <strong className={styles.stake}>{stake}</strong>
          </span>
          {card.severity !== null && top > 0 && (
            <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 3">
              <rect width={Math.max(2, (card.stake / top) * 100)} height="3" />
            </svg>
          )}
        </span>
      </button>
      {isOpen && (
        <>
          <Ended org={org} card={card} />
          {card.places > 1 ? <CardPlaces card={card} /> : <CardFigures card={card} />}
          <CardDetails card={card} roleTitle={aboutOf(org, card, words)} />
        </>
      )}
    </li>
  )
}

function CardDetails({ card, roleTitle }: { card: Card; roleTitle: string }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const others = card.findings.slice(1)
  return (
    <div className={styles.details}>
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.say('page.card.also')}</h3>
          <ul className={styles.others}>
            {others.map((finding) => (
              <li key={JSON.stringify([finding.code, finding.subject])} dir="auto">
                {sayFinding(org, card, finding, words)}{' '}
                {card.places === 1 && (
                  <Asked figure={{ name: 'finding', code: finding.code, ...finding.subject }} label={chipOf(finding, words)}>
                    {words.say('page.topic.why')}
                  </Asked>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <CardRemedies card={card} roleTitle={roleTitle} />
      <CardAccept card={card} what={`${roleTitle}, ${topicOf(org, card, words)}`} />
    </div>
  )
}

/** It was accepted until a day that is over. */
function Ended({ org, card }: { org: Org; card: Card }) {
  const words = useWords()
  const today = useApp((s) => s.session.today)
  const line = card.findings.map((finding) => endedOf(org, finding, today)).find((one) => one !== undefined)
  if (!line) return null
  return (
    <p className={accept.ended} dir="auto">
      {words.say('judging.accepted.was', { day: words.day(line.until ?? ''), because: line.because })}
    </p>
  )
}

function sayFinding(org: Org, card: Card, finding: Finding, words: Words): string {
  if (finding.state !== 'unknown') return sentenceOf(org, finding, words)
  return words.say('page.card.unknown', {
    role: card.places > 1 ? titleOfRole(org, finding.subject.role ?? '') : aboutOf(org, card, words),
    topic: topicOf(org, card, words),
    because: becauseOf(finding, words),
  })
}
