// Far away ribbons are too many to be told apart: those from one segment to one branch are poured as one, as wide as they are together.
import type { Box } from '../../base/geometry'
import { once, onceEach } from '../../base/memo'
import { firstFrom } from '../../layout/find'
import { isUnder } from '../../layout/places'
import type { Layout, Ribbon, Ribbons } from '../../layout/types'
import type { Structure } from '../../model/types'
import type { Branch } from './branches'
import { reachOf } from './reach'
import { stretchOf } from './stretches'

/** What one branch is brought by one segment. */
interface Pour {
  readonly segment: number
  readonly contacts: number
  /** The middle of where they leave the field. */
  readonly x0: number
}

/** Of the width of the field, what all ribbons take together; of that of a branch, what its own may. */
const OF_FIELD = 0.42
const OF_BRANCH = 0.75

/**
 * One ribbon for each segment and branch, side by side into the middle of those who meet them. Twice as wide is twice as many, but where a
 * branch has no room. `isWhole`: these are all branches there are, so that their ribbons can be set out along the field.
 */
export function poursInto(layout: Layout, structure: Structure, branches: readonly Branch[], isWhole: boolean): Ribbon[] {
  const { ribbons, customers } = layout
  if (!customers) return []
  const each = (customers.width * OF_FIELD) / allOf(ribbons)
  const poured = branches.flatMap(({ role }) => {
    const stretch = stretchOf(layout, role, structure)
    const pours = stretch?.isFront ? poursOf(layout, role, structure) : []
    if (!stretch || pours.length === 0) return []
    const left = layout.x[stretch.first] as number
    const right = (layout.x[stretch.last] as number) + (layout.w[stretch.last] as number)
    const all = pours.reduce((sum, { contacts }) => sum + contacts, 0) * each
    const scale = each * Math.min(1, ((right - left) * OF_BRANCH) / all)
    let x = (left + right - Math.min(all, (right - left) * OF_BRANCH)) / 2
    return pours.map(({ segment, contacts, x0 }): Ribbon => {
      const width = contacts * scale
      x += width
      return { segment, role: stretch.first, contacts, width, x0, y0: ribbons.y0, x1: x - width / 2, y1: ribbons.y1 }
    })
  })
  if (!isWhole) return poured
  return customers.segments.flatMap((box) =>
    leaving(
      box,
      poured.filter(({ segment }) => segment === box.segment),
    ),
  )
}

const allOf = once(({ contacts }: Ribbons): number => contacts.reduce((sum, one) => sum + one, 0) || 1)

/** Where they leave their segment: over where they go, pushed apart, and back within its edges. In order from left to right. */
function leaving({ x, width }: Box, ribbons: readonly Ribbon[]): Ribbon[] {
  const all = ribbons.reduce((sum, ribbon) => sum + ribbon.width, 0)
  const squeeze = Math.min(1, (width * 0.96) / all)
  const from = Float64Array.from(ribbons, ({ x1 }) => x1)
  let least = x + width * 0.02
  ribbons.forEach((ribbon, i) => {
    from[i] = Math.max(from[i] as number, least + (ribbon.width * squeeze) / 2)
    least = (from[i] as number) + (ribbon.width * squeeze) / 2
  })
  let most = x + width * 0.98
  for (let i = ribbons.length - 1; i >= 0; i--) {
    const half = ((ribbons[i] as Ribbon).width * squeeze) / 2
    from[i] = Math.min(from[i] as number, most - half)
    most = (from[i] as number) - half
  }
  return ribbons.map((ribbon, i) => ({ ...ribbon, x0: from[i] as number }))
}

const poursOf = onceEach((layout: Layout, branch: number, structure: Structure): readonly Pour[] => {
  const { ribbons, x } = layout
  const reach = reachOf(layout, structure)
  const left = (x[branch] as number) + (reach.left[branch] as number)
  const right = (x[branch] as number) + (reach.right[branch] as number)
  const isIn = (k: number) => isUnder(structure, branch, ribbons.role[k] as number)
  const pours: Pour[] = []
  for (let s = 0; s < ribbons.segments.length; s++) {
    const start = ribbons.start[s] as number
    const roles = ribbons.role.subarray(start, ribbons.start[s + 1])
    let from = start + firstFrom(layout, roles, left)
    let to = start + firstFrom(layout, roles, right)
    // Another branch may reach in from the sides.
    while (from < to && !isIn(from)) from++
    while (to > from && !isIn(to - 1)) to--
    const { contacts, moment } = between(ribbons, from, to)
    if (contacts > 0) pours.push({ segment: ribbons.segments[s] as number, contacts, x0: moment / contacts })
  }
  return pours
})

/** Sums of so many ribbons are kept, so that those of a branch are found without its ribbons. */
const BLOCK = 64
const blocksOf = once(({ length, contacts, x0 }: Ribbons) => {
  const count = new Float64Array(Math.floor(length / BLOCK))
  const moment = new Float64Array(count.length)
  for (let k = 0; k < count.length * BLOCK; k++) {
    const at = Math.floor(k / BLOCK)
    count[at] = (count[at] as number) + (contacts[k] as number)
    moment[at] = (moment[at] as number) + (contacts[k] as number) * (x0[k] as number)
  }
  return { count, moment }
})

function between(ribbons: Ribbons, from: number, to: number): { readonly contacts: number; readonly moment: number } {
  const blocks = blocksOf(ribbons)
  let [contacts, moment] = [0, 0]
  for (let k = from; k < to; ) {
    const at = k / BLOCK
    if (k % BLOCK === 0 && k + BLOCK <= to && at < blocks.count.length) {
      contacts += blocks.count[at] as number
      moment += blocks.moment[at] as number
      k += BLOCK
      continue
    }
    contacts += ribbons.contacts[k] as number
    moment += (ribbons.contacts[k] as number) * (ribbons.x0[k] as number)
    k++
  }
  return { contacts, moment }
}
