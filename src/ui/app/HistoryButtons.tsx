import { orgBefore } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'
import { sayEdits } from './sayEdits'

export function HistoryButtons() {
  const words = useWords()
  const app = useActions()
  const history = useApp((s) => s.workbook.history)
  const last = history?.past.at(-1)
  const next = history?.future.at(-1)
  const undo =
    last && history ? words.say('page.undo', { what: sayEdits(orgBefore(last.doc), last.edits, words) }) : words.say('page.undo.none')
  const redo =
    next && history ? words.say('page.redo', { what: sayEdits(orgBefore(history.doc), next.edits, words) }) : words.say('page.redo.none')
  return (
    <>
      <button type="button" className={`${styles.quiet} ${styles.icon}`} aria-label={undo} title={undo} disabled={!last} onClick={app.undo}>
        <Icon name="undo" />
      </button>
      <button type="button" className={`${styles.quiet} ${styles.icon}`} aria-label={redo} title={redo} disabled={!next} onClick={app.redo}>
        <Icon name="redo" />
      </button>
    </>
  )
}
