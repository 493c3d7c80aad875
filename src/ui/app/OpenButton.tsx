import { useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import { useOpener } from './opening'
import styles from './TopBar.module.css'

export function OpenButton() {
  const { say } = useWords()
  const { pick } = useOpener()
  return (
    <button type="button" className={controls.button} aria-label={say('page.open.file')} title={say('page.open.file')} onClick={pick}>
      <Icon name="open" />
      <span className={styles.caption}>{say('page.open')}</span>
    </button>
  )
}
