// F04 Dead end: nobody on the way can settle it (domain.md F04; 3.6, `elsewhere`).
import { byCodeUnit } from '../../base/order'
import { idOf } from '../../model/roles'
import { type Detector, FINE, isAtLeast, judgeRuns, type Verdict } from '../finding'
import { holdsIn, type Run } from '../kleene'
import { describeNeed } from '../needs'
import { grantsFor, routesToHolder } from '../remedies'
import type { CaseGroup, Pair, Survey } from '../survey'

/** Of the entry role's contacts; no † stands beside it in domain.md, so a file cannot change it. */
const WIDE_SHARE = 0.05
/** Holders elsewhere that are named, in order of id; where there are more, the point is made. */
const MOST_NAMED = 100

export const detector: Detector = {
  code: 'F04',
  of: 'pair',
  judge: (pair) => {
    // Where both runs end alike, whether somebody else holds it may still be in doubt.
    const found = pair.isDead ? judgeRuns(false, (run) => verdict(pair, run)) : FINE
    // Without needs nothing can be called a dead end, not even a way without a soul on it (domain.md 3.6).
    return isNotKnown(pair) ? { ...found, state: 'unknown', severity: null } : found
  },
  say: (pair) => {
    const { groups, survey } = pair
    const group = groups[0]
    const open = [...new Set(groups.flatMap((one) => one.cases.flatMap(({ pessimistic }) => pessimistic.open)))]
    const ids = (roles: Iterable<number>) => [...roles].map((role) => idOf(survey.org, role))
    return {
      evidence: {
        path: ids(group?.way.roles ?? []),
        isLoop: group?.way.isLoop ?? false,
        open: open.map(describeNeed),
        elsewhere: ids(elsewhereIn(survey, groups)).sort(byCodeUnit).slice(0, MOST_NAMED),
      },
      remedies: [...grantsFor(pair, open), ...routesToHolder(pair, open)],
      because: isNotKnown(pair) ? { code: 'needs-not-known' } : { code: 'depends-on-unknown' },
    }
  },
}

function isNotKnown({ survey: { cases }, from, to }: Pair): boolean {
  for (let group = from; group < to; group++) if (cases.kind(group).needs === undefined) return true
  return false
}

function verdict({ survey, entry, from, to }: Pair, run: Run): Verdict | null {
  const { cases } = survey
  let weight = 0
  let isElsewhere = false
  for (let group = from; group < to; group++) {
    const first = cases.first(group)
    for (let one = first; one < cases.end(group); one++) {
      if (cases.step(one, run) !== null) continue
      weight += cases.weight(group) * cases.share(one)
      for (const need of cases.open(one, run)) isElsewhere ||= isHeldElsewhere(survey, group, one - first, need, run)
    }
  }
  if (weight === 0) return null
  const isHigh = !isElsewhere || isAtLeast(weight / entry.weight, WIDE_SHARE)
  return { severity: isHigh ? 'high' : 'medium', weight }
}

/** Somebody off the way holds what stays open. */
function isHeldElsewhere({ cases, holders, ways, org }: Survey, group: number, slice: number, need: number, run: Run): boolean {
  const kind = cases.kind(group)
  const { certain, possible, truthOf } = holders.ofKind(kind, slice, need)
  const entry = cases.entry(group)
  const count = run === 'pessimistic' ? certain : possible
  // More than a way can hold, or nobody at all: most cases, and the way need not be looked at.
  if (count === 0 || (ways.isLine(entry) && count > org.structure.layers)) return count > 0
  return count > ways.wayOf(entry, kind.issueType).roles.filter((role) => holdsIn(run, truthOf(role))).length
}

/** Certain holders of what is open, off the way. */
function elsewhereIn(survey: Survey, groups: readonly CaseGroup[]): ReadonlySet<number> {
  const elsewhere = new Set<number>()
  for (const group of groups) {
    const onTheWay = new Set(group.way.roles)
    for (const { slice, pessimistic } of group.cases) {
      for (const need of pessimistic.open) {
        const holders = survey.holders.of(need, group.context, slice.value)
        for (const role of holders.named('pessimistic', MOST_NAMED, onTheWay)) elsewhere.add(role)
      }
    }
  }
  return elsewhere
}
