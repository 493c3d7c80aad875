// The registry is the folder: a new format is a new file in formats/.
import { byCodeUnit } from '../base/order'
import type { Format, ReadOptions } from './format'
import type { Source } from './source'

const MODULES = import.meta.glob<{ readonly format: Format }>('./formats/*.ts', { eager: true })

/** In order of id. */
export const FORMATS: readonly Format[] = Object.values(MODULES)
  .map((module) => module.format)
  .sort((a, b) => byCodeUnit(a.id, b.id))

export interface Claim {
  readonly format: Format
  readonly confidence: number
}
/** Formats that take the source for theirs, the surest first. */
export function claimsOn(source: Source, options: ReadOptions = {}): readonly Claim[] {
  return FORMATS.map((format) => ({ format, confidence: format.sniff(source, options) }))
    .filter((claim) => claim.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}
