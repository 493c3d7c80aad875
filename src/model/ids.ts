// Ids that are there and are unique. A row without one gets it from what it says, and of two rows with one id the smaller in content
// keeps it: never from where they stand, so that the order of a file changes no result.
import { byCodeUnit } from '../base/order'
import type { Diagnostics } from './diagnostics'
import type { Checked } from './drafts'

type MaybeNamed = { readonly id?: string; readonly title?: string | null; readonly name?: string | null }

/** The rows in their order; a repeated id is renamed and told, nobody is left out. */
export function withUniqueIds<T extends MaybeNamed>(
  prefix: string,
  rows: readonly Checked<T>[],
  diagnostics: Diagnostics,
): readonly Checked<T & { readonly id: string }>[] {
  if (areNamed(rows)) return rows
  const count = new Map<string | undefined, number>()
  for (const { value } of rows) count.set(value.id, (count.get(value.id) ?? 0) + 1)
  const rivals = rows.filter(({ value }) => value.id === undefined || (count.get(value.id) as number) > 1)
  const content = new Map(rivals.map((row) => [row, canonical(row.value)]))
  rivals.sort((a, b) => byCodeUnit(content.get(a) as string, content.get(b) as string))
  const taken = new Set(count.keys())
  const made = new Map<Checked<T>, string>()
  const kept = new Set<string>()
  const counted = new Map<string | undefined, number>()
  for (const row of rivals) {
    const { id } = row.value
    if (id !== undefined && !kept.has(id)) {
      kept.add(id)
      continue
    }
    let next = counted.get(id) ?? (id === undefined ? 1 : 2)
    while (taken.has(`${id ?? prefix}#${next}`)) next++
    counted.set(id, next + 1)
    const renamed = `${id ?? prefix}#${next}`
    taken.add(renamed)
    made.set(row, renamed)
    if (id !== undefined) {
      const who = row.value.title ?? row.value.name ?? id
      diagnostics.warn('duplicate-id', { ...row.place, subject: id, params: { id, renamed, who } }, 'renamed')
    }
  }
  return rows.map((row) => {
    const id = made.get(row)
    return id === undefined ? (row as Checked<T & { readonly id: string }>) : { ...row, value: { ...row.value, id } }
  })
}

/** As in most files: every row has an id, and none twice. */
function areNamed<T extends MaybeNamed>(rows: readonly Checked<T>[]): rows is readonly Checked<T & { readonly id: string }>[] {
  const ids = new Set<string>()
  for (const { value } of rows) if (value.id !== undefined) ids.add(value.id)
  return ids.size === rows.length
}

/** JSON with sorted keys: equal for equal content, whatever the order it was written in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => byCodeUnit(a, b)))
      : one,
  )
}
