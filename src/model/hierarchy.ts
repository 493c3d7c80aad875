// Who reports to whom, made sound: what a hierarchy reader must name precisely it names, and draws what it can (domain.md 2.4).
import { byCodeUnit } from '../base/order'
import type { Diagnostics } from './diagnostics'
import type { Checked } from './drafts'
import type { Role } from './types'

/**
 * Roles with sound managers: every manager in the file, no cycle. Who has no findable manager stands at the top; a cycle is cut above its
 * member with the smallest id, whatever the order of the rows. Needs unique ids.
 */
export function soundHierarchy(
  roles: readonly Checked<Role>[],
  aliases: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): readonly Role[] {
  const at = new Map(roles.map((row, i) => [row.value.id as string, i]))
  const parent = new Int32Array(roles.length).fill(-1)
  let someTop = false
  roles.forEach(({ value: role, place }, i) => {
    const named = role.reportsTo
    if (named === undefined || named === null) {
      someTop = true
      return
    }
    const manager = at.get(named) ?? at.get(aliases.get(named) ?? named)
    if (manager === undefined) {
      someTop = true
      diagnostics.warn('manager-missing', { ...place, subject: role.id, params: { manager: named, who: nameOf(role) } }, 'placed-at-top')
    } else if (manager === i) {
      someTop = true
      diagnostics.warn('self-manager', { ...place, subject: role.id, params: { who: nameOf(role) } }, 'placed-at-top')
    } else parent[i] = manager
  })
  if (roles.length > 0 && !someTop) diagnostics.warn('no-top', {}, 'link-cut')
  for (const cut of cutCycles(roles, parent, diagnostics)) parent[cut] = -1
  const tops = roles.filter((_, i) => parent[i] === -1)
  if (tops.length > 1)
    diagnostics.note('several-tops', { params: { count: tops.length, tops: tops.slice(0, 7).map((row) => nameOf(row.value)) } })
  return roles.map(({ value: role }, i) => {
    const manager = parent[i] as number
    const reportsTo = manager < 0 ? null : (roles[manager] as Checked<Role>).value.id
    return role.reportsTo === reportsTo || (reportsTo === null && role.reportsTo === undefined) ? role : { ...role, reportsTo }
  })
}

/** How people know a role: its title, else its id. */
export function nameOf(role: Pick<Role, 'id' | 'title'>): string {
  return role.title ?? role.id
}

/** One role to cut a cycle: its member with the smallest id loses its manager. Each role is looked at once. */
function cutCycles(roles: readonly Checked<Role>[], parent: Int32Array, diagnostics: Diagnostics): readonly number[] {
  const walkOf = new Int32Array(roles.length)
  const cuts: number[] = []
  for (let start = 0; start < roles.length; start++) {
    let at = start
    while (at >= 0 && walkOf[at] === 0) {
      walkOf[at] = start + 1
      at = parent[at] as number
    }
    if (at < 0 || walkOf[at] !== start + 1) continue
    const members = [at]
    for (let next = parent[at] as number; next !== at; next = parent[next] as number) members.push(next)
    const role = (i: number) => (roles[i] as Checked<Role>).value
    const cut = members.reduce((a, b) => (byCodeUnit(role(a).id, role(b).id) <= 0 ? a : b))
    cuts.push(cut)
    const { place } = roles[cut] as Checked<Role>
    const inOrder = [...members.slice(members.indexOf(cut)), ...members.slice(0, members.indexOf(cut))]
    diagnostics.warn(
      'cycle',
      {
        ...place,
        subject: role(cut).id,
        params: { members: inOrder.map((i) => role(i).id), who: nameOf(role(cut)), manager: nameOf(role(parent[cut] as number)) },
      },
      'link-cut',
    )
  }
  return cuts
}
