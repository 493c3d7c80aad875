// Flipped by distance: a row for each step away from the customer. Neighbours on a reporting line are at most one row apart, so a manager
// has reports nearer to the customer (above), as near (beside) or farther. A farther branch in which nobody meets customers hangs below
// its manager as an ordinary tidy tree and shares the columns of what stands above; all others are blocks, side by side (blocks.ts).
// Trees without a line to a customer stand in rows of their own below everything, managers under their reports.
//
//     cash-n   cash-s    acct    agent        meet customers
//     mgr-n    mgr-s     sales   lead         one step: sales stands under acct, mgr-n and mgr-s beside it
//                        ceo     ops          two steps: ops beside ceo
//                        cfo     disp         three steps: hang below
import type { Steps } from '../base/steps'
import type { Org } from '../model/types'
import { packSteps } from './blocks'
import type { Drawn } from './drawn'
import { gridWidth } from './grid'
import type { Sizes } from './sizes'
import type { Card, Stance } from './stance'
import { arrangeSteps, settle } from './tidy'

/** Indexes into the cards. */
const OTHER = 0
const FRONT = 1
const UNLINKED = 2

export function* standByDistance(org: Org, drawn: Drawn, sizes: Sizes): Steps<Stance> {
  const { count, order, parent } = drawn
  const { distance } = org.structure
  const { level, levels, distances } = levelsOf(org, drawn)
  yield
  const isRooted = new Uint8Array(count + 1)
  const reach = new Int32Array(count + 1)
  for (let k = order.length - 1; k >= 0; k--) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (drawn.meets[role] === 1) isRooted[role] = 1
    if (isRooted[role] === 1) isRooted[manager] = 1
    reach[role] = Math.max(reach[role] as number, level[role] as number)
    if (isRooted[role] === 0 && manager !== count) reach[manager] = Math.max(reach[manager] as number, reach[role] as number)
  }
  yield
  const { blocks, hung } = listsOf(drawn, isRooted)
  yield
  const cards = [sizes.other, sizes.front, sizes.other].map((size, at): Card => ({ ...size, isOnFloor: at === UNLINKED }))
  const card = new Uint8Array(count)
  const width = new Float64Array(count + 1)
  const isTall = new Uint8Array(count)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const steps = distance[role] as number
    const own = steps === 1 ? FRONT : steps === -1 ? UNLINKED : OTHER
    const { width: wide, gap } = cards[own] as Card
    card[role] = own
    width[role] = wide + gap
    if (own !== FRONT && drawn.meets[role] === 1) isTall[role] = 1
  }
  for (const grid of drawn.grids) width[grid.members[0] as number] = gridWidth(grid, sizes.other, sizes) + sizes.other.gap

  const withGround = new Int32Array(order.length + 1)
  withGround[0] = count
  withGround.set(order, 1)
  yield
  const hanging = yield* arrangeSteps({ order: withGround, ...hung, width, bottom: level })
  const { middle, before } = yield* packSteps({
    count,
    order,
    parent,
    isRooted,
    first: blocks.first,
    next: blocks.next,
    level,
    reach,
    isTall,
    hanging,
  })
  const unlinkedLayers = unlinkedLayersOf()
  yield
  // The ground is the root of the trees without customers.
  isRooted[count] = 1
  settle(hanging, parent, isRooted, middle)
  yield
  alignLeft()
  yield

  const row = new Int32Array(count)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    row[role] = distance[role] === -1 ? levels + unlinkedLayers - 1 - (level[role] as number) : (level[role] as number)
  }
  const rowAt = new Int32Array((distances.at(-1) ?? 0) + 2).fill(-1)
  distances.forEach((steps, at) => {
    rowAt[steps + 1] = at
  })
  if (unlinkedLayers > 0) rowAt[0] = levels
  yield
  return {
    middle,
    row,
    rows: [
      ...distances.map((step) => ({ kind: 'distance', step }) as const),
      ...Array.from({ length: unlinkedLayers }, (_, step) => ({ kind: 'unlinked', step }) as const),
    ],
    fromLeft: fromLeftOf(drawn, blocks, hung, before),
    card,
    cards,
    areBusesApart: false,
    step: distance,
    rowAt,
  }

  function unlinkedLayersOf(): number {
    let layers = 0
    for (let k = 0; k < order.length; k++) {
      const role = order[k] as number
      if (distance[role] === -1) layers = Math.max(layers, (level[role] as number) + 1)
    }
    return layers
  }
  /** Both groups begin at 0. */
  function alignLeft() {
    let linked = Infinity
    let unlinked = Infinity
    for (let k = 0; k < order.length; k++) {
      const role = order[k] as number
      const edge = (middle[role] as number) - (width[role] as number) / 2
      if (distance[role] === -1) unlinked = Math.min(unlinked, edge)
      else linked = Math.min(linked, edge)
    }
    for (let role = 0; role < count; role++) middle[role] = (middle[role] as number) - (distance[role] === -1 ? unlinked : linked)
  }
}

