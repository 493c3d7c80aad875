// A format whose rows say who may do what.
import { once } from '../base/memo'
import { type AuthorityTable, authorityTable, readAuthority } from './authority'
import { type Format, NOTHING, type ReadOptions } from './format'
import type { Grid } from './grid'
import type { Source } from './source'

export function authorityFormat(
  shape: AuthorityTable['shape'],
  gridsIn: (source: Source, options: ReadOptions) => readonly Grid[],
): Format {
  const lookAt = once((source: Source, options: ReadOptions) =>
    gridsIn(source, options)
      .flatMap((grid) => {
        const table = authorityTable(grid)
        return table?.shape === shape ? [{ grid, table }] : []
      })
      .reduce<{ readonly grid: Grid; readonly table: AuthorityTable } | null>(
        (best, one) => (!best || one.table.score > best.table.score ? one : best),
        null,
      ),
  )
  return {
    id: shape,
    sniff: (source, options) => {
      const looked = lookAt(source, options)
      return looked ? looked.table.score * (shape === 'matrix' ? 0.87 : 0.86) : 0
    },
    read: (source, diagnostics, options) => {
      const looked = lookAt(source, options)
      return looked ? readAuthority(source.name, looked.grid, looked.table, diagnostics, options) : NOTHING
    },
  }
}
