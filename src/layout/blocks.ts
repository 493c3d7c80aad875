// Packing for the chart by distance. Every branch in which somebody meets customers is a block: for each row from the customers' down, how
// far it reaches to the left and to the right. Blocks of a manager's reports are pushed together in the order of the reporting line until
// they touch in some row; the manager is slid in between, as near as may be to the middle under the reports nearer to the customer,
// together with the branches that hang below.
//
// Contours as in E. Reingold, J. Tilford, "Tidier drawings of trees" (1981). Two blocks cost the rows of the flatter one, whose contour is
// then forgotten; the deeper one's is kept in place and moved by one number. Blocks reach over all rows from the first, and a role adds
// at most one row, so all of it is linear even where rows are many.
import { finish, type Steps } from '../base/steps'
import type { Tidy } from './tidy'

export interface Branches {
  readonly count: number
  /** Managers first; only roles whose branch meets customers are packed. */
  readonly order: Int32Array
  readonly parent: Int32Array
  readonly isRooted: Uint8Array
  /** Reports whose branch meets customers, in order. Index `count` has the tops. */
  readonly first: Int32Array
  readonly next: Int32Array
  /** Row from the customers, 0 = next to them. */
  readonly level: Int32Array
  /** The deepest level of the role and all that hangs below it. */
  readonly reach: Int32Array
  /** Keeps its column free up to the customers, though it stands in a farther row. */
  readonly isTall: Uint8Array
  /** What hangs below each role, arranged. */
  readonly hanging: Tidy
}
export interface Packed {
  /** Middles of the rooted roles. */
  readonly middle: Float64Array
  /** How many of a role's rooted reports stand left of it. */
  readonly before: Int32Array
  readonly steps: number
}

interface Block {
  rows: number
  base: number
  offset: number
}

export function pack(branches: Branches): Packed {
  return finish(packSteps(branches))
}

/** Roles between two chances to wait. */
const SLICE = 32_768

export function* packSteps(branches: Branches): Steps<Packed> {
  const { count, order, parent, isRooted, first, next, level } = branches
  const { width } = branches.hanging
  const rows = new Int32Array(count)
  const { base, stored } = contourSpace(branches, rows)
  const left = new Float64Array(stored)
  const right = new Float64Array(stored)
  /** Added to what is stored of a block. */
  const offset = new Float64Array(count)
  /** Middle of a role in the frame of its block, then of its manager's; then against its manager. */
  const at = new Float64Array(count)
  const before = new Int32Array(count)
  let steps = 0

  const a: Block = { rows: 0, base: 0, offset: 0 }
  const b: Block = { rows: 0, base: 0, offset: 0 }
  const hang = contourWalk(branches.hanging)

  yield
  for (let end = order.length; end > 0; end -= SLICE) {
    for (let k = end - 1; k >= Math.max(0, end - SLICE); k--) stand(order[k] as number)
    yield
  }
  a.rows = 0
  for (let top = first[count] as number; top >= 0; top = next[top] as number) join(a, top)
  const middle = new Float64Array(count + 1)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    if (isRooted[role] === 1) middle[role] = (middle[parent[role] as number] as number) + (at[role] as number)
  }
  return { middle, before, steps }

  function stand(role: number) {
    if (isRooted[role] !== 1) return
    if ((first[role] as number) < 0) standAlone(role)
    else standAmong(role)
  }
  function standAlone(role: number) {
    const from = base[role] as number
    const half = (width[role] as number) / 2
    if (branches.isTall[role] === 1)
      for (let row = 0; row < (level[role] as number); row++) {
        left[from + row] = -half
        right[from + row] = half
      }
    let row = level[role] as number
    for (let node = hang.start(role); node >= 0; node = hang.nextLeft(node), row++) left[from + row] = hang.leftEdge(node)
    row = level[role] as number
    for (let node = hang.start(role); node >= 0; node = hang.nextRight(node), row++) right[from + row] = hang.rightEdge(node)
  }

  function standAmong(role: number) {
    const own = level[role] as number
    const head = first[role] as number
    const split = splitOf(role)
    before[role] = split
    a.rows = 0
    b.rows = 0
    let index = 0
    for (let child = head; child >= 0; child = next[child] as number) join(index++ < split ? a : b, child)
    let apart = a.rows > 0 && b.rows > 0 ? gapBetween(a, b) : 0

    let low = -Infinity
    let high = Infinity
    let row = own
    for (let node = hang.start(role); node >= 0 && row < a.rows; node = hang.nextLeft(node), row++) {
      low = Math.max(low, rightOf(a, row) - hang.leftEdge(node))
      steps++
    }
    row = own
    for (let node = hang.start(role); node >= 0 && row < b.rows; node = hang.nextRight(node), row++) {
      high = Math.min(high, leftOf(b, row) + apart - hang.rightEdge(node))
      steps++
    }
    if (low > high) {
      apart += low - high
      high = low
    }
    const x = Math.min(Math.max(idealOf(role, split, apart, low, high), low), high)

    const isKept = a.rows >= b.rows
    const kept = isKept ? a.offset : b.offset + apart
    const from = isKept ? a.base : b.base
    if (isKept) for (let r = 0; r < b.rows; r++) right[from + r] = rightOf(b, r) + apart - kept
    else for (let r = 0; r < a.rows; r++) left[from + r] = leftOf(a, r) - kept
    steps += Math.min(a.rows, b.rows)
    row = own
    for (let node = hang.start(role); node >= 0; node = hang.nextLeft(node), row++)
      if (row >= a.rows) left[from + row] = x + hang.leftEdge(node) - kept
    row = own
    for (let node = hang.start(role); node >= 0; node = hang.nextRight(node), row++)
      if (row >= b.rows) right[from + row] = x + hang.rightEdge(node) - kept
    offset[role] = kept
    index = 0
    for (let child = head; child >= 0; child = next[child] as number) at[child] = (at[child] as number) + (index++ < split ? 0 : apart) - x
    at[role] = x
  }

  /** Half of the nearer reports stand left of their manager; without any, half of all. */
  function splitOf(role: number): number {
    let all = 0
    let nearer = 0
    for (let child = first[role] as number; child >= 0; child = next[child] as number, all++)
      if ((level[child] as number) < (level[role] as number)) nearer++
    if (nearer === 0) return all >> 1
    let passed = 0
    let index = 0
    for (let child = first[role] as number; passed * 2 < nearer; child = next[child] as number, index++)
      if ((level[child] as number) < (level[role] as number)) passed++
    return index
  }
  function idealOf(role: number, split: number, apart: number, low: number, high: number): number {
    let from = Number.NaN
    let to = Number.NaN
    let index = 0
    for (let child = first[role] as number; child >= 0; child = next[child] as number, index++) {
      if ((level[child] as number) >= (level[role] as number)) continue
      to = (at[child] as number) + (index < split ? 0 : apart)
      if (Number.isNaN(from)) from = to
    }
    if (!Number.isNaN(from)) return (from + to) / 2
    return Number.isFinite(low) ? low : high
  }

  /** Adds the block of `child` on the right of `block`. */
  function join(block: Block, child: number) {
    const height = rows[child] as number
    const from = base[child] as number
    if (block.rows === 0) {
      block.rows = height
      block.base = from
      block.offset = offset[child] as number
      return
    }
    const shared = Math.min(block.rows, height)
    const own = offset[child] as number
    let by = -Infinity
    for (let r = 0; r < shared; r++) by = Math.max(by, rightOf(block, r) - (left[from + r] as number) - own)
    steps += shared
    at[child] = (at[child] as number) + by
    const moved = own + by
    if (block.rows >= height) {
      for (let r = 0; r < height; r++) right[block.base + r] = (right[from + r] as number) + moved - block.offset
      return
    }
    for (let r = 0; r < block.rows; r++) left[from + r] = leftOf(block, r) - moved
    block.rows = height
    block.base = from
    block.offset = moved
  }
  function gapBetween(l: Block, r: Block): number {
    let by = -Infinity
    const shared = Math.min(l.rows, r.rows)
    for (let row = 0; row < shared; row++) by = Math.max(by, rightOf(l, row) - leftOf(r, row))
    steps += shared
    return by
  }
  function leftOf(block: Block, row: number): number {
    return (left[block.base + row] as number) + block.offset
  }
  function rightOf(block: Block, row: number): number {
    return (right[block.base + row] as number) + block.offset
  }
}

