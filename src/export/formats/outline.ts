// The organisation as outline notation (grammar: README.md of import), to be filled in by hand and read again. What it can say is read back
// as it was; what it cannot say is left out, and told.

import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import { heldGrants, idOf } from '../../model/roles'
import type { Grant, IssueType, Org, Values } from '../../model/types'

export const format = { id: 'outline', extension: 'txt', mediaType: 'text/plain' } as const

/** What an outline leaves out, by kind: how many of each. */
export type LeftOut =
  | 'roles' // too many for a list one reads; the deepest go first
  | 'names'
  | 'titles' // changed, for they look like notation
  | 'units'
  | 'segments'
  | 'kinds' // names of kinds of case, called after what they need instead
  | 'cases' // what a role meets and the notation cannot say
  | 'values'
  | 'grants'
  | 'routes'
  | 'feedback'
export interface Outline {
  readonly text: string
  readonly roles: number
  /** None of these is zero. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>
}

export const MOST_ROLES = 500

/** One role a line, in the order of the chart; at most `mostRoles`, whole layers from the top. Never throws. */
export function writeOutline(org: Org, mostRoles = MOST_ROLES): Outline {
  const { structure, doc } = org
  const counts = new Map<LeftOut, number>()
  const leaveOut = (what: LeftOut, count = 1) => counts.set(what, (counts.get(what) ?? 0) + count)
  const met = metBy(org, leaveOut)
  const settled = settledBy(org, leaveOut)
  const written = rolesWithin(org, mostRoles)
  const lines = written.map((role) => {
    const label = labelOf(org, role, leaveOut)
    const clauses = [clause('settles', settled.get(role)), clause('meets', met.get(role))].filter((one) => one !== '')
    return ['  '.repeat(structure.depth[role] as number) + label, ...clauses].join('   ')
  })
  leaveOut('roles', doc.roles.length - written.length)
  leaveOut('names', doc.people?.length ?? 0)
  leaveOut('units', doc.units.length)
  leaveOut('segments', doc.segments?.length ?? 0)
  leaveOut('routes', doc.routes?.length ?? 0)
  leaveOut('feedback', doc.feedback?.length ?? 0)
  return {
    text: `${lines.join('\n')}\n`,
    roles: written.length,
    leftOut: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
  }
}

type LeaveOut = (what: LeftOut, count?: number) => void

function rolesWithin({ structure }: Org, most: number): readonly number[] {
  const inLayer = new Array<number>(structure.layers).fill(0)
  for (const depth of structure.depth) (inLayer[depth] as number)++
  let layers = 0
  for (let roles = 0; layers < structure.layers && roles + (inLayer[layers] as number) <= most; layers++) roles += inLayer[layers] as number
  const shown = Math.max(layers, 1)
  return [...structure.preorder].filter((role) => (structure.depth[role] as number) < shown).slice(0, most)
}

// ---- titles ----------------------------------------------------------------------------------------------------------------------

const KEYWORD = /(^|\s)(settles|meets)\s*:/giu
const BULLET = /^(?:[-*+•‣◦▪–—·○●]|\d{1,3}[.)])\s/u
/** At its end these would be read as something else than the title; a number of people behind them keeps them. */
const NEEDS_COUNT = /(?:[,;:–—-]|\s[×x]\s?\d+(?:\.\d+)?)$/iu
const LONGEST_TITLE = 1000

function labelOf({ doc }: Org, role: number, leaveOut: LeaveOut): string {
  const id = idOf({ doc }, role)
  const given = cellAt(doc.roles, 'title', role) || id
  const title = given.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TITLE).replace(KEYWORD, '$1$2') || id
  if (title !== given) leaveOut('titles')
  const headcount = cellAt(doc.roles, 'headcount', role) ?? 1
  const count = headcount !== 1 || NEEDS_COUNT.test(title) ? ` ×${numeral(headcount)}` : ''
  const label = title + count
  return BULLET.test(`${label} `) ? `- ${label}` : label
}

// ---- settles ---------------------------------------------------------------------------------------------------------------------

const MONETARY = new Set(['refund', 'discount', 'replace', 'goodwill', 'spend'])

function settledBy(org: Org, leaveOut: LeaveOut): ReadonlyMap<number, readonly string[]> {
  const items = new Map<number, string[]>()
  for (const { role, grant } of heldGrants(org)) {
    const item = isPlain(grant) ? settledItem(grant) : null
    if (item === null) leaveOut('grants')
    else listAt(items, role).push(item)
  }
  return items
}
/** Decided alone, in every case, by case, and known how far. */
function isPlain({ scope, level, requiresAgreementOf, policy, system, unit, per, kind, faultOf, limit }: Grant): boolean {
  const isEverywhere = !scope || Object.values(scope).every((one) => one === undefined || one === null)
  const isAlone = (level ?? 7) >= 5 && !requiresAgreementOf?.length
  const isWhole = policy === undefined && system === undefined && unit === undefined && (per ?? 'case') === 'case'
  const isForAnyFault = kind !== 'apologise' || faultOf === 'any'
  return isEverywhere && isAlone && isWhole && isForAnyFault && !(MONETARY.has(kind) && limit === undefined)
}
function settledItem({ kind, limit }: Grant): string | null {
  const name = nameOfKind(kind)
  if (name === null) return null
  return typeof limit === 'number' ? `${name} up to ${numeral(limit)}` : name
}

