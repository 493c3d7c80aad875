// Everything, branch by branch, on pages of readable boxes: a page of contents, an overview, then the teams (split.ts). All boxes are of one
// size, and it is such that the smallest line of a box has 10 pt. Pages are for looking people up, so they are read from the top; nothing is
// turned over and nothing is poured.
import type { Steps } from '../base/steps'
import { placeSteps } from '../layout/place'
import { parted, shelved, withoutCustomers } from '../layout/shelves'
import { SIZES, type Sizes } from '../layout/sizes'
import type { Layout } from '../layout/types'
import { partOf } from '../model/part'
import type { Org } from '../model/types'
import { furnitureFor, type Page } from '../scene/furniture'
import { organisationName } from '../scene/headline'
import { fitText } from '../scene/text/fit'
import { roomFor, type Type } from '../scene/text/measure'
import type { View } from '../scene/types'
import { ENTRY, type Entry, entriesOn, roomForEntry } from './contents'
import { stemOf } from './file-name'
import type { Block, Room, Shelves } from './pack'
import { POINTS, pageOf, SLIDE } from './page'
import { type ChartOnPage, headlineFor, layoutOf, type Plan, pathTo, placingOf, type Sheet, wholeNumbers } from './plan'
import { splitPages } from './split'
import type { Tag } from './tags'

/** 12 px of a card are 10 pt on the page. */
const SCALE = 1.12
/** The smallest text of a page. */
export const LEAST_ON_PAGES = Math.round(12 * SCALE * POINTS * 10) / 10
const AIR = 14
/** Boxes of a page, comfortable for the eye (slides.md 5.8). */
const MOST_BOXES = 40

/** Of a page that is not narrow: furniture.ts. One line, since the room of a page is that of its teams. */
const MARGIN = 26
const HEADLINE = { size: 22, bold: true } as const
const UNDER = { size: 14 } as const

/** As wide as boxes elsewhere where that takes no more pages, else so that six stand beside each other on A4. */
const WIDTHS = [168, 154, 140] as const
const HEIGHT = 50
const GAP = 12
const RAIL = 24
/** Between a chart and the legend under it. */
const BEFORE_LEGEND = 24
const LINE_GAP = 12
const ROW_GAP = 24

export function* bookSteps(plan: Plan): Steps<readonly Sheet[]> {
  const { source, request, said } = plan
  const { org, words } = source
  const page = pageOf(request.size) ?? SLIDE
  const { room, pages } = yield* splitOn(plan, page)
  const perPage = entriesOn(page)
  const before = pages.length > 1 ? Math.ceil(pages.length / perPage) : 0
  const placeOf = new Places(pages, before + 1)
  const all = before + pages.length
  const digits = String(all).length
  const name = (number: number, what: string) => stemOf(organisationName(said), `${String(number).padStart(digits, '0')}-${what}`)
  const titles = pages.map((shelves) => titleOf(plan, shelves, page.width - 2 * MARGIN, HEADLINE))
  const sheets: Sheet[] = []
  for (let k = 0; k < before; k++) {
    const entries = pages.slice(k * perPage, (k + 1) * perPage).map((shelves, i): Entry => {
      const at = k * perPage + i
      const own = shelves.flat().reduce((sum, block) => sum + block.roles.length - (block.head < 0 || isTop(org, block.head) ? 0 : 1), 0)
      const count = words.say('export.contents.roles', { count: own })
      // Everybody is under the top: what is told is the branch.
      const branch = pathOf(plan, shelves).slice(1).at(-1)
      const prefix = branch === undefined ? '' : `${branch} › `
      const free = roomForEntry(page, count) - roomFor(prefix, ENTRY)
      return { number: before + at + 1, title: prefix + titleOf(plan, shelves, free, ENTRY), count }
    })
    const first = words.say('export.contents.first', { name: organisationName(said), roles: org.doc.roles.length, pages: all })
    const contents = { page, headline: headlineFor(plan, { first, second: words.say('export.contents.second') }), entries }
    sheets.push({ name: name(k + 1, 'contents'), title: words.say('export.contents'), charts: [], contents })
  }
  for (const [k, shelves] of pages.entries()) {
    const number = before + k + 1
    const chart = yield* placedOn(plan, shelves, room)
    const which = words.say('export.page.of', { page: number, pages: all })
    const second =
      all > 1
        ? underFor([pathOf(plan, shelves).join(' › '), which, wholeNumbers(said, chart)], page)
        : words.say('scene.headline.counts', { ...source.analysis.file })
    const title = titles[k] as string
    const on: ChartOnPage = {
      chart,
      view: viewOf(chart, page, room),
      headline: headlineFor(plan, { first: title, second }),
      ...tagsOf(plan, shelves, number, placeOf),
    }
    sheets.push({ name: name(number, nameOf(plan, shelves)), title, charts: [on] })
    yield
  }
  return sheets
}

