// A scene is a plain list of marks that canvas, SVG and PowerPoint all draw. What would break a slide cannot be said here:
// opaque #rrggbb only, absolute coordinates, one line a text, already fitted.
import type { Box } from '../base/geometry'

export type Colour = `#${string}`
/** `serif` is for the headline on the screen; slides set it in bold sans. */
export type Face = 'sans' | 'serif'

export interface Stroke {
  readonly colour: Colour
  readonly width: number
  /** Even count. */
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round' | 'square'
  readonly join?: 'miter' | 'round' | 'bevel'
}
export interface RectangleMark extends Box {
  readonly kind: 'rectangle'
  readonly radius?: number
  readonly fill?: Colour
  readonly stroke?: Stroke
}
/** Absolute commands: M, L, C, Q, Z with their numbers in order. */
export type PathCommand =
  | readonly ['M' | 'L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']
export interface PathMark {
  readonly kind: 'path'
  readonly commands: readonly PathCommand[]
  readonly fill?: Colour
  readonly stroke?: Stroke
}
/** One line; `y` is the baseline. */
export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly face?: Face
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill: Colour
}
export type Side = 'top' | 'left' | 'bottom' | 'right'
export interface LinkEnd {
  /** Key of the group it is glued to. */
  readonly group: string
  readonly side: Side
}
export interface ConnectorMark {
  readonly kind: 'connector'
  readonly from: LinkEnd
  readonly to: LinkEnd
  /** x, y pairs, first and last on the edges of the two groups. */
  readonly points: readonly number[]
  readonly radius: number
  /** Of the first corner, where the lines of one manager part: square where they part to both sides. */
  readonly rootRadius?: number
  readonly stroke: Stroke
}
export interface GroupMark {
  readonly kind: 'group'
  /** Stable and unique in the scene: `role-<id>`, `segment-<id>` … already safe as an XML id. */
  readonly key: string
  /** For people who do not see it; full text, never cut. */
  readonly title?: string
  readonly marks: readonly Mark[]
}
export type Mark = RectangleMark | PathMark | TextMark | ConnectorMark | GroupMark

export interface Scene {
  readonly title: string
  /** BCP 47, of the words in it. */
  readonly language?: string
  readonly description: string
  readonly bounds: Box
  readonly background: Colour
  readonly marks: readonly Mark[]
}

/**
 * What part of the chart is shown and where: chart (cx, cy) stands at page (x + kx·cx, y + ky·cy) of a page width × height.
 * kx = ky while boxes are readable.
 */
export interface View {
  readonly kx: number
  readonly ky: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
