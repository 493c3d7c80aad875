// One moment of the picture: a chart at rest, or a turn at time t, told apart nowhere else. A turn back is the same film run backwards,
// so it is always told from the conventional chart to the flipped one.
import { type Box, unionOf } from '../base/geometry'
import { eased, PACES, TIMING, through } from '../layout/timing'
import { boxAt, customersAt, segmentAt } from '../layout/turn'
import type { CustomerField, Layout, MovingBox, Row, Turn } from '../layout/types'

export interface Moment {
  readonly turn: Turn
  readonly from: Layout
  readonly to: Layout
  /** 0 … 1 in time; 1 at rest. */
  readonly t: number
  readonly isTurning: boolean
  /** Customers are on top, or on their way there. */
  readonly isFlipped: boolean
  /** Between a conventional and a flipped chart, not between two orders of the flipped one. */
  readonly isHeadstand: boolean
  readonly customers: CustomerField | null
  /** Customers: 0 = grey hairline, 1 = amber. */
  readonly warmth: number
  /** Customers: 0 = a strip, 1 = a field with names in it. */
  readonly opened: number
  /** The arithmetic and the shares in the field. */
  readonly told: number
  /** Warm zone and bands. */
  readonly zone: number
  readonly gauges: number
  readonly ribbonsShown: number
  readonly flags: number
  /** 1 = at rest, 0 = pale. */
  readonly lines: number
  /** The headline of the flipped chart, 0 … 1; of the conventional one. */
  readonly headline: { readonly flipped: number; readonly conventional: number }
  /** The chart whose ribbons are shown. */
  readonly poured: Layout | null
  readonly bandRows: readonly Row[]
  readonly extent: Box
  /** Filled anew for every role. */
  readonly boxOf: (role: number, into: MovingBox) => MovingBox
  /** How far a box has come down or up on its way: 0 as in `from`, 1 as in `to`. */
  readonly down: (role: number) => number
  /** How far a role has turned: 0 as on the conventional chart, 1 as on the flipped one. */
  readonly turned: (role: number) => number
}

const HEADLINE_OUT = [0, 0.14] as const
const HEADLINE_IN = [0.68, 0.86] as const

export function momentOf(given: Turn | Layout): Moment {
  const turn: Turn = 'from' in given ? given : { from: given, to: given, t: 1 }
  const isBack = turn.from.placing.orientation === 'flipped' && turn.to.placing.orientation === 'conventional'
  const { from, to, t } = isBack ? { from: turn.to, to: turn.from, t: 1 - turn.t } : turn
  const forward: Turn = isBack ? { from, to, t } : turn
  const isHeadstand = from.placing.orientation !== to.placing.orientation
  if (t <= 0) return atRest(from)
  if (t >= 1) return atRest(to)
  return isHeadstand ? headstand(forward) : sliding(forward)
}

function atRest(layout: Layout): Moment {
  const shown = layout.placing.orientation === 'flipped' ? 1 : 0
  return {
    turn: { from: layout, to: layout, t: 1 },
    from: layout,
    to: layout,
    t: 1,
    isTurning: false,
    isFlipped: shown === 1,
    isHeadstand: false,
    customers: layout.customers,
    warmth: shown,
    opened: shown,
    told: shown,
    zone: shown,
    gauges: shown,
    ribbonsShown: shown,
    flags: shown,
    lines: 1,
    headline: { flipped: shown, conventional: 1 - shown },
    poured: shown === 1 && layout.ribbons.length > 0 ? layout : null,
    bandRows: shown === 1 ? layout.rows : [],
    extent: layout.bounds,
    boxOf: (role, into) => {
      into.x = layout.x[role] as number
      into.y = layout.y[role] as number
      into.w = layout.w[role] as number
      into.h = layout.h[role] as number
      into.presence = 1
      return into
    },
    down: () => 1,
    turned: () => shown,
  }
}

function headstand(turn: Turn): Moment {
  const { from, to, t } = turn
  return {
    turn,
    from,
    to,
    t,
    isTurning: true,
    isFlipped: true,
    isHeadstand: true,
    customers: customersOn(turn),
    warmth: through(TIMING.warm, t),
    opened: through(TIMING.thicken, t),
    told: through(TIMING.gauges, t),
    zone: through(TIMING.zone, t),
    gauges: through(TIMING.gauges, t),
    ribbonsShown: through(TIMING.ribbons, t),
    flags: through(TIMING.flags, t),
    lines: Math.max(1 - through([0, 0.06], t), through([0.94, 1], t)),
    headline: { flipped: through(HEADLINE_IN, t), conventional: 1 - through(HEADLINE_OUT, t) },
    poured: to.ribbons.length > 0 ? to : null,
    bandRows: to.rows,
    extent: unionOf([from.bounds, to.bounds]),
    boxOf: (role, into) => boxAt(turn, role, into),
    down: (role) => through(TIMING[PACES[to.pace[role] as number] ?? 'other'], t),
    turned: (role) => through(TIMING[PACES[to.pace[role] as number] ?? 'other'], t),
  }
}

/** Mirror ↔ by distance, folding, unstacking: boxes slide; what hangs on them comes back when they have arrived. */
function sliding(turn: Turn): Moment {
  const { from, to, t } = turn
  const end = t < 0.5 ? from : to
  const shown = to.placing.orientation === 'flipped' ? 1 : 0
  const settled = Math.max(1 - through([0, 0.2], t), through([0.8, 1], t))
  return {
    ...atRest(end),
    turn,
    from,
    to,
    t,
    isTurning: true,
    customers: customersOn(turn),
    ribbonsShown: shown * (t < 0.5 ? 1 - through([0, 0.3], t) : through([0.7, 1], t)),
    flags: shown * settled,
    lines: settled,
    extent: unionOf([from.bounds, to.bounds]),
    boxOf: (role, into) => boxAt(turn, role, into),
    down: () => eased(t),
  }
}

/** The field on its way, with its segments in the order of the chart it goes to. */
function customersOn(turn: Turn): CustomerField | null {
  const end = turn.to.customers ?? turn.from.customers
  if (!end) return null
  const blank = () => ({ x: 0, y: 0, width: 0, height: 0, warmth: 0 })
  const field = customersAt(turn, blank())
  return {
    ...end,
    ...boxFrom(field),
    segments: end.segments.map((s, i) => ({ segment: s.segment, ...boxFrom(segmentAt(turn, i, blank())) })),
  }
}
function boxFrom({ x, y, width, height }: Box): Box {
  return { x, y, width, height }
}
