// A finding: the cases that its rule counts, as its detector counts them.
import { roleAt } from '../model/roles'
import { NOT_DUE, refusalsOf } from './apology'
import { detectors } from './detect'
import { isLacking } from './detectors/F01-authority-gap'
import { isDeep } from './detectors/F03-deep-escalation'
import { isElsewhere } from './detectors/F05-wrong-branch'
import { detector as slowFeedback } from './detectors/F08-slow-feedback'
import { detector as unanswered } from './detectors/F09-unanswered-note'
import { dependingOn } from './detectors/F14-single-holder'
import { isLost } from './detectors/F21-ownership-lost'
import type { ListedRule, PairRule } from './finding'
import { inEachRun, NO, type Run, type Truth, UNKNOWN, YES } from './kleene'
import { rowAbout } from './rows'
import type { Pair, Survey } from './survey'
import type { Figure, Finding } from './types'
import { missingFor } from './why-missing'
import { originOf } from './why-origin'
import { type Adds, sumOf } from './why-parts'
import { thresholdsOf } from './why-thresholds'
import { type Asked, type Explanation, NO_ORIGIN } from './why-types'

/** Whether a case counts for a code, in one run. */
type Counts = (survey: Survey) => (group: number, one: number, run: Run) => boolean

const COUNTS: Readonly<Record<string, Counts>> = {
  F01: (survey) => (group, _one, run) => isLacking(survey, group, run),
  F02: (survey) => (group, one, run) => survey.cases.step(one, run) !== 0 && !isLacking(survey, group, run),
  F03: (survey) => {
    const known = inEachRun(() => new Map<number, boolean>())
    return (group, one, run) => {
      if (!survey.cases.step(one, run)) return false
      const { cases } = survey
      const found = known[run].get(group) ?? isDeep(survey.pairOf(cases.entry(group), cases.kind(group).issueType) as Pair, run)
      known[run].set(group, found)
      return found
    }
  },
  F04:
    ({ cases }) =>
    (_group, one, run) =>
      cases.step(one, run) === null,
  F05: (survey) => (group, one, run) => isSo(run, elsewhere(survey, group, one)),
  F07: (survey) => (group, _one, run) => isSo(run, survey.silence(pairIn(survey, group).at)),
  F08: (survey) => pairWide(survey, slowFeedback),
  F09: (survey) => pairWide(survey, unanswered),
  F10: (survey) => (group, _one, run) => isSo(run, refused(survey, group)),
  F21: (survey) => (group, one, run) => isLost(survey, group, one, run),
}
/** Codes whose rule looks at the role and the issue, not at where the case goes. */
const WITHOUT_WAY: ReadonlySet<string> = new Set(['F07', 'F08', 'F09', 'F10'])
/** Codes whose contacts are cases met at a desk: their parts add up to them. What others are made of stands in their evidence. */
export const codesOfCases: readonly string[] = Object.keys(COUNTS)

/** Whether a case counts for one of these codes. */
export const countsOf = (survey: Survey, code: string): ReturnType<Counts> => (COUNTS[code] as Counts)(survey)

const pairIn = (survey: Survey, group: number): Pair => survey.pairOf(survey.cases.entry(group), survey.cases.kind(group).issueType) as Pair

/** A rule that counts all cases of a pair or none. */
function pairWide(survey: Survey, rule: PairRule): ReturnType<Counts> {
  return (group, _one, run) => {
    return rule.judge(pairIn(survey, group))[run] > 0
  }
}

/** A fault: what is not known counts as one in the pessimistic run. */
const isSo = (run: Run, fault: Truth) => fault === YES || (run === 'pessimistic' && fault === UNKNOWN)

function elsewhere({ cases, holders }: Survey, group: number, one: number): Truth {
  const kind = cases.kind(group)
  const slice = one - cases.first(group)
  const truths = (kind.needs ?? []).map((_, need) => isElsewhere(holders.ofKind(kind, slice, need), cases.entry(group)))
  return truths.includes(YES) ? YES : truths.includes(UNKNOWN) ? UNKNOWN : NO
}

function refused(survey: Survey, group: number): Truth {
  const truth = refusalsOf(survey)[group] as number
  return truth === NOT_DUE ? NO : (truth as Truth)
}

