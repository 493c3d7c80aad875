// A small sign on the chart while there is something to know about the file.

import { useActions, useApp, useWords } from '../app/context'
import { Icon } from '../app/Icon'
import styles from './Chart.module.css'

export function DiagnosticSign() {
  const { say } = useWords()
  const app = useActions()
  const count = useApp((s) => s.session.diagnostics.reduce((sum, one) => sum + Math.max(1, one.places.length), 0))
  if (count === 0) return null
  return (
    <button type="button" className={styles.sign} onClick={app.showDiagnostics}>
      <Icon name="warning" size={14} />
      {say('page.diagnostics.sign', { count })}
    </button>
  )
}
