// F21 Ownership lost on the way: once handed on, nobody at the front still owns the case (domain.md F21; 3.6, hand-offs along the path).
import { idOf } from '../../model/roles'
import { byShare, type Detector, FINE, judgeRuns, type Verdict } from '../finding'
import { either, NO, type Run, type Truth, UNKNOWN, YES } from '../kleene'
import type { Pair, Survey } from '../survey'

export const detector: Detector = {
  code: 'F21',
  of: 'pair',
  isAside: true,
  isSpokenOf: ({ org }) =>
    org.doc.organization.reportingLineOwnership !== undefined ||
    (org.doc.routes?.some(({ ownership }) => ownership !== undefined) ?? false),
  judge: (pair) => (pair.isOnTheSpot ? FINE : judgeRuns(false, (run) => verdict(pair, run))),
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
  let weight = 0
  for (let group = from; group < to; group++) {
    for (let one = cases.first(group); one < cases.end(group); one++)
      if (isLost(survey, group, one, run)) weight += cases.weight(group) * cases.share(one)
  }
  return weight > 0 ? { weight, severity: byShare(pair.entry, weight) } : null
}

/** Whether the case is handed on, in the end settled, and on the way is somebody else’s. */
export function isLost({ cases, ways }: Survey, group: number, one: number, run: Run): boolean {
  if (!cases.step(one, run)) return false
  let lost: Truth = NO
  const hops = ways.hopsOf(cases.entry(group), cases.kind(group).issueType)
  for (const { ownership } of hops.slice(0, cases.along(one, run))) {
    lost = either(lost, ownership === undefined ? UNKNOWN : ownership === 'moves' ? YES : NO)
  }
  return run === 'pessimistic' ? lost !== NO : lost === YES
}
