// Org → walks → findings: the whole analysis, ordinary functions of ordinary values.
//
//   org ─ cases (who settles what, in each run) ─┬─► totals, segments, roles, walks
//                                                ├─► detectors (a file a code) ─► findings in order ─► cards
//                                                └─► roadblocks, next questions
import type { Org } from '../model/types'
import { cardsOf } from './cards'
import { roleColumnsIn } from './columns'
import { detectors, judgementsOf } from './detect'
import { fileTotalsOf } from './file'
import { nothingArrives } from './finding'
import { inOrder } from './order'
import { nextQuestionsOf } from './questions'
import { roadblocksOf } from './roadblocks'
import { Rows } from './rows'
import { stakesOf } from './stakes'
import { type Survey, surveyOf } from './survey'
import { totalsOf } from './totals'
import type { Analysis, Finding } from './types'
import { walksOf } from './walks'

export { detectors }

/**
 * Everything the file lets one say; rows that are ok or not applicable only `withOk`. Totals are counted at once, lists made when they are
 * first looked at. Never throws: an Org is valid. Linear in contact lines × depth and in roles × distinct needs.
 */
export function analyse(org: Org, { withOk = false }: { readonly withOk?: boolean } = {}): Analysis {
  const survey = surveyOf(org)
  const said = survey.pairs.length > 0 ? judged(survey, withOk) : unjudged(survey)
  const walks = lazy(() => walksOf(survey))
  const roadblocks = lazy(() => roadblocksOf(survey))
  const nextQuestions = lazy(() => nextQuestionsOf(survey))
  const totals = totalsOf(survey)
  const roleColumns = lazy(() => roleColumnsIn(survey, totals.roles, survey.pairs.length > 0 ? judgementsOf(survey) : []))
  return {
    file: fileTotalsOf(org),
    ...totals,
    stakeIsMoney: survey.isMoney,
    counts: said.counts,
    get findings() {
      return said.findings()
    },
    get cards() {
      return said.cards()
    },
    get roleColumns() {
      return roleColumns()
    },
    get walks() {
      return walks()
    },
    get roadblocks() {
      return roadblocks()
    },
    get nextQuestions() {
      return nextQuestions()
    },
  }
}

interface SaidOfAll {
  readonly counts: Analysis['counts']
  readonly findings: () => Analysis['findings']
  readonly cards: () => Analysis['cards']
}

function judged(survey: Survey, withOk: boolean): SaidOfAll {
  const judgements = judgementsOf(survey)
  const rows = new Rows(survey, judgements, inOrder(judgements, stakesOf(survey), withOk))
  return { counts: rows.counts(), findings: lazy(() => rows.findings()), cards: lazy(() => cardsOf(survey, rows)) }
}

/** Where nothing arrives: a row a code without a subject. */
function unjudged(survey: Survey): SaidOfAll {
  const because = nothingArrives(survey)
  const findings = detectors.map(
    ({ code }): Finding => ({
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
    }),
  )
  return { counts: { flagged: 0, unknown: because ? findings.length : 0 }, findings: () => findings, cards: () => [] }
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
