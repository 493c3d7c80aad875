// Undo as references: a change remembers its edit (which is also its label) and the document on the other side of it.
import type { Edit } from '../model/edits/edit'
import type { OrgDoc } from '../model/types'

export interface Change {
  /** One remedy may be several edits; they are undone together. */
  readonly edits: readonly Edit[]
  readonly doc: OrgDoc
}
export interface History {
  readonly doc: OrgDoc
  /** `doc` of the last one is the document before the last change. */
  readonly past: readonly Change[]
  /** `doc` of the last one is the document that redo gives back. */
  readonly future: readonly Change[]
}

export function begun(doc: OrgDoc): History {
  return { doc, past: [], future: [] }
}
export function changed(history: History, edits: readonly Edit[], doc: OrgDoc): History {
  return { doc, past: [...history.past, { edits, doc: history.doc }], future: [] }
}
export function undone(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return { doc: last.doc, past: history.past.slice(0, -1), future: [...history.future, { edits: last.edits, doc: history.doc }] }
}
export function redone(history: History): History {
  const next = history.future.at(-1)
  if (!next) return history
  return { doc: next.doc, past: [...history.past, { edits: next.edits, doc: history.doc }], future: history.future.slice(0, -1) }
}
