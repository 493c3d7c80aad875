// Headstand's own format: sections of rows under the key `headstand`. Rows go on unchecked, `buildOrg` looks at them; here only what a
// person writes by hand is made one: `manager`, `managerId`, `reportsTo` and `parentId` of people are the same thing (domain.md 2.4).

import type { TableName } from '../../model/columns'
import type { Diagnostics } from '../../model/diagnostics'
import { SECTIONS } from '../../model/format'
import type { Demand, Draft, DraftSection, PersonRow, Role, SectionName } from '../../model/types'
import { CURRENT_VERSION, upgradeFile } from '../../model/upgrade'
import { isObject, type JsonObject } from '../cells'
import type { Format, FormatResult } from '../format'
import { readJson } from '../json'
import { type ScannedFile, scanFile } from '../scan/file'
import type { Reading } from '../scan/rows'
import type { Source } from '../source'

const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[]
/** Sections that no other kind of file has under these names. */
const TELLING: readonly string[] = ['touchpoints', 'issueTypes', 'grants', 'demand', 'segments', 'feedback', 'coverage']

export const format: Format = {
  id: 'own',
  sniff: (source) => {
    const file = objectIn(source)
    if (!file) return 0
    if (Object.hasOwn(file, 'headstand')) return 1
    const has = (name: string) => Object.hasOwn(file, name)
    return (has('roles') || has('people')) && TELLING.some(has) ? 0.95 : 0
  },
  read: (source, diagnostics) => {
    const file = objectIn(source)
    return file ? readOwn(source.name, file, diagnostics) : { draft: null, recognised: null }
  },
}

function objectIn(source: Source): JsonObject | null {
  const json = source.json()
  return json.kind === 'value' && isObject(json.value) ? json.value : null
}

/** The same for a large file, its tables straight into columns; null where it is not understood, or is none of ours. */
export function readLarge({ name, bytes, head, decoded }: Source, diagnostics: Diagnostics): FormatResult | null {
  if (!head?.trimStart().startsWith('{')) return null
  const scanned = scanFile(bytes ?? new TextEncoder().encode(decoded().text), readingOf)
  const json = scanned && readJson(scanned.text, scanned.text.slice(0, 1000))
  if (json?.kind !== 'value' || !isObject(json.value)) return null
  const upgraded = upgradeFile(json.value)
  return upgraded.kind === 'current' && upgraded.file === json.value ? readOwn(name, json.value, diagnostics, scanned?.scans) : null
}

function readingOf(section: TableName): Reading {
  if (section === 'people') return { leaderKeys: MANAGER_KEYS, prepare: withReportsTo }
  return { leaderKeys: ['reportsTo'], prepare: (row) => row }
}

/** What was scanned stands in the file as an empty list. */
function readOwn(name: string, file: JsonObject, diagnostics: Diagnostics, scans: ScannedFile['scans'] = {}): FormatResult {
  const hasVersion = Object.hasOwn(file, 'headstand')
  if (!hasVersion) diagnostics.note('version-missing', { file: name, params: { version: CURRENT_VERSION } })
  const upgraded = upgradeFile(hasVersion ? file : { ...file, headstand: CURRENT_VERSION })
  if (upgraded.kind !== 'current') {
    const code = upgraded.kind === 'newer' ? 'newer-version' : 'version-unreadable'
    diagnostics.error(code, { file: name, params: { version: upgraded.version, ours: CURRENT_VERSION } })
    return { draft: null, recognised: null }
  }
  const sections = sectionsOf(name, upgraded.file, diagnostics)
  for (const scanned of Object.keys(scans)) delete sections[scanned as TableName]
  const rowsIn = (section: TableName) => scans[section]?.length ?? sections[section]?.rows.length ?? 0
  const whole = Object.entries(upgraded.file).filter(([key]) => !(SECTION_NAMES as readonly string[]).includes(key))
  return {
    draft: {
      sections,
      ...tablesOf(scans),
      whole: Object.fromEntries(whole.filter(([key, value]) => isShallow(name, key, value, undefined, diagnostics))),
    },
    recognised: {
      shape: 'own',
      records: rowsIn('people') + rowsIn('roles'),
      fields: fieldsOf(scans.people ? scans.people.ledBy : ledByIn(upgraded.file)),
      leftAside: [],
    },
  }
}

function tablesOf({ roles, people, demand }: ScannedFile['scans']): Pick<Draft, 'tables'> {
  if (!roles && !people && !demand) return {}
  const tables = {
    ...(roles ? { roles: roles.table<Role>() } : {}),
    ...(people ? { people: people.table<PersonRow>() } : {}),
    ...(demand ? { demand: demand.table<Demand>() } : {}),
  }
  return { tables }
}

function sectionsOf(name: string, file: JsonObject, diagnostics: Diagnostics): { [S in SectionName]?: DraftSection } {
  const sections: [SectionName, DraftSection][] = []
  for (const section of SECTION_NAMES) {
    const given = Object.hasOwn(file, section) ? file[section] : undefined
    if (given === undefined) continue
    if (!Array.isArray(given)) {
      diagnostics.warn('section-unreadable', { file: name, params: { section } }, 'left-out')
      continue
    }
    const rows = given.map((row: unknown, i) => shallowRow(name, section, row, i + 1, diagnostics))
    sections.push([section, { rows: section === 'people' ? rows.map(withReportsTo) : rows }])
  }
  return Object.fromEntries(sections)
}

const MANAGER_KEYS = ['reportsTo', 'manager', 'managerId', 'parentId']
const managerKeyOf = (row: JsonObject) => MANAGER_KEYS.find((key) => Object.hasOwn(row, key))

function withReportsTo(row: unknown): unknown {
  if (!isObject(row)) return row
  const key = managerKeyOf(row)
  if (key === undefined) return row
  const others = Object.entries(row).filter(([other]) => !MANAGER_KEYS.includes(other))
  return Object.fromEntries([...others, ['reportsTo', row[key]]])
}

/** Under which name people say who leads them: the first who does speaks for all. */
function ledByIn({ people }: JsonObject): string | null {
  const first = Array.isArray(people) ? people.filter(isObject).find((row) => managerKeyOf(row) !== undefined) : undefined
  return (first && managerKeyOf(first)) ?? null
}

const fieldsOf = (ledBy: string | null): Readonly<Record<string, string>> => (ledBy === null ? {} : { id: 'id', reportsTo: ledBy })

/** What we do not know travels with the file, but nothing in it may be so deep that copying it to another thread overflows. */
const DEEPEST_VALUE = 100

function shallowRow(name: string, section: string, row: unknown, at: number, diagnostics: Diagnostics): unknown {
  if (isWithin(row, DEEPEST_VALUE)) return row
  if (!isObject(row)) return null
  const kept = Object.entries(row).filter(([key, value]) => isShallow(name, `${section}.${key}`, value, at, diagnostics))
  return Object.fromEntries(kept)
}

function isShallow(name: string, key: string, value: unknown, row: number | undefined, diagnostics: Diagnostics): boolean {
  if (isWithin(value, DEEPEST_VALUE)) return true
  diagnostics.warn(
    'value-too-deep',
    { file: name, ...(row === undefined ? {} : { row }), params: { key, depth: DEEPEST_VALUE } },
    'left-out',
  )
  return false
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  return Object.values(value).every((below) => isWithin(below, levels - 1))
}
