// The canvas and its gestures, outside React: every frame is drawn from the scene of that frame. d3-zoom only says what the fingers did;
// the view is ours, because far away x and y are zoomed apart.
import { select } from 'd3-selection'
import { type D3ZoomEvent, zoom as d3zoom, type ZoomTransform, zoomIdentity } from 'd3-zoom'
import type { Box, Point } from '../../base/geometry'
import { eased } from '../../layout/timing'
import { roleAtPoint } from '../../layout/turn'
import type { Layout } from '../../layout/types'
import { paint } from '../../render/paint'
import { viewBetween } from '../../scene/furniture'
import type { View } from '../../scene/types'
import { boxOnPage, keptNear, mixViews, moved, showing, toChart, zoomed } from './camera'
import { paintRings, type Ring } from './rings'
import { boxOf, fitOf, type Scenery, sceneOf } from './scenery'

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
  readonly onPoint: (role: number) => void
  readonly onSelect: (role: number) => void
  readonly onFold: (role: number) => void
  /** Where the selected box stands after a frame; null while it is nowhere. */
  readonly onDrawn: (selected: Box | null) => void
  readonly onFault: (error: unknown) => void
}
export interface Stage {
  readonly zoomBy: (factor: number) => void
  readonly moveBy: (dx: number, dy: number) => void
  readonly fit: () => void
  readonly redraw: () => void
  readonly view: () => View | null
  readonly destroy: () => void
}

export const ZOOM_STEP = 1.4
const FLIGHT_MS = 320
/** Of the page, around a role that is flown to. */
const MARGIN = 10
const CLICK_SLOP = 4
/** Flags stand this far over the card they belong to, in chart units; a click on them is meant for it. */
const FLAGS_REACH = 60

