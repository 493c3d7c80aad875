import { useActions, useApp, useWords } from '../app/context'
import { DiagnosticList } from './DiagnosticList'
import styles from './Panel.module.css'

/** What was repaired or guessed in the file, folded up until somebody asks. */
export function Diagnostics() {
  const { say } = useWords()
  const app = useActions()
  const isOpen = useApp((s) => s.session.areDiagnosticsOpen)
  const diagnostics = useApp((s) => s.session.diagnostics)
  if (diagnostics.length === 0) return null
  const count = diagnostics.reduce((sum, one) => sum + Math.max(1, one.places.length), 0)
  return (
    <details className={styles.diagnostics} open={isOpen} onToggle={(event) => app.setDiagnosticsOpen(event.currentTarget.open)}>
      <summary>{say('page.diagnostics', { count })}</summary>
      <DiagnosticList diagnostics={diagnostics} />
    </details>
  )
}
