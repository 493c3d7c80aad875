// The registry is the folder: a new format is a new file in formats/.
import { byCodeUnit } from '../base/order'
import type { Format, ReadOptions } from './format'
import type { Source } from './source'

const MODULES = import.meta.glob<{ readonly format: Format }>('./formats/*.ts', { eager: true })

/** In order of id. */
export const FORMATS: readonly Format[] = Object.values(MODULES)
  .map((module) => module.format)
  .sort((a, b) => byCodeUnit(a.id, b.id))

/** Our own says at once whether a file is ours. */
const SUREST_FIRST = [...FORMATS].sort((a, b) => Number(b.id === 'own') - Number(a.id === 'own'))

export interface Claim {
  readonly format: Format
  readonly confidence: number
}
/** Formats that take the source for theirs, the surest first; where one is certain, nobody else is asked. */
export function claimsOn(source: Source, options: ReadOptions = {}): readonly Claim[] {
  const claims: Claim[] = []
  for (const format of asked(options)) {
    const confidence = format.sniff(source, options)
    if (confidence === 1) return [{ format, confidence }]
    if (confidence > 0) claims.push({ format, confidence })
  }
  return claims.sort((a, b) => b.confidence - a.confidence)
}

function asked({ format }: ReadOptions): readonly Format[] {
  return format === undefined ? SUREST_FIRST : FORMATS.filter(({ id }) => id === format)
}
