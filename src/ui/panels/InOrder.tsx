// What was looked at and is in order, rule by rule, for who doubts that anything was; made when it is opened.
import { useState } from 'react'
import { type FineRule, fineIn } from '../../analysis/fine'
import { sentenceOfFine } from '../../i18n/sentences'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import disclosure from './disclosure.module.css'
import styles from './Judging.module.css'
import topics from './topics/Topics.module.css'

export function InOrder() {
  const { say } = useWords()
  const analysis = useApp(selectAnalysis)
  const [isOpen, setOpen] = useState(false)
  if (!analysis) return null
  const rules = fineIn(analysis)
  const count = rules.reduce((sum, rule) => sum + rule.count, 0)
  if (count === 0) return null
  return (
    <details className={disclosure.disclosure} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('judging.fine', { count })}</summary>
      {isOpen && (
        <>
          <p className={styles.about}>{say('judging.fine.about')}</p>
          {rules.map((rule) => (
            <Rule key={rule.code} rule={rule} />
          ))}
        </>
      )}
    </details>
  )
}

function Rule({ rule }: { rule: FineRule }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { code, count, notApplicable, others } = rule
  const title = say(`ok.title.${code}`)
  const why = say(`ok.not.${code}`)
  if (count === 0 && others > 0) return null // it stands on the cards
  if (count === 0) {
    return (
      <p className={styles.quiet}>
        {title}: {say('judging.fine.not.because', { why })}
      </p>
    )
  }
  return (
    <details className={styles.rule} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('judging.fine.rule', { title, count })}</summary>
      {isOpen && <Rows rule={rule} />}
      {isOpen && notApplicable > 0 && <p className={styles.quiet}>{say('judging.fine.notIn', { count: notApplicable, why })}</p>}
    </details>
  )
}

const AT_FIRST = 5
const MORE = 50

function Rows({ rule }: { rule: FineRule }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const [asked, setAsked] = useState(AT_FIRST)
  if (!org) return null
  const rows = rule.from(0, asked)
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={JSON.stringify(row.subject)} dir="auto">
            {sentenceOfFine(org, row, words)}
          </li>
        ))}
      </ul>
      {rule.count > rows.length && (
        <button type="button" className={topics.more} onClick={() => setAsked(asked + MORE)}>
          {words.say('page.topic.others', { count: rule.count - rows.length })}
        </button>
      )}
    </>
  )
}
