// A page as narrow as a phone: the flipped chart by distance as a list one scrolls, as wide as the page. Cards stand two by two in the band
// of their distance; ribbons and lines, for which there is no room, are left out, and the inspector says who reports to whom. A chart by
// rank keeps its lines while its boxes keep their names; else it is listed layer by layer.
//
//     ▇▇▇▇▇▇▇▇ ▇▇▇▇▇▇▇▇ ▇▇▇▇▇      customers
//     [ cash-n ] [ cash-s ]        meet customers
//     [ acct   ] [ agent  ]
//     [ mgr-n  ] [ mgr-s  ]        one step away
import type { Org } from '../model/types'
import { edgesAndPeople } from './assemble'
import { placeCustomers } from './customers'
import type { Drawn } from './drawn'
import { noRibbons } from './ribbons'
import { SIZES, type Sizes } from './sizes'
import type { Stance } from './stance'
import { PACES } from './timing'
import type { Layout, Placing, Row } from './types'

const WIDTH = 366
const COLUMNS = 2
const BETWEEN = 12
/** Between two lines of cards: the edges of a stack need it. */
const LINE = 14
/** At the head of a band, for its name. */
const NAME = 30
const FOOT = 16
const FRONT = 92
const OTHER = 56
/** From the last layer of a conventional chart to the customers under it. */
const HAIRLINE = 24
/** More boxes than this are no list that anybody scrolls. */
const MOST_LISTED = 60

export function canBeListed({ boxOf }: Drawn): boolean {
  let boxes = 0
  for (let role = 0; role < boxOf.length; role++) if (boxOf[role] === role) boxes++
  return boxes <= MOST_LISTED
}

/** A chart of this width shows boxes without names on a phone. */
const WIDEST = 1400
export function isTooWide({ bounds }: Layout): boolean {
  return bounds.width > WIDEST
}

export function placeNarrow(org: Org, placing: Placing, drawn: Drawn, stance: Stance): Layout {
  const { count, boxOf, stacked, foldedAway } = drawn
  const sizes: Sizes = { ...SIZES, field: { ...SIZES.field, height: 90, narrowestSegment: 104 } }
  const { edges, people } = edgesAndPeople(org, drawn, stance, sizes)
  const card = (WIDTH - sizes.stackEdges - BETWEEN * (COLUMNS - 1)) / COLUMNS
  const x = new Float64Array(count)
  const y = new Float32Array(count)
  const w = new Uint16Array(count)
  const h = new Uint16Array(count)
  const row = stance.row.slice()
  const rows: Row[] = []
  const isFlipped = placing.orientation === 'flipped'
  let top = isFlipped ? sizes.field.height + 14 : 0
  stance.rows.forEach(({ kind, step }, at) => {
    const members = membersOf(drawn, stance, at)
    const meets = (role: number) => isFlipped && org.structure.distance[role] === 1
    const height = members.some(meets) ? FRONT : OTHER
    const lines = Math.ceil(members.length / COLUMNS)
    members.forEach((role, k) => {
      x[role] = (k % COLUMNS) * (card + BETWEEN)
      y[role] = top + NAME + Math.floor(k / COLUMNS) * (height + LINE)
      w[role] = card
      h[role] = meets(role) ? FRONT : OTHER
      row[role] = at
    })
    const bottom = top + NAME + lines * (height + LINE) - LINE + FOOT
    rows.push({ kind, step, y: top, height: bottom - top, roles: fromLeft(members), people: people[at] as number })
    top = bottom
  })
  const pace = new Uint8Array(count).fill(PACES.indexOf('other'))
  for (let role = 0; role < count; role++) if (drawn.meets[role] === 1) pace[role] = PACES.indexOf('front')
  for (let role = 0; role < count; role++) {
    const box = boxOf[role] as number
    if (box === role) continue
    for (const of of [x, y, w, h, row, edges, pace]) of[role] = of[box] as number
  }
  return {
    placing,
    x,
    y,
    w,
    h,
    boxOf,
    stacked,
    foldedAway,
    edges,
    pace,
    row,
    rows,
    manager: new Int32Array(count).fill(-1),
    lines: { ports: new Uint8Array(0), busY: new Float32Array(0), isBusByRow: true, port: 0, rail: 0 },
    isList: true,
    customers: isFlipped ? placeCustomers(org, WIDTH, 0, 'field', sizes) : placeCustomers(org, WIDTH, top + HAIRLINE, 'hairline', sizes),
    ribbons: noRibbons(),
    bounds: { x: 0, y: 0, width: WIDTH, height: isFlipped ? top : top + HAIRLINE + sizes.hairline.height + sizes.hairline.caption },
  }
}

/** Boxes of a row in the order of the wide chart; a grid stands for its members. */
function membersOf({ grids, gridAt }: Drawn, stance: Stance, at: number): number[] {
  return [...stance.fromLeft]
    .filter((role) => stance.row[role] === at)
    .flatMap((role) => {
      const grid = grids[gridAt[role] ?? -1]
      return grid ? [...grid.members] : [role]
    })
}

/** A row is searched by x: column by column. */
function fromLeft(members: readonly number[]): Int32Array {
  const columns = Array.from({ length: COLUMNS }, (_, column) => members.filter((_, k) => k % COLUMNS === column))
  return Int32Array.from(columns.flat())
}
