// The pipeline again, as selectors: one cache keyed by document reference, so that undo finds what was derived before.

import { analyse, analysisAfter } from '../analysis/analyse'
import type { Analysis } from '../analysis/types'
import { uncounted } from '../analysis/uncounted'
import { once, onceEach } from '../base/memo'
import { finish } from '../base/steps'
import { placeAgain } from '../layout/place'
import type { Layout, Orientation, Placing, Turn } from '../layout/types'
import { orgOf } from '../model/build'
import { orgAfter } from '../model/resolve'
import { idOf, roleAt } from '../model/roles'
import type { Org, OrgDoc, Structure } from '../model/types'
import { type Followed, followedCase, followedWay } from '../scene/followed'
import { type Looked, placingOf } from '../worker/looked'
import { isLarge, isSeenFirst } from './size'
import { leavesBoxes } from './staying'
import { type StoryStep, storyOf } from './story'
import { placingKey, type Stand } from './turning'
import type { AppState, Topic } from './types'

interface Derived {
  readonly org: Org
  analysis: Analysis | null
  uncounted: Analysis | null
  /** Just opened, and counted when it has been seen. */
  isAwaited: boolean
  /** The document that an edit, undo or redo made this one of. */
  editedFrom: OrgDoc | null
  /** The one used last comes last. */
  readonly layouts: Map<string, Layout>
  /** The last one asked for: everything that shows it asks at the same time. */
  followed?: { readonly asked: string; readonly as: Followed | null }
}
const LAYOUTS_KEPT = 6
const derived = new WeakMap<OrgDoc, Derived>()

function derivedOf(doc: OrgDoc): Derived {
  return derived.get(doc) ?? derive(orgOf(doc).org)
}
function derive(org: Org): Derived {
  const held: Derived = { org, analysis: null, uncounted: null, isAwaited: false, editedFrom: null, layouts: new Map() }
  derived.set(org.doc, held)
  return held
}

/** What was made elsewhere, in a worker or in slices: it is there when it is asked for. */
export interface Seed {
  readonly org: Org
  readonly layouts?: readonly Layout[]
  readonly analysis?: Analysis
  readonly uncounted?: Analysis
}
export function seed({ org, layouts = [], analysis, uncounted: before }: Seed): void {
  const held = derived.get(org.doc) ?? derive(org)
  for (const layout of layouts) keepLayout(held, placingKey(layout.placing), layout)
  held.analysis ??= analysis ?? null
  held.uncounted = held.analysis ? null : (held.uncounted ?? before ?? null)
}

/**
 * Of a large document that edits made of another one: its charts are those of the other until they are placed again, for edits leave indexes
 * alone. True where they need not be.
 */
export function deriveEdited(before: OrgDoc, after: OrgDoc, counted: OrgDoc | null): boolean {
  const from = derivedOf(before)
  const held = derived.get(after) ?? derive(orgAfter(from.org, after))
  held.editedFrom = before
  if (!isLarge(after)) return true
  forgetFar(after, counted)
  if (held.layouts.size > 0) return true
  for (const [key, layout] of from.layouts) held.layouts.set(key, layout)
  return leavesBoxes(from.org, held.org)
}
/** Of a document that is only tried: nothing is lent to it, and nothing of history makes room for it. */
export function deriveTried(before: OrgDoc, after: OrgDoc): void {
  if (derived.has(after)) return
  derive(orgAfter(derivedOf(before).org, after)).editedFrom = before
}
/** So many steps of history keep what was made of them; further back it is made again. */
const LARGE_KEPT = 3
function forgetFar(doc: OrgDoc, counted: OrgDoc | null): void {
  const near = new Set<OrgDoc>()
  let at: OrgDoc | null = doc
  for (; at && near.size < LARGE_KEPT && !near.has(at); at = derived.get(at)?.editedFrom ?? null) near.add(at)
  if (at && !near.has(at) && at !== counted) derived.delete(at)
}
/** Charts placed for this very document take the place of those it was lent. */
export function replaceLayouts(org: Org, layouts: readonly Layout[]): void {
  derivedOf(org.doc).layouts.clear()
  seed({ org, layouts })
}

/** A document that is opened: a small one is counted when it is looked at, others have been seen by then. */
export function awaitCount(doc: OrgDoc): void {
  if (isSeenFirst(doc)) derivedOf(doc).isAwaited = true
}

export const selectDoc = (state: AppState): OrgDoc | null => state.workbook.history?.doc ?? null

