// A chart by rank after a few branches were folded or opened. What lies below a box and has not changed keeps its shape, so only the changed
// branches and their managers up to the tops are packed again; the rest moves as it is. Packing needs no more of an unchanged branch than
// its two contours, and these are read off the chart as it was: in every row the first and the last box of the branch.
//
//         ┌─┐
//      ┌──┴┬┴──┐
//     ┌┴┐ ┌┴┐ ┌┴┐       packed again: the top, whoever is opened, all below it
//     ╱ ╲  │  ╱ ╲       by their contours: the branches beside
//    ╱   ╲ ▇ ╱   ╲
import type { Steps } from '../base/steps'
import type { Structure } from '../model/types'
import type { Drawn } from './drawn'
import { type Grid, gridWidth } from './grid'
import { placesOf } from './places'
import { IN_GRID, LEFT_BESIDE } from './ports'
import { layersOf, type Ranked } from './ranks'
import type { Sizes } from './sizes'
import { arrange, settle } from './tidy'
import { PACES } from './timing'
import type { Layout } from './types'

/** What `rank` says, in steps as few as what has changed since `before`, a chart of the same kind (`isOf`). */
export function* rankAgain(structure: Structure, drawn: Drawn, sizes: Sizes, isMirror: boolean, before: Layout): Steps<Ranked> {
  const { count, order, parent, meets } = drawn
  const layered = layersOf(structure, drawn)
  yield
  const dirty = changedSince(drawn, before)
  yield
  const tree = new Reduced(count)
  const contours = new Contours(structure, drawn, sizes, isMirror, before, layered.layers)
  const { width, gap } = sizes.plain
  yield
  const oldMiddle = (role: number) => {
    const grid = gridOf(drawn, role)
    return (before.x[role] as number) + (grid ? gridWidth(grid, sizes.plain, sizes) : (before.w[role] as number)) / 2
  }

  for (let node = 0; node < tree.size; node++) {
    const role = tree.role[node] as number
    if (role < 0 || dirty[role] === 0) continue
    const reports: number[] = []
    for (let report = drawn.first[role] as number; report >= 0; report = drawn.next[report] as number) {
      const grid = gridOf(drawn, report)
      const isLeaf = (drawn.first[report] as number) < 0
      const bottom = isLeaf && meets[report] === 1 ? layered.layers - 1 : (layered.layer[report] as number)
      const child = tree.add(report, (grid ? gridWidth(grid, sizes.plain, sizes) : width) + gap, bottom)
      reports.push(child)
      if (!isLeaf && dirty[report] === 0) contours.hang(tree, child, oldMiddle(report))
    }
    const isStoodOver = isMirror && role !== count && meets[role] === 1 && reports.length > 0
    if (isStoodOver) {
      const column = tree.add(-1, width + gap, layered.layers - 1)
      reports.splice(reports.length >> 1, 0, column)
      tree.over[node] = column
    }
    tree.adopt(node, reports)
  }

  yield
  const packed = tree.pack()
  yield
  const middle = new Float64Array(count + 1)
  for (let node = 0; node < tree.size; node++) {
    const role = tree.role[node] as number
    if (role >= 0) middle[role] = packed.middle[node] as number
  }
  let shift = 0
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    if (dirty[role] === 1) continue
    // The branch of whoever has a changed manager follows in one piece.
    if (dirty[parent[role] as number] === 1) shift = (middle[role] as number) - oldMiddle(role)
    else middle[role] = oldMiddle(role) + shift
  }
  return { middle, ...layered, steps: packed.steps }
}

/** Whether a chart is one by rank whose boxes report to whom they report now: an edit may have come between. */
export function isOf({ parent }: Structure, { boxOf, manager, rows }: Layout): boolean {
  if (boxOf.length !== parent.length || rows[0]?.kind !== 'rank') return false
  for (let role = 0; role < parent.length; role++) if (boxOf[role] === role && manager[role] !== parent[role]) return false
  return true
}

/** Boxes below which somebody has come or gone, or meets customers since or no more, and the ground. */
function changedSince({ count, boxOf, parent, meets }: Drawn, before: Layout): Uint8Array {
  const dirty = new Uint8Array(count + 1)
  dirty[count] = 1
  const front = PACES.indexOf('front')
  for (let role = 0; role < count; role++) {
    const was = before.boxOf[role] as number
    const is = boxOf[role] as number
    if (was === is && (is !== role || (before.pace[role] === front) === (meets[role] === 1))) continue
    mark(is)
    if (boxOf[was] === was) mark(was)
  }
  return dirty

  function mark(box: number) {
    for (let at = box; dirty[at] === 0; at = parent[at] as number) dirty[at] = 1
  }
}

function gridOf({ grids, gridAt }: Drawn, role: number): Grid | undefined {
  const at = gridAt.length > 0 ? (gridAt[role] as number) : -1
  return at < 0 ? undefined : grids[at]
}

/** The tree that is packed: what has changed, and one leaf for each branch that has not, with its contours hanging from it. */
class Reduced {
  size = 0
  readonly over: number[] = []
  /** -1 where a node is no box. */
  readonly role: number[] = []
  private readonly first: number[] = []
  private readonly last: number[] = []
  private readonly next: number[] = []
  private readonly parent: number[] = []
  private readonly width: number[] = []
  private readonly bottom: number[] = []
  private readonly own: number[] = []
  private readonly leftThread: number[] = []
  private readonly rightThread: number[] = []
  private readonly leftEnd: number[] = []
  private readonly rightEnd: number[] = []
  private readonly order: number[] = []

  constructor(ground: number) {
    this.add(ground, 0, -1)
  }

