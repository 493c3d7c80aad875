// The headstand in time. What the reader asked for is the view's; what stands on the page follows it: a turn that is asked back goes
// back from where it is, and a third wish waits until the turn under way has landed.
import { once } from '../base/memo'
import type { Placing } from '../layout/types'

export interface Turning {
  readonly from: Placing
  readonly to: Placing
  /** 0 … 1, in time, not eased. */
  readonly t: number
  readonly heading: 'forth' | 'back' | 'stopped'
}
/** What stands on the page: a chart at rest, or one on its way. */
export interface Stand {
  readonly at: Placing
  readonly turning: Turning | null
}

export const FLIP_MS = 1100
const ORDER_MS = 800
const FOLD_MS = 420

export function isSamePlacing(a: Placing, b: Placing): boolean {
  return a === b || placingKey(a) === placingKey(b)
}
/** Two placings alike have one key. Folds may be many: their part is made once a set. */
export const placingKey = once((placing: Placing): string => {
  const order = placing.orientation === 'conventional' ? '-' : placing.order // the order says nothing about a conventional chart
  return [
    placing.orientation,
    order,
    placing.isGrouped,
    placing.isNarrow === true,
    placing.isTight === true,
    keyOfSet(placing.folded),
    keyOfSet(placing.unstacked),
  ].join('|')
})
const keyOfSet = once((roles: ReadonlySet<number>): string => [...roles].sort((a, b) => a - b).join())

export function durationOf({ from, to }: Turning): number {
  if (from.orientation !== to.orientation) return FLIP_MS
  return from.order !== to.order ? ORDER_MS : FOLD_MS
}

/** Heads for `wanted`. */
export function headedFor(stand: Stand, wanted: Placing): Stand {
  const { at, turning } = stand
  if (!turning) return isSamePlacing(at, wanted) ? { at: wanted, turning: null } : begin(at, wanted)
  if (isSamePlacing(turning.to, wanted)) return { at, turning: { ...turning, heading: 'forth' } }
  if (isSamePlacing(turning.from, wanted)) return { at, turning: { ...turning, heading: 'back' } }
  return turning.heading === 'stopped' ? { at, turning: { ...turning, heading: 'forth' } } : stand
}

/** Where it will stand if nothing else is wished. */
export function boundFor({ at, turning }: Stand): Placing {
  return turning ? (turning.heading === 'back' ? turning.from : turning.to) : at
}

/** `ms` later. Where the turn lands short of `wanted`, the next one begins. */
export function stepped(stand: Stand, wanted: Placing, ms: number): Stand {
  const { turning } = stand
  if (!turning || turning.heading === 'stopped') return stand
  const step = ms / durationOf(turning)
  const t = turning.heading === 'forth' ? turning.t + step : turning.t - step
  if (t >= 1) return headedFor({ at: turning.to, turning: null }, wanted)
  if (t <= 0) return headedFor({ at: turning.from, turning: null }, wanted)
  return { at: stand.at, turning: { ...turning, t } }
}

/** Held by hand at `t`; at either end it is at rest. */
export function scrubbed(stand: Stand, t: number): Stand {
  const { turning } = stand
  if (!turning) return stand
  return { at: stand.at, turning: { ...turning, t: Math.min(1, Math.max(0, t)), heading: 'stopped' } }
}

function begin(from: Placing, to: Placing): Stand {
  return { at: from, turning: { from, to, t: 0, heading: 'forth' } }
}
