// By distance a manager stands among people of other branches. From far away those whose branch can be seen on the page get a line of their
// own under the row, as wide as what they carry.
import { once } from '../../base/memo'
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
  /** How far it is in the line under the others: 1 where somebody it leads has a line in the same row. */
  readonly over: number
}

/** px of a branch */
const LEADS = { begins: 16, full: 48 } as const
/** px of somebody's branch in the same row, from where on whoever leads it goes under that line: quickly, for in between both are cut. */
const UNDER = { begins: 30, full: 37 } as const

function shareOf(wide: number, { begins, full }: { readonly begins: number; readonly full: number } = LEADS): number {
  const s = Math.max(0, Math.min(1, (wide - begins) / (full - begins)))
  return s * s * (3 - 2 * s)
}

/** How far a row is parted into two lines, 0 … 1: as far as its widest branch leads and its smallest does not. Depends on the zoom alone. */
export function ledAt(layout: Layout, structure: Structure, kx: number): Float64Array {
  const { least, most } = widthsOf(layout, structure)
  return most.map((width, at) => shareOf(width * kx) * (1 - shareOf((least[at] as number) * kx)))
}

/** Of each row its smallest branch and its widest one that has reports, in chart units. */
export interface Widths {
  readonly least: Float64Array
  readonly most: Float64Array
  /** By role: the widest branch of whoever it leads in its own row. */
  readonly nested: Float32Array
  /** Of each row the widest of those. */
  readonly doubled: Float64Array
}

export const widthsOf = once((layout: Layout, structure: Structure): Widths => {
  const reach = reachOf(layout, structure)
  const least = new Float64Array(layout.rows.length).fill(Infinity)
  const most = new Float64Array(layout.rows.length)
  layout.rows.forEach(({ roles }, at) => {
    for (let k = 0; k < roles.length; k++) {
      const role = roles[k] as number
      const isLeaf = structure.firstChild[role] === -1
      const width = isLeaf ? 0 : (reach.right[role] as number) - (reach.left[role] as number)
      if (width < (least[at] as number)) least[at] = width
      if (width > (most[at] as number)) most[at] = width
    }
  })
  const { parent, firstChild } = structure
  const { row } = layout
  const nested = new Float32Array(row.length)
  const doubled = new Float64Array(layout.rows.length)
  for (let role = 0; role < row.length; role++) {
    if (firstChild[role] === -1 || layout.boxOf[role] !== role) continue
    const at = row[role] as number
    const width = (reach.right[role] as number) - (reach.left[role] as number)
    for (let up = parent[role] as number; up >= 0; up = parent[up] as number) {
      if (row[up] !== at) continue
      if (width > (nested[up] as number)) nested[up] = width
      if (width > (doubled[at] as number)) doubled[at] = width
    }
  }
  return { least, most, nested, doubled }
})

/** How far a row has a line under the line of those who lead, 0 … 1. */
export function doubledAt(layout: Layout, structure: Structure, kx: number): Float64Array {
  return widthsOf(layout, structure).doubled.map((width) => shareOf(width * kx, UNDER))
}

interface Window {
  readonly kx: number
  readonly x: number
  readonly width: number
}

export function leadersOn(layout: Layout, structure: Structure, { kx, x: from, width }: Window): ReadonlyMap<number, Leader> {
  const { firstChild, nextSibling } = structure
  const { x, w, boxOf, row, rows } = layout
  const reach = reachOf(layout, structure)
  const { nested } = widthsOf(layout, structure)
  const byRow: Leader[][] = rows.map(() => [])
  const open: number[] = Array.from(structure.tops)
  while (open.length > 0) {
    const role = open.pop() as number
    if (boxOf[role] !== role) continue
    const left = (x[role] as number) + (reach.left[role] as number)
    const right = (x[role] as number) + (reach.right[role] as number)
    const wide = (right - left) * kx
    if (wide < LEADS.begins || from + right * kx < 0 || from + left * kx > width) continue
    if (firstChild[role] !== -1) {
      byRow[row[role] as number]?.push({ role, left, right, share: shareOf(wide), over: shareOf((nested[role] as number) * kx, UNDER) })
    }
    for (let child = firstChild[role] as number; child >= 0; child = nextSibling[child] as number) open.push(child)
  }
  const leaders = new Map<number, Leader>()
  for (const own of byRow) {
    own.sort((a, b) => (x[a.role] as number) - (x[b.role] as number))
    own.forEach((one, i) => {
      let { left, right } = one
      own.forEach((other, k) => {
        const weight = other.share * besideAt(Math.abs(other.over - one.over))
        // Whoever has hardly a line yet hardly takes any room from others.
        if (k > i) right = Math.min(right, between(one.right, edgeOf(one, other, x, w), weight))
        if (k < i) left = Math.max(left, between(one.left, edgeOf(other, one, x, w), weight))
      })
      leaders.set(one.role, { ...one, left, right })
    })
  }
  return leaders
}

/** How far two stand in one line, by how far one of them is under the other. */
const besideAt = (under: number) => Math.max(0, Math.min(1, 1.6 - 2 * under))

/** Where two neighbours part: in the middle of what their branches share, but outside both boxes. */
function edgeOf(a: Leader, b: Leader, x: Layout['x'], w: Layout['w']): number {
  if (a.right <= b.left) return a.right
  const middle = (a.right + b.left) / 2
  return Math.min(x[b.role] as number, Math.max((x[a.role] as number) + (w[a.role] as number), middle))
}
function between(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
