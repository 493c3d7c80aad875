// A small sign while there is something to know about the file and the panel, which says it, is put away.

import { selectIsPanelOpen } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import { Icon } from './Icon'
import styles from './Strip.module.css'

export function DiagnosticSign() {
  const { say } = useWords()
  const app = useActions()
  const isSaid = useApp(selectIsPanelOpen)
  const count = useApp((s) => s.session.diagnostics.reduce((sum, one) => sum + Math.max(1, one.places.length), 0))
  if (count === 0 || isSaid) return null
  return (
    <button type="button" className={styles.sign} onClick={app.showDiagnostics}>
      <Icon name="warning" size={14} />
      {say('page.diagnostics.sign', { count })}
    </button>
  )
}
