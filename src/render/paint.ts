// Marks → canvas: the screen, the PNG. It knows shapes and colours and nothing of organisations.
import { finish as finishSteps, type Steps } from '../base/steps'
import type { PathCommand, RectangleMark, Scene, Stroke, TextMark } from '../scene/types'
import { canvasFont } from './faces'
import { type Shape, shapesOf } from './geometry'

/** What is used of a 2D context, so that a test may count the calls. */
export type Canvas = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'bezierCurveTo'
  | 'closePath'
  | 'roundRect'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'setLineDash'
> &
  Pick<
    CanvasRenderingContext2D,
    | 'fillStyle'
    | 'strokeStyle'
    | 'lineWidth'
    | 'lineCap'
    | 'lineJoin'
    | 'font'
    | 'textAlign'
    | 'textBaseline'
    | 'textRendering'
    | 'direction'
  >

export interface PaintOptions {
  /** Device pixels a CSS pixel; the canvas must be that much larger. */
  readonly pixelRatio: number
}

/** Paints the whole scene, its background first. The state of the context is left as the last mark needed it. */
export function paint(scene: Scene, context: Canvas, options: PaintOptions): void {
  finishSteps(paintSteps(scene, context, options))
}

/** Shapes after which the work may be interrupted. */
const SHAPES = 256

/** The same, a little at a time. Nobody else may touch the context meanwhile. */
export function* paintSteps(scene: Scene, context: Canvas, { pixelRatio }: PaintOptions): Steps<void> {
  const { x, y, width, height } = scene.bounds
  context.setTransform(pixelRatio, 0, 0, pixelRatio, -x * pixelRatio, -y * pixelRatio)
  context.fillStyle = scene.background
  context.fillRect(x, y, width, height)
  context.textBaseline = 'alphabetic'
  context.textRendering = 'optimizeLegibility' // a slide kerns across blanks (“A p”); a canvas does so only when asked
  context.direction = 'ltr'
  const brush: Brush = { context, font: '' }
  let painted = 0
  for (const shape of shapesOf(scene.marks)) {
    paintShape(shape, brush)
    if (++painted % SHAPES === 0) yield
  }
}

/** Setting a font costs more than drawing with it; it is set only where it changes. */
interface Brush {
  readonly context: Canvas
  font: string
}

function paintShape(mark: Shape, brush: Brush): void {
  switch (mark.kind) {
    case 'group':
      for (const inner of shapesOf(mark.marks)) paintShape(inner, brush)
      return
    case 'rectangle':
      paintRectangle(mark, brush.context)
      return
    case 'path':
      trace(mark.commands, brush.context)
      finish(mark.fill, mark.stroke, brush.context)
      return
    case 'text':
      paintText(mark, brush)
  }
}

function paintRectangle({ x, y, width, height, radius, fill, stroke }: RectangleMark, context: Canvas): void {
  if (radius === undefined && stroke === undefined) {
    if (fill === undefined) return
    context.fillStyle = fill
    context.fillRect(x, y, width, height)
    return
  }
  context.beginPath()
  context.roundRect(x, y, width, height, Math.min(radius ?? 0, width / 2, height / 2))
  finish(fill, stroke, context)
}

function trace(commands: readonly PathCommand[], context: Canvas): void {
  context.beginPath()
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        context.moveTo(command[1], command[2])
        break
      case 'L':
        context.lineTo(command[1], command[2])
        break
      case 'Q':
        context.quadraticCurveTo(command[1], command[2], command[3], command[4])
        break
      case 'C':
        context.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6])
        break
      case 'Z':
        context.closePath()
    }
  }
}

function finish(fill: string | undefined, stroke: Stroke | undefined, context: Canvas): void {
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill()
  }
  if (stroke === undefined) return
  context.strokeStyle = stroke.colour
  context.lineWidth = stroke.width
  context.lineCap = stroke.cap ?? 'butt'
  context.lineJoin = stroke.join ?? 'miter'
  context.setLineDash(stroke.dash ? [...stroke.dash] : NO_DASH)
  context.stroke()
}
const NO_DASH: number[] = []

// `start` and `end` would follow the writing direction of the page; a slide has none, so left and right are meant.
const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

function paintText(mark: TextMark, brush: Brush): void {
  const font = canvasFont(mark)
  if (font !== brush.font) {
    brush.context.font = font
    brush.font = font
  }
  brush.context.textAlign = ALIGN[mark.anchor ?? 'start']
  brush.context.fillStyle = mark.fill
  brush.context.fillText(mark.text, mark.x, mark.y)
}