/** null where the code says nothing of what is asked about: it may have been mended since. */
export function explainFinding({ survey }: Asked, figure: Figure): Explanation | null {
  const { code = '', role, issueType } = figure
  const finding = rowOf(survey, figure)
  if (!finding) return null
  const isCounted = COUNTS[code]?.(survey)
  if (!isCounted) return explainListed(survey, figure, finding)
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
    whole: entry === undefined ? null : (survey.entryRoleOf(entry)?.weight ?? 0),
    isQuotient: false,
    parts: sum.parts,
    rest: sum.rest,
    ...originOf(survey, sum, code === 'F10' ? 'apologies' : WITHOUT_WAY.has(code) ? 'nothing' : 'decisions'),
    lossIf: null,
    // What is not known about an apology is said by the finding itself: nobody on the way is asked for it.
    missing: WITHOUT_WAY.has(code) ? [] : missingFor(survey, 'finding', sum, finding.contacts),
    rule: code,
    thresholds: thresholdsOf(survey.org, code),
    finding,
  }
}

/** Codes whose contacts are cases met at many desks: how often one counts. */
const LISTED: Readonly<Record<string, (survey: Survey, figure: Figure) => Adds>> = {
  F13: ({ cases, ways, org }, figure) => {
    const role = roleAt(org, figure.role as string)
    return (group, one, run) => {
      if (!cases.step(one, run)) return 0
      const hands = [...cases.handsOf(cases.outcome(one, run), cases.kind(group).issueType, ways)]
      return hands.filter((hand) => hand === role).length
    }
  },
  F14: (survey, { need }) => dependingOn(survey, JSON.stringify(need)),
}
/** All codes whose parts add up to their contacts. */
export const codesWithParts: readonly string[] = [...codesOfCases, ...Object.keys(LISTED)]

function explainListed(survey: Survey, figure: Figure, finding: Finding): Explanation {
  const { code } = finding
  const adds = finding.contacts === null ? undefined : LISTED[code]
  const sum = adds && sumOf(survey, { name: 'finding' }, adds(survey, figure), { byWay: false, bySegment: false })
  return {
    figure,
    value: finding.contacts,
    unit: 'contacts',
    whole: null,
    isQuotient: false,
    parts: sum?.parts ?? [],
    rest: sum?.rest ?? null,
    ...(sum ? originOf(survey, sum, 'decisions') : NO_ORIGIN),
    lossIf: null,
    missing: [],
    rule: code,
    thresholds: thresholdsOf(survey.org, code),
    finding,
  }
}

function listedRow(survey: Survey, rule: ListedRule, figure: Figure): Finding | undefined {
  const role = figure.role === undefined ? undefined : roleAt(survey.org, figure.role)
  const places = role === undefined ? Array.from({ length: rule.count(survey) }, (_, at) => at) : rule.at(survey, role)
  const { role: of, measure, need, segment, grant, part } = figure
  const asked = JSON.stringify([of, measure, need, segment, grant, part])
  const at = places.find((one) => {
    const subject = rule.subject(survey, one)
    return JSON.stringify([subject.role, subject.measure, subject.need, subject.segment, subject.grant, subject.part]) === asked
  })
  return at === undefined ? undefined : rowAbout(survey, rule, at)
}

function rowOf(survey: Survey, figure: Figure): Finding | undefined {
  const { code, role, issueType } = figure
  const detector = detectors.find((one) => one.code === code)
  if (detector?.of === 'listed') return listedRow(survey, detector, figure)
  const at = role === undefined ? undefined : roleAt(survey.org, role)
  if (!detector || at === undefined) return undefined
  const issue = issueType === undefined ? undefined : survey.org.issueTypeAt.get(issueType)
  const isOfPair = detector.of === 'pair'
  if (isOfPair !== (issue !== undefined)) return undefined
  const subject = issue === undefined ? survey.entryRoleOf(at) : survey.pairOf(at, issue)
  const finding = subject && rowAbout(survey, detector, subject.at)
  return finding?.state === 'flagged' || finding?.state === 'unknown' ? finding : undefined
}
