// The one door through which a document changes, and the way back.
import { applyEdit, validateEdit } from '../../model/edits/apply'
import type { Edit } from '../../model/edits/edit'
import { changed, redone, undone } from '../history'
import type { Tools } from './tools'

export const changing = ({ get, setWorkbook, setSession, say }: Tools) => ({
  /** All of them or none; one step for undo. */
  apply(edits: readonly Edit[]): boolean {
    const { history } = get().workbook
    if (!history) return false
    let doc = history.doc
    for (const edit of edits) {
      const problem = validateEdit(doc, edit)
      if (problem) {
        say({ tone: 'bad', key: `edit.${problem}` })
        return false
      }
      doc = applyEdit(doc, edit)
    }
    setWorkbook({ history: changed(history, edits, doc) })
    return true
  },
  undo() {
    const { history } = get().workbook
    if (!history) return
    setWorkbook({ history: undone(history) })
    if (get().session.notice?.offersUndo) setSession({ notice: null })
  },
  redo() {
    const { history } = get().workbook
    if (history) setWorkbook({ history: redone(history) })
  },
})
