// What a canvas has to draw, taken from the state: which chart at which moment, in which words and colours.
import type { Analysis } from '../../analysis/types'
import type { Box } from '../../base/geometry'
import type { Words } from '../../base/words'
import { boxAt } from '../../layout/turn'
import type { Layout, MovingBox, Orientation, Turn } from '../../layout/types'
import type { Org, Structure } from '../../model/types'
import { buildScene } from '../../scene/build'
import type { Followed } from '../../scene/followed'
import { fitChart, furnitureFor } from '../../scene/furniture'
import { type Headline, headlineOf, organisationName, type Said } from '../../scene/headline'
import type { Hidden } from '../../scene/labels'
import { overlaysFor, SHOWN_FIRST } from '../../scene/overlays'
import { isReady } from '../../scene/overlays/ready'
import { themeFor } from '../../scene/theme'
import type { Scene, View } from '../../scene/types'
import {
  placingFor,
  selectedRole,
  selectedSegment,
  selectFollowed,
  selectKnown,
  selectOrg,
  selectStoryStep,
  selectTheme,
  selectTopic,
  selectTurn,
} from '../../state/derived'
import { selectShown, selectTrial, type Tried } from '../../state/trial'
import { placingKey } from '../../state/turning'
import type { AppState } from '../../state/types'
import { selectWords } from '../app/context'
import { sayEdits } from '../app/sayEdits'
import { selectHeadline, selectHeadlines } from '../workshop/headlines'

export interface Scenery {
  readonly org: Org
  readonly analysis: Analysis
  readonly turn: Turn
  readonly theme: 'light' | 'dark'
  readonly words: Words
  readonly selected: number
  readonly pointed: number
  readonly focused: number
  /** Index into doc.segments; -1 = none. */
  readonly selectedSegment: number
  readonly followed: Followed | null
  /** What is tried, and shown in place of what is so. */
  readonly tried: Tried | null
  /** What is so: the view keeps to it, or the chart would jump with every change that is tried. */
  readonly today: Pick<Scenery, 'org' | 'analysis' | 'followed'>
  /** Id of what is laid over the chart. */
  readonly overlay: string
  /** Of the chart at rest. */
  readonly key: string
  readonly opened: number
  readonly isMoving: boolean
  /** Everything drawn larger by this, where the screen has room: 1, and more where a room looks on. */
  readonly magnified: number
  /** A change of chart is a cross-fade. */
  readonly fades: boolean
  readonly hidden?: Hidden
  /** Said over the chart in place of its own two sentences. */
  readonly headline?: Headline
  /** A role that is spoken of: the rest stands back. */
  readonly spotlight?: number
  /** The chart keeps clear of as much of a headline as this. */
  readonly tallest?: Headline
}

const PRESENTED = 1.5

export function sceneryOf(state: AppState, orientation?: Orientation): Scenery | null {
  const shown = selectShown(state)
  const now = stateOfThings(shown)
  const today = stateOfThings(state)
  const { session } = state
  const stand = orientation === undefined ? session.stand : { at: placingFor(state, orientation), turning: null }
  const turn = selectTurn(state, stand)
  if (!now || !today || !turn) return null
  const { turning } = stand
  const overlay = session.presenting || !isThere(state, now) || !isThere(state, today) ? SHOWN_FIRST : state.view.overlay
  return {
    ...now,
    turn,
    theme: selectTheme(state),
    words: selectWords(state),
    // What is followed is marked by the picture; a ring on its first role would read as its end.
    selected: now.followed ? -1 : selectedRole(state),
    pointed: session.pointed,
    focused: session.focused,
    selectedSegment: selectedSegment(state),
    tried: selectTrial(state),
    today,
    overlay,
    key: placingKey(stand.at),
    opened: session.opened,
    isMoving: turning !== null,
    magnified: session.presenting && !session.isNarrow ? PRESENTED : 1,
    fades: session.isMotionReduced,
    ...inTheRoom(state),
    ...asTried(state, overlay, now, today, (turning?.to ?? stand.at).orientation),
  }
}

type Things = Scenery['today']
/** What is chosen to be shown can be, without anybody waiting for it. */
const isThere = ({ view }: AppState, { org, analysis }: Things) => isReady(view.overlay, org, analysis)
function stateOfThings(state: AppState): Things | null {
  const [org, analysis] = [selectOrg(state), selectKnown(state)]
  return org && analysis && { org, analysis, followed: selectFollowed(state) }
}

/** Nobody is to take what is only tried for what is so; and the chart stays where it is. */
function asTried(
  state: AppState,
  overlay: string,
  now: Things,
  today: Things,
  orientation: Orientation,
): Pick<Scenery, 'headline' | 'tallest'> {
  const tried = selectTrial(state)
  if (!tried) return {}
  const words = selectWords(state)
  const said = (of: Things) => headlineOf(saidIn({ ...of, words, overlay }, undefined), orientation)
  const what = words.say('trial.headline.what', { what: sayEdits(today.org, tried.edits, words) })
  return { tallest: said(today), headline: { ...said(now), second: words.say('trial.headline'), third: what } }
}

