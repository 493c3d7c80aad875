// By distance a manager stands among people of other branches. From far away those whose branch can be seen on the page get a line of their
// own under the row, as wide as what they carry.
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { reachOf } from './reach'

export interface Leader {
  readonly role: number
  /** Its branch, in chart units, clear of its neighbours in the row. */
  readonly left: number
  readonly right: number
  /** 0 = too small to be told from the others, 1 = has its own line. */
  readonly share: number
}

/** px of a branch */
const BEGINS = 16
const FULL = 48

interface Window {
  readonly kx: number
  readonly x: number
  readonly width: number
}

export function leadersOn(layout: Layout, structure: Structure, { kx, x: from, width }: Window): ReadonlyMap<number, Leader> {
  const { firstChild, nextSibling } = structure
  const { x, w, boxOf, row, rows } = layout
  const reach = reachOf(layout, structure)
  const byRow: { role: number; left: number; right: number; share: number }[][] = rows.map(() => [])
  const open: number[] = Array.from(structure.tops)
  while (open.length > 0) {
    const role = open.pop() as number
    if (boxOf[role] !== role) continue
    const left = (x[role] as number) + (reach.left[role] as number)
    const right = (x[role] as number) + (reach.right[role] as number)
    const wide = (right - left) * kx
    if (wide < BEGINS || from + right * kx < 0 || from + left * kx > width) continue
    if (firstChild[role] !== -1) {
      const s = Math.min(1, (wide - BEGINS) / (FULL - BEGINS))
      byRow[row[role] as number]?.push({ role, left, right, share: s * s * (3 - 2 * s) })
    }
    for (let child = firstChild[role] as number; child >= 0; child = nextSibling[child] as number) open.push(child)
  }
  const leaders = new Map<number, Leader>()
  for (const own of byRow) {
    own.sort((a, b) => (x[a.role] as number) - (x[b.role] as number))
    own.forEach((one, i) => {
      const after = own[i + 1]
      if (after && one.right > after.left) {
        const edge = Math.min(
          x[after.role] as number,
          Math.max((x[one.role] as number) + (w[one.role] as number), (one.right + after.left) / 2),
        )
        one.right = edge
        after.left = edge
      }
      leaders.set(one.role, one)
    })
  }
  return leaders
}
