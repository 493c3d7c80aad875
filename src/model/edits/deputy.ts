import { roleMissing, withCells } from './cells'
import type { DeputyEdit, EditKind } from './edit'

/** Names a deputy, beside those there are. */
export const deputy: EditKind<DeputyEdit> = {
  kind: 'deputy',
  validate: (doc, edit) => roleMissing(doc, edit.role) ?? roleMissing(doc, edit.deputy),
  apply: (doc, edit) => withCells(doc, edit.role, 'deputy', (before) => [...new Set([...(before ?? []), edit.deputy])]),
}
