// At the foot of what is seen of a list of changes: what becomes of everything in a line, and the button that makes it so. It is always
// there: coming and going it would cover the row under the pointer, which would make it go.
import type { Course, FindingTurn } from '../../analysis/difference'
import { selectTrial, selectTrialProblem, type Tried } from '../../state/trial'
import { CourseSign } from '../app/CourseSign'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './Remedies.module.css'
import { useSteadyHeight } from './steadyHeight'
import { countOf } from './trying'

export function TrialBar({ onMake }: { onMake: () => void }) {
  const { say } = useWords()
  const chosen = useApp((s) => s.session.trial?.chosen.length ?? 0)
  const isOn = useApp((s) => s.session.trial !== null)
  const problem = useApp(selectTrialProblem)
  const tried = useApp(selectTrial)
  const place = useSteadyHeight()
  return (
    <div ref={place} className={styles.bar}>
      {tried ? (
        <Sum tried={tried} />
      ) : (
        <p className={styles.note}>{say(problem ? `edit.${problem}` : isOn ? 'trial.working' : 'trial.hint')}</p>
      )}
      {chosen > 0 && !problem && (
        <button type="button" className={`${controls.primary} ${controls.wide}`} onClick={onMake}>
          {say('trial.make', { count: chosen })}
        </button>
      )}
    </div>
  )
}

const TURNS: readonly (readonly [FindingTurn, Course])[] = [
  ['appears', 'worse'],
  ['worsens', 'worse'],
  ['vanishes', 'better'],
  ['eases', 'better'],
]

function Sum({ tried: { difference } }: { tried: Tried }) {
  const { say } = useWords()
  if (difference.isNothing) return <p className={styles.note}>{say('trial.nothing')}</p>
  const totals = (['worse', 'better', 'open'] as const).map((course) => ({
    course,
    count: countOf(difference, course),
    key: `trial.sum.${course}`,
  }))
  const findings = TURNS.map(([turn, course]) => ({ course, count: difference.findings[turn].count, key: `trial.${turn}` }))
  return (
    <ul className={styles.sum}>
      {[...totals, ...findings]
        .filter(({ count }) => count > 0)
        .sort((a, b) => Number(b.course === 'worse') - Number(a.course === 'worse'))
        .map(({ course, count, key }) => (
          <li key={key}>
            <CourseSign course={course} />
            {say(key, { count })}
          </li>
        ))}
    </ul>
  )
}
