// Org → walks → findings: the whole analysis, ordinary functions of ordinary values.
//
//   org ─ cases (who settles what, in each run) ─┬─► totals, segments                      these are counted at once, as columns
//                                                ├─► verdicts of detectors (a file a code)
//                                                └─► walks, findings, cards, roadblocks, next questions: when somebody looks
import { lazy } from '../base/memo'
import { finish, type Steps } from '../base/steps'
import type { Org } from '../model/types'
import { refusalSteps } from './apology'
import { Cards } from './cards'
import { type CaseColumns, caseSteps, caseStepsAfter } from './cases'
import { roleColumnSteps, roleTotalsIn } from './columns'
import { detectors } from './detect'
import { notRecorded } from './feedback'
import { fileTotalsOf } from './file'
import { type JudgementColumns, judgementSteps, judgementsFrom } from './judge'
import { keepParts, partsOf } from './parts'
import { nextQuestionsOf } from './questions'
import { roadblocksOf } from './roadblocks'
import { findingsOf } from './rows'
import { Survey, surveyFrom } from './survey'
import { keepCounted, type TotalColumns, totalSteps } from './totals'
import type { Analysis, FileTotals, RoleColumns } from './types'
import { walksOf } from './walks'

export { detectors }

/** All that is counted, as plain data: it can be cloned, and its buffers travel between threads. */
export interface AnalysisColumns {
  readonly file: FileTotals
  readonly cases: CaseColumns
  readonly counted: TotalColumns
  readonly judged: JudgementColumns
  readonly roleColumns: RoleColumns
}
export interface AnalyseOptions {
  /** Findings that are ok or not applicable too. */
  readonly withOk?: boolean
  /** As `2026-11-22`: what was accepted until a day before is a finding again. Where nobody says, it stays accepted. */
  readonly today?: string | undefined
}

/** Everything the file lets one say, at once. Never throws: an Org is valid. Linear in contact lines × depth and in pairs × rules. */
export function analyse(org: Org, options: AnalyseOptions = {}): Analysis {
  return finish(analysisSteps(org, options))
}

/** The same in steps of a few milliseconds. */
export function* analysisSteps(org: Org, options: AnalyseOptions = {}): Steps<Analysis> {
  return analysisOf(org, yield* columnSteps(org, yield* caseSteps(org), options), options)
}

/** What a worker counts: `analysisOf` makes an analysis of it on the page. */
export const analysisColumns = (org: Org, options: AnalyseOptions = {}): AnalysisColumns =>
  finish(columnSteps(org, finish(caseSteps(org)), options))

/**
 * What is to be said after an edit, the same as `analyse(org)` says: where only powers have changed no case is walked again but those that may
 * come to somebody who may do other things now, and all else is counted anew. `before` is any analysis made here of any earlier state, for the same day.
 */
export function* analysisAfter(before: Analysis, org: Org): Steps<Analysis> {
  const parts = partsOf(before)
  const options = { today: parts?.today }
  const again = parts ? yield* caseStepsAfter(parts.survey.columns, parts.survey.org, org) : null
  return analysisOf(org, yield* columnSteps(org, again ?? (yield* caseSteps(org)), options), options)
}

function* columnSteps(org: Org, cases: CaseColumns, { today }: AnalyseOptions): Steps<AnalysisColumns> {
  const survey = new Survey(org, cases)
  yield* refusalSteps(survey)
  // F18 judges by the totals of segments: they are counted once.
  const counted = keepCounted(survey, yield* totalSteps(survey))
  yield* survey.holders.readySteps(cases.kinds)
  if (!notRecorded(survey)) yield* survey.notesSteps()
  const judged = yield* judgementSteps(survey, today)
  return { file: fileTotalsOf(org), cases, counted, judged, roleColumns: yield* roleColumnSteps(survey, judged) }
}

/** `columns` must have been made of this organisation, or of a copy of it. */
export function analysisOf(
  org: Org,
  { file, cases, counted, judged, roleColumns }: AnalysisColumns,
  { withOk = false, today }: AnalyseOptions = {},
): Analysis {
  const survey = surveyFrom(org, cases)
  keepCounted(survey, counted)
  const judgements = judgementsFrom(judged)
  const cards = new Cards(survey, judgements, judged)
  const made = {
    roles: lazy(() => Array.from({ length: survey.entryCount }, (_, at) => roleTotalsIn(survey.entryRole(at)))),
    walks: lazy(() => walksOf(survey)),
    findings: lazy(() => findingsOf(survey, judgements, withOk)),
    cards: lazy(() => cards.all()),
    roadblocks: lazy(() => roadblocksOf(survey)),
    nextQuestions: lazy(() => nextQuestionsOf(survey)),
  }
  const analysis: Analysis = {
    file,
    totals: counted.totals,
    segments: counted.segments,
    issues: counted.issues,
    bottleneck: counted.bottleneck,
    roleColumns,
    stakeIsMoney: survey.areStakesMoney,
    counts: judged.counts,
    get roles() {
      return made.roles()
    },
    get walks() {
      return made.walks()
    },
    get findings() {
      return made.findings()
    },
    get cards() {
      return made.cards()
    },
    get roadblocks() {
      return made.roadblocks()
    },
    get nextQuestions() {
      return made.nextQuestions()
    },
  }
  keepParts(analysis, { survey, judgements, cards, today })
  return analysis
}
