import { useWords } from './context'
import controls from './controls.module.css'
import { useExports } from './exports'
import { Icon } from './Icon'
import { Menu } from './Menu'
import styles from './TopBar.module.css'

export function ExportMenu() {
  const { say } = useWords()
  const groups = useExports()
  if (groups.length === 0) return null
  return (
    <Menu
      label={say('page.export.long')}
      className={controls.button}
      align="end"
      face={
        <>
          <Icon name="export" />
          <span className={styles.caption}>{say('page.export')}</span>
        </>
      }
      groups={groups}
    />
  )
}
