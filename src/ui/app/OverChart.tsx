// The little that lies over the chart, or in its place while there is none.
import { selectDoc } from '../../state/derived'
import { useApp, useWords } from './context'
import { DiagnosticSign } from './DiagnosticSign'
import { Mark } from './Icon'
import styles from './OverChart.module.css'

export function OverChart() {
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  const isOnItsWay = useApp((s) => s.session.notice === null || s.session.reading !== null)
  const isPresenting = useApp((s) => s.session.presenting !== null)
  if (isPresenting) return null
  return (
    <div className={styles.over}>
      {!hasDoc && <div className={styles.empty}>{!isOnItsWay && <NoChart />}</div>}
      <DiagnosticSign />
    </div>
  )
}

function NoChart() {
  const { say } = useWords()
  return (
    <div className={styles.frame}>
      <div className={styles.mark}>
        <Mark />
      </div>
      <p className={styles.invitation}>{say('page.empty.drop')}</p>
      <p className={styles.detail}>{say('page.empty.paste')}</p>
      <pre className={styles.example}>{say('page.empty.example')}</pre>
    </div>
  )
}
