// Of a file that does not say where cases could get stuck: what is not known, what to add next, and how.
import { selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { exampleRoles, gapsOf, IN_AN_OUTLINE } from './gaps'
import styles from './States.module.css'

export function Unsaid() {
  const { say } = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const gaps = gapsOf(org)
  const roles = exampleRoles(org)
  const now = gaps.filter((gap) => IN_AN_OUTLINE.has(gap))
  const later = gaps.filter((gap) => !IN_AN_OUTLINE.has(gap))
  return (
    <div className={styles.body}>
      <h3 className={styles.heading}>{say('page.gap.next')}</h3>
      <ol className={styles.steps}>
        {now.map((gap) => (
          <li key={gap} className={styles.step}>
            <strong>{say(`page.gap.${gap}`)}</strong>
            <p>{say(`page.gap.shows.${gap}`)}</p>
            <code className={styles.code} dir="auto">
              {say(`page.gap.example.${gap}`, { role: gap === 'decides' ? roles.decides : roles.meets })}
            </code>
          </li>
        ))}
      </ol>
      {later.length > 0 && (
        <>
          <h3 className={styles.heading}>{say('page.gap.later')}</h3>
          <ul className={styles.steps}>
            {later.map((gap) => (
              <li key={gap} className={styles.step}>
                <strong>{say(`page.gap.${gap}`)}</strong>
                <p>{say(`page.gap.shows.${gap}`)}</p>
                <code className={styles.code}>{say(`page.gap.example.${gap}`)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
