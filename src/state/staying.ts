// Which edits leave every box where it is, so that the chart need not be placed again. Boxes follow from roles, customers and from what
// stacks: leaves that meet no customers, while they hold the same grants and stand on no route (layout/drawn.ts).
import type { Org, OrgDoc } from '../model/types'

/** True only where it is certain. */
export function leavesBoxes(before: Org, after: Org): boolean {
  const parts = Object.keys({ ...before.doc, ...after.doc }) as (keyof OrgDoc)[]
  if (parts.some((part) => !MAY_CHANGE.has(part) && before.doc[part] !== after.doc[part])) return false
  for (const role of touchedBy(before, after.doc)) if (!standsAlone(before, role)) return false
  for (const role of touchedBy(after, before.doc)) if (!standsAlone(after, role)) return false
  return true
}
const MAY_CHANGE: ReadonlySet<keyof OrgDoc> = new Set(['grants', 'routes'])

function standsAlone({ structure: { firstChild, distance } }: Org, role: number): boolean {
  return firstChild[role] !== -1 || distance[role] === 1
}

/** Roles with a grant or a route that the other document does not have, or not as it is here. */
function* touchedBy({ doc, held, routes }: Org, { grants, routes: others }: OrgDoc): Generator<number> {
  const isOther = Uint8Array.from(doc.grants ?? [], (grant, i) => (grant === grants?.[i] ? 0 : 1))
  for (let line = 0; line < held.length; line++) if (isOther[held.grant[line] as number]) yield held.role[line] as number
  const kept = new Set(others)
  for (const { route, from, to } of routes) {
    if (kept.has(route)) continue
    yield from
    yield to
  }
}
