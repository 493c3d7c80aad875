// A role as an exhibit label: who, how near to customers, what it meets, what it may decide, where cases go from it.

import { useRef, useState } from 'react'
import { roleName } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import type { RoleId } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { unitOf } from '../../roles'
import { selectCardsOf } from '../cards'
import { Ask, AskRole } from './Ask'
import { CardList } from './CardList'
import { Folded } from './Folded'
import { Frame } from './Frame'
import { Gone } from './Gone'
import { Part } from './Part'
import { RoleMeets } from './RoleMeets'
import { RolePasses } from './RolePasses'
import { RolePicker } from './RolePicker'
import { RolePowers } from './RolePowers'
import { type RoleFacts, selectAlike, selectRoleFacts } from './role'
import styles from './Topics.module.css'

export function RoleTopic({ topic }: { topic: Extract<Topic, { kind: 'role' }> }) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const facts = useApp((s) => selectRoleFacts(s, topic.role))
  if (!org || !facts) return <Gone kicker={say('page.topic.role')} />
  return (
    <Frame
      kicker={say('page.topic.role')}
      title={roleName(org, facts.role)}
      foot={<Actions key={topic.role} facts={facts} id={topic.role} />}
    >
      <Who facts={facts} id={topic.role} />
      <RoleMeets facts={facts} />
      <RolePowers power={facts.power} />
      <RolePasses facts={facts} />
      <Findings id={topic.role} isFront={facts.distance === 1} />
      <Names facts={facts} />
    </Frame>
  )
}

function Who({ facts, id }: { facts: RoleFacts; id: RoleId }) {
  const { say } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const alike = useApp((s) => selectAlike(s, id))
  if (!org) return null
  const { people, manager, reports } = facts
  const count =
    people === 0
      ? say('page.role.vacant')
      : typeof people === 'number'
        ? say('page.role.people', { count: people })
        : say('page.role.people.unknown')
  return (
    <div className={styles.who}>
      <p className={styles.under} dir="auto">
        {[unitOf(org.doc, facts.role), count].filter((part) => part !== '').join(' · ')}
      </p>
      <p>{sayDistance(facts, say)}</p>
      <p>
        {manager < 0 ? (
          say('page.role.top')
        ) : (
          <>
            {say('page.role.reportsTo')} <AskRole role={manager} />
          </>
        )}
      </p>
      {reports.length > 0 && (
        <>
          <p>{say('page.role.reports', { count: reports.length })}</p>
          <Folded key={id} of={reports} keyOf={(role) => role} className={styles.names}>
            {(role) => <AskRole role={role} />}
          </Folded>
        </>
      )}
      {alike.length > 0 && (
        <>
          <p>{say('page.role.alike', { count: alike.length })}</p>
          <Folded key={`${id} alike`} of={alike} keyOf={(role) => role} className={styles.names}>
            {(role) => (role === facts.role ? <span dir="auto">{roleName(org, role)}</span> : <AskRole role={role} />)}
          </Folded>
          <button type="button" className={controls.button} onClick={() => app.toggleBranch(idOf(org, alike[0] as number))}>
            {say('page.role.alike.open')}
          </button>
        </>
      )}
    </div>
  )
}

function sayDistance({ distance, isMetKnown }: RoleFacts, say: (key: string, params?: { steps: number }) => string): string {
  if (!isMetKnown) return say('page.role.distance.unknown')
  if (distance === null) return say('page.role.distance.none')
  return distance === 1 ? say('page.role.distance.meets') : say('page.role.distance', { steps: distance - 1 })
}

function Findings({ id, isFront }: { id: RoleId; isFront: boolean }) {
  const { say } = useWords()
  const cards = useApp((s) => selectCardsOf(s, id))
  if (cards.length === 0 && !isFront) return null
  return (
    <Part title={say('page.role.findings')}>
      {cards.length === 0 && <p>{say('page.role.findings.none')}</p>}
      <CardList key={id} cards={cards} />
    </Part>
  )
}

function Names({ facts: { names, tenureYears, people, role } }: { facts: RoleFacts }) {
  const { say } = useWords()
  const areHidden = useApp(({ session }) => session.presenting !== null && !session.presenting.areNamesShown)
  if (areHidden || (names.length === 0 && typeof tenureYears !== 'number')) return null
  return (
    <Part title={say('page.role.names')}>
      {typeof tenureYears === 'number' && <p>{say('page.role.tenure', { years: tenureYears, count: people ?? 1 })}</p>}
      <Folded key={role} of={names.map((name, row) => ({ name, row }))} keyOf={({ row }) => row}>
        {({ name }) => <span dir="auto">{name}</span>}
      </Folded>
    </Part>
  )
}

function Actions({ facts, id }: { facts: RoleFacts; id: RoleId }) {
  const { say } = useWords()
  const app = useActions()
  const [isPicking, setPicking] = useState(false)
  const isBack = useRef(false)
  const [first] = facts.cases
  const leave = (isByKey: boolean) => {
    isBack.current = isByKey
    setPicking(false)
  }
  if (isPicking) return <RolePicker except={facts.role} onPick={(to) => app.ask({ kind: 'way', from: id, to })} onLeave={leave} />
  return (
    <>
      {first && (
        <Ask className={controls.button} topic={{ kind: 'case', of: first, by: 'route', upTo: null }}>
          {say('page.role.case')}
        </Ask>
      )}
      <button
        type="button"
        className={controls.button}
        ref={(button) => {
          if (isBack.current) button?.focus()
          isBack.current = false
        }}
        onClick={() => setPicking(true)}
      >
        {say('page.role.way')}
      </button>
    </>
  )
}