// ---- meets -----------------------------------------------------------------------------------------------------------------------

function metBy(org: Org, leaveOut: LeaveOut): ReadonlyMap<number, readonly string[]> {
  const { doc, contacts } = org
  const names = (doc.issueTypes ?? []).map((issueType) => caseName(issueType, leaveOut))
  const weights = new Map<string, { readonly role: number; readonly name: string; readonly value: number | null; weight: number }>()
  const untold = new Set<number>()
  for (let i = 0; i < contacts.length; i++) {
    const issueType = contacts.issueType[i] as number
    const name = names[issueType]
    if (name === null || name === undefined || (contacts.boundary[i] as number) >= 0) {
      leaveOut('cases')
      continue
    }
    const row = contacts.row[i] as number
    const values = (row >= 0 && doc.demand ? cellAt(doc.demand, 'values', row) : undefined) ?? doc.issueTypes?.[issueType]?.values
    const points = contacts.areCounted ? pointsIn(values) : null
    if (values && points === null && !untold.has(issueType)) {
      untold.add(issueType)
      leaveOut('values')
    }
    for (const { amount, share } of points ?? [{ amount: null, share: 1 }]) {
      const role = contacts.role[i] as number
      const key = JSON.stringify([role, name.toLowerCase(), amount])
      const found = weights.get(key) ?? { role, name, value: amount, weight: 0 }
      found.weight += (contacts.weight[i] as number) * share
      weights.set(key, found)
    }
  }
  const items = new Map<number, string[]>()
  // What comes most often stands first; by name where that is alike, so that the order of the file does not matter.
  const often = [...weights].sort(([a, one], [b, other]) => other.weight - one.weight || byCodeUnit(a, b))
  for (const [, { role, name, value, weight }] of often) {
    const of = value === null ? '' : ` of ${numeral(value)}`
    listAt(items, role).push(`${name}${of}${contacts.areCounted ? ` ×${numeral(weight)}` : ''}`)
  }
  return items
}
function pointsIn(values: Values | null | undefined): readonly { readonly amount: number; readonly share: number }[] | null {
  if (!Array.isArray(values)) return null
  const points = values.filter((one): one is { amount: number; share: number } => 'amount' in one)
  return points.length === values.length ? points : null
}

/** The notation knows a case by what it needs: one thing, named as the case or as the power. Null where that is not so. */
function caseName({ id, name = id, needs }: IssueType, leaveOut: LeaveOut): string | null {
  const need = needs?.length === 1 ? needs[0] : undefined
  if (!need || 'anyOf' in need || need.policy !== undefined || need.system !== undefined || need.unit !== undefined) return null
  if (typeof need.amount === 'number') return null
  if (kindOf(name) === need.kind && isItem(name)) return name
  leaveOut('kinds')
  return nameOfKind(need.kind)
}

// ---- words of the notation -------------------------------------------------------------------------------------------------------

const KINDS = new Set([...MONETARY, 'exception', 'apologise', 'schedule', 'information', 'commit-unit', 'admit-liability'])

/** `x-late-delivery` → `late delivery`; null where the notation would read another kind. */
function nameOfKind(kind: string): string | null {
  const name = KINDS.has(kind) ? kind : kind.replace(/^x-/, '').replaceAll('-', ' ')
  return kindOf(name) === kind && isItem(name) ? name : null
}
function kindOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return KINDS.has(slug) || slug.startsWith('x-') ? slug : `x-${slug}`
}
/** One item, with nothing in it that would part it or be read as a number. */
function isItem(name: string): boolean {
  return (
    name === name.trim().replace(/\s+/gu, ' ') &&
    !/[;،、,:∞]/u.test(name) &&
    !/\s(?:[×x*]|of|up to|to|until|max|≤|<=)\s?\S{0,4}\s?\d/iu.test(name) &&
    !/\s(?:without limit|unlimited|any amount|no limit)$/iu.test(name)
  )
}

function clause(keyword: string, items: readonly string[] | undefined): string {
  return items?.length ? `${keyword}: ${items.join(', ')}` : ''
}
/** Without an exponent, which nobody writes by hand; six digits are more than anybody counts. */
function numeral(value: number): string {
  const rounded = Number(value.toPrecision(6))
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : rounded.toFixed(6).replace(/\.?0+$/, '')
}
function listAt<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key)
  if (list) return list
  const fresh: T[] = []
  lists.set(key, fresh)
  return fresh
}
