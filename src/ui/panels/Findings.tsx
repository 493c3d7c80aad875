// What the flipped chart says: cards in order of what is at stake.
import { useState } from 'react'
import { periodOf, roleName } from '../../i18n/sentences'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { CardView } from './CardView'
import { cardKey, countStates, selectCards, stuckIn } from './cards'
import styles from './Findings.module.css'

const SHOWN_AT_FIRST = 7

export function Findings() {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const cards = useApp(selectCards)
  const cardsOf = useApp((s) => s.view.cardsOf)
  const openCard = useApp((s) => s.view.openCard)
  const [isWhole, setWhole] = useState(false)
  if (!org || !analysis) return null
  const { say } = words
  const role = cardsOf === null ? undefined : org.roleAt.get(cardsOf)
  const isOpenHidden = cards.slice(SHOWN_AT_FIRST).some((card) => cardKey(org, card) === openCard)
  const shown = isWhole || isOpenHidden ? cards : cards.slice(0, SHOWN_AT_FIRST)
  const hidden = cards.length - shown.length
  const stuck = stuckIn(cards)
  const period = periodOf(org, words)
  const isCounted = analysis.totals.contacts !== null || analysis.cards.length > 0
  const subtitle = say(analysis.stakeIsMoney ? 'page.cards.byMoney' : 'page.cards.byContacts', { period })
  return (
    <section className={styles.findings} aria-labelledby="findings-title">
      <header className={styles.head}>
        <h2 className={styles.title} id="findings-title">
          {stuck > 0 ? say('page.cards.stuck', { count: stuck }) : say(isCounted ? 'page.cards.none' : 'page.cards.unknown')}
        </h2>
        {role === undefined ? (
          <p className={styles.order}>{cards.length > 0 && subtitle}</p>
        ) : (
          <p className={styles.order} dir="auto">
            {say('page.cards.atRole', { role: roleName(org, role) })}
            <button type="button" className={styles.link} onClick={() => app.select(null)}>
              {say('page.cards.allRoles')}
            </button>
          </p>
        )}
      </header>
      <ol className={styles.list}>
        {shown.map((card) => (
          <CardView key={cardKey(org, card)} card={card} top={analysis.cards[0]?.stake ?? 0} />
        ))}
        {cards.length === 0 && (
          <li className={styles.quiet}>
            {role === undefined ? say('page.cards.people') : say('page.cards.quiet', { role: roleName(org, role) })}
          </li>
        )}
      </ol>
      <footer className={styles.foot}>
        {(hidden > 0 || isWhole) && (
          <button type="button" className={styles.link} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {hidden > 0 ? say('page.cards.more', { count: hidden }) : say('page.cards.fewer')}
          </button>
        )}
        <span>{say('page.cards.totals', countStates(analysis.findings))}</span>
      </footer>
    </section>
  )
}
