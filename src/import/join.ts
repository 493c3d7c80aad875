// Files that were read one by one speak of one another: an approval matrix names roles of a staff list, grouped posts the seniors of another
// file. Whoever is meant is found by id, then by title, then by name; what is found nowhere is said.
import { rowsOf } from '../base/table'
import { foldedTitle } from '../model/titles'
import type { Org } from '../model/types'
import { isObject } from './cells'
import { foldedName } from './keys'
import type { ReadResult } from './read'
import type { Account, UnderstoodAuthority } from './understood'

interface Known {
  readonly ids: ReadonlySet<string>
  /** Folded title → how many bear it. */
  readonly titles: ReadonlyMap<string, number>
  /** Folded name → ids of people so called. */
  readonly names: ReadonlyMap<string, readonly string[]>
}
type Row = Readonly<Record<string, unknown>>

/** The same results, with references between them resolved; `org` is what is open already. Nothing depends on the order of the files. */
export function joinFiles(results: readonly ReadResult[], org: Org | null = null): readonly ReadResult[] {
  const known = knownIn(results, org)
  return results.map((result) => withManagersFound(withSubjectsFound(result, known), known))
}

function knownIn(results: readonly ReadResult[], org: Org | null): Known {
  const ids = new Set<string>()
  const titles = new Map<string, number>()
  const names = new Map<string, string[]>()
  const add = ({ id, title, name }: Row) => {
    if (typeof id !== 'string' && typeof id !== 'number') return
    ids.add(String(id))
    if (typeof title === 'string') titles.set(foldedTitle(title), (titles.get(foldedTitle(title)) ?? 0) + 1)
    if (typeof name === 'string') names.set(foldedName(name), [...(names.get(foldedName(name)) ?? []), String(id)])
  }
  for (const { draft } of results) {
    for (const section of [draft?.sections.people, draft?.sections.roles])
      for (const row of section?.rows ?? []) if (isObject(row)) add(row)
    for (const table of [draft?.tables?.people, draft?.tables?.roles])
      if (table) for (const row of rowsOf(table.table)) add(row as unknown as Row)
  }
  if (org) for (const role of rowsOf(org.doc.roles)) add(role as unknown as Row)
  if (org?.doc.people) for (const { name, role } of rowsOf(org.doc.people)) add({ id: role, name })
  return { ids, titles, names }
}

const BY_TITLE = 'title:'

function withSubjectsFound(result: ReadResult, known: Known): ReadResult {
  const { understood, draft } = result
  if (!understood?.authority || !draft?.sections.grants) return result
  const found = new Map<string, { readonly role: string; readonly subject: UnderstoodAuthority['subjects'][number] }>()
  for (const { said } of understood.authority.subjects) found.set(said, meant(said, known))
  const rows = draft.sections.grants.rows.map((row) => {
    const { role } = row as { readonly role: string }
    const one = role.startsWith(BY_TITLE) ? found.get(role.slice(BY_TITLE.length)) : undefined
    return one ? { ...(row as Row), role: one.role } : row
  })
  const authority = { ...understood.authority, subjects: [...found.values()].map(({ subject }) => subject) }
  return {
    ...result,
    draft: { ...draft, sections: { ...draft.sections, grants: { ...draft.sections.grants, rows } } },
    understood: { ...understood, authority },
  }
}

function meant(
  said: string,
  { ids, titles, names }: Known,
): { readonly role: string; readonly subject: UnderstoodAuthority['subjects'][number] } {
  if (ids.has(said)) return { role: said, subject: { said, by: 'id', found: 1 } }
  const titled = titles.get(foldedTitle(said)) ?? 0
  if (titled > 0) return { role: `${BY_TITLE}${said}`, subject: { said, by: 'title', found: titled } }
  const named = names.get(foldedName(said)) ?? []
  // Two people of one name: whose authority it is, nobody can tell.
  if (named.length === 1) return { role: named[0] as string, subject: { said, by: 'name', found: 1 } }
  return { role: `${BY_TITLE}${said}`, subject: { said, by: null, found: 0 } }
}

/** Managers that one file lacks and another has are not missing. */
function withManagersFound(result: ReadResult, { ids }: Known): ReadResult {
  const { draft, understood } = result
  const people = draft?.sections.people
  const missing = understood?.account.repaired.find(({ code, done }) => code === 'manager-missing' && done === 'top')
  if (!people || !understood || !missing) return result
  const managerAt = new Map(people.rows.map((row, i) => [people.at?.[i] ?? i + 1, isObject(row) ? row.reportsTo : null] as const))
  const rows = missing.rows.filter((row) => !ids.has(String(managerAt.get(row))))
  const repaired = understood.account.repaired.flatMap((one) => (one !== missing ? [one] : rows.length > 0 ? [{ ...one, rows }] : []))
  const account: Account = { ...understood.account, repaired, asTheyAre: understood.account.asTheyAre + missing.rows.length - rows.length }
  return { ...result, understood: { ...understood, account } }
}
