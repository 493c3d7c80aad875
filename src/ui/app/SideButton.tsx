// Shows and hides what stands beside the chart: the outline at the left, the panel at the right.
import { selectIsPanelOpen } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'

export function OutlineButton() {
  const app = useActions()
  const isOpen = useApp((s) => s.view.isOutlineOpen)
  return <SideButton id="outline" isOpen={isOpen} label={isOpen ? 'find.outline.hide' : 'find.outline.show'} onToggle={app.toggleOutline} />
}
export function PanelButton() {
  const app = useActions()
  const isOpen = useApp(selectIsPanelOpen)
  return <SideButton id="panel" isOpen={isOpen} label={isOpen ? 'page.panel.hide' : 'page.panel.show'} onToggle={app.togglePanel} />
}

interface Props {
  /** Of the element, and of its sign. */
  readonly id: 'outline' | 'panel'
  readonly isOpen: boolean
  readonly label: string
  readonly onToggle: () => void
}
function SideButton({ id, isOpen, label: key, onToggle }: Props) {
  const { say } = useWords()
  const label = say(key)
  return (
    <button
      type="button"
      className={`${styles.quiet} ${styles.icon}`}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={onToggle}
    >
      <Icon name={id} />
    </button>
  )
}
