// One entry for everything that is drawn: a request becomes pages and a report. What will come of it is told before, roughly and at once;
// what would be read from further away is tried, not guessed.
import { finish, type Steps } from '../base/steps'
import { roleAt } from '../model/roles'
import type { RoleId } from '../model/types'
import { elementsIn } from '../render/svg'
import type { Mark } from '../scene/types'
import { LEAST_ON_PAGES } from './book'
import { changeSteps } from './changes'
import { type DrawnSheet, drawSheet } from './draw'
import { boxesOf, isFar, POINTS } from './page'
import { layoutOf, planOf } from './plan'
import type { Estimate, Exported, ExportedPage, Offer, Part, Report, Request, Source, Weight } from './request'
import { sheetSteps } from './sheets'
import { smallestText } from './smallest'

/** Whoever waits may stop at any step: nothing is handed over before all is there. Throws where the branch is of no role. */
export function* exportSteps(source: Source, request: Request): Steps<Exported> {
  const plan = planOf(source, request)
  yield
  const sheets = yield* sheetSteps(plan)
  yield
  const pages: ExportedPage[] = []
  const drawn: DrawnSheet[] = []
  for (const sheet of sheets) {
    const one = yield* drawSheet(plan, sheet)
    const { width, height } = one.scene.bounds
    pages.push({
      name: sheet.name,
      title: sheet.title,
      scene: one.scene,
      points: { width: width * POINTS, height: height * POINTS },
      boxes: one.boxes,
    })
    drawn.push(one)
    yield
  }
  const changes = yield* changeSteps(source.org, plan.hidden)
  return { pages, report: reportOf(drawn, changes) }
}

export function exported(source: Source, request: Request): Exported {
  return finish(exportSteps(source, request))
}

function reportOf(drawn: readonly DrawnSheet[], changes: Report['changes']): Report {
  const scenes = drawn.map(({ scene }) => scene)
  const sizes = scenes.flatMap((scene) => smallestText(scene) ?? [])
  const elements = Math.max(...scenes.map(({ marks }) => elementsIn(marks)))
  const sum = (of: 'boxes' | 'leftOut' | 'below') => drawn.reduce((all, one) => all + one[of], 0)
  return {
    boxes: sum('boxes'),
    leftOut: sum('leftOut'),
    below: sum('below'),
    shortened: scenes.reduce((all, { marks }) => all + shortenedIn(marks), 0),
    smallest: sizes.length === 0 ? null : Math.min(...sizes),
    isFollowedLeftOut: drawn.some((one) => one.isFollowedLeftOut),
    changes,
    elements,
    weight: weightOf(elements, elements * BYTES, drawn.length),
  }
}

function shortenedIn(marks: readonly Mark[]): number {
  return marks.reduce((count, mark) => {
    if (mark.kind === 'group') return count + shortenedIn(mark.marks)
    return mark.kind === 'text' && mark.text.endsWith('…') ? count + 1 : count
  }, 0)
}

// ---- before working --------------------------------------------------------------------------------------------------------------

/** Of an element; elements of a card with all it wears, of a box with its name, of a page without boxes: measured at 50 to 20,000 boxes. */
const BYTES = 95
const OF_CARD = { conventional: 5, flipped: 11 }
const OF_NAME = { conventional: 3.4, flipped: 6.3 }
const OF_PAGE = 60
/** From far away marks follow the page and not the boxes: a slide, a poster. */
const OF_FAR = { conventional: [250, 1050], flipped: [560, 1600] } as const
const FAR_FROM = { slide: 60, poster: 3334 }
const CARDS = 166
export const MOST_PAGES = 400
/** As pages of teams come out (split.ts). */
const ROLES_A_PAGE = 28

/** Linear in roles at most, and nothing is placed for it: told in the click that asks for it. */
export function estimateOf(source: Source, request: Request): Estimate {
  const { part } = request
  const boxes = boxesFor(source, part)
  if (part.kind === 'pages') {
    const teams = Math.max(1, Math.ceil(boxes / ROLES_A_PAGE))
    const pages = teams + (teams > 1 ? 1 : 0) + Math.floor(boxes / (ROLES_A_PAGE * 50))
    const elements = OF_PAGE + Math.min(boxes, 40) * OF_CARD.conventional
    return { pages, boxes, elements, bytes: elements * BYTES, weight: weightOf(elements, elements * BYTES, pages) }
  }
  const charts = part.kind === 'both' ? 2 : 1
  const elements = Math.round(charts * elementsFor(source, request, boxes))
  const bytes = elements * BYTES
  const pages = part.kind === 'before-after' ? 2 : 1
  return { pages, boxes: boxes * (pages > 1 ? 2 : charts), elements, bytes, weight: weightOf(elements, bytes, pages) }
}

function elementsFor({ chart, view }: Source, { part, size }: Request, boxes: number): number {
  const layout = layoutOf(chart)
  const isTurned = part.kind === 'both' || part.kind === 'before-after'
  const orientation = isTurned ? 'flipped' : ((part.kind === 'levels' ? part.orientation : undefined) ?? layout.placing.orientation)
  const [slide, poster] = OF_FAR[orientation]
  const seen = part.kind === 'view' ? view : undefined
  if (seen ? isFar(layout, seen) : size !== 'natural' && boxes > FAR_FROM.slide) return slide
  if (!seen && size === 'natural' && boxes >= FAR_FROM.poster) return poster
  return OF_PAGE + boxes * (boxes <= CARDS ? OF_CARD : OF_NAME)[orientation]
}