export function selectOrg(state: AppState): Org | null {
  const doc = selectDoc(state)
  return doc && derivedOf(doc).org
}
/** Of a document that history holds: labels speak of the organisation as it was when the edit was chosen. */
export const orgBefore = (doc: OrgDoc): Org => derivedOf(doc).org

/** Whether anybody is known to meet customers: rows by distance say something then. */
export function selectIsDistanceKnown(state: AppState): boolean {
  const org = selectOrg(state)
  return org !== null && isDistanceKnown(org.structure)
}
const isDistanceKnown = once(({ distance }: Structure): boolean => distance.includes(1))

/**
 * What is counted. Of a large organisation null while that is under way for the first time, and after an edit what was counted before it
 * (`selectIsStale`): edits leave indexes alone.
 */
export function selectAnalysis(state: AppState): Analysis | null {
  const doc = selectDoc(state)
  if (!doc) return null
  const held = derivedOf(doc)
  if (!held.analysis && !held.isAwaited && !isLarge(doc)) held.analysis = analysed(held, state.session.today)
  const { counted } = state.session
  return held.analysis ?? (counted && (derived.get(counted)?.analysis ?? null))
}
/** Where edits led here from what is counted, only what they touch is walked again. */
function analysed({ org, editedFrom }: Derived, today: string | undefined): Analysis {
  const before = editedFrom && derived.get(editedFrom)?.analysis
  return before ? finish(analysisAfter(before, org)) : analyse(org, { today })
}
/** The same; before anything is counted what is known without. */
export function selectKnown(state: AppState): Analysis | null {
  const doc = selectDoc(state)
  if (!doc) return null
  const held = derivedOf(doc)
  return selectAnalysis(state) ?? (held.uncounted ??= uncounted(held.org))
}
export const selectIsCounting = (state: AppState): boolean => selectDoc(state) !== null && selectAnalysis(state) === null
/** What is counted is not of this document any more. */
export function selectIsStale(state: AppState): boolean {
  const doc = selectDoc(state)
  return doc !== null && derivedOf(doc).analysis === null && selectAnalysis(state) !== null
}
/** Whether somebody has to have it counted: `selectAnalysis` does not. */
export function isToCount(doc: OrgDoc): boolean {
  const { analysis, isAwaited } = derivedOf(doc)
  return analysis === null && (isAwaited || isLarge(doc))
}

export function selectLayout(state: AppState, placing: Placing): Layout | null {
  const doc = selectDoc(state)
  if (!doc) return null
  const held = derivedOf(doc)
  const key = placingKey(placing)
  const layout = held.layouts.get(key) ?? placeAgain(held.org, likeHeld(held, placing), placing)
  keepLayout(held, key, layout)
  return layout
}
/** The chart of this kind that was looked at last: another is soon made of it. */
const likeHeld = ({ layouts }: Derived, { orientation, order }: Placing): Layout | null =>
  [...layouts.values()].findLast(({ placing }) => placing.orientation === orientation && placing.order === order) ?? null
export const chartLike = (org: Org, placing: Placing): Layout | null => likeHeld(derivedOf(org.doc), placing)

function keepLayout({ layouts }: Derived, key: string, layout: Layout): void {
  layouts.delete(key)
  layouts.set(key, layout)
  if (layouts.size > LAYOUTS_KEPT) layouts.delete(layouts.keys().next().value as string)
}
/** Whether a chart is there without being waited for. */
export function isPlaced(state: AppState, placing: Placing): boolean {
  const doc = selectDoc(state)
  return doc === null || !isLarge(doc) || derivedOf(doc).layouts.has(placingKey(placing))
}

/** What the reader asked to see, by ids. */
export function lookedAt(state: AppState, orientation = state.view.orientation): Looked {
  const { order, folded, unstacked, isBoth } = state.view
  const isNarrow = state.session.isNarrow && !isBoth
  return { orientation, order, folded, unstacked, isNarrow, isTight: state.session.presenting !== null }
}
/** The same in the terms of the layout. */
export function placingFor(state: AppState, orientation = state.view.orientation): Placing {
  const org = selectOrg(state)
  const looked = lookedAt(state, orientation)
  return org ? placedAs(org, looked) : placingOf(null, looked)
}
/** One object for what is asked for again and again, while folds may be many: keys are made of it. */
function placedAs(org: Org, looked: Looked): Placing {
  const held = lastPlacing(org, looked.orientation)
  if (!held.placing || !isSameLook(held.looked, looked)) Object.assign(held, { looked, placing: placingOf(org, looked) })
  return held.placing as Placing
}
interface LastPlacing {
  readonly looked: Looked | null
  readonly placing: Placing | null
}
const lastPlacing = onceEach((_: Org, _of: Orientation): LastPlacing => ({ looked: null, placing: null }))
const isSameLook = (a: Looked | null, b: Looked) => (Object.keys(b) as (keyof Looked)[]).every((key) => a?.[key] === b[key])

