import { useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import { Menu } from './Menu'
import { useOverlays } from './show'
import styles from './TopBar.module.css'

export function ShowMenu() {
  const { say } = useWords()
  const groups = useOverlays()
  const name = say(`overlay.${useApp((s) => s.view.overlay)}`)
  if (groups.length === 0) return null
  return (
    <div className={styles.show} data-show>
      <Menu
        label={`${say('overlay.show')}: ${name}`}
        className={`${controls.quiet} ${styles.showButton}`}
        face={
          <>
            <span className={styles.showCaption}>{say('overlay.show')}</span>
            <span className={styles.name}>{name}</span>
            <Icon name="down" />
          </>
        }
        groups={groups}
      />
    </div>
  )
}
