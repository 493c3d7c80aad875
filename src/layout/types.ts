// Where everything stands, in chart units: 1 unit = 1 CSS px at zoom 1; x grows rightwards, y downwards.
import type { Box } from '../base/geometry'

export type Orientation = 'conventional' | 'flipped'
/** mirror = the conventional rows turned over; distance = a row for each step away from the customer. */
export type FlipOrder = 'mirror' | 'distance'
export interface Placing {
  readonly orientation: Orientation
  readonly order: FlipOrder
  /** Roles whose branch is folded away into them. */
  readonly folded: ReadonlySet<number>
  /** Stacks that are opened, by the role that stands for them. */
  readonly unstacked: ReadonlySet<number>
  /** Off: one box a role, no stacks, no leaf grids. */
  readonly isGrouped: boolean
  /** The page is as narrow as a phone: the chart by distance becomes a list two boxes wide, if it is short enough for one. */
  readonly isNarrow?: boolean
  /** Rows close together, so that a page as wide as a screen gives its height to the cards: read from the back of a room. */
  readonly isTight?: boolean
}

export interface Row {
  readonly kind: 'rank' | 'distance' | 'unlinked'
  /** rank: layers from the top (0 = the top); distance: 1 = meets customers; unlinked: 0 for the first of its rows, which carries the label. */
  readonly step: number
  /** The band, edge to edge with its neighbours. */
  readonly y: number
  readonly height: number
  /** Drawn roles of the row from left to right. */
  readonly roles: Int32Array
  /** Sum of headcounts (unknown = 1). */
  readonly people: number
}
/** How the customers are drawn: a field above the flipped chart, a hairline below the conventional one. */
export interface CustomerField extends Box {
  readonly form: 'field' | 'hairline'
  /** `none` = no touchpoints known (hatched, with a question mark); `whole` = touchpoints but no segments: one box. */
  readonly knowledge: 'segments' | 'whole' | 'none'
  readonly segments: readonly SegmentBox[]
}
export interface SegmentBox extends Box {
  /** Index into doc.segments; -1 = the whole field, or contacts whose segment is not known. */
  readonly segment: number
}
/**
 * Contacts from a segment to the box that shows who meets them; filled between two curves of equal width. From (x1, y1) it runs straight
 * down to the top of the box: the column is free. Read off `Ribbons` when it is drawn.
 */
export interface Ribbon {
  readonly segment: number
  readonly role: number
  /** 0 where the file counts none. */
  readonly contacts: number
  readonly width: number
  /** Centre where it leaves the field and where it enters the column of the role. */
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/**
 * All ribbons as columns, those of one segment side by side: ribbon k comes from `segments[s]` where start[s] ≤ k < start[s + 1]. Within a
 * segment they are in order from left to right, at both ends. `ribbon.ts` reads them.
 */
export interface Ribbons {
  readonly length: number
  readonly y0: number
  readonly y1: number
  /** Indexes into doc.segments in the order of the field, -1 = the whole field, or contacts whose segment is not known. */
  readonly segments: Int32Array
  readonly start: Int32Array
  readonly role: Int32Array
  readonly contacts: Float32Array
  readonly x0: Float64Array
  /** From the left edge of the box to the centre of the ribbon. */
  readonly inset: Float32Array
  /** As wide as its contacts, and no thinner than this. */
  readonly perContact: number
  readonly thinnest: number
}
/** What `linkPath` needs beside the boxes to draw the reporting lines. */
export interface Lines {
  /** Where lines leave a box and come in, by role: bits of ports.ts. */
  readonly ports: Uint8Array
  /** Of the bus by which the line comes to a role: by role, or, where all buses of a gap run at one height, by the row above it. */
  readonly busY: Float32Array
  readonly isBusByRow: boolean
  /** From the middle of a box to its second and third port; from the side of a box in a grid to its rail. */
  readonly port: number
  readonly rail: number
}

/**
 * One placed chart, plain data. Boxes by role index; a role that is not drawn (stacked, folded) has `boxOf[i] !== i`,
 * one that is not on the chart at all -1.
 * x, y: left and top corner.
 */
export interface Layout {
  readonly placing: Placing
  readonly x: Float64Array
  readonly y: Float32Array
  readonly w: Uint16Array
  readonly h: Uint16Array
  /** The role whose box shows this one: itself, the head of its stack, or the folded manager. */
  readonly boxOf: Int32Array
  /** Roles in the stack this box stands for (1 = only itself); empty where nothing is stacked. */
  readonly stacked: Int32Array
  /** Roles folded away below this box; empty where nothing is folded. */
  readonly foldedAway: Int32Array
  /** How far the two card edges of a stack reach beyond the box, to the right and below: 10, or 0 where one is one. */
  readonly edges: Uint8Array
  /** When the box moves in a turn: a `Pace`, index into `PACES` of timing.ts. */
  readonly pace: Uint8Array
  /** Index into `rows`, by role. */
  readonly row: Int32Array
  readonly rows: readonly Row[]
  /** From whom a reporting line runs to the box of a role, -1 where none is drawn. `linkPath` says how. */
  readonly manager: Int32Array
  readonly lines: Lines
  /** Made for a narrow page: as wide as that, and scrolled. */
  readonly isList?: boolean
  readonly customers: CustomerField | null
  readonly ribbons: Ribbons
  readonly bounds: Box
}

/** The headstand itself: between two placed charts of the same organisation. t runs 0 … 1 in time, not eased. */
export interface Turn {
  readonly from: Layout
  readonly to: Layout
  readonly t: number
}
/** Filled in place by `boxAt`; nothing is allocated a frame. */
export interface MovingBox {
  x: number
  y: number
  w: number
  h: number
  /** 0 = not there, 1 = there: boxes that only one of the two charts draws. */
  presence: number
}
/** The customers' field or one of its segments on its way; filled in place by `customersAt` and `segmentAt`. */
export interface MovingField {
  x: number
  y: number
  width: number
  height: number
  /** 0 = a grey hairline, 1 = amber. */
  warmth: number
}
