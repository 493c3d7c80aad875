// Keys of the chart: arrows go from box to box as they stand on the page, not along the reporting line.

import { casesAt } from '../../analysis/follow'
import { type Direction, endOfRow, neighbourOf, outermostRow, type Place, startOf } from '../../layout/neighbour'
import type { Layout, Orientation } from '../../layout/types'
import { idOf } from '../../model/roles'
import type { App } from '../../state/app'
import { selectBranch, selectedRole, selectFollowed, selectIsFlipping, selectOrg, selectTopic } from '../../state/derived'
import type { Hit } from './hit'
import { sceneryOf } from './scenery'
import { type Stage, ZOOM_STEP } from './stage'

export interface Walker {
  readonly app: App
  readonly stage: Stage
  readonly orientation: Orientation | undefined
  /** Where the keyboard is; null = not on the chart yet. */
  readonly place: () => Place | null
  readonly goTo: (place: Place) => void
  readonly choose: (hit: Hit) => void
}
export interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const STEP = 80
const AWAY: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [STEP, 0],
  right: [-STEP, 0],
  up: [0, STEP],
  down: [0, -STEP],
}
const LOOKS: Readonly<Record<string, (stage: Stage) => void>> = {
  '+': (stage) => stage.zoomBy(ZOOM_STEP),
  '=': (stage) => stage.zoomBy(ZOOM_STEP),
  '-': (stage) => stage.zoomBy(1 / ZOOM_STEP),
  0: (stage) => stage.fit(),
  9: (stage) => stage.actualSize(),
  '.': (stage) => stage.fitSelection(),
}
const WALKS: Readonly<Record<string, (layout: Layout, from: Place) => Place | null>> = {
  Home: (layout, from) => endOfRow(layout, from, 'first'),
  End: (layout, from) => endOfRow(layout, from, 'last'),
  PageUp: (layout, from) => outermostRow(layout, from, 'first'),
  PageDown: (layout, from) => outermostRow(layout, from, 'last'),
}

/** Does what the key means on the chart; false = nothing, so that it is left to the page. */
export function press({ key, shiftKey }: Key, walker: Walker): boolean {
  const { app, stage } = walker
  const arrow = ARROWS[key]
  if (arrow && shiftKey) stage.moveBy(...AWAY[arrow])
  else if (arrow) {
    if (!stepAlong(walker, arrow)) walk(walker, (layout, from) => neighbourOf(layout, from, arrow))
  } else if (LOOKS[key]) LOOKS[key](stage)
  else if (WALKS[key]) walk(walker, WALKS[key])
  else if (key === '[') app.foldOneLevel(-1)
  else if (key === ']') app.foldOneLevel(1)
  else if (key === 'Enter') enter(walker)
  else if (key === ' ') return fold(walker, shiftKey)
  else return false
  return true
}

/** Where the keyboard comes in, or comes back to: where it was, else what is selected, else the first box. */
export function entryFor({ app, orientation }: Pick<Walker, 'app' | 'orientation'>, last: Place | null): Place | null {
  const layout = layoutOf(app, orientation)
  if (!layout) return null
  if (last && isThere(layout, last)) return last
  const selected = selectedRole(app.store.getState())
  return selected >= 0 ? { kind: 'role', role: layout.boxOf[selected] as number } : startOf(layout)
}

function walk({ app, orientation, place, goTo }: Walker, step: (layout: Layout, from: Place) => Place | null) {
  const layout = layoutOf(app, orientation)
  const at = place()
  const from = at ?? entryFor({ app, orientation }, null)
  if (!layout || !from) return
  // From a selected role one goes on; where there is none the first step only comes in.
  const comesIn = at === null && selectedRole(app.store.getState()) < 0
  const next = comesIn ? from : (step(layout, from) ?? from)
  goTo(next)
}

/** Left and right go from hand to hand while a case is followed. */
function stepAlong({ app, goTo }: Walker, direction: Direction): boolean {
  const state = app.store.getState()
  const path = selectFollowed(state)?.path
  if (selectTopic(state)?.kind !== 'case' || path?.kind !== 'case' || direction === 'up' || direction === 'down') return false
  app.stepCase(direction === 'right' ? 1 : -1, path.stops.length)
  const stop = path.stops[selectFollowed(app.store.getState())?.upTo ?? -1]
  if (stop) goTo({ kind: 'role', role: stop.role })
  return true
}

function enter({ app, orientation, place, choose }: Walker) {
  const state = app.store.getState()
  const org = selectOrg(state)
  const layout = layoutOf(app, orientation)
  const at = place()
  if (!org || !layout || !at) return
  if (at.kind === 'segment') {
    choose(at.segment < 0 ? { kind: 'figure', figure: 'contacts' } : at)
    return
  }
  const role = layout.boxOf[at.role] as number
  const isShown = selectTopic(state)?.kind === 'role' && selectedRole(state) === role
  const [costliest] = isShown ? casesAt(org, role) : []
  if (costliest) app.ask({ kind: 'case', of: costliest, by: 'route', upTo: null })
  else choose({ kind: 'role', role })
}

function fold({ app, orientation, place }: Walker, isDeep: boolean): boolean {
  const state = app.store.getState()
  const at = place()
  const layout = layoutOf(app, orientation)
  if (selectIsFlipping(state) || at?.kind !== 'role' || !layout) return false
  const role = layout.boxOf[at.role] as number
  const org = selectOrg(state)
  const does = selectBranch(state, role)
  if (!org || does === null) return true
  const id = idOf(org, role)
  if (isDeep && (does === 'fold' || does === 'unfold')) app.unfoldBranch(id)
  else app.toggleBranch(id)
  return true
}

function layoutOf(app: App, orientation: Orientation | undefined): Layout | null {
  return sceneryOf(app.store.getState(), orientation)?.turn.to ?? null
}
function isThere(layout: Layout, place: Place): boolean {
  return place.kind === 'role'
    ? place.role < layout.boxOf.length
    : (layout.customers?.segments.some(({ segment }) => segment === place.segment) ?? false)
}
