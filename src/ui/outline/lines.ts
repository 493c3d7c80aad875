// The chart as lines of a tree that one can walk without seeing it: by reporting line as it is folded on the chart, or by distance as the
// rows of the flipped chart say it. Lines are made when they are asked for; a hundred thousand of them are two arrays.

import { once } from '../../base/memo'
import { segmentsInOrder } from '../../layout/customers'
import type { Org, Structure } from '../../model/types'

/** `row`: 0 = customers, 1 = meet customers, 2 = one step away …, -1 = no line to a customer. */
export type LineOf =
  | { readonly kind: 'role'; readonly role: number }
  | { readonly kind: 'segment'; readonly segment: number }
  | { readonly kind: 'row'; readonly row: number }
export interface Line {
  readonly of: LineOf
  /** 1-based, as are places. */
  readonly level: number
  readonly place: number
  readonly siblings: number
  /** null where nothing is below it. */
  readonly isOpen: boolean | null
}
export interface Lines {
  readonly count: number
  readonly at: (index: number) => Line
  /** -1 where it is not listed. */
  readonly find: (of: LineOf) => number
  /** The line it stands under, -1 at the top. */
  readonly above: (index: number) => number
}

export function isSameLine(a: LineOf, b: LineOf): boolean {
  return keyOfLine(a) === keyOfLine(b)
}
export function keyOfLine(of: LineOf): string {
  switch (of.kind) {
    case 'role':
      return `role ${of.role}`
    case 'segment':
      return `segment ${of.segment}`
    case 'row':
      return `row ${of.row}`
  }
}

/** Everybody whose managers are all unfolded. */
export function linesByManager(structure: Structure, folded: ReadonlySet<number>): Lines {
  const { preorder, parent, depth, firstChild } = structure
  const roles = folded.size === 0 ? preorder : unfolded(structure, folded)
  const placeAmong = placesIn(structure)
  let lineOf: Int32Array | null = null
  const find = (of: LineOf) => {
    if (of.kind !== 'role') return -1
    lineOf ??= placesOf(roles, preorder.length)
    return lineOf[of.role] ?? -1
  }
  return {
    count: roles.length,
    at(index) {
      const role = roles[index] as number
      return {
        of: { kind: 'role', role },
        level: (depth[role] as number) + 1,
        ...placeAmong(role),
        isOpen: firstChild[role] === -1 ? null : !folded.has(role),
      }
    },
    find,
    above(index) {
      const manager = parent[roles[index] as number] as number
      return manager < 0 ? -1 : find({ kind: 'role', role: manager })
    },
  }
}
function unfolded({ preorder, branchSize }: Structure, folded: ReadonlySet<number>): Int32Array {
  const roles = new Int32Array(preorder.length)
  let count = 0
  for (let k = 0; k < preorder.length; ) {
    const role = preorder[k] as number
    roles[count++] = role
    k += folded.has(role) ? (branchSize[role] as number) : 1
  }
  return roles.subarray(0, count)
}
/** Where each role stands among these; -1 where it does not. */
function placesOf(roles: Int32Array, length: number): Int32Array {
  const lineOf = new Int32Array(length).fill(-1)
  for (let line = 0; line < roles.length; line++) lineOf[roles[line] as number] = line
  return lineOf
}

/** Customers, those who meet them, and a row for each step away. `closed` holds rows. */
export function linesByDistance(org: Org, closed: ReadonlySet<number>): Lines {
  const rows = rowsOf(org)
  const starts: number[] = []
  let count = 0
  for (const { row, members } of rows) {
    starts.push(count)
    count += 1 + (closed.has(row) ? 0 : members.length)
  }
  const rowAt = (index: number) => starts.findLastIndex((start) => start <= index)
  return {
    count,
    at(index) {
      const k = rowAt(index)
      const { row, members } = rows[k] as RowOfLines
      const place = index - (starts[k] as number)
      if (place === 0)
        return {
          of: { kind: 'row', row },
          level: 1,
          place: k + 1,
          siblings: rows.length,
          isOpen: members.length === 0 ? null : !closed.has(row),
        }
      const member = members[place - 1] as number
      const of: LineOf = row === 0 ? { kind: 'segment', segment: member } : { kind: 'role', role: member }
      return { of, level: 2, place, siblings: members.length, isOpen: null }
    },
    find(of) {
      const row = of.kind === 'row' ? of.row : of.kind === 'segment' ? 0 : (org.structure.distance[of.role] ?? -1)
      const k = rows.findIndex((one) => one.row === row)
      if (k < 0) return -1
      if (of.kind === 'row') return starts[k] as number
      const { members } = rows[k] as RowOfLines
      const at = closed.has(row) ? -1 : members.indexOf(of.kind === 'segment' ? of.segment : of.role)
      return at < 0 ? -1 : (starts[k] as number) + 1 + at
    },
    above(index) {
      const start = starts[rowAt(index)] as number
      return start === index ? -1 : start
    },
  }
}

export interface RowOfLines {
  readonly row: number
  /** Segments of the customers' row, roles of the others. */
  readonly members: readonly number[] | Int32Array
}
const rowsKnown = new WeakMap<Org, readonly RowOfLines[]>()

/** In the order of the picture from the top: customers, steps away from them, and last who has no line to any. */
export function rowsOf(org: Org): readonly RowOfLines[] {
  let rows = rowsKnown.get(org)
  if (rows) return rows
  const byDistance = new Map<number, number[]>()
  for (const role of org.structure.preorder) {
    const steps = org.structure.distance[role] as number
    const row = byDistance.get(steps)
    if (row) row.push(role)
    else byDistance.set(steps, [role])
  }
  const steps = [...byDistance.keys()].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
  const customers = org.doc.segments ? segmentsInOrder(org) : []
  rows = [{ row: 0, members: [...customers] }, ...steps.map((row) => ({ row, members: Int32Array.from(byDistance.get(row) ?? []) }))]
  rowsKnown.set(org, rows)
  return rows
}

interface PlaceAmong {
  readonly place: number
  readonly siblings: number
}
/** Among those with the same manager: counted when one of them is looked at. */
const placesIn = once(({ parent, tops, firstChild, nextSibling }: Structure): ((role: number) => PlaceAmong) => {
  const places = new Int32Array(parent.length)
  const siblings = new Map<number, number>()
  tops.forEach((role, i) => {
    places[role] = i + 1
  })
  const count = (manager: number) => {
    let reports = 0
    for (let role = firstChild[manager] as number; role >= 0; role = nextSibling[role] as number) places[role] = ++reports
    siblings.set(manager, reports)
    return reports
  }
  return (role) => {
    const manager = parent[role] as number
    const all = manager < 0 ? tops.length : (siblings.get(manager) ?? count(manager))
    return { place: places[role] as number, siblings: all }
  }
})
