import type { Grant, OrgDoc } from '../types'
import type { EditKind, GrantEdit } from './edit'
import { freeId, withRow } from './rows'

/** Gives a role a power. */
export const grant: EditKind<GrantEdit> = {
  kind: 'grant',
  validate: (_, edit) => (edit.grant.role === '' || edit.grant.kind === '' ? 'grant-incomplete' : null),
  apply: (doc, edit): OrgDoc => {
    const id = edit.grant.id ?? freeId(doc.grants, `grant-${edit.grant.role}-${edit.grant.kind}`)
    return { ...doc, grants: withRow(doc.grants, { ...edit.grant, id } as Grant) }
  },
}
