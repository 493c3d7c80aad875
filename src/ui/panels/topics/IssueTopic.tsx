// A kind of case: what it needs, what it is worth, who meets it, who may settle it, and where it gets stuck.

import { needInWords, unitNameOf, valuesInWords } from '../../../i18n/powers'
import { issueName } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { Asked } from '../Asked'
import { Ask, AskRole } from './Ask'
import { CardList } from './CardList'
import { Folded } from './Folded'
import { Frame } from './Frame'
import { Gone } from './Gone'
import { type IssueFacts, selectIssueFacts } from './issue'
import { Part } from './Part'
import { GrantLine } from './RolePowers'
import styles from './Topics.module.css'

export function IssueTopic({ topic }: { topic: Extract<Topic, { kind: 'issue' }> }) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const facts = useApp((s) => selectIssueFacts(s, topic.issueType))
  if (!org || !facts) return <Gone kicker={say('page.topic.issue')} />
  const foot = facts.firstCase && (
    <Ask className={controls.button} topic={{ kind: 'case', of: facts.firstCase, by: 'route', upTo: null }}>
      {say('page.role.case')}
    </Ask>
  )
  return (
    <Frame kicker={say('page.topic.issue')} title={issueName(org, facts.index)} foot={foot}>
      <Needs facts={facts} />
      <MetBy facts={facts} />
      <Settlers facts={facts} />
      <Stuck facts={facts} />
      <Owner facts={facts} />
    </Frame>
  )
}

function Needs({ facts: { issueType, areNeedsKnown, isValued } }: { facts: IssueFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const { needs, values, apologyDue, causedBy, touchMinutes } = issueType
  const isUnvalued = values === undefined || (values !== null && 'mean' in values)
  return (
    <>
      <Part title={say('page.issue.needs')}>
        {!areNeedsKnown && (
          <>
            <p>{say('page.issue.needs.unknown')}</p>
            <p className={styles.quiet}>{say('page.issue.needs.ask')}</p>
          </>
        )}
        {areNeedsKnown && !needs?.length && <p>{say('page.issue.needs.nothing')}</p>}
        <ul className={styles.list}>
          {needs?.map((need) => (
            <li key={JSON.stringify(need)} dir="auto">
              {needInWords(org, need, words)}
            </li>
          ))}
        </ul>
        {typeof touchMinutes === 'number' && <p className={styles.quiet}>{say('page.issue.minutes', { minutes: touchMinutes })}</p>}
      </Part>
      {(isValued || values !== undefined) && values !== null && (
        <Part title={say('page.issue.values')}>
          <p>{valuesInWords(org, values, words)}</p>
          {isUnvalued && <p className={styles.quiet}>{say('page.issue.values.ask')}</p>}
        </Part>
      )}
      <Part title={say('page.issue.apology')}>
        <p dir="auto">
          {apologyDue === undefined || apologyDue === null
            ? say('page.issue.apology.unknown')
            : apologyDue
              ? say('page.issue.apology.due', { unit: causedBy ? unitNameOf(org, causedBy) : '' })
              : say('page.issue.apology.notDue')}
        </p>
      </Part>
    </>
  )
}

function MetBy({ facts: { meets, issueType } }: { facts: IssueFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  return (
    <Part title={words.say('page.issue.met')}>
      {meets.length === 0 && <p>{words.say('page.issue.met.nobody')}</p>}
      <Folded key={issueType.id} of={meets} keyOf={({ index }) => index} className={styles.rows}>
        {({ index, contacts }) => (
          <span className={styles.line}>
            <AskRole role={index} />
            {contacts !== null && (
              <Asked
                figure={{ name: 'contacts', role: idOf(org, index), issueType: issueType.id }}
                label={words.say('page.cases', { count: contacts })}
              >
                {words.number(contacts)}
              </Asked>
            )}
          </span>
        )}
      </Folded>
    </Part>
  )
}

function Settlers({ facts: { settlers, areNeedsKnown, isAuthorityComplete, issueType } }: { facts: IssueFacts }) {
  const { say } = useWords()
  const hasNeeds = areNeedsKnown && (issueType.needs?.length ?? 0) > 0
  if (!hasNeeds) return null
  return (
    <Part title={say('page.issue.may')}>
      {settlers.length === 0 && <p>{say(isAuthorityComplete ? 'page.issue.may.nobody' : 'page.issue.may.unknown')}</p>}
      <Folded key={issueType.id} of={settlers} atFirst={7} keyOf={({ held }) => held.grant.id} className={styles.rows}>
        {({ held, roles }) => (
          <>
            <Folded of={roles} atFirst={3} keyOf={(role) => role} className={styles.names}>
              {(role) => <AskRole role={role} />}
            </Folded>
            <GrantLine held={held} />
          </>
        )}
      </Folded>
      {settlers.length > 0 && !isAuthorityComplete && <p className={styles.quiet}>{say('page.issue.may.others')}</p>}
    </Part>
  )
}

function Stuck({ facts: { cards, meets, issueType } }: { facts: IssueFacts }) {
  const { say } = useWords()
  if (meets.length === 0) return null
  return (
    <Part title={say('page.issue.stuck')}>
      {cards.length === 0 && <p>{say('page.issue.stuck.none')}</p>}
      <CardList key={issueType.id} cards={cards} />
    </Part>
  )
}

function Owner({ facts: { owner } }: { facts: IssueFacts }) {
  const { say } = useWords()
  return (
    <Part title={say('page.issue.owner')}>
      {owner.kind === 'role' && (
        <p>
          <AskRole role={owner.role} />
        </p>
      )}
      {owner.kind === 'titled' && (
        <>
          <p>{say('page.issue.owner.titled')}</p>
          <Folded of={[...owner.roles]} keyOf={(role) => role} className={styles.names}>
            {(role) => <AskRole role={role} />}
          </Folded>
        </>
      )}
      {owner.kind === 'nobody' && <p>{say('page.issue.owner.nobody')}</p>}
      {owner.kind === 'not known' && <p>{say('page.topic.unknown')}</p>}
    </Part>
  )
}
