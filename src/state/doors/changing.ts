// The one door through which a document changes, and the way back.
import { applyEdit, validateEdit } from '../../model/edits/apply'
import type { Edit } from '../../model/edits/edit'
import { changed, type History, redone, undone } from '../history'
import type { Tools } from './tools'

export const changing = ({ get, setWorkbook, setSession, maker, say }: Tools) => {
  const goTo = (history: History) => {
    const before = get().workbook.history?.doc
    if (before) maker.change(before, history.doc, () => setWorkbook({ history }))
  }
  return {
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
      goTo(changed(history, edits, doc))
      return true
    },
    undo() {
      const { history } = get().workbook
      if (!history) return
      goTo(undone(history))
      if (get().session.notice?.offersUndo) setSession({ notice: null })
    },
    redo() {
      const { history } = get().workbook
      if (history) goTo(redone(history))
    },
  }
}
