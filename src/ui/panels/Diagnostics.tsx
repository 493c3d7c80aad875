import { useEffect, useRef } from 'react'
import { useActions, useApp, useWords } from '../app/context'
import { countOf, DiagnosticGroups } from './DiagnosticList'
import styles from './Panel.module.css'

/** Of the sign on the chart that opens this list. */
export const SIGN_ID = 'diagnostic-sign'

/** What was repaired or guessed in the file, folded up until somebody asks. */
export function Diagnostics() {
  const { say } = useWords()
  const app = useActions()
  const isOpen = useApp((s) => s.session.areDiagnosticsOpen)
  const diagnostics = useApp((s) => s.session.diagnostics)
  const summary = useRef<HTMLElement>(null)
  // Whoever came by the sign goes on from here.
  useEffect(() => {
    if (!isOpen || document.activeElement?.id !== SIGN_ID) return
    summary.current?.focus()
    summary.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  if (diagnostics.length === 0) return null
  return (
    <details className={styles.diagnostics} open={isOpen} onToggle={(event) => app.setDiagnosticsOpen(event.currentTarget.open)}>
      <summary ref={summary}>{say('page.diagnostics', { count: countOf(diagnostics) })}</summary>
      <DiagnosticGroups diagnostics={diagnostics} />
    </details>
  )
}
