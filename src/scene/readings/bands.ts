// From a number of each role to the bands of a legend: a column a rule, made once an organisation.
import { type Cell, type Column, PRESENT } from '../../base/table'
import type { Words } from '../../base/words'
import type { Org } from '../../model/types'
import { KEPT, NOT_ASKED, NOT_KNOWN, type Readings } from '../overlays/overlay'

/** The band of every role, kept as a byte. */
export function bandsOf({ doc }: Org, bandOf: (role: number) => number): Readings['bandOf'] {
  const column = new Int8Array(doc.roles.length)
  for (let role = 0; role < column.length; role++) column[role] = bandOf(role)
  return (role) => column[role] as number
}

/** Where a number belongs among edges from low to high: an edge is in the band above it. */
export function bandIn(edges: readonly number[], value: number): number {
  let band = 0
  while (band < edges.length && value >= (edges[band] as number) - TOLERANCE) band++
  return band
}
const TOLERANCE = 1e-9

export interface NumberRule {
  /** Words: `overlay.<id>.title`, `overlay.<id>.said`, and of a band `overlay.<id>.band` with `from` and `to`, null where it is open. */
  readonly id: string
  readonly edges: readonly number[]
  /** Not known = undefined, not asked = null. */
  readonly numberOf: (role: number) => Cell<number>
  readonly isKept?: (role: number) => boolean
}

export function numbersIn(org: Org, words: Words, { id, edges, numberOf, isKept }: NumberRule): Readings {
  const bandOf = bandsOf(org, (role) => {
    if (isKept?.(role)) return KEPT
    const value = numberOf(role)
    return value === null ? NOT_ASKED : value === undefined ? NOT_KNOWN : bandIn(edges, value)
  })
  return {
    bands: bandNames(words, id, edges),
    scale: 'ordered',
    bandOf,
    saidOf: (role) => (bandOf(role) < 0 ? '' : words.say(`overlay.${id}.said`, { value: numberOf(role) as number })),
    title: words.say(`overlay.${id}.title`),
  }
}

export function bandNames(words: Words, id: string, edges: readonly number[], params: Parameters<Words['say']>[1] = {}): readonly string[] {
  return [null, ...edges].map((from, band) => words.say(`overlay.${id}.band`, { ...params, from, to: edges[band] ?? null }))
}

export const hasNumbers = (column: Column): boolean => column.kind === 'number' && column.state.includes(PRESENT)
export const hasValues = (column: Column): boolean => column.kind === 'value' && column.cells.some((at) => at >= 0)

/** Round numbers, a sixth apart or more; and for what spreads over powers of ten. */
const FINE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
export const COARSE = [1, 2, 5]

/**
 * As many round edges as there are bands less one, or fewer, between the numbers: where they part them into equally many. No band is narrower
 * than a step, so none says what is in it.
 */
export function roundEdges(values: readonly number[], bands: number, steps: readonly number[] = FINE): readonly number[] {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort() // of a large file: several times as fast as of an array
  const [least, last] = [sorted[0], sorted.at(-1)]
  if (least === undefined || last === undefined) return []
  const edges = new Set<number>()
  for (let k = 1; k < bands; k++) {
    const edge = roundest(sorted[Math.floor((k * sorted.length) / bands)] as number, steps)
    if (edge > least && edge <= last) edges.add(edge)
  }
  return [...edges].toSorted((a, b) => a - b)
}

/** The step that is nearest in proportion. */
function roundest(value: number, steps: readonly number[]): number {
  const unit = 10 ** Math.floor(Math.log10(value))
  const off = (step: number) => Math.abs(Math.log(value / (step * unit)))
  const step = [...steps, 10].reduce((best, one) => (off(one) < off(best) ? one : best))
  return Number((step * unit).toPrecision(2))
}
