// A box has three ports on either edge, in the middle and to its sides, so that lines with different ends do not share a stretch. What a
// box has to join is kept as bits; from these and the places of two boxes follows where a line between them begins and ends.

export const DOWN = 0
export const UP = 1
export const BESIDE = 2
/** Reports in the row below, in the row above, in the manager's own row. */
export type Way = typeof DOWN | typeof UP | typeof BESIDE

/** It has reports that way. */
export const HAS = [1, 2, 4] as const
export const LEFT_BESIDE = 8
export const RIGHT_BESIDE = 16
/** The middle port of the upper edge has stepped aside. */
export const ASIDE_LEFT = 32
export const ASIDE_RIGHT = 64
/** It stands in a grid, with its rail on the right, or on the left: a grid has leaves only, that have nobody beside. */
export const IN_GRID = 128
export const RAIL_LEFT = IN_GRID | LEFT_BESIDE

/** Less than the room that is left between two buses on a track. */
const STEP = 8

export function wayFrom(managerRow: number, reportRow: number): Way {
  return reportRow > managerRow ? DOWN : reportRow < managerRow ? UP : BESIDE
}

/** x of the port where the bus of this way leaves a box whose middle is at `x`. `managerWay`: how its own manager's line comes, -1 = none. */
export function portOut(x: number, ports: number, way: Way, managerWay: Way | -1, port: number): number {
  if (way === UP) return x + asideOf(ports)
  if (way === DOWN) return x
  const isMiddleTaken = (ports & HAS[DOWN]) !== 0 || managerWay === UP || managerWay === BESIDE
  return isMiddleTaken ? x + besideSide(ports) * port : x
}

/**
 * x of the port where the line from the manager comes into a box. From above: the middle belongs to the reports above. From below: to the
 * reports below, and a side to those beside.
 */
export function portIn(x: number, ports: number, way: Way, managerX: number, port: number): number {
  const managerSide = managerX >= x ? 1 : -1
  if (way === DOWN) return x + ((ports & HAS[UP]) === 0 ? asideOf(ports) : managerSide * port)
  if ((ports & HAS[DOWN]) === 0) return x
  return x + ((ports & HAS[BESIDE]) !== 0 && besideSide(ports) === managerSide ? -managerSide : managerSide) * port
}

function besideSide(ports: number): 1 | -1 {
  return (ports & RIGHT_BESIDE) !== 0 || (ports & LEFT_BESIDE) === 0 ? 1 : -1
}
function asideOf(ports: number): number {
  return (ports & ASIDE_RIGHT) !== 0 ? STEP : (ports & ASIDE_LEFT) !== 0 ? -STEP : 0
}
