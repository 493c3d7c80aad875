// At the foot of the findings, folded up: the questions whose answers would change most of them.

import type { NextQuestion } from '../../analysis/types'
import { issueName, roleName } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { selectAnalysis, selectOrg } from '../../state/derived'
import type { Topic } from '../../state/types'
import { useActions, useApp, useWords } from '../app/context'
import { type Gap, gapsOf } from './gaps'
import styles from './States.module.css'

const MOST = 5
const NO_GAPS: readonly Gap[] = []

export function MoreToAsk({ isOpen }: { isOpen: boolean }) {
  const { say } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const gaps = org ? gapsOf(org) : NO_GAPS
  if (!org || !analysis) return null
  const questions = analysis.nextQuestions.slice(0, MOST)
  if (questions.length + gaps.length === 0) return null
  return (
    <details className={styles.asks} open={isOpen}>
      <summary>{say('page.asks')}</summary>
      <ul className={styles.steps}>
        {questions.map((question) => (
          <li key={`${question.section}/${question.role}/${question.issueType}`} className={styles.step}>
            <button type="button" className={styles.link} onClick={() => app.ask(topicOf(org, question))}>
              {say(`page.asks.${question.section}`, subjectOf(org, question))}
            </button>
            {org.contacts.areCounted && <p>{say('page.asks.cases', { cases: question.contacts })}</p>}
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={gap} className={styles.step}>
            <strong>{say(`page.gap.${gap}`)}</strong>
            <p>{say(`page.gap.shows.${gap}`)}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function subjectOf(org: Org, { role, issueType }: NextQuestion) {
  return {
    ...(role === undefined ? {} : { role: roleName(org, role) }),
    ...(issueType === undefined ? {} : { issue: issueName(org, issueType) }),
  }
}
function topicOf(org: Org, { role, issueType }: NextQuestion): Topic {
  return role === undefined
    ? { kind: 'issue', issueType: org.doc.issueTypes?.[issueType as number]?.id ?? '' }
    : { kind: 'role', role: idOf(org, role) }
}
