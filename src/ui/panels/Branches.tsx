// Where it gets stuck, branch by branch: before the places, in an organisation that has too many of them.
import { useState } from 'react'
import { periodOf } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import { labelsOf } from '../../scene/labels'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './Branches.module.css'
import { branchesOf } from './branches'

const SHOWN_AT_FIRST = 4

export function Branches() {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const [isWhole, setWhole] = useState(false)
  if (!org || !analysis) return null
  const branches = branchesOf(analysis, org)
  if (branches.length === 0) return null
  const { say } = words
  const labels = labelsOf(org, 'screen', words)
  const most = branches[0]?.never ?? 0
  const shown = isWhole ? branches : branches.slice(0, SHOWN_AT_FIRST)
  return (
    <section className={styles.branches} aria-labelledby="branches-title">
      <header className={styles.head}>
        <h3 id="branches-title">{say('page.branches')}</h3>
        <span>{say('page.branches.order', { period: periodOf(org, words) })}</span>
      </header>
      <ol className={styles.list}>
        {shown.map(({ role, sum, never }) => (
          <li key={role}>
            <button type="button" className={styles.branch} onClick={() => app.select(idOf(org, role))}>
              <span className={styles.name} dir="auto">
                {labels.unit(role) || labels.title(role)}
              </span>
              <strong>{words.number(sum.outcome.never)}</strong>
              <span>{say('page.branches.flags', { count: sum.flags.high })}</span>
              <span className={styles.of}>{say('page.branches.of', { count: sum.outcome.all })}</span>
              <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 3">
                <rect width={most > 0 && never > 0 ? Math.max(1.5, (never / most) * 100) : 0} height="3" />
              </svg>
            </button>
          </li>
        ))}
      </ol>
      {branches.length > SHOWN_AT_FIRST && (
        <button type="button" className={`${controls.link} ${styles.more}`} onClick={() => setWhole(!isWhole)}>
          {isWhole ? say('page.cards.fewer') : say('page.branches.all', { count: branches.length })}
        </button>
      )}
    </section>
  )
}
