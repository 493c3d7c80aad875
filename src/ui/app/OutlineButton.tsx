import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'

export function OutlineButton() {
  const { say } = useWords()
  const app = useActions()
  const isOpen = useApp((s) => s.view.isOutlineOpen)
  const label = say(isOpen ? 'find.outline.hide' : 'find.outline.show')
  return (
    <button
      type="button"
      className={`${styles.quiet} ${styles.icon}`}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls="outline"
      onClick={app.toggleOutline}
    >
      <Icon name="outline" />
    </button>
  )
}