/**
 * Room for contours: a block takes over the space of its deepest report's block, the first of them, so each path of deepest reports needs
 * room once. Fills `rows`, how many rows each block reaches over.
 */
function contourSpace({ count, order, parent, isRooted, reach }: Branches, rows: Int32Array) {
  const heir = new Int32Array(count + 1).fill(-1)
  const tallest = new Int32Array(count + 1)
  for (let k = order.length - 1; k >= 0; k--) {
    const role = order[k] as number
    if (isRooted[role] !== 1) continue
    rows[role] = Math.max((reach[role] as number) + 1, tallest[role] as number)
    const manager = parent[role] as number
    // Seen from the last to the first: on a tie the first one stays.
    if ((rows[role] as number) >= (tallest[manager] as number)) {
      tallest[manager] = rows[role] as number
      heir[manager] = role
    }
  }
  const base = new Int32Array(count)
  let stored = 0
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    if (isRooted[role] !== 1) continue
    const manager = parent[role] as number
    if (manager !== count && heir[manager] === role) base[role] = base[manager] as number
    else {
      base[role] = stored
      stored += rows[role] as number
    }
  }
  return { base, stored }
}

/** The two contours of what hangs below a role, row by row, against the role itself. */
function contourWalk({ own, frame, first, last, leftThread, rightThread, width }: Tidy) {
  let origin = 0
  let sum = 0
  const start = (role: number) => {
    origin = own[role] as number
    sum = 0
    return role
  }
  const onTo = (node: number) => {
    if (node >= 0) sum += frame[node] as number
    return node
  }
  const middle = (node: number) => sum + (own[node] as number) - origin
  return {
    start,
    nextLeft: (node: number) => onTo((first[node] as number) >= 0 ? (first[node] as number) : (leftThread[node] as number)),
    nextRight: (node: number) => onTo((last[node] as number) >= 0 ? (last[node] as number) : (rightThread[node] as number)),
    leftEdge: (node: number) => middle(node) - (width[node] as number) / 2,
    rightEdge: (node: number) => middle(node) + (width[node] as number) / 2,
  }
}
