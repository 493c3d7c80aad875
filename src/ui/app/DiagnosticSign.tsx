// A small sign on the chart while there is something to know about the file; it opens the list in the panel.
import { countOf } from '../panels/DiagnosticList'
import { SIGN_ID } from '../panels/Diagnostics'
import { useActions, useApp, useWords } from './context'
import { Icon } from './Icon'
import styles from './OverChart.module.css'

export function DiagnosticSign() {
  const { say, number } = useWords()
  const app = useActions()
  const count = useApp((s) => countOf(s.session.diagnostics))
  if (count === 0) return null
  const label = say('page.diagnostics.sign', { count })
  return (
    <button type="button" id={SIGN_ID} className={styles.sign} aria-label={label} title={label} onClick={app.showDiagnostics}>
      <Icon name="warning" size={14} />
      {number(count)}
    </button>
  )
}
