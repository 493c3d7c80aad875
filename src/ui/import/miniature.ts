// The tree that a file makes, small: a block for each person while there is room for them, slabs as wide as their branch where there is not.
// What is drawn is what the picture is wide, not what the file is long.
import type { Box } from '../../base/geometry'
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import type { Org } from '../../model/types'
import { rankLook } from '../../scene/looks'
import { mix } from '../../scene/mix'
import type { Theme } from '../../scene/theme'
import type { Colour } from '../../scene/types'
import { peopleIn } from '../roles'

export interface TreeCounts {
  readonly people: number
  readonly roles: number
  readonly tops: number
  readonly layers: number
  /** Most people that one role leads. */
  readonly span: number
  /** People by layer, from the top. */
  readonly byLayer: readonly number[]
}

export const countsOf = once(({ doc, structure }: Org): TreeCounts => {
  const byLayer = new Array<number>(structure.layers).fill(0)
  const led = new Float64Array(doc.roles.length)
  let people = 0
  let span = 0
  for (let role = 0; role < doc.roles.length; role++) {
    const here = peopleIn(doc, role)
    people += here
    byLayer[structure.depth[role] as number] = (byLayer[structure.depth[role] as number] as number) + here
    const above = structure.parent[role] as number
    if (above >= 0) span = Math.max(span, (led[above] = (led[above] as number) + here))
  }
  return { people, roles: doc.roles.length, tops: structure.tops.length, layers: structure.layers, span, byLayer }
})

export interface MiniatureBlock extends Box {
  readonly fill: Colour
}
export interface Miniature {
  readonly height: number
  readonly blocks: readonly MiniatureBlock[]
  /** From a box down to those below it; none where blocks are slabs. */
  readonly lines: readonly Box[]
  /** Middle of each row that stands apart, with its layer. */
  readonly rows: readonly { readonly layer: number; readonly y: number }[]
}

/** Where a block for each person is still a block. */
const LEAST_SLOT = 3.2
const MOST_SLOT = 26
const ROW = { least: 3, most: 34 } as const
/** Rows nearer than this have no room for a number each. */
const NUMBERED = 13

/** `height` at most. */
export function miniatureOf(org: Org, width: number, height: number, theme: Theme): Miniature {
  const { doc, structure } = org
  const { preorder, parent, depth, firstChild, layers } = structure
  const weights = weightsOf(org)
  const whole = structure.tops.reduce((sum, top) => sum + (weights[top] as number), 0)
  const slot = Math.min(MOST_SLOT, width / Math.max(1, whole))
  const isBoxes = slot >= LEAST_SLOT
  const pitch = Math.min(ROW.most, Math.max(ROW.least, height / Math.max(1, layers)))
  const tall = Math.max(1.5, pitch * 0.58)
  const shownLayers = Math.floor(height / pitch)
  const fills = [0, 1, 2, 3].map((rank) => seen(rankLook(theme, rank)))
  const start = new Float64Array(doc.roles.length)
  const used = new Float64Array(doc.roles.length)
  const edge = new Float64Array(layers).fill(-Infinity)
  const blocks: MiniatureBlock[] = []
  const lines: Box[] = []
  let left = (width - whole * slot) / 2
  const draw = (layer: number, x: number, w: number) => {
    // Blocks that share a pixel are one.
    if (x + w < (edge[layer] as number) + 0.75) return
    edge[layer] = x + w
    blocks.push({ x, y: layer * pitch + (pitch - tall) / 2, width: w, height: tall, fill: fills[Math.min(layer, 3)] as Colour })
  }
  for (const role of preorder) {
    const above = parent[role] as number
    const wide = (weights[role] as number) * slot
    if (above < 0) {
      start[role] = left
      left += wide
    } else {
      start[role] = (start[above] as number) + (used[above] as number)
      used[above] = (used[above] as number) + wide
    }
    const layer = depth[role] as number
    const x = start[role] as number
    if (layer >= shownLayers) continue
    if (!isBoxes) {
      draw(layer, x, Math.max(0.75, wide - (wide > 5 ? 1 : wide > 2.5 ? 0.5 : 0)))
      continue
    }
    const isLeaf = firstChild[role] === -1
    const boxes = isLeaf ? weights[role] : 1
    const from = isLeaf ? x : x + (wide - slot) / 2
    for (let k = 0; k < (boxes as number); k++) draw(layer, from + k * slot + slot * 0.09, Math.max(1.5, slot * 0.82))
    if (above >= 0 && layer > 0) lines.push(...elbow(org, role, start, weights, slot, pitch, tall))
  }
  const every = Math.max(1, Math.ceil(NUMBERED / pitch))
  const rows = Array.from({ length: Math.min(layers, shownLayers) }, (_, layer) => ({ layer, y: (layer + 0.5) * pitch }))
  return { height: shownLayers < layers ? height : layers * pitch, blocks, lines, rows: rows.filter(({ layer }) => layer % every === 0) }
}

/** People below and in a leaf; a role that leads is as wide as whom it leads. A vacant one is a place too. */
const weightsOf = once(({ doc, structure }: Org): Float64Array => {
  const { preorder, parent, firstChild } = structure
  const weights = new Float64Array(doc.roles.length)
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = preorder[k] as number
    if (firstChild[role] === -1) weights[role] = Math.max(1, Math.round(cellAt(doc.roles, 'headcount', role) ?? 1))
    const above = parent[role] as number
    if (above >= 0) weights[above] = (weights[above] as number) + (weights[role] as number)
  }
  return weights
})

function elbow(
  { structure: { parent, depth } }: Org,
  role: number,
  start: Float64Array,
  weights: Float64Array,
  slot: number,
  pitch: number,
  tall: number,
): readonly Box[] {
  const above = parent[role] as number
  const middle = (one: number) => (start[one] as number) + ((weights[one] as number) * slot) / 2
  const y = (depth[role] as number) * pitch
  const [from, to] = [middle(above), middle(role)]
  const gap = (pitch - tall) / 2
  return [
    { x: from - 0.5, y: y - gap, width: 1, height: gap },
    { x: Math.min(from, to) - 0.5, y: y - 0.5, width: Math.abs(to - from) + 1, height: 1 },
    { x: to - 0.5, y, width: 1, height: gap },
  ]
}

/** A block has no edge to be seen by, so it takes some of the edge's colour into its own. */
function seen({ fill, edge }: { readonly fill: Colour; readonly edge: Colour }): Colour {
  return mix(fill, edge, 0.45)
}
