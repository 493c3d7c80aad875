import { roleMissing, withCells } from './cells'
import type { EditKind, MeasureEdit } from './edit'

/** Measures a role by one thing more; what it was measured by stays. */
export const measure: EditKind<MeasureEdit> = {
  kind: 'measure',
  validate: (doc, edit) => roleMissing(doc, edit.role),
  apply: (doc, edit) => withCells(doc, edit.role, 'measures', (before) => [...(before ?? []), edit.measure]),
}
