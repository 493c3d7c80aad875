// The pipeline again, as selectors: one cache keyed by document reference, so that undo finds what was derived before.
import { analyse } from '../analysis/analyse'
import type { Analysis } from '../analysis/types'
import { placeOrg } from '../layout/place'
import type { Layout, Placing, Turn } from '../layout/types'
import { orgOf } from '../model/build'
import type { Org, OrgDoc, RoleId } from '../model/types'
import { type Followed, followedCase, followedWay } from '../scene/followed'
import { type StoryStep, storyOf } from './story'
import { placingKey, type Stand } from './turning'
import type { AppState, Topic } from './types'

interface Derived {
  readonly org: Org
  analysis?: Analysis
  readonly layouts: Map<string, Layout>
  /** The last one asked for: everything that shows it asks at the same time. */
  followed?: { readonly asked: string; readonly as: Followed | null }
}
const LAYOUTS_KEPT = 6
const derived = new WeakMap<OrgDoc, Derived>()

function derivedOf(doc: OrgDoc): Derived {
  let found = derived.get(doc)
  if (!found) derived.set(doc, (found = { org: orgOf(doc).org, layouts: new Map() }))
  return found
}

export const selectDoc = (state: AppState): OrgDoc | null => state.workbook.history?.doc ?? null

export function selectOrg(state: AppState): Org | null {
  const doc = selectDoc(state)
  return doc && derivedOf(doc).org
}
/** Of a document that history holds: labels speak of the organisation as it was when the edit was chosen. */
export const orgBefore = (doc: OrgDoc): Org => derivedOf(doc).org

export function selectAnalysis(state: AppState): Analysis | null {
  const doc = selectDoc(state)
  if (!doc) return null
  const held = derivedOf(doc)
  held.analysis ??= analyse(held.org)
  return held.analysis
}
export function selectLayout(state: AppState, placing: Placing): Layout | null {
  const doc = selectDoc(state)
  if (!doc) return null
  const { org, layouts } = derivedOf(doc)
  const key = placingKey(placing)
  let layout = layouts.get(key)
  if (!layout) {
    layout = placeOrg(org, placing)
    if (layouts.size >= LAYOUTS_KEPT) layouts.delete(layouts.keys().next().value as string)
    layouts.set(key, layout)
  }
  return layout
}

/** What the reader asked to see, in the terms of the layout. */
export function placingFor(state: AppState, orientation = state.view.orientation): Placing {
  const org = selectOrg(state)
  const indexes = (ids: ReadonlySet<RoleId>) =>
    new Set([...ids].flatMap((id) => org?.roleAt.get(id) ?? []).filter((index) => index !== undefined))
  const { order, folded, unstacked } = state.view
  const isNarrow = state.session.isNarrow && !state.view.isBoth
  return {
    orientation,
    order,
    folded: indexes(folded),
    unstacked: indexes(unstacked),
    isGrouped: true,
    isNarrow,
    isTight: state.session.presenting !== null,
  }
}
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
  return topic && org ? (org.roleAt.get(roleOf(topic)) ?? -1) : -1
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
  const id = org?.roleIds[role]
  if (!org || id === undefined) return null
  if (state.view.folded.has(id)) return 'unfold'
  if (state.view.unstacked.has(id)) return 'restack'
  const layout = selectLayout(state, state.session.stand.at)
  if (layout && (layout.stacked[role] as number) > 1) return 'unstack'
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
