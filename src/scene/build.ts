// Layout + findings + colours + words → marks. The order of painting is the argument: zone and bands, ribbons, lines, customers,
// gauges, cards from the front line down, flags; then what is pinned to the page.
import type { Analysis } from '../analysis/types'
import { type Box, overlaps } from '../base/geometry'
import { finish, type Steps } from '../base/steps'
import type { Words } from '../base/words'
import type { Layout, MovingBox, Turn } from '../layout/types'
import type { Org } from '../model/types'
import { drawBands, drawGutter } from './bands'
import { drawBlocks } from './blocks'
import { drawCard } from './cards'
import { drawCustomers } from './customers'
import { allMarks, boundsOf } from './cut'
import { detailOf } from './detail'
import { dimmingOf, spotlightOn } from './dimming'
import { factsOf } from './facts'
import { farOf } from './far/far'
import { FAR } from './far/farness'
import { liftAt } from './far/levels'
import { drawNames } from './far/names'
import { drawPlates } from './far/plates'
import type { Followed } from './followed'
import { followingOf } from './following'
import { drawHeadline, furnitureFor } from './furniture'
import { type Headline, headlineOf, organisationName, type Said } from './headline'
import { type Hidden, labelsOf } from './labels'
import { drawLines } from './lines'
import type { Medium } from './medium'
import { type Moment, momentOf } from './moment'
import { overlaysFor, SHOWN_FIRST } from './overlays'
import { readySteps } from './overlays/ready'
import { penFor } from './pen'
import type { Picture } from './picture'
import { drawBandLegend } from './readings/legend'
import { readingsIn } from './readings/told'
import { type Worn, wornOn } from './readings/worn'
import { drawRibbons } from './ribbons'
import { drawSource } from './source'
import type { Theme } from './theme'
import type { Mark, Scene, View } from './types'
import { rolesOnPage } from './visible'

export interface SceneInput {
  readonly org: Org
  readonly analysis: Analysis
  /** A chart at rest, or a moment of a turn between two. */
  readonly chart: Layout | Turn
  readonly theme: Theme
  readonly words: Words
  /** What part of the chart, on a page of what size: `fitChart`, or wherever the user has moved it. */
  readonly view: View
  readonly medium: Medium
  /** What is kept from the room. */
  readonly hidden?: Hidden
  /** Said over the chart in place of its own two sentences. */
  readonly headline?: Headline
  /** One case, or way, instead of everything. */
  readonly followed?: Followed | null
  /** A role that is spoken of: the rest stands back. */
  readonly spotlight?: number
  /** Ids of files in overlays/; `SHOWN_FIRST` unless told. */
  readonly overlays?: readonly string[]
  /** Of many boxes each its name, its bar and its worst flag: nothing that is said twice, nothing for who looks closer. */
  readonly isBrief?: boolean
}

const PAGE = { kx: 1, ky: 1, x: 0, y: 0 }

/** What the view can show, as marks of the page. Pure: equal input gives an equal scene. */
export function buildScene(input: SceneInput): Scene {
  return finish(sceneSteps(input))
}

/** Boxes after which the work may be interrupted. */
const BOXES = 128

