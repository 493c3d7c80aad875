// What mouse, wheel and fingers did, in the page's own terms. d3-zoom says how far they moved and pinched and its own transform is thrown
// away at the end of each gesture; taps, double taps, holding and resting are told apart here.
import { select } from 'd3-selection'
import { type D3ZoomEvent, zoom as d3zoom, type ZoomTransform, zoomIdentity } from 'd3-zoom'
import type { Point } from '../../base/geometry'

/** Points are px of the host. */
export interface Gestures {
  readonly onMove: (dx: number, dy: number) => void
  readonly onZoom: (factor: number, about: Point) => void
  /** A pointer over the picture with nothing pressed; null = gone, or busy. */
  readonly onHover: (point: Point | null) => void
  /** It has stood still for a while; null = it moves again. */
  readonly onRest: (point: Point | null) => void
  /** `isAdding`: with Shift, Ctrl or Cmd. */
  readonly onTap: (point: Point, isAdding: boolean) => void
  readonly onDoubleClick: (point: Point, isBack: boolean) => void
  readonly onDoubleTap: (point: Point) => void
  /** A finger that stays where it is. */
  readonly onHold: (point: Point) => void
}

const SLOP = { mouse: 4, touch: 10 } as const
const HOLD_MS = 500
const REST_MS = 450
const DOUBLE_TAP_MS = 320

/** Returns how to stop listening. Buttons and lists over the picture keep their own gestures. */
export function listenTo(host: HTMLElement, gestures: Gestures): () => void {
  const stopZoom = listenToZoom(host, gestures)
  let pressed: (Point & { readonly isFinger: boolean }) | null = null
  let fingers = 0
  let isHeld = false
  let isFinger = false
  let hold = 0
  let rest = 0
  let tapped: (Point & { readonly at: number }) | null = null

  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = host.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const isNear = (a: Point, b: Point, finger: boolean) => Math.hypot(a.x - b.x, a.y - b.y) <= (finger ? SLOP.touch : SLOP.mouse)
  const letGo = () => clearTimeout(hold)
  const stir = () => {
    clearTimeout(rest)
    gestures.onRest(null)
  }

  const onPointerMove = (event: PointerEvent) => {
    const point = pointOf(event)
    if (pressed && !isNear(point, pressed, pressed.isFinger)) letGo()
    stir()
    if (event.pointerType === 'touch') return
    const isFree = event.buttons === 0 && !isControl(event.target)
    gestures.onHover(isFree ? point : null)
    if (isFree) rest = window.setTimeout(() => gestures.onRest(point), REST_MS)
  }
  const onLeave = () => {
    stir()
    gestures.onHover(null)
  }
  const onDown = (event: PointerEvent) => {
    isFinger = event.pointerType === 'touch'
    fingers = event.isPrimary ? 1 : fingers + 1
    isHeld = false
    letGo()
    stir()
    const point = pointOf(event)
    pressed = event.button === 0 && fingers === 1 && !isControl(event.target) ? { ...point, isFinger } : null
    if (!pressed || !isFinger) return
    hold = window.setTimeout(() => {
      isHeld = true
      gestures.onHold(point)
    }, HOLD_MS)
  }
  const onClick = (event: MouseEvent) => {
    const point = pointOf(event)
    const isStill = pressed !== null && isNear(point, pressed, isFinger)
    pressed = null
    letGo()
    if (!isStill || isHeld || isControl(event.target)) return
    const isSecond = isFinger && tapped !== null && event.timeStamp - tapped.at < DOUBLE_TAP_MS && isNear(point, tapped, true)
    tapped = isSecond ? null : { ...point, at: event.timeStamp }
    if (isSecond) gestures.onDoubleTap(point)
    else gestures.onTap(point, event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const onDouble = (event: MouseEvent) => {
    if (!isFinger && !isControl(event.target)) gestures.onDoubleClick(pointOf(event), event.shiftKey)
  }
  /** The page itself neither zooms nor asks what one wants of a picture. */
  const refuse = (event: Event) => {
    if (event.type !== 'contextmenu' || isFinger) event.preventDefault()
  }
  const listeners: readonly (readonly [string, (event: never) => void])[] = [
    ['pointermove', onPointerMove],
    ['pointerleave', onLeave],
    ['pointerdown', onDown],
    ['pointerup', letGo],
    ['pointercancel', letGo],
    ['wheel', stir],
    ['click', onClick],
    ['dblclick', onDouble],
    ['contextmenu', refuse],
    ['gesturestart', refuse],
  ]
  for (const [type, listener] of listeners) host.addEventListener(type, listener as EventListener)
  document.addEventListener('keydown', stir) // Escape, or a key that changes what the pointer is on
  return () => {
    document.removeEventListener('keydown', stir)
    clearTimeout(rest)
    letGo()
    stopZoom()
    for (const [type, listener] of listeners) host.removeEventListener(type, listener as EventListener)
  }
}

function listenToZoom(host: HTMLElement, { onMove, onZoom }: Gestures): () => void {
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
      if (factor === 1) onMove(dx, dy)
      else onZoom(factor, { x: dx / (1 - factor), y: dy / (1 - factor) })
    })
    .on('end', () => {
      last = zoomIdentity // its own scale means nothing to us, and must not grow without end
      selection.property('__zoom', zoomIdentity)
    })
  const selection = select(host)
  selection.call(behaviour)
  selection.on('dblclick.zoom', null)
  return () => selection.on('.zoom', null)
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, [role=tree]') !== null
}
