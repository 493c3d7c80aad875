// Of a card that speaks of many places: each of them, the one with most at stake first, and the sum they make.
import { useState } from 'react'
import type { Card } from '../../analysis/types'
import { roleName } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { Asked } from './Asked'
import styles from './CardPlaces.module.css'
import { sayPlaceCases } from './cards'
import { Ask } from './topics/Ask'
import topics from './topics/Topics.module.css'

const AT_FIRST = 5
const MORE = 50

export function CardPlaces({ card }: { card: Card }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const [asked, setAsked] = useState(AT_FIRST)
  if (!org) return null
  const { say } = words
  const hidden = Math.max(0, card.places - asked)
  return (
    <section className={styles.places} aria-label={say('judging.places')}>
      <ul>
        {card.from(0, asked).map((place) => (
          <Place key={place.role} place={place} org={org} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={topics.more} onClick={() => setAsked(asked + MORE)}>
          {say('page.topic.others', { count: hidden })}
        </button>
      )}
      <p className={styles.sum}>
        <span>{say('judging.places.sum', { places: card.places })}</span>
        <span>{sayPlaceCases(card, words)}</span>
        <Stake card={card} />
      </p>
    </section>
  )
}

function Place({ place, org }: { place: Card; org: Org }) {
  const words = useWords()
  const [first] = place.findings
  if (!first) return null
  const [name, cases] = [roleName(org, place.role), sayPlaceCases(place, words)]
  return (
    <li>
      <Ask topic={{ kind: 'role', role: idOf(org, place.role) }}>{name}</Ask>
      <Asked
        figure={{ name: 'finding', code: first.code, ...first.subject }}
        label={words.say('judging.places.place', { place: name, cases })}
      >
        {cases || words.say('page.topic.why')}
      </Asked>
      <Stake card={place} />
    </li>
  )
}

function Stake({ card }: { card: Card }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  if (!analysis?.stakeIsMoney) return null
  return <span className={styles.stake}>{words.money(card.stake, org?.doc.organization.currency ?? '')}</span>
}
