// Cards of one thing, in a topic: a few, the rest when asked for; each opens where it stands.
import { useState } from 'react'
import type { Card } from '../../../analysis/types'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { CardView } from '../CardView'
import { cardKey } from '../cards'
import styles from './Topics.module.css'

const AT_FIRST = 5
const MORE = 20

export function CardList({ cards }: { cards: readonly Card[] }) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const [open, setOpen] = useState('')
  const [asked, setAsked] = useState(AT_FIRST)
  if (!org || cards.length === 0) return null
  const hidden = Math.max(0, cards.length - asked)
  return (
    <>
      <ul className={styles.cards}>
        {cards.slice(0, asked).map((card) => {
          const key = cardKey(org, card)
          const here = { isOpen: key === open, toggle: () => setOpen(key === open ? '' : key) }
          return <CardView key={key} card={card} top={cards[0]?.stake ?? 0} here={here} />
        })}
      </ul>
      {hidden > 0 && (
        <button type="button" className={`${styles.more} ${styles.moreCards}`} onClick={() => setAsked(asked + MORE)}>
          {say('page.topic.others', { count: hidden })}
        </button>
      )}
    </>
  )
}
