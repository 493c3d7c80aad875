// The strip while something is tried: every total today, and what it becomes.
import type { Tried } from '../../state/trial'
import { CourseSign } from './CourseSign'
import { useWords } from './context'
import controls from './controls.module.css'
import styles from './TrialTotals.module.css'
import { namesOnStrip, totalToBe } from './trialTotals'

export function TrialTotals({ tried: { difference, org } }: { tried: Tried }) {
  const words = useWords()
  return (
    <ul className={styles.totals} aria-label={words.say('trial.title')} data-tried>
      {namesOnStrip(difference).map((name) => {
        const { before, after, caption, course } = totalToBe(difference, name, org, words)
        return (
          <li key={name} className={styles.total} data-total={name} data-course={course}>
            <span className={styles.value}>
              {before !== after && (
                <>
                  <span className={styles.before}>{before}</span> <span aria-hidden="true">→</span>
                  <span className={controls.hidden}> {words.say('trial.to')} </span>{' '}
                </>
              )}
              {after}
            </span>
            <span className={styles.caption}>
              <CourseSign course={course} />
              {course === 'same' ? caption : words.say('trial.total', { course: words.say(`trial.course.${course}`), caption })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
