import { useActions, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'

export function HelpButton() {
  const { say } = useWords()
  const app = useActions()
  return (
    <button
      type="button"
      className={`${styles.quiet} ${styles.icon}`}
      aria-label={say('find.keys')}
      title={say('find.keys')}
      aria-haspopup="dialog"
      onClick={() => app.showKeys(true)}
    >
      <Icon name="help" />
    </button>
  )
}
