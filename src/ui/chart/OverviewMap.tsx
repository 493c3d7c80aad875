// The overview: there while only part of the chart is on the page, put away with its button, brought back from the zoom menu. It follows
// the picture frame by frame outside React.
import { type KeyboardEvent, type PointerEvent, type Ref, useImperativeHandle, useRef } from 'react'
import { type Box, overlaps } from '../../base/geometry'
import { lowered } from '../../scene/far/levels'
import { seenY } from '../../scene/far/sight'
import { themeFor } from '../../scene/theme'
import { useActions, useWords } from '../app/context'
import { Icon } from '../app/Icon'
import styles from './Chart.module.css'
import { blocksOf, frameOn, type MapScale, mapScale, paintMap, toBounds } from './map'
import { coveredBy } from './scenery'
import type { Frame, Stage } from './stage'

export interface OverviewHandle {
  readonly follow: (frame: Frame) => void
}
/** Of the map on the page, with its edge and air; a page with less than three times as much has no room for it. */
const PLACE = { width: 214, height: 142 } as const
const ROOM = { width: 3 * PLACE.width, height: 3 * PLACE.height } as const

export function OverviewMap({ ref, stage }: { ref: Ref<OverviewHandle>; stage: () => Stage | null }) {
  const { say } = useWords()
  const app = useActions()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useRef<HTMLDivElement>(null)
  const scale = useRef<MapScale>(null)
  const drawn = useRef('')
  const of = useRef<unknown>(null)

  const follow = ({ scenery, view, isWhole, focused, lookedAt }: Frame) => {
    if (!box.current || !canvas.current || !seen.current) return
    const { org, turn, theme, isMoving, magnified } = scenery
    const isShown = !isWhole && !isMoving && view.width >= ROOM.width && view.height >= ROOM.height
    box.current.hidden = !isShown
    if (!isShown) return
    const at = mapScale(turn.to, org.structure)
    scale.current = at
    const key = `${theme} ${devicePixelRatio}`
    if (of.current !== turn.to || drawn.current !== key) {
      paintMap(canvas.current, blocksOf(org, turn.to, themeFor(theme), at), at, themeFor(theme).paper)
      canvas.current.style.cssText = `inline-size: ${at.width}px; block-size: ${at.height}px`
      of.current = turn.to
      drawn.current = key
    }
    const lift = seenY(turn.to, org.structure, view)
    const { x, y, width, height } = frameOn(at, view, coveredBy(scenery, view.width, view.height), (seen) => lowered(lift, seen))
    seen.current.style.cssText = `left: ${x}px; top: ${y}px; width: ${Math.max(5, width)}px; height: ${Math.max(5, height)}px`
    const corner = (left: number) => ({ x: left, y: view.height * magnified - PLACE.height, ...PLACE })
    const [right, left] = [corner(view.width * magnified - PLACE.width), corner(0)]
    const isOver = (place: Box) => lookedAt.some((one) => overlaps(one, place))
    // Never over what the keyboard is on, and over nothing that is looked at while the other corner is free.
    box.current.dataset.side = (focused && overlaps(focused, right)) || (isOver(right) && !isOver(left)) ? 'left' : 'right'
  }
  useImperativeHandle(ref, () => ({ follow }))

  const point = (event: PointerEvent, isSmooth: boolean) => {
    if (!scale.current || !canvas.current) return
    const { left, top } = canvas.current.getBoundingClientRect()
    stage()?.centreOn(toBounds(scale.current, { x: event.clientX - left, y: event.clientY - top }), isSmooth)
  }
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    point(event, true)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event, false)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const away = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key]
    const view = stage()?.view()
    if (!away || !view || event.ctrlKey || event.metaKey || event.altKey) return
    stage()?.moveBy(((away[0] as number) * view.width) / 4, ((away[1] as number) * view.height) / 4)
    event.preventDefault()
  }

  return (
    <div ref={box} className={styles.map} hidden>
      <div
        className={styles.whole}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrows
        tabIndex={0}
        aria-roledescription={say('page.map.kind')}
        aria-label={say('page.map.keys')}
        onPointerDown={grab}
        onPointerMove={drag}
        onKeyDown={press}
      >
        <canvas ref={canvas} />
        <div ref={seen} className={styles.seen} />
      </div>
      <button
        type="button"
        className={styles.away}
        aria-label={say('page.map.hide')}
        title={say('page.map.hide')}
        onClick={() => app.showMap(false)}
      >
        <Icon name="close" size={12} />
      </button>
    </div>
  )
}
