import { selectDoc } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import styles from '../app/TopBar.module.css'

export function ExportButton() {
  const { say } = useWords()
  const app = useActions()
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  if (!hasDoc) return null
  return (
    <button
      type="button"
      className={controls.button}
      aria-label={say('page.export.long')}
      title={say('page.export.long')}
      aria-haspopup="dialog"
      onClick={() => app.showExport(true)}
    >
      <Icon name="export" />
      <span className={styles.caption}>{say('page.export')}</span>
    </button>
  )
}
