// Where the boxes of a conventional chart stand from left to right, and of its mirror: a tidy tree with a row for each layer. A role that
// meets customers keeps its column free down to the last layer, because that is where they are: under the conventional chart, over
// its mirror. A manager who meets them has reports there; in the mirror they make way for a column in their middle, and the manager
// stands over it. The conventional chart leaves no such hole.
import type { Steps } from '../base/steps'
import type { Structure } from '../model/types'
import type { Drawn } from './drawn'
import { gridWidth } from './grid'
import type { Sizes } from './sizes'
import { arrangeSteps, settle } from './tidy'

export interface Ranked {
  /** Middle of a box; of a whole grid at its first member. By role. */
  readonly middle: Float64Array
  /** By role, 0 = the top; of what is in `order`. */
  readonly layer: Int32Array
  readonly layers: number
  /** Steps of packing: the work that a fold has to do again. */
  readonly steps: number
}

const NOBODY = new Int32Array(0)

export function* rank(structure: Structure, drawn: Drawn, sizes: Sizes, isMirror: boolean): Steps<Ranked> {
  const { count, order, first } = drawn
  const { layer, layers } = layersOf(structure, drawn)
  yield
  const columns = isMirror ? order.filter((role) => drawn.meets[role] === 1 && (first[role] as number) >= 0) : NOBODY
  const tree = columns.length > 0 ? withColumns(drawn, columns) : { ...drawn, order: fromGround(drawn), over: undefined }

  const size = tree.first.length
  const bottom = new Int32Array(size).fill(layers - 1)
  const width = new Float64Array(size).fill(sizes.plain.width + sizes.plain.gap)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    if (drawn.meets[role] === 0 || (tree.first[role] as number) >= 0) bottom[role] = layer[role] as number
  }
  bottom[count] = -1
  for (const grid of drawn.grids) width[grid.members[0] as number] = gridWidth(grid, sizes.plain, sizes) + sizes.plain.gap

  const middle = new Float64Array(size)
  yield
  const tidy = yield* arrangeSteps({
    order: tree.order,
    first: tree.first,
    last: tree.last,
    next: tree.next,
    width,
    bottom,
    over: tree.over,
  })
  const isRoot = new Uint8Array(size)
  isRoot[count] = 1
  settle(tidy, tree.parent, isRoot, middle)
  return { middle, layer, layers, steps: tidy.steps }
}

/** Whoever is drawn has all managers drawn, so that a layer is the depth in the whole reporting line. */
export function layersOf({ depth }: Structure, { count, boxOf }: Drawn): Pick<Ranked, 'layer' | 'layers'> {
  const layer = new Int32Array(count + 1)
  layer.set(depth)
  layer[count] = -1
  let layers = 0
  for (let role = 0; role < count; role++)
    if (boxOf[role] === role && (depth[role] as number) >= layers) layers = (depth[role] as number) + 1
  return { layer, layers }
}

function fromGround({ order, count }: Drawn): Int32Array {
  const all = new Int32Array(order.length + 1)
  all[0] = count
  all.set(order, 1)
  return all
}

/** The tree with a further leaf in the middle of the reports of each of these managers: the column that stays free. */
function withColumns(drawn: Drawn, managers: Int32Array) {
  const { count } = drawn
  const size = count + 1 + managers.length
  const grown = (nodes: Int32Array) => {
    const longer = new Int32Array(size).fill(-1)
    longer.set(nodes)
    return longer
  }
  const [parent, first, last, next] = [grown(drawn.parent), grown(drawn.first), grown(drawn.last), grown(drawn.next)]
  const over = new Int32Array(size).fill(-1)
  managers.forEach((manager, k) => {
    const column = count + 1 + k
    over[manager] = column
    parent[column] = manager
    let reports = 0
    for (let at = first[manager] as number; at >= 0; at = next[at] as number) reports++
    let before = -1
    let after = first[manager] as number
    for (let i = 0; i < reports >> 1; i++) {
      before = after
      after = next[after] as number
    }
    if (before < 0) first[manager] = column
    else next[before] = column
    next[column] = after
    if (after < 0) last[manager] = column
  })
  // Columns are leaves: anywhere after their managers will do.
  const order = new Int32Array(drawn.order.length + 1 + managers.length)
  order.set(fromGround(drawn))
  for (let k = 0; k < managers.length; k++) order[drawn.order.length + 1 + k] = count + 1 + k
  return { parent, first, last, next, over, order }
}
