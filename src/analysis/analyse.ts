// Org → walks → findings: the whole analysis, ordinary functions of ordinary values.
//
//   org ─ cases (who settles what, in each run) ─┬─► totals, segments, roles, walks
//                                                ├─► detectors (a file a code) ─► findings in order ─► cards
//                                                └─► roadblocks, next questions
import type { Org } from '../model/types'
import { fileTotalsOf } from './file'
import { type Detector, nothingArrives } from './finding'
import { cardsOf, inOrder } from './order'
import { nextQuestionsOf } from './questions'
import { roadblocksOf } from './roadblocks'
import { type Survey, surveyOf } from './survey'
import { totalsOf } from './totals'
import type { Analysis, Finding } from './types'
import { walksOf } from './walks'

const modules = import.meta.glob<Detector>('./detectors/*.ts', { eager: true })
/** In order of code. */
export const detectors: readonly Detector[] = Object.keys(modules)
  .sort()
  .map((path) => modules[path] as Detector)

/** Everything the file lets one say; rows that are ok or not applicable only `withOk`. Never throws: an Org is valid. Linear in contact lines × depth and in roles × distinct needs. */
export function analyse(org: Org, { withOk = false }: { readonly withOk?: boolean } = {}): Analysis {
  const survey = surveyOf(org, withOk)
  const findings = inOrder(detectors.flatMap((detector) => rowsOf(survey, detector)))
  return {
    file: fileTotalsOf(org),
    ...totalsOf(survey),
    walks: walksOf(survey),
    findings,
    cards: cardsOf(org, findings),
    roadblocks: roadblocksOf(survey),
    nextQuestions: nextQuestionsOf(survey),
    stakeIsMoney: survey.isMoney,
  }
}

/** A code that cannot be judged at all in this file gives one row without a subject. */
function rowsOf(survey: Survey, { code, detect }: Detector): readonly Finding[] {
  if (survey.pairs.length > 0) return detect(survey)
  const because = nothingArrives(survey)
  return [
    {
      code,
      state: because ? 'unknown' : 'not applicable',
      severity: null,
      subject: {},
      contacts: null,
      share: null,
      stake: 0,
      evidence: {},
      remedies: [],
      ...(because ? { because } : {}),
    },
  ]
}
