// Why a number is what it is: the cases it is made of, adding up to it, and what decided them: rows of the file, grants, routes,
// thresholds. The rule and its source are codes (`why.rule.<code>`, `why.source.<code>` in the catalogue).
//
//   Figure ─ which cases, and what one of them adds in each run ─► parts, the largest first ─► Explanation
import { roleAt } from '../model/roles'
import type { Org } from '../model/types'
import { surveyOf } from './survey'
import { countedOf } from './totals'
import type { Figure } from './types'
import { explainFinding } from './why-finding'
import { explainLine } from './why-line'
import { explainSum } from './why-sum'
import type { Asked, Explanation } from './why-types'
import { explainEquity, explainOutOfScope } from './why-worth'

/** The walks are made once an organisation. */
function askedOf(org: Org): Asked {
  const survey = surveyOf(org)
  return { survey, totals: countedOf(survey) }
}

/**
 * Where a number comes from; null where the file knows nothing of what it is asked about. `parts` and `rest` add up to `value` in each
 * run. Linear in the contact lines it is made of and in the rows of demand.
 */
export function explain(org: Org, figure: Figure): Explanation | null {
  const isThere = (ids: ReadonlyMap<string, number>, id: string | undefined) => id === undefined || ids.has(id)
  if (figure.role !== undefined && roleAt(org, figure.role) === undefined) return null
  if (!isThere(org.segmentAt, figure.segment) || !isThere(org.issueTypeAt, figure.issueType)) return null
  switch (figure.name) {
    case 'people':
    case 'roles':
    case 'layers':
    case 'span':
      return explainLine(org, figure.name)
    case 'outOfScope':
      return explainOutOfScope(askedOf(org))
    case 'equity':
      return explainEquity(askedOf(org), figure)
    case 'finding':
      return explainFinding(askedOf(org), figure)
    default:
      return explainSum(askedOf(org), figure, figure.name)
  }
}