/** What a room that looks on is told, and what is kept from it. */
function inTheRoom(state: AppState): Pick<Scenery, 'hidden' | 'headline' | 'tallest' | 'spotlight'> {
  const { presenting } = state.session
  const tallest = selectHeadlines(state)?.tallest
  if (!presenting || !tallest) return {}
  const headline = selectHeadline(state)
  const hidden = { names: !presenting.areNamesShown, customers: selectStoryStep(state)?.areCustomersHidden ?? false }
  const spotlight = selectTopic(state)?.kind === 'card' ? { spotlight: selectedRole(state) } : {}
  return { hidden, tallest, ...spotlight, ...(headline ? { headline } : {}) }
}

export function sceneOf({ org, analysis, turn, theme, words, hidden, headline, followed, overlay, spotlight }: Scenery, view: View): Scene {
  const chart = turn.from === turn.to ? turn.to : turn
  return buildScene({
    org,
    analysis,
    chart,
    theme: themeFor(theme),
    words,
    view,
    medium: 'screen',
    followed,
    overlays: [overlay],
    ...(hidden ? { hidden } : {}),
    ...(headline ? { headline } : {}),
    ...(spotlight === undefined ? {} : { spotlight }),
  })
}

function saidIn(
  { org, analysis, words, followed, overlay }: Things & Pick<Scenery, 'words' | 'overlay'>,
  headline: Headline | undefined,
): Said {
  return {
    org,
    analysis,
    words,
    medium: 'screen',
    overlays: overlaysFor([overlay]),
    ...(headline ? { headline } : {}),
    ...(followed ? { followed } : {}),
  }
}

interface FitHeld extends View {
  readonly analysis: Analysis
  readonly words: Words
  readonly tallest: Headline | undefined
  readonly overlay: string
  /** Its headline may take another line. */
  readonly path: Followed['path'] | undefined
}
const fits = new WeakMap<Layout, FitHeld>()
export function fitOf(scenery: Scenery, layout: Layout, width: number, height: number): View {
  const { words, tallest, overlay, today } = scenery
  const { analysis, followed } = today
  const held = fits.get(layout)
  const path = followed?.path
  const isOfPage = held && held.width === width && held.height === height && held.overlay === overlay
  if (isOfPage && held.analysis === analysis && held.words === words && held.tallest === tallest && held.path === path) return held
  const { view } = fitChart(saidIn({ ...today, words, overlay }, tallest), layout, { width, height })
  const fit = { ...view, analysis, words, tallest, overlay, path }
  fits.set(layout, fit)
  return fit
}

/** How far the headline and the names of the bands, where there are any, reach over the chart; px of the page. */
export function coveredBy(scenery: Scenery, width: number, height: number): Covered {
  const { turn, headline, tallest = headline, today, words, overlay } = scenery
  const { top, left } = furnitureFor(saidIn({ ...today, words, overlay }, tallest), turn.to, { width, height })
  return { top, left: left < LEAST_GUTTER ? 0 : left - 8 }
}
export interface Covered {
  readonly top: number
  readonly left: number
}
/** A narrower edge holds no names (scene/bands.ts). */
const LEAST_GUTTER = 60

/** The stops of a followed case, the roles of a way. */
export function rolesOn({ path }: Followed): readonly number[] {
  return path.kind === 'case' ? path.stops.map(({ role }) => role) : path.roles
}
/** What was chosen as a whole: the selected customers, all stops of what is followed, or the selected role with everybody below it. */
export function chosenBox({ followed, selected, selectedSegment, org: { structure }, turn }: Scenery): Box | null {
  const segment = turn.to.customers?.segments.find((one) => one.segment === selectedSegment)
  if (segment) return segment
  const roles = followed ? rolesOn(followed) : selected < 0 ? [] : branchOf(structure, selected)
  const { boxOf: shownBy, x, y, w, h } = turn.to
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const role of roles) {
    const box = shownBy[role] as number
    left = Math.min(left, x[box] as number)
    top = Math.min(top, y[box] as number)
    right = Math.max(right, (x[box] as number) + (w[box] as number))
    bottom = Math.max(bottom, (y[box] as number) + (h[box] as number))
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top }
}
function branchOf({ preorder, branchSize }: Structure, role: number): Int32Array {
  const from = preorder.indexOf(role)
  return preorder.subarray(from, from + (branchSize[role] as number))
}

const moving: MovingBox = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
/** Where the box that shows a role stands, in chart units. */
export function boxOf(turn: Turn, role: number): Box | null {
  if (role < 0 || role >= turn.to.boxOf.length) return null
  const { x, y, w, h, presence } = boxAt(turn, turn.to.boxOf[role] as number, moving)
  return presence > 0.5 ? { x, y, width: w, height: h } : null
}

export function labelOf(state: AppState, orientation: Orientation = state.view.orientation): string {
  const org = selectOrg(state)
  const words = selectWords(state)
  if (!org) return words.say('page.chart.empty')
  const which = orientation === 'conventional' ? 'conventional' : state.view.order === 'distance' ? 'flipped' : 'mirrored'
  const chart = words.say(`page.chart.${which}`, {
    name: organisationName({ org, words, medium: 'screen' }),
    roles: org.doc.roles.length,
    layers: org.structure.layers,
  })
  return selectTrial(state) ? words.say('trial.chart', { chart }) : chart
}
