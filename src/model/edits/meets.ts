import { roleMissing, withCells } from './cells'
import type { EditKind, MeetsEdit } from './edit'

/** Says of a role, or of all with a title, whether customers meet it. */
export const meets: EditKind<MeetsEdit> = {
  kind: 'meets',
  validate: (doc, edit) => roleMissing(doc, edit.role),
  apply: (doc, edit) => withCells(doc, edit.role, 'meetsCustomers', () => edit.meets),
}