export function* sceneSteps(input: SceneInput): Steps<Scene> {
  for (const id of input.overlays ?? []) yield* readySteps(id, input.analysis)
  const picture = pictureOf(input)
  const { moment, view, theme, words } = picture
  const overlays = [...picture.overlays, ...(picture.following ? overlaysFor(['followed-case']) : [])]
  const cards: Mark[] = []
  const blocks: number[] = []
  const at: MovingBox = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
  const { far } = picture
  yield
  for (const role of far ? [] : picture.roles) {
    if ((cards.length & (BOXES - 1)) === BOXES - 1) yield
    const { x, y, w, h, presence } = moment.boxOf(role, at)
    if (presence <= 0.02) continue
    if (detailOf(w * picture.chart.kx, h * picture.chart.ky, picture.chart.k) === 'block') blocks.push(role)
    else cards.push(drawCard(picture, role, { box: { x, y, width: w, height: h }, turned: moment.turned(role), presence }))
  }
  yield
  const over = overlays.flatMap((overlay) => overlay.over?.(picture) ?? [])
  yield
  const ribbons = drawRibbons(picture, moment.ribbonsShown)
  yield
  const lines = drawLines(picture)
  yield
  const under = overlays.flatMap((overlay) => overlay.under?.(picture) ?? [])
  yield
  const marks: Mark[] = [
    ...drawBands(picture),
    ...ribbons,
    ...lines,
    ...drawCustomers(picture),
    ...under,
    ...(far ? far.marks : drawBlocks(picture, blocks)),
    ...cards,
    ...(far ? drawNames(picture, far.wide) : []),
    ...(far?.isSummed ? drawPlates(picture, far.told) : []),
    ...over,
    ...drawBandLegend(picture),
    ...drawGutter(picture, takenBy(picture, over)),
    ...drawHeadline(picture),
    ...drawSource(picture),
  ]
  const orientation = moment.isFlipped ? 'flipped' : 'conventional'
  const { first, second, third } = headlineOf(picture, orientation)
  return {
    title: words.say(`scene.title.${orientation}`, { name: organisationName(picture) }),
    description: [first, second, third].filter(Boolean).join(' '),
    language: words.language,
    bounds: { x: 0, y: 0, width: view.width, height: view.height },
    background: theme.paper,
    marks,
  }
}

/** Hands, hours and each straight piece of the thread, which has its ground under it. */
function takenBy(picture: Picture, marks: readonly Mark[]): ((box: Box) => boolean) | undefined {
  const taken = picture.following ? [] : picture.overlays.flatMap(({ takes }) => takes?.(picture) ?? [])
  if (!picture.following && taken.length === 0) return undefined
  const own = [...allMarks(marks)].flatMap((mark) => (mark.kind === 'rectangle' || mark.kind === 'text' ? [boundsOf(mark)] : []))
  const boxes = [...own, ...taken]
  return (box) => boxes.some((other) => overlaps(other, box))
}

export function pictureOf(input: SceneInput): Picture {
  const { org, theme, view, hidden = {} } = input
  const moment = momentOf(input.chart)
  const said = saidOf(input)
  const following = followingOf(org, input.followed, moment)
  const isLit = input.spotlight !== undefined && !input.followed
  const ground = {
    ...said,
    theme,
    facts: factsOf(said.analysis),
    hidden,
    following,
    overlays: said.overlays ?? [],
    worn: wornBy(said, moment),
    dimming: isLit ? spotlightOn(input.spotlight as number, moment) : dimmingOf(following, said.medium),
    labels: labelsOf(org, said.medium, said.words, hidden),
    moment,
    isBrief: input.isBrief ?? false,
    view,
    furniture: furnitureFor(said, moment.to, view),
    chart: penFor(view, liftAt(org.structure, moment, view)),
    page: penFor(PAGE),
    roles: view.kx < FAR ? [] : rolesOnPage(org, moment, view),
  }
  return { ...ground, far: farOf(ground) }
}

function wornBy(said: Said, { to }: Moment): Worn | null {
  const readings = said.followed ? null : readingsIn(said) // one case at a time
  return readings && wornOn(readings, to, said.org)
}

/** What the headline is made of: a page is asked for its furniture with the same. */
export function saidOf(input: Omit<SceneInput, 'chart' | 'theme' | 'view'>): Said {
  const { org, analysis, words, medium, headline, followed, hidden } = input
  return {
    org,
    analysis,
    words,
    medium,
    overlays: overlaysFor(input.overlays ?? [SHOWN_FIRST]),
    ...(headline ? { headline } : {}),
    ...(followed ? { followed } : {}),
    ...(hidden ? { hidden } : {}),
  }
}
