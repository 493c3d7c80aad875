import { selectTheme } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'

export function ThemeButton() {
  const { say } = useWords()
  const app = useActions()
  const isDark = useApp(selectTheme) === 'dark'
  const label = say(isDark ? 'page.theme.toLight' : 'page.theme.toDark')
  return (
    <button
      type="button"
      className={`${styles.quiet} ${styles.icon}`}
      aria-label={label}
      title={label}
      onClick={() => app.setTheme(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'moon' : 'sun'} />
    </button>
  )
}
