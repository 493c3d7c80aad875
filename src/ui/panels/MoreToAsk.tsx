// At the foot of the findings, folded up: the questions whose answers would change most of them.

import { selectAnalysis, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { asksOf } from './asks'
import disclosure from './disclosure.module.css'
import { type Gap, gapsOf } from './gaps'
import styles from './States.module.css'
import { useQuestions } from './useCounted'

const MOST = 5
const NO_GAPS: readonly Gap[] = []

export function MoreToAsk({ isOpen }: { isOpen: boolean }) {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const questions = useQuestions()
  const gaps = org ? gapsOf(org) : NO_GAPS
  if (!org || !analysis) return null
  const asks = asksOf(org, analysis, questions ?? [], words, MOST)
  if (asks.length + gaps.length === 0) return null
  return (
    <details className={`${disclosure.disclosure} ${styles.asks}`} open={isOpen}>
      <summary>{say('page.asks')}</summary>
      <ul className={styles.steps}>
        {asks.map(({ key, question, topic, contacts, how }) => (
          <li key={key} className={styles.step}>
            <button type="button" className={`${controls.link} ${styles.link}`} onClick={() => app.ask(topic)}>
              {question}
            </button>
            <p>
              {org.contacts.areCounted && say('page.asks.cases', { cases: contacts })} {say(`page.asks.settles.${how}`)}
            </p>
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
