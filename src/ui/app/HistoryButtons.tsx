import { orgBefore } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import styles from './controls.module.css'
import { Icon } from './Icon'
import { sayEdits } from './sayEdits'

/** What undo and redo would do, in words; null where there is nothing. */
export function useHistoryLabels(): { readonly undo: string | null; readonly redo: string | null } {
  const words = useWords()
  const history = useApp((s) => s.workbook.history)
  const last = history?.past.at(-1)
  const next = history?.future.at(-1)
  return {
    undo: last ? words.say('page.undo', { what: sayEdits(orgBefore(last.doc), last.edits, words) }) : null,
    redo: next && history ? words.say('page.redo', { what: sayEdits(orgBefore(history.doc), next.edits, words) }) : null,
  }
}

export function HistoryButtons() {
  const { say } = useWords()
  const app = useActions()
  const { undo, redo } = useHistoryLabels()
  const undoLabel = undo ?? say('page.undo.none')
  const redoLabel = redo ?? say('page.redo.none')
  const className = `${styles.quiet} ${styles.icon}`
  return (
    <>
      <button type="button" className={className} aria-label={undoLabel} title={undoLabel} disabled={undo === null} onClick={app.undo}>
        <Icon name="undo" />
      </button>
      <button type="button" className={className} aria-label={redoLabel} title={redoLabel} disabled={redo === null} onClick={app.redo}>
        <Icon name="redo" />
      </button>
    </>
  )
}
