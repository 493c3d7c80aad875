// What a request comes to, of every chart on the page that it is asked of.
import type { Steps } from '../../base/steps'
import { estimateOf, exportSteps, MOST_PAGES, type Offering, offersSteps } from '../../export/pages'
import { posterOf } from '../../export/poster'
import type { Estimate, Exported, ExportedPage, Offer, Report, Request, Source, Weight } from '../../export/request'

/** A page, and where its sheet goes on a poster. */
export interface MadePage extends ExportedPage {
  readonly place?: { readonly at: string; readonly of: string }
}
export interface Made extends Exported {
  readonly pages: readonly MadePage[]
  readonly request: Request
}

/** Both charts are on one page, or one after the other, or it is told from the top whichever is shown: the first one on the page knows them both. */
const OF_BOTH: ReadonlySet<Request['part']['kind']> = new Set(['both', 'before-after', 'levels', 'pages'])
const askedOf = (sources: readonly Source[], { part }: Request): readonly Source[] =>
  OF_BOTH.has(part.kind) ? sources.slice(0, 1) : sources

export function estimated(sources: readonly Source[], request: Request): Estimate {
  const all = askedOf(sources, request)
    .map((source) => estimateOf(source, request))
    .reduce((a, b) => ({
      pages: a.pages + b.pages,
      boxes: a.boxes + b.boxes,
      elements: Math.max(a.elements, b.elements),
      bytes: Math.max(a.bytes, b.bytes),
      weight: heavier(a.weight, b.weight),
    }))
  return { ...all, weight: weightAs(request, all.weight, all.pages) }
}

/** Pixels weigh the same whatever is on them; only pages can be too many. */
const weightAs = ({ kind }: Request, weight: Weight, pages: number): Weight =>
  kind === 'png' && pages <= MOST_PAGES ? 'comfortable' : weight

export function* madeSteps(sources: readonly Source[], request: Request): Steps<Made> {
  const made: Exported[] = []
  for (const source of askedOf(sources, request)) made.push(yield* exportSteps(source, request))
  const pages = unlike(made.flatMap((one) => one.pages))
  const all = made.map((one) => one.report).reduce(together)
  const report = { ...all, weight: weightAs(request, all.weight, pages.length) }
  return request.paper === 'poster' ? onSheets({ request, report, pages }) : { request, report, pages }
}

/** What would be larger than `now`; with both charts on the page, of both. */
export function* offerSteps(sources: readonly Source[], request: Request, offering: Pick<Offering, 'now' | 'role'>): Steps<Offer | null> {
  const [first, ...others] = sources
  if (!first) return null
  return yield* offersSteps([first, ...others], request, { ...offering, drawn: (one) => madeSteps(sources, one) })
}

/** Files of one archive: what both charts call alike is numbered. */
function unlike(pages: readonly ExportedPage[]): readonly ExportedPage[] {
  const met = new Map<string, number>()
  return pages.map((page) => {
    const times = (met.get(page.name) ?? 0) + 1
    met.set(page.name, times)
    return times === 1 ? page : { ...page, name: `${page.name}-${times}` }
  })
}

/** A4 on its side. */
const PAPER = { width: 842, height: 595 }
function onSheets(made: Made): Made {
  const posters = made.pages.map((page) => ({ page, ...posterOf(page.scene) }))
  const pages = posters.flatMap(({ page, sheets }) =>
    sheets.map(({ scene, place, of }) => ({ ...page, scene, points: PAPER, place: { at: place, of } })),
  )
  const { smallest } = made.report
  const scale = Math.min(...posters.map((one) => one.scale))
  return { ...made, pages, report: { ...made.report, smallest: smallest === null ? null : smallest * scale } }
}

function together(a: Report, b: Report): Report {
  const smallest = [a.smallest, b.smallest].filter((one) => one !== null)
  return {
    boxes: a.boxes + b.boxes,
    leftOut: a.leftOut + b.leftOut,
    below: a.below + b.below,
    shortened: a.shortened + b.shortened,
    smallest: smallest.length === 0 ? null : Math.min(...smallest),
    isFollowedLeftOut: a.isFollowedLeftOut || b.isFollowedLeftOut,
    changes: a.changes.length >= b.changes.length ? a.changes : b.changes,
    elements: Math.max(a.elements, b.elements),
    weight: heavier(a.weight, b.weight),
  }
}
const WEIGHTS = ['comfortable', 'heavy', 'too large'] as const
function heavier(a: Weight, b: Weight): Weight {
  return WEIGHTS[Math.max(WEIGHTS.indexOf(a), WEIGHTS.indexOf(b))] as Weight
}
