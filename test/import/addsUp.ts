import type { Account } from '../../src/import/understood'

/** Nobody is dropped in silence: every row is placed, or left out and said why; of those placed each is as it was, or repaired once. */
export function addsUp({ rowsIn, placed, asTheyAre, repaired, leftOut }: Account): boolean {
  const count = (lists: readonly { readonly rows: readonly number[] }[]) => lists.reduce((sum, { rows }) => sum + rows.length, 0)
  return rowsIn === placed + count(leftOut) && placed === asTheyAre + count(repaired)
}
