// A finding: the cases that its rule counts, as its detector counts them.
import { idOf, roleAt } from '../model/roles'
import { judgementsOf } from './detect'
import { isLacking } from './detectors/F01-authority-gap'
import { isDeep } from './detectors/F03-deep-escalation'
import { isElsewhere } from './detectors/F05-wrong-branch'
import { UNKNOWN_STATE, weightOfRole } from './finding'
import { both, NO, not, type Run, type Truth, UNKNOWN, YES } from './kleene'
import { rowAbout } from './rows'
import type { EntryRole, Pair, Survey } from './survey'
import type { Figure, Finding } from './types'
import { missingFor } from './why-missing'
import { originOf } from './why-origin'
import { type Adds, MOST_PARTS, restOf, sumOf } from './why-parts'
import { thresholdsOf } from './why-thresholds'
import type { Asked, Explanation } from './why-types'

/** Whether a case counts for a code, in one run. */
type Counts = (survey: Survey, pairOf: (of: Case) => Pair) => (group: Group, one: One, run: Run) => boolean
type Group = Parameters<Adds>[0]
type One = Parameters<Adds>[1]
type Case = Pick<Group, 'entry' | 'issueType'>

const COUNTS: Readonly<Record<string, Counts>> = {
  F01: () => (group, _one, run) => isLacking(group, run),
  F02: () => (group, one, run) => one[run].step !== 0 && !isLacking(group, run),
  F03: (survey, pairOf) => {
    const known = new Map<string, boolean>()
    return (group, one, run) => {
      if (!one[run].step) return false
      const key = `${run} ${group.entry} ${group.issueType}`
      const found = known.get(key) ?? isDeep(survey, pairOf(group), run)
      known.set(key, found)
      return found
    }
  },
  F04: () => (_group, one, run) => one[run].step === null,
  F05: (survey) => (group, one, run) => isSo(run, elsewhere(survey, group, one)),
  F10: (survey) => (group, _one, run) => isSo(run, refused(survey, group)),
}
/** Codes whose rule looks at the role and the issue, not at where the case goes. */
const WITHOUT_WAY: ReadonlySet<string> = new Set(['F10'])
export const explainedCodes: readonly string[] = Object.keys(COUNTS)

/** A fault: what is not known counts as one in the pessimistic run. */
const isSo = (run: Run, fault: Truth) => fault === YES || (run === 'pessimistic' && fault === UNKNOWN)

function elsewhere(survey: Survey, group: Group, { slice }: One): Truth {
  const truths = (group.needs ?? []).map((need) => isElsewhere(survey.holders.of(need, group.context, slice.value), group.entry))
  return truths.includes(YES) ? YES : truths.includes(UNKNOWN) ? UNKNOWN : NO
}

function refused({ org, cases }: Survey, group: Group): Truth {
  const issueType = org.doc.issueTypes?.[group.issueType]
  const due = issueType?.apologyDue === undefined ? UNKNOWN : issueType.apologyDue === true ? YES : NO
  return due === NO ? NO : both(due, not(cases.authority.mayApologise(group.entry, issueType?.causedBy, group.context)))
}

/** null where the code says nothing of what is asked about: it may have been mended since. */
export function explainFinding({ survey }: Asked, figure: Figure): Explanation | null {
  const { code = '', role, issueType } = figure
  const finding = rowOf(survey, figure)
  if (!finding) return null
  const pairAt = new Map(survey.pairs.map((pair) => [`${pair.role} ${pair.issueType}`, pair]))
  const isCounted = COUNTS[code]?.(survey, ({ entry, issueType }) => pairAt.get(`${entry} ${issueType}`) as Pair) ?? (() => false)
  const about: Figure = { name: 'finding', ...(role === undefined ? {} : { role }), ...(issueType === undefined ? {} : { issueType }) }
  const sum = sumOf(survey, about, (group, one, run) => (isCounted(group, one, run) ? 1 : 0), {
    byWay: !WITHOUT_WAY.has(code),
    bySegment: false,
  })
  const entry = role === undefined ? undefined : roleAt(survey.org, role)
  return {
    figure,
    value: finding.contacts,
    unit: survey.org.contacts.areCounted ? 'contacts' : 'kinds',
    whole: entry === undefined ? null : weightOfRole(survey, entry),
    isQuotient: false,
    parts: sum.parts.slice(0, MOST_PARTS),
    rest: restOf(sum.parts.slice(MOST_PARTS)),
    ...originOf(survey, sum, code === 'F10' ? 'apologies' : 'decisions'),
    lossIf: null,
    // What is not known about an apology is said by the finding itself: nobody on the way is asked for it.
    missing: WITHOUT_WAY.has(code) ? [] : missingFor(survey, 'finding', sum, finding.contacts),
    rule: code,
    thresholds: thresholdsOf(survey.org, code),
    finding,
  }
}

function rowOf(survey: Survey, { code = '', role, issueType }: Figure): Finding | undefined {
  const judgements = judgementsOf(survey).find((one) => one.code === code)
  if (!judgements) return undefined
  const isMeant = (one: Pair | EntryRole) =>
    idOf(survey.org, one.role) === role && ('issueType' in one ? survey.org.doc.issueTypes?.[one.issueType]?.id : undefined) === issueType
  const subject = (judgements.of === 'pair' ? survey.pairs : survey.entryRoles).findIndex(isMeant)
  const isSaid = subject >= 0 && (judgements.state[subject] as number) <= UNKNOWN_STATE
  return isSaid ? rowAbout(survey, judgements, subject) : undefined
}
