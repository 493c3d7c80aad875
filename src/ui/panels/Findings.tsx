// What the flipped chart says: cards in order of what is at stake. Low in a sheet there is room for one of them.
import { useState } from 'react'
import type { Card } from '../../analysis/types'
import { periodOf } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { Org } from '../../model/types'
import { selectAnalysis, selectIsStale, selectOrg, selectTopic } from '../../state/derived'
import type { Topic } from '../../state/types'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { useIsNarrow } from '../app/narrow'
import { TotalsList } from '../app/Strip'
import { HelpOn } from '../import/HelpOn'
import { AllTotals } from './AllTotals'
import { selectAccepted } from './accepting'
import { Branches } from './Branches'
import { CardView } from './CardView'
import { Counting } from './Counting'
import { cardKey, selectCardList } from './cards'
import styles from './Findings.module.css'
import { gapsOf, IN_AN_OUTLINE } from './gaps'
import { Judging } from './Judging'
import { MoreToAsk } from './MoreToAsk'
import { NothingFound } from './NothingFound'
import { OutlineToFill } from './OutlineToFill'
import { SheetButtons } from './SheetButtons'
import { Unsaid } from './Unsaid'
import { type Verdict, verdictOf } from './verdict'

const SHOWN_AT_FIRST = 7
const MORE = 20
const MORE_OF: Record<Verdict, string> = {
  stuck: 'page.cards.all',
  unknown: 'page.cards.all',
  none: 'page.asks',
  unsaid: 'page.sheet.add',
}

export function Findings() {
  const words = useWords()
  const isNarrow = useIsNarrow()
  const isTall = useApp((s) => s.view.isSheetTall)
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const cards = useApp(selectCardList)
  const topic = useApp(selectTopic)
  const opened = useApp((s) => s.session.opened)
  const isStale = useApp(selectIsStale)
  const [asked, setAsked] = useState(SHOWN_AT_FIRST)
  if (!org) return null
  if (!analysis || !cards) return <Counting />
  const { say } = words
  const isLow = isNarrow && !isTall
  const verdict = verdictOf(analysis)
  const first = cards.from(0, isLow ? (verdict === 'none' ? 0 : 1) : asked)
  const open = topic?.kind === 'card' ? cards.at(roleAt(org, topic.role) ?? -1).find((card) => isAbout(org, card, topic)) : undefined
  const shown = isLow || !open || first.some((card) => isAbout(org, card, topic)) ? first : [...first, open]
  const hidden = cards.length - shown.length
  return (
    <section className={styles.findings} aria-labelledby="findings-title" aria-busy={isStale} data-low={isLow}>
      <Head verdict={verdict} />
      {/* It scrolls, and may hold nothing else that takes the keyboard. */}
      <div className={styles.list} {...(verdict === 'unsaid' ? { tabIndex: 0 } : {})}>
        {verdict === 'none' && <NothingFound />}
        {(verdict === 'unsaid' || verdict === 'unknown') && !isLow && <HelpOn />}
        {verdict === 'unsaid' && !isLow && <Unsaid />}
        {verdict === 'stuck' && !isLow && <Branches />}
        {shown.length > 0 && (
          <ol className={styles.cards}>
            {shown.map((card) => (
              <CardView key={cardKey(org, card)} card={card} top={shown[0]?.stake ?? 0} />
            ))}
          </ol>
        )}
        {!isLow && verdict !== 'unsaid' && <MoreToAsk isOpen={verdict !== 'stuck'} />}
        {!isLow && verdict !== 'unsaid' && <Judging />}
        {isNarrow && isTall && (
          <div className={styles.totals}>
            <TotalsList />
            <AllTotals />
          </div>
        )}
      </div>
      {!isLow && verdict === 'unsaid' && (
        <footer className={styles.way}>
          <OutlineToFill key={opened} />
        </footer>
      )}
      {!isLow && verdict !== 'unsaid' && (
        <footer className={styles.foot}>
          {hidden > 0 && (
            <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => setAsked(shown.length + MORE)}>
              {say('page.cards.more', { count: hidden, of: cards.length })}
            </button>
          )}
          {hidden === 0 && shown.length > SHOWN_AT_FIRST && (
            <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => setAsked(SHOWN_AT_FIRST)}>
              {say('page.cards.fewer')}
            </button>
          )}
          <span>
            {isStale ? (
              say('page.counting.again')
            ) : (
              <Counts on={say(hidden > 0 ? 'page.cards.them' : 'page.cards.count', { count: cards.length })} />
            )}
          </span>
        </footer>
      )}
      {isNarrow && <SheetButtons more={say(MORE_OF[verdict])} />}
    </section>
  )
}

function Counts({ on }: { on: string }) {
  const { say } = useWords()
  const analysis = useApp(selectAnalysis)
  const accepted = useApp(selectAccepted).reduce((sum, { count }) => sum + count, 0)
  if (!analysis) return null
  // What is accepted stands on no card.
  const totals = say('page.cards.totals', { ...analysis.counts, on: accepted > 0 ? '' : on })
  return accepted > 0 ? say('judging.accepted.of', { totals, count: accepted }) : totals
}

function isAbout(org: Org, card: Card, topic: Topic | null): boolean {
  return topic?.kind === 'card' && cardKey(org, card) === `${topic.role}/${topic.issueType}`
}

function Head({ verdict }: { verdict: Verdict }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const cards = useApp(selectCardList)
  if (!org || !analysis || !cards) return null
  const { say } = words
  const gap = gapsOf(org).find((one) => IN_AN_OUTLINE.has(one))
  return (
    <header className={styles.head}>
      <h2 className={styles.title} id="findings-title" tabIndex={-1}>
        {verdict === 'stuck' && say('page.cards.stuck', { count: cards.stuck })}
        {verdict === 'none' && say('page.cards.none')}
        {verdict === 'unknown' && say('page.cards.unknown')}
        {verdict === 'unsaid' && say(gap ? `page.gap.title.${gap}` : 'page.cards.unknown')}
      </h2>
      {verdict === 'unsaid' && gap && <p className={styles.lead}>{say(`page.gap.lead.${gap}`)}</p>}
      {cards.length > 0 && verdict !== 'none' && (
        <p className={styles.order}>
          {say(analysis.stakeIsMoney ? 'page.cards.byMoney' : 'page.cards.byContacts', {
            period: periodOf(org, words),
            cards: cards.length,
          })}
        </p>
      )}
    </header>
  )
}
