// F21 Ownership lost on the way: once handed on, nobody at the front still owns the case (domain.md F21; 3.6, hand-offs along the path).
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { byShare, type Detector, FINE, judgeRuns, unlessBetween, type Verdict } from '../finding'
import { either, NO, type Run, type Truth, UNKNOWN, YES } from '../kleene'
import type { Pair, Survey } from '../survey'

export const detector: Detector = {
  code: 'F21',
  of: 'pair',
  isAside: true,
  isSpokenOf: ({ org }) => lineOwnership(org) !== undefined || (org.doc.routes?.some(({ ownership }) => ownership !== undefined) ?? false),
  // Where nothing is said of the reporting line, nearly every case would be open: that is asked once.
  whole: ({ org }) => (lineOwnership(org) === undefined ? { code: 'ownership-not-known' } : null),
  isPartly: true,
  judge: (pair) =>
    pair.isOnTheSpot || !mayMove(pair)
      ? FINE
      : unlessBetween(
          pair,
          judgeRuns(false, (run) => verdict(pair, run)),
        ),
  say: (pair) => {
    const { org, ways } = pair.survey
    const moving = ways.hopsOf(pair.role, pair.issueType).filter(({ ownership }) => ownership !== 'stays')
    const routes = moving.flatMap(({ route }) => (route ? [route] : []))
    return {
      evidence: { moves: moving.map(({ from, to }) => ({ from: idOf(org, from), to: idOf(org, to) })) },
      remedies: routes.map((route) => ({ kind: 'route', route: { ...route, ownership: 'stays' } })),
      because: { code: 'ownership-not-known' },
    }
  },
}

function verdict(pair: Pair, run: Run): Verdict | null {
  const { survey, from, to } = pair
  const { cases } = survey
  const lostAfter = lostAlong(survey, pair.role, pair.issueType)
  let weight = 0
  for (let group = from; group < to; group++) {
    for (let one = cases.first(group); one < cases.end(group); one++)
      if (isLostIn(survey, lostAfter, one, run)) weight += cases.weight(group) * cases.share(one)
  }
  return weight > 0 ? { weight, severity: byShare(pair.entry, weight) } : null
}

/** By the line alone nothing is lost where the line keeps it. */
const mayMove = ({ survey: { ways, org }, role }: Pair): boolean => !ways.isLine(role) || lineOwnership(org) === 'moves'
const lineOwnership = ({ doc }: Org) => doc.organization.reportingLineOwnership

/** Whether the case is handed on, in the end settled, and on the way is somebody else’s. */
export function isLost(survey: Survey, group: number, one: number, run: Run): boolean {
  return isLostIn(survey, lostAlong(survey, survey.cases.entry(group), survey.cases.kind(group).issueType), one, run)
}

function isLostIn({ cases }: Survey, lostAfter: (hops: number) => Truth, one: number, run: Run): boolean {
  if (!cases.step(one, run)) return false
  const lost = lostAfter(cases.along(one, run))
  return run === 'pessimistic' ? lost !== NO : lost === YES
}

/** After so many hops of a way, whether its cases are somebody else’s. */
function lostAlong({ ways, org }: Survey, entry: number, issueType: number): (hops: number) => Truth {
  const line = truthOf(lineOwnership(org), NO)
  if (ways.isLine(entry)) return () => line
  const after: Truth[] = [NO]
  for (const { route, ownership } of ways.hopsOf(entry, issueType))
    after.push(either(after.at(-1) as Truth, route ? truthOf(ownership, UNKNOWN) : line))
  return (hops) => after[Math.min(hops, after.length - 1)] as Truth
}

const truthOf = (ownership: 'stays' | 'moves' | undefined, otherwise: Truth): Truth =>
  ownership === undefined ? otherwise : ownership === 'moves' ? YES : NO
