// A topic that was kept, if it is one and all it speaks of is still there.

import type { CaseRef, Figure } from '../../analysis/types'
import { roleAt } from '../../model/roles'
import { isRecord } from '../../model/shape'
import type { Org, RoleId } from '../../model/types'
import type { Topic } from '../types'

type Value = Readonly<Record<string, unknown>>
/** What can be asked; the compiler sees to it that none is forgotten. */
const FIGURES: Readonly<Record<Figure['name'], true>> = {
  contacts: true,
  settled: true,
  afterHandOffs: true,
  deadEnds: true,
  handOffs: true,
  waiting: true,
  extraCost: true,
  risk: true,
  passThrough: true,
  money: true,
  apologies: true,
  unheard: true,
  heardLate: true,
  outOfScope: true,
  equity: true,
  finding: true,
  people: true,
  roles: true,
  layers: true,
  span: true,
}

export function topicIn(value: unknown, org: Org): Topic | null {
  if (!isRecord(value)) return null
  const role = (id: unknown): id is RoleId => typeof id === 'string' && roleAt(org, id) !== undefined
  const issue = (id: unknown): id is string => typeof id === 'string' && org.issueTypeAt.has(id)
  switch (value.kind) {
    case 'role':
      return role(value.role) ? { kind: 'role', role: value.role } : null
    case 'segment':
      return typeof value.segment === 'string' && org.segmentAt.has(value.segment) ? { kind: 'segment', segment: value.segment } : null
    case 'issue':
      return issue(value.issueType) ? { kind: 'issue', issueType: value.issueType } : null
    case 'card':
      return role(value.role) && (value.issueType === '' || issue(value.issueType))
        ? { kind: 'card', role: value.role, issueType: value.issueType }
        : null
    case 'case':
      return caseTopicIn(value, org)
    case 'way':
      return role(value.from) && role(value.to) ? { kind: 'way', from: value.from, to: value.to } : null
    case 'why': {
      const figure = figureIn(value.figure, org)
      return figure && { kind: 'why', figure }
    }
    case 'thresholds':
      return typeof value.code === 'string' ? { kind: 'thresholds', code: value.code } : null
    case 'totals':
    case 'roadblocks':
      return { kind: value.kind }
    default:
      return null
  }
}

function caseTopicIn({ of, by, upTo }: Value, org: Org): Topic | null {
  if (!isRecord(of) || (by !== 'route' && by !== 'chart')) return null
  const { entry, issueType, value, segment } = of
  if (typeof entry !== 'string' || roleAt(org, entry) === undefined || typeof issueType !== 'string' || !org.issueTypeAt.has(issueType))
    return null
  if (value !== null && typeof value !== 'number') return null
  if (segment !== null && (typeof segment !== 'string' || !org.segmentAt.has(segment))) return null
  const ref: CaseRef = { entry, issueType, value, segment }
  return { kind: 'case', of: ref, by, upTo: typeof upTo === 'number' && Number.isInteger(upTo) && upTo >= 0 ? upTo : null }
}

/** Which finding, beside ids; one that is no more is told when it is asked for. */
const PARTS = ['code', 'measure', 'grant', 'part']

function figureIn(value: unknown, org: Org): Figure | null {
  if (!isRecord(value) || typeof value.name !== 'string' || !Object.hasOwn(FIGURES, value.name)) return null
  const { role, segment, issueType, need } = value
  const isThere = (id: unknown, at: ReadonlyMap<string, number>) => id === undefined || (typeof id === 'string' && at.has(id))
  if (role !== undefined && (typeof role !== 'string' || roleAt(org, role) === undefined)) return null
  if (!isThere(segment, org.segmentAt) || !isThere(issueType, org.issueTypeAt)) return null
  if (PARTS.some((key) => value[key] !== undefined && typeof value[key] !== 'string') || (need !== undefined && !isRecord(need)))
    return null
  const given = [...PARTS, 'role', 'segment', 'issueType', 'need'].flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]]))
  return { name: value.name as Figure['name'], ...Object.fromEntries(given) }
}