/** The widest boxes that take as few pages as the narrowest. */
function* splitOn(plan: Plan, page: Page): Steps<{ readonly room: PageRoom; readonly pages: readonly Shelves[] }> {
  const { folded, isGrouped, unstacked } = placingOf(plan)
  const tried = []
  for (const wide of WIDTHS) {
    const room = roomOf(plan, page, wide)
    yield
    tried.push({ room, pages: splitPages(plan.source.org, folded, isGrouped && unstacked.size === 0, room) })
  }
  const fewest = Math.min(...tried.map(({ pages }) => pages.length))
  return tried.find(({ pages }) => pages.length === fewest) as (typeof tried)[number]
}

function isTop({ structure }: Org, role: number): boolean {
  return (structure.parent[role] as number) < 0
}

// ---- the page --------------------------------------------------------------------------------------------------------------------

interface PageRoom extends Room {
  readonly left: number
  readonly top: number
}

/** As wide and high as the furniture of a page with a headline of one line leaves it, and the legend where there is one. */
function roomOf({ source, said }: Plan, page: Page, wide: number): PageRoom {
  const now = layoutOf(source.chart)
  const upright = { ...now, placing: { ...now.placing, orientation: 'conventional' } } as const
  const { top, left, right, bottom, legend } = furnitureFor({ ...said, headline: { first: 'x', second: 'x' } }, upright, page)
  const width = (page.width - left - right) / SCALE
  const height = (page.height - top - bottom - AIR) / SCALE - (legend ? legend.height + BEFORE_LEGEND : 0)
  const team = height - HEIGHT - ROW_GAP
  const pair = 2 * wide + RAIL + GAP
  const sizes: Sizes = {
    ...SIZES,
    plain: { width: wide, height: HEIGHT, gap: GAP },
    rowGap: { conventional: ROW_GAP, flipped: ROW_GAP },
    track: 7,
    field: { ...SIZES.field, narrowest: 0 },
    grid: {
      lineGap: LINE_GAP,
      railGap: RAIL,
      columnGap: GAP,
      longestRow: 1,
      mostLines: Math.floor((team + LINE_GAP) / (HEIGHT + LINE_GAP)),
      ofPage: { lines: 3, columns: 2 * Math.floor(width / pair) },
    },
  }
  return { left, top, width, height, sizes, apart: 18, between: 26, most: MOST_BOXES }
}

function* placedOn(plan: Plan, shelves: Shelves, room: PageRoom): Steps<Layout> {
  const { org } = plan.source
  const placing = { ...placingOf(plan), orientation: 'conventional', isGrouped: true, folded: new Set<number>() } as const
  // Whoever is in no stack on the page now is in none here.
  const unstacked = placingOf(plan).isGrouped ? placing.unstacked : new Set(org.structure.preorder)
  const charts: Layout[] = []
  for (const shelf of shelves) {
    const roles = shelf.flatMap((block) => block.roles)
    const part = partOf(org, roles, new Set(shelf.map(({ head }) => head)))
    const chart = yield* placeSteps(part, { ...placing, unstacked }, null, room.sizes)
    const own = withoutCustomers(chart)
    charts.push(shelf.length > 1 ? parted(own, room.apart) : own)
  }
  return shelved(charts as [Layout, ...Layout[]], room.between)
}

/** In the middle between left and right, and at the top: a page that is turned to does not jump. */
function viewOf({ bounds }: Layout, { width, height }: Page, room: PageRoom): View {
  const x = room.left + ((room.width - bounds.width) / 2 - bounds.x) * SCALE
  return { kx: SCALE, ky: SCALE, x, y: room.top + AIR - bounds.y * SCALE, width, height }
}

// ---- words -----------------------------------------------------------------------------------------------------------------------