export function createStage(parts: StageParts, ports: StagePorts): Stage {
  const { host, picture, ghost, rings } = parts
  const context = picture.getContext('2d', { alpha: false })
  const over = rings.getContext('2d')
  const behind = ghost.getContext('2d')
  if (!context || !over || !behind) throw new Error('this browser has no canvas')

  let width = 0
  let height = 0
  let pixelRatio = 1
  /** Presenting, everything is drawn larger: the page of the scene is smaller by as much. */
  let magnified = 1
  /** null = the fit. */
  let camera: View | null = null
  let flight: { readonly from: View; readonly to: View; readonly start: number; readonly landing: View | null } | null = null
  let passage: { readonly from: Layout; readonly to: Layout; readonly camera: View | null; readonly landing: View | null } | null = null
  let shown: { readonly key: string; readonly opened: number; readonly selected: number; readonly focused: number } | null = null
  let frame = 0
  let pressed: Point | null = null

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
    const scenery = ports.scenery()
    if (scenery && scenery.magnified !== magnified) measure(scenery.magnified)
    if (!scenery || width === 0 || height === 0 || !context || !over) return
    noticeChanges(scenery)
    const view = viewNow(scenery, now)
    paint(sceneOf(scenery, view), context, { pixelRatio })
    drawRings(scenery, view)
    picture.dataset.view = [view.kx, view.ky, view.x, view.y].map((n) => n.toPrecision(6)).join(' ') // what a test can see of a canvas
    if (flight) schedule()
  }

  function drawRings(scenery: Scenery, view: View) {
    const { turn, selected, pointed, focused } = scenery
    const on = (role: number, kind: Ring['kind']): readonly Ring[] => {
      const box = boxOf(turn, role)
      return box ? [{ box: boxOnPage(view, box), kind }] : []
    }
    const all = [...(pointed === selected ? [] : on(pointed, 'hovered')), ...on(selected, 'selected'), ...on(focused, 'focused')]
    paintRings(over as CanvasRenderingContext2D, all, scenery.theme === 'dark' ? '#e9e7e2' : '#1c2430', pixelRatio)
    const box = all.find((ring) => ring.kind === 'selected')?.box
    ports.onDrawn(box ? enlarged(box, magnified) : null)
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
      if (t < 1) return mixViews(flight.from, flight.to, eased(t))
      camera = flight.landing
      flight = null
    }
    return camera ? { ...camera, width, height } : fitOf(scenery, turn.to, width, height)
  }

  /** What is new since the last frame: another organisation, a turn that began or landed, another role to look at. */
  function noticeChanges(scenery: Scenery) {
    const { turn, key, opened, selected, focused } = scenery
    if (shown && shown.opened !== opened) {
      camera = null
      passage = null
      flight = null
    } else if (scenery.isMoving) {
      if (!passage || passage.from !== turn.from || passage.to !== turn.to) passage = setOff(scenery)
    } else if (passage) {
      camera = turn.to === passage.to ? passage.landing : passage.camera
      passage = null
    }
    if (shown && shown.key !== key && shown.opened === opened && scenery.fades) crossFade()
    const sought = shown === null ? -1 : shown.focused !== focused ? focused : shown.selected !== selected ? selected : -1
    shown = { key, opened, selected, focused }
    if (sought >= 0 && !passage) flyTo(scenery, sought)
  }

  function setOff(scenery: Scenery): NonNullable<typeof passage> {
    const { turn, selected } = scenery
    flight = null
    if (camera === null || scenery.isFlip) return { from: turn.from, to: turn.to, camera, landing: null }
    // Folding: what was folded stays under the pointer.
    const anchor = Math.max(0, selected)
    const before = boxOf({ from: turn.from, to: turn.from, t: 1 }, anchor)
    const after = boxOf({ from: turn.to, to: turn.to, t: 1 }, anchor)
    const landing = before && after ? moved(camera, (before.x - after.x) * camera.kx, (before.y - after.y) * camera.ky) : camera
    return { from: turn.from, to: turn.to, camera, landing }
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
  function change(next: (view: View, fit: View) => View, isSmooth: boolean) {
    const scenery = ports.scenery()
    if (!scenery || scenery.isMoving || width === 0) return
    const fit = fitOf(scenery, scenery.turn.to, width, height)
    const view = flight ? flight.to : viewNow(scenery, performance.now())
    look(keptNear(next(view, fit), scenery.turn.to.bounds), isSmooth)
  }
  function flyTo(scenery: Scenery, role: number) {
    const box = boxOf(scenery.turn, role)
    if (!box) return
    const fit = fitOf(scenery, scenery.turn.to, width, height)
    const from = flight ? flight.to : viewNow(scenery, performance.now())
    const to = showing(from, fit, box, MARGIN)
    if (to !== from) look(to, true)
  }
  const middle = (): Point => ({ x: width / 2, y: height / 2 })

  // ---- gestures

  let last: ZoomTransform = zoomIdentity
  const behaviour = d3zoom<HTMLElement, unknown>()
    .scaleExtent([0, Infinity])
    .filter((event: MouseEvent | TouchEvent | WheelEvent) => {
      const isPlain = event.type === 'wheel' || (!event.ctrlKey && (!('button' in event) || event.button === 0))
      return isPlain && event.type !== 'dblclick' && !isControl(event.target)
    })
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      const factor = transform.k / last.k
      const dx = transform.x - last.x * factor
      const dy = transform.y - last.y * factor
      last = transform
      const about = { x: dx / (1 - factor) / magnified, y: dy / (1 - factor) / magnified }
      if (factor === 1) change((view) => moved(view, dx / magnified, dy / magnified), false)
      else change((view, fit) => zoomed(view, fit, factor, about), false)
    })
    .on('end', () => {
      last = zoomIdentity // its own scale means nothing to us, and must not grow without end
      selection.property('__zoom', zoomIdentity)
    })
  const selection = select(host)
  selection.call(behaviour)
  selection.on('dblclick.zoom', null)

  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = picture.getBoundingClientRect()
    return { x: (event.clientX - left) / magnified, y: (event.clientY - top) / magnified }
  }
  const roleUnder = (event: MouseEvent): number => {
    const scenery = ports.scenery()
    if (!scenery || scenery.isMoving || width === 0) return -1
    const { x, y } = toChart(viewNow(scenery, performance.now()), pointOf(event))
    const chart = scenery.turn.to
    const role = roleAtPoint(chart, x, y)
    if (role >= 0 || chart.placing.orientation === 'conventional') return role
    const below = roleAtPoint(chart, x, y + FLAGS_REACH)
    return below >= 0 && scenery.org.structure.distance[below] === 1 && (chart.y[below] as number) > y ? below : -1
  }
  const onMove = (event: PointerEvent) => {
    const role = event.buttons === 0 ? roleUnder(event) : -1
    host.dataset.over = role >= 0 ? 'role' : 'paper'
    ports.onPoint(role)
  }
  const onLeave = () => ports.onPoint(-1)
  const onDown = (event: PointerEvent) => {
    pressed = event.button === 0 && event.isPrimary ? pointOf(event) : null
  }
  const onClick = (event: MouseEvent) => {
    const point = pointOf(event)
    const isStill = pressed !== null && Math.hypot(point.x - pressed.x, point.y - pressed.y) <= CLICK_SLOP
    pressed = null
    if (isStill && !isControl(event.target)) ports.onSelect(roleUnder(event))
  }
  const onDouble = (event: MouseEvent) => {
    if (isControl(event.target)) return
    const role = roleUnder(event)
    if (role >= 0) ports.onFold(role)
    else change((view, fit) => zoomed(view, fit, event.shiftKey ? 0.5 : 2, pointOf(event)), true)
  }
  host.addEventListener('pointermove', onMove)
  host.addEventListener('pointerleave', onLeave)
  host.addEventListener('pointerdown', onDown)
  host.addEventListener('click', onClick)
  host.addEventListener('dblclick', onDouble)

  // ---- size

  function measure(times: number) {
    magnified = times
    width = host.clientWidth / magnified
    height = host.clientHeight / magnified
    pixelRatio = (devicePixelRatio || 1) * magnified
    for (const canvas of [picture, ghost, rings]) {
      canvas.width = Math.round(width * pixelRatio)
      canvas.height = Math.round(height * pixelRatio)
    }
  }
  const remeasure = () => {
    measure(magnified)
    draw(performance.now()) // at once: a canvas that was resized is empty
  }
  const sized = new ResizeObserver(remeasure)
  sized.observe(host)
  const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  density.addEventListener('change', remeasure)
  const unsubscribe = ports.subscribe(schedule)
  schedule()

  return {
    zoomBy: (factor) => change((view, fit) => zoomed(view, fit, factor, middle()), true),
    moveBy: (dx, dy) => change((view) => moved(view, dx, dy), true),
    fit() {
      const scenery = ports.scenery()
      if (scenery) look(fitOf(scenery, scenery.turn.to, width, height), true, null)
    },
    redraw: schedule,
    view() {
      const scenery = ports.scenery()
      return scenery && width > 0 ? viewNow(scenery, performance.now()) : null
    },
    destroy() {
      cancelAnimationFrame(frame)
      unsubscribe()
      sized.disconnect()
      density.removeEventListener('change', remeasure)
      selection.on('.zoom', null)
      host.removeEventListener('pointermove', onMove)
      host.removeEventListener('pointerleave', onLeave)
      host.removeEventListener('pointerdown', onDown)
      host.removeEventListener('click', onClick)
      host.removeEventListener('dblclick', onDouble)
    },
  }
}

function enlarged({ x, y, width, height }: Box, times: number): Box {
  return { x: x * times, y: y * times, width: width * times, height: height * times }
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, [role=tree]') !== null
}
