// The one door through which a document changes, and the way back.
import type { Edit } from '../../model/edits/edit'
import { changed, type History, redone, undone } from '../history'
import { documentAfter } from '../trial'
import type { Tools } from './tools'

export const changing = ({ get, setWorkbook, setSession, maker, endTrial, say }: Tools) => {
  const goTo = (history: History) => {
    const before = get().workbook.history?.doc
    endTrial()
    if (before) maker.change(before, history.doc, () => setWorkbook({ history }))
  }
  return {
    /** All of them or none; one step for undo. */
    apply(edits: readonly Edit[]): boolean {
      const { history } = get().workbook
      const after = documentAfter(get(), edits)
      if (!history || !after) return false
      if ('problem' in after) {
        say({ tone: 'bad', key: `edit.${after.problem}` })
        return false
      }
      goTo(changed(history, edits, after.doc))
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
