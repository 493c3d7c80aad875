// Reading ribbons off their columns: one, or those of a box, which is a halving a segment.
import type { Layout, Ribbon } from './types'

/** The `k`th ribbon of a chart, made anew. */
export function ribbonAt(layout: Layout, k: number): Ribbon {
  const { segments, start, role, contacts, x0, y0, y1 } = layout.ribbons
  let source = 0
  while (k >= (start[source + 1] as number)) source++
  return {
    segment: segments[source] as number,
    role: role[k] as number,
    contacts: contacts[k] as number,
    width: ribbonWidth(layout, k),
    x0: x0[k] as number,
    y0,
    x1: footOf(layout, k),
    y1,
  }
}

export function ribbonWidth({ ribbons: { contacts, perContact, thinnest } }: Layout, k: number): number {
  return Math.max(thinnest, (contacts[k] as number) * perContact)
}

/** x1: the centre of the ribbon where it enters the column of its box. */
export function footOf({ x, ribbons: { role, inset } }: Layout, k: number): number {
  return (x[role[k] as number] as number) + (inset[k] as number)
}

/** Those that run into a box, in the order of the field. */
export function ribbonsTo(layout: Layout, role: number): Ribbon[] {
  const { segments, start, role: roles } = layout.ribbons
  const left = layout.x[role] as number
  const found: Ribbon[] = []
  for (let source = 0; source < segments.length; source++) {
    const k = firstWhere(start[source] as number, start[source + 1] as number, (at) => footOf(layout, at) >= left)
    if (k < (start[source + 1] as number) && roles[k] === role) found.push(ribbonAt(layout, k))
  }
  return found
}

/** The first k of a sorted range where it holds. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