function boxesFor({ org, chart, view }: Source, part: Part): number {
  const { depth, branchSize, preorder } = org.structure
  const layout = layoutOf(chart)
  switch (part.kind) {
    case 'branch':
      return branchSize[roleAt(org, part.role) ?? -1] ?? 0
    case 'levels':
      return depth.reduce((count, at, role) => (at < part.levels && layout.boxOf[role] === role ? count + 1 : count), 0)
    case 'pages':
      return preorder.length
    case 'view':
      return view && !isFar(layout, view) ? boxesIn(layout, view) : boxesOf(layout)
    default:
      return boxesOf(layout)
  }
}

function boxesIn({ x, y, w, h, boxOf }: ReturnType<typeof layoutOf>, view: NonNullable<Source['view']>): number {
  const [left, top] = [-view.x / view.kx, -view.y / view.ky]
  const [right, bottom] = [left + view.width / view.kx, top + view.height / view.ky]
  return boxOf.reduce((count, box, role) => {
    if (box !== role) return count
    const [l, t] = [x[role] as number, y[role] as number]
    return l >= left && t >= top && l + (w[role] as number) <= right && t + (h[role] as number) <= bottom ? count + 1 : count
  }, 0)
}

function weightOf(elements: number, bytes: number, pages: number): Weight {
  if (elements > 20_000 || bytes > 1e7 || pages > MOST_PAGES) return 'too large'
  return elements > 2000 || bytes > 1e6 ? 'heavy' : 'comfortable'
}

// ---- what would be larger ------------------------------------------------------------------------------------------------------------

/** In points: what can be read from the back of a room. */
export const READABLE = 10
/** Boxes of a page that may still be readable: more are not tried. */
const TRIED = 80

/** Boxes that people see at once (slides.md 5.8): a chart of no more is not taken apart. */
const AT_ONCE = 40
/** Points: less is not worth another picture. */
const WORTH = 1

export interface Offering {
  /** The smallest text of what is asked. */
  readonly now: number
  /** Who is chosen on the chart. */
  readonly role?: RoleId | null
  /** Draws what is tried; without it the first chart. */
  readonly drawn?: (request: Request) => Steps<Pick<Exported, 'report'>>
}

/** The first of these that can be read, else the largest where it is worth it: what keeps all that is shown comes first. Null where nothing is better. */
export function* offersSteps(
  sources: readonly [Source, ...Source[]],
  request: Request,
  { now, role = null, drawn = (one) => exportSteps(sources[0], one) }: Offering,
): Steps<Offer | null> {
  const [source] = sources
  let best: Offer | null = null
  for (const candidate of candidatesFor(sources, request, role)) {
    const { part, size } = candidate
    // Made so that they can be read: book.ts.
    if (part.kind === 'pages' && estimateOf(source, candidate).weight !== 'too large') return { part, size, points: LEAST_ON_PAGES }
    if (part.kind === 'pages' || boxesFor(source, part) > TRIED) continue
    const points = (yield* drawn(candidate)).report.smallest ?? 0
    if (points >= READABLE) return { part, size, points }
    if (points >= now + WORTH && points > (best?.points ?? 0)) best = { part, size, points }
    yield
  }
  return best
}

function candidatesFor(sources: readonly [Source, ...Source[]], request: Request, role: RoleId | null): readonly Request[] {
  const [{ org, chart }] = sources
  const { part, size } = request
  const asked = (change: Partial<Request>): Request => ({ ...request, paper: 'one', ...change })
  const { layers, branchSize } = org.structure
  const most = part.kind === 'levels' ? part.levels : layers
  const levels = Array.from({ length: Math.max(0, most - 1) }, (_, k) => most - 1 - k).filter((count) => count >= 2)
  const isWhole = part.kind === 'everything' || part.kind === 'levels' || part.kind === 'view'
  // Told from the top: of a chart that is turned over they would lose whoever meets customers.
  const isUpright = sources.every((one) => layoutOf(one.chart).placing.orientation === 'conventional')
  const isBranch = isWhole && role !== null && (branchSize[roleAt(org, role) ?? -1] ?? 0) > 1
  return [
    ...(part.kind === 'both' ? [asked({ part: { kind: 'before-after' } })] : []),
    ...SIZES.filter((one) => one !== size).map((one) => asked({ size: one })),
    ...(isBranch && role !== null ? [asked({ part: { kind: 'branch', role } })] : []),
    ...(isWhole && isUpright ? levels.map((count) => asked({ part: { kind: 'levels', levels: count, orientation: 'conventional' } })) : []),
    ...(part.kind === 'pages' || boxesOf(layoutOf(chart)) <= AT_ONCE
      ? []
      : [asked({ part: { kind: 'pages' }, paper: 'paged', size: size === 'natural' ? '16:9' : size })]),
  ]
}
const SIZES = ['natural', 'A4', '16:9'] as const
