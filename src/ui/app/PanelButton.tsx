import { selectIsPanelOpen } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'

export function PanelButton() {
  const { say } = useWords()
  const app = useActions()
  const isOpen = useApp(selectIsPanelOpen)
  const label = say(isOpen ? 'page.panel.hide' : 'page.panel.show')
  return (
    <button
      type="button"
      className={`${styles.quiet} ${styles.icon}`}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls="panel"
      onClick={app.togglePanel}
    >
      <Icon name="panel" />
    </button>
  )
}
