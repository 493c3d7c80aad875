import type { Size, What } from '../../export/page'
import { selectDoc } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import { Menu } from './Menu'
import { saveDrawing } from './saving'
import { useStages } from './stages'
import styles from './TopBar.module.css'

const PAGES: readonly { readonly what: What; readonly heading: string; readonly detail: string }[] = [
  { what: 'view', heading: 'page.export.seen', detail: 'page.export.seen.detail' },
  { what: 'everything', heading: 'page.export.everything', detail: 'page.export.everything.detail' },
]
const SIZES: readonly { readonly size: Size; readonly label: string }[] = [
  { size: '16:9', label: 'page.export.slide' },
  { size: 'natural', label: 'page.export.natural' },
]

export function ExportMenu() {
  const { say } = useWords()
  const app = useActions()
  const stages = useStages()
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  if (!hasDoc) return null
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
      groups={PAGES.map(({ what, heading, detail }) => ({
        key: what,
        heading: `${say(heading)}: ${say(detail)}`,
        items: SIZES.map(({ size, label }) => ({
          key: `${what}-${size}`,
          label: say(label),
          onChoose: () => saveDrawing(app, stages, what, size),
        })),
      }))}
    />
  )
}
