// F04 Dead end: nobody on the way can settle it (domain.md F04; 3.6, `elsewhere`).

import { byCodeUnit } from '../../base/order'
import { idOf } from '../../model/roles'
import { type Detector, FINE, isAtLeast, judgeRuns, ofPairs, weightOfRole } from '../finding'
import { holdsIn, type Run, type Truth } from '../kleene'
import { describeNeed, type RequiredNeed } from '../needs'
import { grantsFor, routesToHolder } from '../remedies'
import { outcomeIn, type Pair, type Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const code = 'F04'

/** Of the entry role's contacts; no † stands beside it in domain.md, so a file cannot change it. */
const WIDE_SHARE = 0.05
/** Holders elsewhere that are named, in order of id; where there are more, the point is made. */
const MOST_NAMED = 100

export const detect: Detector['detect'] = (survey) =>
  ofPairs(
    survey,
    code,
    (pair) => {
      // Where both runs end alike, whether somebody else holds it may still be in doubt.
      const found = pair.isDead ? judgeRuns(false, (run) => verdict(survey, pair, run)) : FINE
      // Without needs nothing can be called a dead end, not even a way without a soul on it (domain.md 3.6).
      return isNotKnown(pair) ? { ...found, state: 'unknown', severity: null } : found
    },
    (pair) => {
      const group = pair.groups[0]
      const { open } = deadEndsIn(survey, pair, 'pessimistic')
      const ids = (roles: Iterable<number>) => [...roles].map((role) => idOf(survey.org, role))
      return {
        evidence: {
          path: ids(group?.way.roles ?? []),
          isLoop: group?.way.isLoop ?? false,
          open: open.map(describeNeed),
          elsewhere: ids(elsewhereIn(survey, pair)).sort(byCodeUnit).slice(0, MOST_NAMED),
        },
        remedies: [...grantsFor(survey, pair, open), ...routesToHolder(survey, pair, open)],
        because: isNotKnown(pair) ? { code: 'needs-not-known' } : { code: 'depends-on-unknown' },
      }
    },
  )

const isNotKnown = (pair: Pair): boolean => pair.groups.some((one) => one.needs === undefined)

interface DeadEnds {
  readonly weight: number
  readonly open: readonly RequiredNeed[]
  /** Somebody off the way holds something that is open. */
  readonly isHeldElsewhere: boolean
}

function deadEndsIn(survey: Survey, pair: Pair, run: Run): DeadEnds {
  const open = new Set<RequiredNeed>()
  let weight = 0
  let isHeldElsewhere = false
  for (const group of pair.groups) {
    for (const one of group.cases) {
      const outcome = outcomeIn(run, one)
      if (outcome.step !== null) continue
      weight += group.weight * one.slice.share
      for (const need of outcome.open) {
        open.add(need)
        if (isHeldElsewhere) continue
        const holders = survey.holders.of(need, group.context, one.slice.value)
        const onTheWay = group.way.roles.filter((role) => holdsIn(run, holders.truth[role] as Truth)).length
        isHeldElsewhere = (run === 'pessimistic' ? holders.certain : holders.possible) > onTheWay
      }
    }
  }
  return { weight, open: [...open], isHeldElsewhere }
}

/** Certain holders of what is open, off the way. */
function elsewhereIn(survey: Survey, pair: Pair): ReadonlySet<number> {
  const elsewhere = new Set<number>()
  for (const group of pair.groups) {
    const onTheWay = new Set(group.way.roles)
    for (const { slice, pessimistic } of group.cases) {
      for (const need of pessimistic.open) {
        let named = 0
        for (const role of survey.holders.of(need, group.context, slice.value).rolesIn('pessimistic')) {
          if (named === MOST_NAMED) break
          if (onTheWay.has(role)) continue
          elsewhere.add(role)
          named++
        }
      }
    }
  }
  return elsewhere
}

function verdict(survey: Survey, pair: Pair, run: Run): { severity: FindingSeverity; weight: number } | null {
  const dead = deadEndsIn(survey, pair, run)
  if (dead.weight === 0) return null
  const share = dead.weight / weightOfRole(survey, pair.role)
  const isHigh = !dead.isHeldElsewhere || isAtLeast(share, WIDE_SHARE)
  return { severity: isHigh ? 'high' : 'medium', weight: dead.weight }
}
