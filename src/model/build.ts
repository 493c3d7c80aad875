// Drafts become a document, a document becomes an Org: validated and indexed, with every problem collected, not the first.
//
//   drafts ─ check rows ─► people become roles ─► sound hierarchy ─► units, ids, values ─► OrgDoc ─ resolve references, index ─► Org
import type { Table } from '../base/table'
import { countOf, textAt } from '../base/texts'
import { Diagnostics } from './diagnostics'
import { type Checked, checkDrafts } from './drafts'
import { withUniqueIds } from './ids'
import { resolved } from './resolve'
import { tablesOf } from './tables'
import type { Diagnostic, Draft, IssueType, Org, Organization, OrgDoc, Role, SectionName, Unit, UnitId } from './types'
import { soundValues } from './values'

export interface Built {
  /** null where there is no role at all. */
  readonly org: Org | null
  readonly diagnostics: readonly Diagnostic[]
}
export interface BuildOptions {
  /** Off: one box a person (domain.md 2.3, "People become roles"). */
  readonly isGrouped?: boolean
}

/** One organisation from what several files say; the order of the files and of their rows changes no result. Never throws for bad data. */
export function buildOrg(drafts: readonly Draft[], options: BuildOptions = {}): Built {
  const diagnostics = new Diagnostics()
  const doc = docOf(drafts, options.isGrouped ?? true, diagnostics)
  if (doc.roles.length === 0) {
    const file = drafts[0]?.file
    diagnostics.error('not-an-organisation', { ...(file === undefined ? {} : { file }), params: { seen: 'nobody' } })
    return { org: null, diagnostics: diagnostics.list() }
  }
  const org = resolved(doc, diagnostics)
  return { org, diagnostics: diagnostics.list() }
}

/** The Org of a document that was built before and since edited: references are resolved anew, nothing is repaired. */
export function orgOf(doc: OrgDoc): { readonly org: Org; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = new Diagnostics()
  const org = resolved(doc, diagnostics)
  return { org, diagnostics: diagnostics.list() }
}

const DEFAULT_PERIOD_DAYS = 30

function docOf(drafts: readonly Draft[], isGrouped: boolean, diagnostics: Diagnostics): OrgDoc {
  const checked = checkDrafts(drafts, diagnostics)
  const { sections, whole, rest } = checked
  const values = <T>(name: SectionName, prefix: string) => {
    const found = sections[name] as readonly Checked<T & { readonly id?: string }>[] | undefined
    return found && withUniqueIds(prefix, found, diagnostics).map((row) => row.value)
  }
  const { roles, people, demand } = tablesOf(checked, isGrouped, diagnostics)
  const given = <K extends string>(key: K, value: unknown) => (value === undefined ? {} : ({ [key]: value } as Record<K, never>))
  return {
    organization: { periodDays: DEFAULT_PERIOD_DAYS, ...(whole.organization as Partial<Organization> | undefined) },
    coverage: (whole.coverage as OrgDoc['coverage'] | undefined) ?? {},
    units: unitsOf(values<Unit>('units', 'unit') ?? [], roles),
    roles,
    ...given('people', people),
    ...given('segments', values('segments', 'segment')),
    ...given('touchpoints', values('touchpoints', 'touchpoint')),
    ...given(
      'issueTypes',
      values<IssueType>('issueTypes', 'issue')?.map((row) => soundValues(row, 'issueTypes', diagnostics)),
    ),
    ...given('demand', demand),
    ...given('grants', values('grants', 'grant')),
    ...given('routes', values('routes', 'route')),
    ...given('feedback', values('feedback', 'channel')),
    ...given('strategy', whole.strategy),
    ...given('thresholds', whole.thresholds),
    ...given('accepted', whole.accepted),
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  }
}

/** Units that roles name and no list defines are units by that name. */
function unitsOf(units: readonly Unit[], roles: Table<Role>): readonly Unit[] {
  const known = new Set<string>(units.map((unit) => unit.id))
  const added: Unit[] = []
  const { unit } = roles.columns
  if (unit.kind !== 'text') return units
  const isSeen = new Uint8Array(countOf(unit.pool))
  for (const at of unit.cells) {
    if (at < 0 || isSeen[at] === 1) continue
    isSeen[at] = 1
    const name = textAt(unit.pool, at)
    if (!known.has(name)) added.push({ id: name as UnitId, name })
  }
  return added.length > 0 ? [...units, ...added] : units
}
