// The canvas outside React: every frame is drawn from the scene of that frame, at most once a frame. The view is ours, because far away
// x and y are zoomed apart; gestures, buttons, keys and flights change it.
import type { Box, Point } from '../../base/geometry'
import { unionOf } from '../../base/geometry'
import { eased } from '../../layout/timing'
import type { Layout } from '../../layout/types'
import { paint } from '../../render/paint'
import { type Sight, seenBox, seenY, sightOf, steadied } from '../../scene/far/sight'
import { viewBetween } from '../../scene/furniture'
import type { View } from '../../scene/types'
import { type Aim, aimOf, type Seen, seenIn } from './aim'
import {
  actual,
  areReadable,
  areSeen,
  boxOnPage,
  centredOn,
  framing,
  hasRoom,
  type Insets,
  isWhole,
  keptNear,
  mixViews,
  moved,
  scrolled,
  scrolledTo,
  showing,
  zoomed,
} from './camera'
import { whenDensityChanges } from './density'
import { listenTo } from './gestures'
import { type Drawn, type Hit, hitAt, isSame, type Met, segmentBox } from './hit'
import { isSamePicture, type Painted } from './repaint'
import { paintRings, type Ring } from './rings'
import { boxOf, chosenBox, coveredBy, fitOf, rolesOn, type Scenery, sceneOf } from './scenery'

export interface StageParts {
  readonly host: HTMLElement
  readonly picture: HTMLCanvasElement
  /** Holds the last picture while a cross-fade replaces it. */
  readonly ghost: HTMLCanvasElement
  readonly rings: HTMLCanvasElement
}
export interface StagePorts {
  readonly scenery: () => Scenery | null
  readonly subscribe: (listener: () => void) => () => void
  readonly onFault: (error: unknown) => void
  /** A picture that is only looked at goes without the rest. */
  readonly hands?: Hands
}
/** What comes of pointing, clicking and walking. */
export interface Hands {
  /** Segment where the keyboard is; null = on a role, or elsewhere. */
  readonly focusedSegment: () => number | null
  readonly onPoint: (role: number) => void
  /** Clicked or tapped; `isAdding` = as the second of two. */
  readonly onChoose: (hit: Hit, isAdding: boolean) => void
  readonly onFold: (role: number) => void
  /** The pointer rests on something; null = it moves again. */
  readonly onRest: (rest: Rest | null) => void
  readonly onFrame: (frame: Frame) => void
}
export interface Rest {
  readonly hit: Hit
  /** Px of the host. */
  readonly at: Point
  readonly drawn: Drawn
}
/** What stands where, once it is drawn. Boxes are px of the host. */
export interface Frame {
  readonly scenery: Scenery
  readonly view: View
  readonly selected: Box | null
  readonly focused: Box | null
  /** What somebody is looking at: where the keyboard is, what is selected, every stop of what is followed. */
  readonly lookedAt: readonly Box[]
  /** Nothing of the chart is off the page. */
  readonly isWhole: boolean
}
export interface Stage {
  readonly zoomBy: (factor: number) => void
  readonly moveBy: (dx: number, dy: number) => void
  /** A point of the chart goes to the middle of the page. */
  readonly centreOn: (point: Point, isSmooth: boolean) => void
  readonly fit: () => void
  /** As large as it goes: what is followed, the selected role with its branch, the selected customers. */
  readonly fitSelection: () => void
  /** 1 unit = 1 px. */
  readonly actualSize: () => void
  readonly redraw: () => void
  /** The picture is as it was; what lies over it is not. */
  readonly redrawRings: () => void
  readonly view: () => View | null
  readonly destroy: () => void
}

export const ZOOM_STEP = 1.4
const FLIGHT_MS = 320
/** The page of the mocks, less the bar of the story: what magnifying leaves to the picture at least. */
const ROOM = { width: 1280, height: 680 } as const
/** Of the page, around a role that is flown to. */
const MARGIN = 10
/** Around what is made to fill the page; flags stand so far over their card. */
const FRAME = { around: 24, above: 60 } as const

