// When what moves in a turn from the conventional to the flipped chart: shares of the whole time, each eased cubic in–out within its
// window. Turned back, the same film runs backwards. Measured in design/mocks (flip-1 … flip-3); layout and scene both read it here.

export type Window = readonly [from: number, to: number]

/** How a box moves along y; the index is `Layout.pace`. The far row moves in two waves, so that those who fall do not meet. */
export const PACES = ['front', 'other', 'farEarly', 'farLate', 'top'] as const
export type Pace = (typeof PACES)[number]

export const TIMING = {
  /** The strip rises past everybody … */
  rise: [0, 0.57],
  warm: [0, 0.25],
  /** … and only then becomes a field. To .63: at half time the top of the house fits below it, with air, as in flip-2.png. */
  thicken: [0.34, 0.63],
  front: [0.04, 0.58],
  other: [0.1, 0.71],
  farEarly: [0, 0.5],
  farLate: [0.15, 0.76],
  top: [0.27, 0.95],
  /** Every x, and widths with it; not with the start of y, or cards would cross on diagonals. */
  across: [0.2, 0.6],
  /** Warm zone and bands. */
  zone: [0.4, 0.75],
  gauges: [0.55, 0.75],
  ribbons: [0.6, 0.88],
  flags: [0.9, 1],
  /** Boxes that only one of the two charts draws. */
  fade: [0.3, 0.7],
} as const satisfies Record<string, Window>

/** The strip's height while it passes. */
export const THIN_STRIP = 12

/** Cubic in–out. */
export function eased(t: number): number {
  if (t <= 0) return 0
  if (t >= 1) return 1
  return t < 0.5 ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t)
}
/** How far through its window something is at time t: 0 … 1, eased. */
export function through(window: Window, t: number): number {
  return eased((t - window[0]) / (window[1] - window[0]))
}
