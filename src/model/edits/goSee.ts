import { roleMissing, withCells } from './cells'
import type { EditKind, GoSeeEdit } from './edit'

/** Says how often a role goes to see customers. */
export const goSee: EditKind<GoSeeEdit> = {
  kind: 'goSee',
  validate: (doc, edit) => roleMissing(doc, edit.role) ?? (edit.everyDays === null || edit.everyDays > 0 ? null : 'days-not-positive'),
  apply: (doc, edit) => withCells(doc, edit.role, 'goSeeEveryDays', () => edit.everyDays),
}
