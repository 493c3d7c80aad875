// What would settle a number that is a pair, or cannot be said: what the file does not say of the cases it is made of.
import type { Measured } from '../base/range'
import { cellAt } from '../base/table'
import type { Org } from '../model/types'
import { isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { refusalsOf } from './apology'
import { IS_SURE } from './cases'
import { hearersOf, isVoiceKnown, noteOf, notRecorded } from './feedback'
import { nothingArrives } from './finding'
import { RUNS, UNKNOWN } from './kleene'
import { nextQuestionsOf } from './questions'
import type { CaseGroup, Survey } from './survey'
import type { Sum } from './why-parts'
import type { SumFigure } from './why-sum'

/** `what` is a key of the file, or of the catalogue where nothing arrives at all; indexes of what it is about. */
export interface Missing {
  readonly what:
    | 'authority'
    | 'values'
    | 'needs'
    | 'responseHours'
    | 'hourlyCost'
    | 'touchMinutes'
    | 'lossIf'
    | 'worth'
    | 'customers'
    | 'feedback'
    | 'policyOwner'
    | 'apologyDue'
    | 'faultOf'
    | 'segment'
    | 'demand'
    | 'no-touchpoints'
    | 'no-issue-types'
    | 'nobody-staffs'
  readonly roles: readonly number[]
  readonly issueTypes: readonly number[]
  readonly segments: readonly number[]
}
const about = (what: Missing['what'], of: Partial<Missing> = {}): Missing => ({ roles: [], issueTypes: [], segments: [], ...of, what })

/** The most telling first; empty where everything is known. */
export function missingFor(survey: Survey, name: SumFigure | 'finding', sum: Sum, value: Measured): readonly Missing[] {
  const nothing = nothingArrives(survey)
  if (nothing) return [about(nothing.code as Missing['what'])]
  if (!survey.org.contacts.areCounted && value === null) return [about('demand')]
  const unsaid = value === null && name !== 'finding' ? inputsOf(survey, name, sum) : []
  return [...unsaid, ...questionsOf(survey, sum)]
}

/** The same of a figure that counts what a code counts: apologies (F10), notes that are heard by nobody (F07), or late (F08). */
export function missingForCode(survey: Survey, code: string, sum: Sum, value: Measured): readonly Missing[] {
  const nothing = nothingArrives(survey)
  if (nothing) return [about(nothing.code as Missing['what'])]
  if (!survey.org.contacts.areCounted) return [about('demand')]
  if (typeof value === 'number') return []
  const { org } = survey
  const fed = Array.from(sum.fed.groups, (group) => survey.group(group))
  const issuesWhere = (isMeant: (entry: number, issueType: number) => boolean) => [
    ...new Set(fed.flatMap(({ entry, issueType }) => (isMeant(entry, issueType) ? [issueType] : []))),
  ]
  const rolesWhere = (of: (entry: number, issueType: number) => readonly number[]) => [
    ...new Set(fed.flatMap(({ entry, issueType }) => of(entry, issueType))),
  ]
  if (code === 'F10') {
    const isDueKnown = (issueType: number) => org.doc.issueTypes?.[issueType]?.apologyDue !== undefined
    return [
      ...listed('apologyDue', { issueTypes: issuesWhere((_, issueType) => !isDueKnown(issueType)) }),
      ...listed('faultOf', {
        roles: rolesWhere((entry, issueType) => (isDueKnown(issueType) && isApologyOpen(survey, entry, issueType) ? [entry] : [])),
      }),
    ]
  }
  const isOwnerKnown = (entry: number, issueType: number) => noteOf(org, entry, issueType).owner !== undefined
  const roles = rolesWhere((entry, issueType) => (isOwnerKnown(entry, issueType) ? untoldOn(org, entry, issueType) : []))
  return [
    ...(notRecorded(survey)?.code === 'no-feedback' ? [about('feedback')] : listed('feedback', { roles })),
    ...listed('policyOwner', { issueTypes: issuesWhere((entry, issueType) => !isOwnerKnown(entry, issueType)) }),
  ]
}

/** Of whom the file does not say whom they tell, on the way of a note that may stop or go on. */
function untoldOn(org: Org, entry: number, issueType: number): readonly number[] {
  const note = noteOf(org, entry, issueType)
  return note.isSilent === UNKNOWN ? hearersOf(org, entry, issueType).filter((role) => !isVoiceKnown(org, role)) : []
}

function isApologyOpen(survey: Survey, entry: number, issueType: number): boolean {
  const refusals = refusalsOf(survey)
  return survey.pairOf(entry, issueType)?.groups.some(({ at }) => refusals[at] === UNKNOWN) ?? false
}

function questionsOf(survey: Survey, sum: Sum): readonly Missing[] {
  const isOpen = sum.adds.pessimistic !== sum.adds.optimistic || sum.adds.pessimistic === null
  const questions = isOpen ? nextQuestionsOf(survey, unsureOf(survey, sum)) : []
  const roles = questions.flatMap(({ role }) => (role === undefined ? [] : [role]))
  const issuesOf = (section: string) => questions.flatMap((one) => (one.section === section ? [one.issueType as number] : []))
  return [
    ...(roles.length > 0 ? [about('authority', { roles })] : []),
    ...(['needs', 'values'] as const).flatMap((what) => {
      const issueTypes = issuesOf(what)
      return issueTypes.length > 0 ? [about(what, { issueTypes })] : []
    }),
  ]
}

function* unsureOf(survey: Survey, { fed }: Sum): Generator<CaseGroup> {
  for (const group of fed.groups) if ((survey.cases.flags(group) & IS_SURE) === 0) yield survey.group(group)
}

/** Numbers that the sum needs and that are not there. */
function inputsOf(survey: Survey, name: SumFigure, sum: Sum): readonly Missing[] {
  const { org } = survey
  const without = (key: 'responseHours' | 'hourlyCost') =>
    [...handedTo(survey, sum)].filter((role) => typeof cellAt(org.doc.roles, key, role) !== 'number')
  switch (name) {
    case 'waiting':
      return listed('responseHours', { roles: without('responseHours') })
    case 'extraCost': {
      const issues = new Set(Array.from(sum.fed.groups, (group) => survey.cases.kind(group).issueType))
      const issueTypes = [...issues].filter((issue) => typeof org.doc.issueTypes?.[issue]?.touchMinutes !== 'number')
      return [...listed('hourlyCost', { roles: without('hourlyCost') }), ...listed('touchMinutes', { issueTypes })]
    }
    case 'money': {
      const isOpen = (group: number) => survey.cases.kind(group).slices.some(({ mean }) => mean === null)
      const issues = new Set(Array.from(sum.fed.groups).flatMap((group) => (isOpen(group) ? [survey.cases.kind(group).issueType] : [])))
      return listed('values', { issueTypes: [...issues] })
    }
    case 'risk': {
      const { lossIf } = org.doc.strategy ?? {}
      const isLossKnown = typeof lossIf?.escalated === 'number' && typeof lossIf.unresolved === 'number'
      const segments = (org.doc.segments ?? []).flatMap((_, i) => (!isLeftOutOfWorth(org, i) && lifetimeValue(org, i) === null ? [i] : []))
      return [
        ...(isLossKnown ? [] : [about('lossIf')]),
        ...listed('worth', { segments }),
        ...(sum.isAnonymous || !org.doc.segments?.length ? [about('segment')] : []),
      ]
    }
    default:
      return []
  }
}

/** All who get something in hand that is settled in the end. */
function handedTo(survey: Survey, { fed }: Sum): ReadonlySet<number> {
  const found = new Set<number>()
  for (const group of fed.groups)
    for (const one of survey.group(group).cases)
      for (const run of RUNS) if (one[run].step !== null) for (const role of one[run].hands.roles) found.add(role)
  return found
}

function listed(what: Missing['what'], of: Partial<Missing>): readonly Missing[] {
  return Object.values(of).some((list) => Array.isArray(list) && list.length > 0) ? [about(what, of)] : []
}
