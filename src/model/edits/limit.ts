import type { EditKind, LimitEdit } from './edit'
import { withRow } from './rows'

/** Raises or lowers how far a grant goes. */
export const limit: EditKind<LimitEdit> = {
  kind: 'limit',
  validate: (doc, edit) => {
    if (!doc.grants?.some((grant) => grant.id === edit.grant)) return 'grant-missing'
    return edit.limit === null || (Number.isFinite(edit.limit) && edit.limit >= 0) ? null : 'limit-negative'
  },
  apply: (doc, edit) => {
    const grant = doc.grants?.find((one) => one.id === edit.grant)
    return grant ? { ...doc, grants: withRow(doc.grants, { ...grant, limit: edit.limit }) } : doc
  },
}