export function selectTurn(state: AppState, stand: Stand = state.session.stand): Turn | null {
  const { at, turning } = stand
  const from = selectLayout(state, turning ? turning.from : at)
  const to = selectLayout(state, turning ? turning.to : at)
  return from && to && { from, to, t: turning ? turning.t : 1 }
}

export function selectTheme({ view, session }: AppState): 'light' | 'dark' {
  return view.theme === 'system' ? (session.prefersDark ? 'dark' : 'light') : view.theme
}
/** On its way between the conventional and the flipped chart; folding and reordering pass without a word. */
export const selectIsFlipping = ({ session: { stand } }: AppState): boolean =>
  stand.turning !== null && stand.turning.from.orientation !== stand.turning.to.orientation
export const selectIsPanelOpen = ({ view }: AppState): boolean => (view.isBoth ? view.isPanelOpenBesideBoth : view.isPanelOpen)
export const selectTopic = ({ view }: AppState): Topic | null => view.trail.at(-1) ?? null

/** The role that is ringed: of the topic, or of the one it was asked from. */
export const selectedRole = (state: AppState): number => {
  const org = selectOrg(state)
  const topic = state.view.trail.findLast((one) => one.kind !== 'why')
  return topic && org ? (roleAt(org, roleOf(topic)) ?? -1) : -1
}
function roleOf(topic: Topic): string {
  switch (topic.kind) {
    case 'role':
    case 'card':
      return topic.role
    case 'case':
      return topic.of.entry
    default:
      return ''
  }
}

/** Index into doc.segments of the customers that are ringed; -1 = none. */
export const selectedSegment = (state: AppState): number => {
  const topic = state.view.trail.findLast((one) => one.kind !== 'why')
  return topic?.kind === 'segment' ? (selectOrg(state)?.segmentAt.get(topic.segment) ?? -1) : -1
}

/** The story that the file makes; empty where nothing is open. */
export function selectStory(state: AppState): readonly StoryStep[] {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  return org && analysis ? storyOf(org, analysis) : NO_STORY
}
const NO_STORY: readonly StoryStep[] = []
/** Where the story stands; an edit may have made it shorter. */
export function selectStoryStep(state: AppState): StoryStep | null {
  const { presenting } = state.session
  const story = selectStory(state)
  return presenting && (story[Math.min(presenting.step, story.length - 1)] ?? null)
}

/** What the small control under a role would do. */
export function selectBranch(state: AppState, role: number): 'fold' | 'unfold' | 'unstack' | 'restack' | null {
  const org = selectOrg(state)
  const id = org && role >= 0 ? idOf(org, role) : undefined
  if (!org || id === undefined) return null
  if (state.view.folded.has(id)) return 'unfold'
  if (state.view.unstacked.has(id)) return 'restack'
  const layout = selectLayout(state, state.session.stand.at)
  if (layout && (layout.stacked[role] ?? 1) > 1) return 'unstack'
  return org.structure.firstChild[role] === -1 ? null : 'fold'
}

/** What the chart follows: the topic shown, or the one whose numbers are being explained. The same object for the same question. */
export function selectFollowed(state: AppState): Followed | null {
  const doc = selectDoc(state)
  const topic = state.view.trail.findLast((one) => one.kind !== 'why')
  if (!doc || (topic?.kind !== 'case' && topic?.kind !== 'way')) return null
  const held = derivedOf(doc)
  const upTo = topic.kind === 'case' ? topic.upTo : null
  const asked = JSON.stringify({ ...topic, upTo: null })
  if (held.followed?.asked !== asked) held.followed = { asked, as: followedAs(held.org, topic) }
  const { as } = held.followed
  if (as && as.upTo !== upTo) held.followed = { asked, as: { ...as, upTo } }
  return held.followed.as
}

function followedAs(org: Org, topic: Topic & { readonly kind: 'case' | 'way' }): Followed | null {
  return topic.kind === 'way' ? followedWay(org, topic.from, topic.to) : followedCase(org, topic.of, topic.by, topic.upTo)
}
