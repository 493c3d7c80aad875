interface Named {
  readonly id: string
}

/** The rows with one replaced in place, or added at the end. A list that was not known is known from now on. */
export function withRow<T extends Named>(rows: readonly T[] | undefined, row: T): readonly T[] {
  const at = rows?.findIndex((one) => one.id === row.id) ?? -1
  return at < 0 ? [...(rows ?? []), row] : (rows as readonly T[]).with(at, row)
}

/** The same for many rows, in one walk. */
export function withRows<T extends Named>(rows: readonly T[] | undefined, given: readonly T[]): readonly T[] {
  const byId = new Map(given.map((row) => [row.id, row] as const))
  const kept = (rows ?? []).map((row) => {
    const replaced = byId.get(row.id)
    byId.delete(row.id)
    return replaced ?? row
  })
  return [...kept, ...byId.values()]
}

export function freeId(rows: readonly Named[] | undefined, base: string): string {
  if (!rows?.some((row) => row.id === base)) return base
  const taken = new Set(rows.map((row) => row.id))
  let count = 2
  while (taken.has(`${base}-${count}`)) count++
  return `${base}-${count}`
}
