// What a role meets, an issue type a line, each with the gauge of what becomes of it.

import { issueName, periodOf } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { Asked } from '../Asked'
import { Ask } from './Ask'
import { Folded } from './Folded'
import { Gauge } from './Gauge'
import { caseOf, type Met } from './met'
import { Part } from './Part'
import type { RoleFacts } from './role'
import styles from './Topics.module.css'

export function RoleMeets({ facts }: { facts: RoleFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org || facts.distance !== 1) return null
  const { say } = words
  const { meets, contacts, role } = facts
  const all = say('page.role.meets.all', { count: contacts, period: periodOf(org, words) })
  return (
    <Part
      title={say('page.role.meets')}
      aside={
        contacts !== null && (
          <span className={styles.aside}>
            <Asked figure={{ name: 'contacts', role: idOf(org, role) }} label={all}>
              {all}
            </Asked>
          </span>
        )
      }
    >
      {meets.length === 0 && <p>{say('page.role.meets.unknown')}</p>}
      <Folded
        key={role}
        of={meets}
        atFirst={8}
        keyOf={({ issueType, outcome }) => `${issueType} ${outcome !== null}`}
        className={styles.rows}
      >
        {(met) => <MetLine met={met} facts={facts} />}
      </Folded>
    </Part>
  )
}

function MetLine({ met: { issueType, contacts, outcome }, facts }: { met: Met; facts: RoleFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const issue = org?.doc.issueTypes?.[issueType]
  if (!org || !issue) return null
  const name = issueName(org, issueType)
  const found = caseOf(facts.cases, issue.id)
  const figure = { name: 'contacts', role: idOf(org, facts.role), issueType: issue.id } as const
  if (!outcome) return <p className={styles.quiet}>{words.say('page.role.outOfScope', { issue: name, count: contacts })}</p>
  return (
    <>
      <span className={styles.line}>
        <Ask topic={{ kind: 'issue', issueType: issue.id }}>{name}</Ask>
        {contacts !== null && (
          <Asked figure={figure} label={words.say('page.cases', { count: contacts })}>
            {words.number(contacts)}
          </Asked>
        )}
      </span>
      <Gauge outcome={outcome}>
        {found && (
          <Ask
            topic={{ kind: 'case', of: found, by: 'route', upTo: null }}
            label={words.say('page.role.follow.issue', { issue: name })}
            className={styles.follow}
          >
            {words.say('page.role.follow')}
          </Ask>
        )}
      </Gauge>
    </>
  )
}