export function createStage(parts: StageParts, ports: StagePorts): Stage {
  const { host, picture, ghost, rings } = parts
  const { hands } = ports
  const context = picture.getContext('2d', { alpha: false })
  const over = rings.getContext('2d')
  const behind = ghost.getContext('2d')
  if (!context || !over || !behind) throw new Error('this browser has no canvas')

  /** Of the host. Asked for in a frame it would have the page laid out anew, so it is told when it changes. */
  let room = { width: host.clientWidth, height: host.clientHeight }
  let width = 0
  let height = 0
  let pixelRatio = 1
  /** Presenting, everything is drawn larger: the page of the scene is smaller by as much. */
  let magnified = 1
  /** null = the fit. */
  let camera: View | null = null
  let flight: { readonly from: View; readonly to: View; readonly start: number; readonly landing: View | null } | null = null
  let passage: { readonly from: Layout; readonly to: Layout; readonly camera: View | null; readonly landing: View | null } | null = null
  let shown: Seen | null = null
  let aim: Aim | null = null
  let drawn: Pick<Drawn, 'scene' | 'org' | 'layout' | 'view'> | null = null
  /** null = the canvas has to be painted, whatever is on it. */
  let painted: Painted | null = null
  let hovered: Met = NOTHING
  let frame = 0

  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }

  // ---- a frame

  function draw(now: number) {
    frame = 0
    try {
      drawFrame(now)
    } catch (error) {
      ports.onFault(error)
    }
  }

  function drawFrame(now: number) {
    const asked = ports.scenery()
    if (asked) magnify(asked.magnified)
    const scenery = asked && { ...asked, magnified }
    if (!scenery || width === 0 || height === 0 || !context || !over) return
    noticeChanges(scenery)
    const view = viewNow(scenery, now)
    if (!isSamePicture(painted, { scenery, view })) {
      const scene = sceneOf(scenery, view)
      paint(scene, context, { pixelRatio })
      drawn = scenery.isMoving ? null : { scene, org: scenery.org, layout: scenery.turn.to, view }
      painted = { scenery, view }
    }
    drawRings(scenery, view)
    picture.dataset.view = [view.kx, view.ky, view.x, view.y].map((n) => n.toPrecision(6)).join(' ') // what a test can see of a canvas
    if (flight) schedule()
  }

  function drawRings(scenery: Scenery, view: View) {
    const { turn, selected, pointed, focused, isMoving, selectedSegment } = scenery
    const at = { org: scenery.org, layout: turn.to, view }
    let sight: Sight | null | undefined // only where something is looked at
    const ofRole = (role: number) => {
      const box = boxOf(turn, role)
      if (!box) return null
      if (sight === undefined) sight = sightOf(isMoving ? turn : turn.to, scenery.org.structure, view)
      return sight?.boxOf(turn.to.boxOf[role] as number) ?? boxOnPage(view, box)
    }
    const ofSegment = (segment: number | null) => (segment === null || isMoving ? null : segmentBox(at, segment))
    const focus = ofSegment(hands?.focusedSegment() ?? null) ?? ofRole(focused)
    const choice = ofRole(selected) ?? ofSegment(selectedSegment < 0 ? null : selectedSegment)
    const isOnOther = hovered.hit.kind === 'segment' || hovered.hit.kind === 'figure'
    const hover = isOnOther && !isMoving ? hovered.box : pointed === selected ? null : ofRole(pointed)
    const all: Ring[] = []
    const ring = (kind: Ring['kind'], box: Box | null) => {
      if (box) all.push({ kind, box })
    }
    ring('hovered', hover)
    ring('selected', choice)
    ring('focused', focus)
    const kinds = all.map(({ kind }) => kind).join(' ')
    const isEmpty = kinds === '' && rings.dataset.rings === ''
    rings.dataset.rings = kinds // what a test can see of them
    if (!isEmpty) paintRings(over as CanvasRenderingContext2D, all, scenery.theme === 'dark' ? '#e9e7e2' : '#1c2430', pixelRatio)
    const stops = scenery.followed ? rolesOn(scenery.followed).map(ofRole) : []
    hands?.onFrame({
      scenery,
      view,
      lookedAt: [focus, choice, ...stops].flatMap((box) => enlarged(box, magnified) ?? []),
      selected: selected < 0 ? null : enlarged(choice, magnified),
      focused: enlarged(focus, magnified),
      isWhole: isWhole(view, seenBox(turn.to, scenery.org.structure, view, turn.to.bounds)),
    })
  }

  function viewNow(scenery: Scenery, now: number): View {
    const { turn } = scenery
    if (passage) {
      const from = passage.camera ?? fitOf(scenery, passage.from, width, height)
      const to = passage.landing ?? fitOf(scenery, passage.to, width, height)
      return viewBetween(from, to, turn)
    }
    if (flight) {
      const t = (now - flight.start) / FLIGHT_MS
      if (t < 1) return mixViews(flight.from, flight.to, eased(t), (at) => seenY(turn.to, scenery.org.structure, at))
      camera = flight.landing
      flight = null
    }
    return camera ? { ...camera, width, height } : fitOf(scenery, turn.to, width, height)
  }

  /** What is new since the last frame: another organisation, a turn that began or landed, another role to look at. */
  function noticeChanges(scenery: Scenery) {
    const { turn, key, opened } = scenery
    if (shown && shown.opened !== opened) {
      camera = null
      passage = null
      flight = null
      aim = null
    } else if (scenery.isMoving) {
      if (!passage || passage.from !== turn.from || passage.to !== turn.to) passage = setOff(scenery)
    } else if (passage) {
      camera = turn.to === passage.to ? passage.landing : passage.camera
      passage = null
    } else if (shown && shown.key !== key) camera = landingOf(scenery, shown.layout, turn.to)
    if (shown && shown.key !== key && shown.opened === opened && scenery.fades) crossFade()
    const seen = seenIn(scenery)
    if (shown && shown.tried !== seen.tried && shown.opened === opened && !scenery.isMoving) crossFade() // what is tried comes softly
    if (shown && shown.opened === opened) aim = aimOf(shown, seen) ?? aim
    shown = seen
    if (!aim || passage) return // looked for when it has landed
    flyTo(scenery, aim)
    aim = null
  }

  function setOff(scenery: Scenery): NonNullable<typeof passage> {
    const { from, to } = scenery.turn
    const landing = landingOf(scenery, from, to)
    return { from, to, camera, landing }
  }
  /** Where to look when the chart has become another one, turned before our eyes or not. */
  function landingOf({ focused, selected, org: { structure } }: Scenery, from: Layout, to: Layout): View | null {
    flight = null
    hovered = NOTHING
    if (camera === null || from.placing.orientation !== to.placing.orientation || from.isList !== to.isList) return null
    // Folding: what was folded stays under the pointer.
    const anchor = focused >= 0 ? focused : Math.max(0, selected)
    const [before, after] = [from, to].map((layout) => {
      const box = boxOf({ from: layout, to: layout, t: 1 }, anchor)
      return box && boxOnPage(camera as View, seenBox(layout, structure, camera as View, box))
    })
    const landing = before && after ? moved(camera, before.x - after.x, before.y - after.y) : camera
    return keptNear(landing, seenBox(to, structure, landing, to.bounds))
  }

  function crossFade() {
    if (!behind || picture.width === 0) return
    behind.drawImage(picture, 0, 0)
    ghost.classList.remove(ghost.dataset.fading as string)
    void ghost.offsetWidth // starts the animation again
    ghost.classList.add(ghost.dataset.fading as string)
  }

  // ---- moving

  function look(view: View, isSmooth: boolean, landing: View | null = view) {
    const scenery = ports.scenery()
    if (!scenery || scenery.isMoving) return
    const from = viewNow(scenery, performance.now())
    if (isSmooth && !scenery.fades) flight = { from, to: view, start: performance.now(), landing }
    else {
      flight = null
      camera = landing
    }
    schedule()
  }
  /** `about`: a height of the page that is to stay where it is though rows open and close with the zoom. */
  function change(next: (view: View, fit: View) => View, isSmooth: boolean, about: number | null = null) {
    const scenery = ports.scenery()
    if (!scenery || scenery.isMoving || width === 0) return
    const fit = fitOf(scenery, scenery.turn.to, width, height)
    const view = flight ? flight.to : viewNow(scenery, performance.now())
    const { turn, org } = scenery
    const wanted = next(view, fit)
    const after = about === null ? wanted : steadied(turn.to, org.structure, view, wanted, about)
    look(keptNear(after, seenBox(turn.to, org.structure, after, turn.to.bounds)), isSmooth)
  }
  function flyTo(scenery: Scenery, { how, roles }: Aim) {
    const every = roles.flatMap((role) => boxOf(scenery.turn, role) ?? [])
    const last = every.at(-1)
    if (!last) return
    const insets = insetsOf(scenery)
    const fit = fitOf(scenery, scenery.turn.to, width, height)
    const from = flight ? flight.to : viewNow(scenery, performance.now())
    // A slab that can be read is looked at where it is.
    const sight = sightOf(scenery.turn.to, scenery.org.structure, from)
    if (
      sight &&
      how !== 'frame' &&
      areSeen(
        from,
        roles.map((role) => sight.boxOf(scenery.turn.to.boxOf[role] as number)),
        insets,
      )
    )
      return
    const boxes = how === 'frame' || hasRoom(from, unionOf(every), insets) ? every : [last]
    const all = unionOf(boxes)
    const { bounds, isList } = scenery.turn.to
    if (isList) {
      look(scrolledTo(from, fit, bounds, all, { ...insets, bottom: FRAME.around }), true)
      return
    }
    if (how === 'frame' && areReadable(from, boxes, insets)) return
    const seen = seenFrom(scenery)
    const to =
      how === 'frame'
        ? framing(fit, all, framed(insets), seen)
        : showing(from, fit, how === 'reach' ? seen(from, all) : all, insets, how === 'show')
    if (to !== from) look(to, true)
  }
  const middle = (): Point => ({ x: width / 2, y: height / 2 })

  function insetsOf(scenery: Scenery): Insets {
    const { top, left } = coveredBy(scenery, width, height)
    return { top, left: Math.max(left, MARGIN), right: MARGIN, bottom: MARGIN }
  }

  // ---- gestures

  /** Px of the host are px of the scene, drawn larger. */
  const inScene = ({ x, y }: Point): Point => ({ x: x / magnified, y: y / magnified })
  const drawnNow = (): Drawn | null => {
    const scenery = hands && ports.scenery()
    return scenery && drawn && !scenery.isMoving ? { ...drawn, ...coveredBy(scenery, width, height) } : null
  }
  const meet = (point: Point): Met => {
    const now = drawnNow()
    return now ? hitAt(now, inScene(point)) : NOTHING
  }
  const stopListening = listenTo(host, {
    onMove(dx, dy) {
      const [right, down] = [dx / magnified, dy / magnified]
      const chart = ports.scenery()?.turn.to
      if (chart?.isList) change((view, fit) => scrolled(view, fit, chart.bounds, right, down), false)
      else change((view) => moved(view, right, down), false)
    },
    onZoom: (factor, about) => change((view, fit) => zoomed(view, fit, factor, inScene(about)), false, inScene(about).y),
    onHover(point) {
      const met = point ? meet(point) : NOTHING
      const isNew = !isSame(met.hit, hovered.hit)
      hovered = met
      host.dataset.over = met.hit.kind
      hands?.onPoint('role' in met.hit ? met.hit.role : -1)
      if (isNew) schedule()
    },
    onRest(point) {
      const now = point && drawnNow()
      hands?.onRest(now ? { hit: hitAt(now, inScene(point)).hit, at: point, drawn: now } : null)
    },
    onTap: (point, isAdding) => hands?.onChoose(meet(point).hit, isAdding),
    onHold: (point) => hands?.onChoose(meet(point).hit, true),
    onDoubleClick(point, isBack) {
      const { hit } = meet(point)
      if ('role' in hit) hands?.onFold(hit.role)
      else change((view, fit) => zoomed(view, fit, isBack ? 0.5 : 2, inScene(point)), true, inScene(point).y)
    },
    onDoubleTap: (point) => change((view, fit) => zoomed(view, fit, 2, inScene(point)), true, inScene(point).y),
  })

  // ---- size

  /** As much as is asked, on a screen that has room for it: the picture of a small one is the same, smaller. */
  function magnify(asked: number) {
    const times = Math.max(1, Math.min(asked, room.width / ROOM.width, room.height / ROOM.height))
    if (times !== magnified) measure(times)
  }
  function measure(times: number) {
    magnified = times
    width = room.width / magnified
    height = room.height / magnified
    pixelRatio = (devicePixelRatio || 1) * magnified
    for (const canvas of [picture, ghost, rings]) {
      canvas.width = Math.round(width * pixelRatio)
      canvas.height = Math.round(height * pixelRatio)
    }
    painted = null
  }
  const remeasure = () => {
    room = { width: host.clientWidth, height: host.clientHeight }
    measure(magnified)
    draw(performance.now()) // at once: a canvas that was resized is empty
  }
  const sized = new ResizeObserver(remeasure)
  sized.observe(host)
  const forgetDensity = whenDensityChanges(remeasure)
  const unsubscribe = ports.subscribe(schedule)
  schedule()

  return {
    zoomBy: (factor) => change((view, fit) => zoomed(view, fit, factor, middle()), true, height / 2),
    moveBy: (dx, dy) => change((view) => moved(view, dx, dy), true),
    centreOn({ x, y }, isSmooth) {
      const scenery = ports.scenery()
      const seen = scenery && seenFrom(scenery)
      if (seen) change((view) => centredOn(view, seen(view, { x, y, width: 0, height: 0 })), isSmooth)
    },
    fit() {
      const scenery = ports.scenery()
      if (scenery) look(fitOf(scenery, scenery.turn.to, width, height), true, null)
    },
    fitSelection() {
      const scenery = ports.scenery()
      if (!scenery) return
      const chosen = chosenBox(scenery)
      if (!chosen) return
      const insets = framed(insetsOf(scenery))
      const { bounds, isList } = scenery.turn.to
      const seen = seenFrom(scenery)
      change((view, fit) => (isList ? scrolledTo(view, fit, bounds, chosen, insets) : framing(fit, chosen, insets, seen)), true)
    },
    actualSize: () => change((view, fit) => actual(view, fit, middle()), true, height / 2),
    redrawRings: schedule,
    redraw() {
      painted = null
      schedule()
    },
    view() {
      const scenery = ports.scenery()
      return scenery && width > 0 ? viewNow(scenery, performance.now()) : null
    },
    destroy() {
      cancelAnimationFrame(frame)
      unsubscribe()
      sized.disconnect()
      forgetDensity()
      stopListening()
    },
  }
}

const NOTHING: Met = { hit: { kind: 'paper' }, box: null }

/** A box of the chart as it is seen at a zoom. */
function seenFrom({ turn, org }: Scenery): (view: View, box: Box) => Box {
  return (view, box) => seenBox(turn.to, org.structure, view, box)
}
function framed({ top, left, right, bottom }: Insets): Insets {
  return { top: top + FRAME.above, left: left + FRAME.around, right: right + FRAME.around, bottom: bottom + FRAME.around }
}
function enlarged(box: Box | null, times: number): Box | null {
  return box && { x: box.x * times, y: box.y * times, width: box.width * times, height: box.height * times }
}