/** Distances that are drawn, as consecutive levels; trees without customers have their layers instead. */
function levelsOf(org: Org, { order, parent, count }: Drawn) {
  const { distance } = org.structure
  const isDrawn = new Uint8Array(count + 2)
  for (let k = 0; k < order.length; k++) {
    const steps = distance[order[k] as number] as number
    if (steps !== -1) isDrawn[steps] = 1
  }
  const levelOf = new Int32Array(count + 2)
  const distances: number[] = []
  for (let steps = 1; steps <= count; steps++) {
    levelOf[steps] = distances.length
    if (isDrawn[steps] === 1) distances.push(steps)
  }
  const level = new Int32Array(count + 1)
  level[count] = -1
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const steps = distance[role] as number
    level[role] = steps === -1 ? (level[parent[role] as number] as number) + 1 : (levelOf[steps] as number)
  }
  return { level, levels: distances.length, distances }
}

interface Lists {
  readonly first: Int32Array
  readonly last: Int32Array
  readonly next: Int32Array
}
/** The tree with only those children that are rooted, and with only those that are not. A role is in one of them, so one `next` will do. */
function listsOf({ order, parent, count }: Drawn, isRooted: Uint8Array): { readonly blocks: Lists; readonly hung: Lists } {
  const next = new Int32Array(count + 1).fill(-1)
  const [blocks, hung] = [0, 1].map(() => ({
    first: new Int32Array(count + 1).fill(-1),
    last: new Int32Array(count + 1).fill(-1),
    next,
  })) as [Lists, Lists]
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const { first, last } = isRooted[role] === 1 ? blocks : hung
    const manager = parent[role] as number
    const before = last[manager] as number
    if (before < 0) first[manager] = role
    else next[before] = role
    last[manager] = role
  }
  return { blocks, hung }
}

/** Blocks left of a manager, the manager and what hangs below, blocks to the right: in each row that is the order from left to right. */
function fromLeftOf(drawn: Drawn, blocks: Lists, hung: Lists, before: Int32Array): Int32Array {
  const { count, order, parent } = drawn
  const result = new Int32Array(order.length)
  let end = 0
  const cursor = blocks.first.slice()
  const left = before.slice()
  const isTold = new Uint8Array(count)
  const tellWithHanging = (role: number) => {
    isTold[role] = 1
    result[end++] = role
    tellTree(hung.first[role] as number, role)
  }
  const tellTree = (from: number, root: number) => {
    let at = from
    while (at >= 0) {
      result[end++] = at
      const child = hung.first[at] as number
      if (child >= 0) {
        at = child
        continue
      }
      while (at !== root && (hung.next[at] as number) < 0) at = parent[at] as number
      at = at === root ? -1 : (hung.next[at] as number)
    }
  }
  for (let top = blocks.first[count] as number; top >= 0; top = blocks.next[top] as number) {
    let at = top
    while (at !== count) {
      if (isTold[at] === 0 && (left[at] as number) === 0) tellWithHanging(at)
      const child = cursor[at] as number
      if (child < 0) {
        at = at === top ? count : (parent[at] as number)
        continue
      }
      left[at] = (left[at] as number) - 1
      cursor[at] = blocks.next[child] as number
      at = child
    }
  }
  tellTree(hung.first[count] as number, count)
  return result
}
