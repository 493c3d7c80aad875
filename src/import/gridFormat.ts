// A format whose rows have columns: it says which grids it sees in a file, and the one that leads best from row to row is read.
import { once } from '../base/memo'
import type { Diagnostics } from '../model/diagnostics'
import { type Format, type FormatResult, NOTHING, type ReadOptions, type UnderstoodRows } from './format'
import type { Grid } from './grid'
import type { Linkage } from './linkage'
import { confidenceIn, linkagesIn } from './linkages'
import { readPeople } from './people'
import type { Source } from './source'

export interface FoundGrid {
  readonly grid: Grid
  /** Where the rows stand; '' where there is but one place. */
  readonly name: string
  /** Who leads whom is said by where things stand. */
  readonly given?: readonly Linkage[]
  /** Whether its rows are to be believed where few of them lead anywhere. 1 unless said. */
  readonly trust?: number
  readonly tell?: (file: string, diagnostics: Diagnostics) => void
}

export interface TriedGrid extends FoundGrid {
  readonly linkages: readonly Linkage[]
  readonly lead: number
}

interface GridFormat {
  readonly id: string
  readonly grids: (source: Source, options: ReadOptions) => readonly FoundGrid[]
  readonly confidence: { readonly least: number; readonly most: number; readonly chosen: number }
  /** What is particular to the format, from all grids that were tried and the one that was taken. */
  readonly told?: (source: Source, taken: TriedGrid, tried: readonly TriedGrid[], diagnostics: Diagnostics) => Partial<UnderstoodRows>
}

export function gridFormat({ id, grids, confidence, told }: GridFormat): Format {
  const lookAt = once((source: Source, options: ReadOptions) => bestOf(grids(source, options), options))
  return {
    id,
    sniff: (source, options) => {
      const { taken } = lookAt(source, options)
      if (!taken) return 0
      return confidenceIn(taken.grid, taken.linkages, options, confidence) * Math.min(1, taken.trust ?? 1)
    },
    read: (source, diagnostics, options): FormatResult => {
      const { taken, tried } = lookAt(source, options)
      if (!taken) return NOTHING
      taken.tell?.(source.name, diagnostics)
      const others = told
        ? []
        : tried
            .filter((one) => one !== taken && one.name !== '' && !one.name.includes(' + ') && !taken.name.split(' + ').includes(one.name))
            .map(({ name }) => name)
      const result = readPeople(source.name, taken.grid, taken.linkages, diagnostics, options, others)
      const more = told?.(source, taken, tried, diagnostics) ?? {}
      if (!result.understood || !result.recognised) return result
      const { sheet } = more
      return {
        ...result,
        recognised: sheet ? { ...result.recognised, sheet: sheet.name } : result.recognised,
        understood: { ...result.understood, ...more },
      }
    },
  }
}

function bestOf(
  grids: readonly FoundGrid[],
  options: ReadOptions,
): { readonly taken: TriedGrid | null; readonly tried: readonly TriedGrid[] } {
  const largest = grids.reduce((most, { grid }) => Math.max(most, grid.length), 0)
  const tried = grids.map((found): TriedGrid => {
    const linkages = found.given ?? linkagesIn(found.grid, options)
    const best = linkages[0]?.score ?? 0
    // A list of three that fits well is mostly a legend beside the list of hundreds that fits nearly as well.
    return { ...found, linkages, lead: best * (0.5 + (0.5 * found.grid.length) / largest) * (found.trust ?? 1) }
  })
  const taken = tried.reduce<TriedGrid | null>(
    (best, one) => (one.linkages.length > 0 && (best === null || one.lead > best.lead) ? one : best),
    null,
  )
  return { taken, tried }
}