  add(role: number, width: number, bottom: number): number {
    const node = this.node(role, width, bottom, 0)
    this.order.push(node)
    return node
  }

  adopt(node: number, children: readonly number[]) {
    children.forEach((child, k) => {
      this.parent[child] = node
      this.next[child] = children[k + 1] ?? -1
    })
    this.first[node] = children[0] ?? -1
    this.last[node] = children.at(-1) ?? -1
  }

  /** Continues the contours of `node` by a layer, or down to a layer, from its middle so far to the left and to the right. */
  extend(node: number, left: number, right: number, bottom: number) {
    const onLeft = this.node(-1, 0, bottom, left)
    const onRight = this.node(-1, 0, bottom, right)
    this.leftThread[this.leftEnd[node] as number] = onLeft
    this.rightThread[this.rightEnd[node] as number] = onRight
    this.leftEnd[node] = onLeft
    this.rightEnd[node] = onRight
  }

  pack(): { readonly middle: Float64Array; readonly steps: number } {
    const ints = (list: readonly number[]) => Int32Array.from(list)
    const [order, first, last, next, bottom, over] = [this.order, this.first, this.last, this.next, this.bottom, this.over].map(ints) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ]
    const contours = {
      own: Float64Array.from(this.own),
      leftThread: ints(this.leftThread),
      rightThread: ints(this.rightThread),
      leftEnd: ints(this.leftEnd),
      rightEnd: ints(this.rightEnd),
    }
    const tidy = arrange({ order, first, last, next, bottom, over, width: Float64Array.from(this.width) }, contours)
    const middle = new Float64Array(this.size)
    const isRoot = new Uint8Array(this.size)
    isRoot[0] = 1
    settle(tidy, ints(this.parent), isRoot, middle)
    return { middle, steps: tidy.steps }
  }

  private node(role: number, width: number, bottom: number, own: number): number {
    const node = this.size++
    this.role.push(role)
    this.width.push(width)
    this.bottom.push(bottom)
    this.own.push(own)
    for (const list of [this.first, this.last, this.next, this.parent, this.over, this.leftThread, this.rightThread]) list.push(-1)
    this.leftEnd.push(node)
    this.rightEnd.push(node)
    return node
  }
}

/** Contours of unchanged branches, read off the rows of the chart before: in each the boxes of a branch stand side by side. */
class Contours {
  private readonly places: Int32Array
  /** By layer: where in the row those stand who keep their column free down to the last one. */
  private readonly columns: readonly Int32Array[]

  constructor(
    private readonly structure: Structure,
    private readonly drawn: Drawn,
    private readonly sizes: Sizes,
    private readonly isMirror: boolean,
    private readonly before: Layout,
    private readonly layers: number,
  ) {
    this.places = placesOf(structure)
    this.columns = before.rows.map((_, layer) => {
      const roles = this.row(layer)
      const found: number[] = []
      for (let k = 0; k < roles.length; k++) if (this.isColumn(roles[k] as number)) found.push(k)
      return Int32Array.from(found)
    })
  }

  /** Hangs the contours of the branch of a node from it. Layers of the branch × log(boxes of a row). */
  hang(tree: Reduced, node: number, middle: number) {
    const role = tree.role[node] as number
    const start = this.places[role] as number
    const end = start + (this.structure.branchSize[role] as number)
    let left = Infinity
    let right = -Infinity
    const keepFree = (column: number) => {
      left = Math.min(left, this.leftEdge(column))
      right = Math.max(right, this.rightEdge(column))
    }
    if (this.isColumn(role)) keepFree(role)
    let layer = (this.structure.depth[role] as number) + 1
    for (; layer < this.before.rows.length; layer++) {
      const roles = this.row(layer)
      const from = firstWhere(roles.length, (k) => (this.places[roles[k] as number] as number) >= start)
      const to = firstWhere(roles.length, (k) => (this.places[roles[k] as number] as number) >= end)
      if (from === to) break
      const first = Math.min(left, this.leftEdge(roles[from] as number))
      const last = Math.max(right, this.rightEdge(roles[to - 1] as number))
      tree.extend(node, first - middle, last - middle, layer)
      const columns = this.columns[layer] as Int32Array
      const next = firstWhere(columns.length, (k) => (columns[k] as number) >= from)
      const after = firstWhere(columns.length, (k) => (columns[k] as number) >= to)
      if (next === after) continue
      keepFree(roles[columns[next] as number] as number)
      keepFree(roles[columns[after - 1] as number] as number)
    }
    if (left < right && layer < this.layers) tree.extend(node, left - middle, right - middle, this.layers - 1)
  }

  private row(layer: number): Int32Array {
    const { rows } = this.before
    return rows[this.isMirror ? rows.length - 1 - layer : layer]?.roles as Int32Array
  }
  private isColumn(role: number): boolean {
    return this.drawn.meets[role] === 1 && (this.isMirror || (this.drawn.first[role] as number) < 0)
  }
  /** Air included. A grid begins with its first column and ends with its last one, or with the rail that this one has to itself. */
  private leftEdge(role: number): number {
    return (this.before.x[role] as number) - this.sizes.plain.gap / 2
  }
  private rightEdge(role: number): number {
    const ports = this.before.lines.ports[role] as number
    const rail = (ports & IN_GRID) !== 0 && (ports & LEFT_BESIDE) === 0 ? this.before.lines.rail : 0
    return (this.before.x[role] as number) + (this.before.w[role] as number) + rail + this.sizes.plain.gap / 2
  }
}

/** The first of so many places where it holds, and from there on. */
function firstWhere(length: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