/** Heads of teams, as many as there is room for; those that are called alike once. */
function titleOf({ source: { words }, labels, said }: Plan, shelves: Shelves, room: number, type: Type): string {
  const blocks = shelves.flat()
  const nameOf = ({ head, piece }: Block) => {
    const isOverview = head < 0 || isTop(said.org, head)
    const name = isOverview ? words.say('export.page.overview', { name: organisationName(said) }) : labels.title(head)
    return piece ? words.say('export.page.piece', { head: name, piece: piece[0], pieces: piece[1] }) : name
  }
  const counts = new Map<string, number>()
  for (const block of blocks) counts.set(nameOf(block), (counts.get(nameOf(block)) ?? 0) + 1)
  const heads = [...counts].map(([head, count]) => (count === 1 ? head : words.say('export.page.times', { head, count })))
  for (let shown = heads.length; shown > 0; shown--) {
    const title = words.say('export.page.teams', { heads: heads.slice(0, shown), more: heads.length - shown })
    if (roomFor(title, type) <= room) return title
  }
  const first = words.say('export.page.teams', { heads: heads.slice(0, 1), more: heads.length - 1 })
  return fitText(first, room, { ...type, least: type.size, bold: type.bold ?? false }).lines[0] ?? ''
}

/** In one line: the way from the top gives way. */
function underFor([path = '', ...others]: readonly string[], { width }: Page): string {
  const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' · ')
  const all = joined([path, ...others])
  return roomFor(all, UNDER) <= width - 2 * MARGIN ? all : joined(others)
}

/** Of its file: the first team says enough. */
function nameOf({ labels, said }: Plan, shelves: Shelves): string {
  const head = shelves[0]?.[0]?.head ?? -1
  return head < 0 || isTop(said.org, head) ? said.words.say('export.overview') : labels.title(head)
}

/** Who is above all of them, from the top. */
function pathOf({ source: { org }, labels }: Plan, shelves: Shelves): readonly string[] {
  const paths = shelves.flat().map(({ head }) => (head < 0 ? [] : pathTo(org, head)))
  const [first = [], ...others] = paths
  const shared = first.filter((role, k) => others.every((path) => path[k] === role))
  return shared.map((role) => labels.title(role))
}

/** By role, the page of its own box and the page it is head of a block. */
class Places {
  private readonly body = new Map<number, number>()
  private readonly head = new Map<number, number>()

  constructor(pages: readonly Shelves[], from: number) {
    pages.forEach((shelves, k) => {
      for (const { head, roles } of shelves.flat())
        for (const role of roles) {
          const known = role === head ? this.head : this.body
          if (!known.has(role)) known.set(role, from + k)
        }
    })
  }

  /** Where a head stands in its team; -1 where it stands nowhere else. */
  ofBody(role: number): number {
    return this.body.get(role) ?? -1
  }
  ofTeam(role: number): number {
    return this.head.get(role) ?? -1
  }
}

function tagsOf({ source, labels }: Plan, shelves: Shelves, number: number, places: Places): Pick<ChartOnPage, 'tags' | 'below'> {
  const { org, words } = source
  const { branchSize, firstChild, parent } = org.structure
  const tags: Tag[] = []
  let lost = 0
  for (const { head, roles } of shelves.flat()) {
    const managers = new Set(roles.map((role) => parent[role] as number))
    for (const role of roles) {
      const named = { role: labels.title(role) }
      if (role === head) {
        const page = places.ofBody(role)
        const about = words.say('export.above.page.about', { ...named, page })
        if (page >= 0 && page !== number) tags.push({ role, side: 'above', texts: [words.say('export.above.page', { page })], about })
        continue
      }
      if (managers.has(role) || firstChild[role] === -1) continue
      const below = (branchSize[role] as number) - 1
      const said = { ...named, count: below, page: places.ofTeam(role) }
      const isLost = said.page < 0 // folded on the chart, so kept out
      const key = isLost ? 'export.below' : 'export.below.page'
      if (isLost) lost += below
      const texts = [
        words.say(key, { ...said, count: words.number(below) }),
        words.say('export.below.short', { count: words.number(below) }),
      ]
      tags.push({ role, side: 'below', texts, about: words.say(`${key}.about`, said) })
    }
  }
  return { tags, below: lost }
}
