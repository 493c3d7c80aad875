// Under the face of an open card: what it says in passing, each number asked; and one of its cases to go along with.
import type { Card, Figure, Finding } from '../../analysis/types'
import { periodOf } from '../../i18n/sentences'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Asked } from './Asked'
import styles from './CardView.module.css'
import { caseOfCard } from './cardCase'
import { Ask } from './topics/Ask'

export function CardFigures({ card }: { card: Card }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const first = card.findings[0]
  if (!org || !analysis || !first) return null
  const { say } = words
  const isOfCases = first.contacts !== null || card.issueType !== null
  const cases = isOfCases ? say('page.cases', { count: first.contacts }) : say('page.topic.why')
  const share = first.share === null || !first.subject.role ? '' : say('page.card.share', { share: words.percent(first.share, 1) })
  const amount = words.money(card.stake, org.doc.organization.currency ?? '')
  const risk = say('page.card.risk', { amount, period: periodOf(org, words) })
  const followed = caseOfCard(org, card)
  return (
    <div className={styles.figures}>
      <p className={styles.asked}>
        <Asked figure={{ name: 'finding', code: first.code, ...first.subject }} label={[cases, share].filter(Boolean).join(', ')}>
          {cases}
        </Asked>
        {share && <span>{share}</span>}
        {analysis.stakeIsMoney && card.stake > 0 && (
          <Asked figure={{ name: 'risk', ...riskOf(first) }} label={risk}>
            {risk}
          </Asked>
        )}
      </p>
      {followed && (
        <Ask topic={{ kind: 'case', of: followed, by: 'route', upTo: null }} className={`${controls.button} ${styles.follow}`}>
          {say('page.card.follow')}
        </Ask>
      )}
    </div>
  )
}

/** Of all that the card’s role meets, or of one kind of it. */
function riskOf({ subject: { role, issueType } }: Finding): Pick<Figure, 'role' | 'issueType'> {
  return { ...(role === undefined ? {} : { role }), ...(issueType === undefined ? {} : { issueType }) }
}
