// F04 Dead end: nobody on the way can settle it (domain.md F04; 3.6, `elsewhere`).
import { byCodeUnit } from '../../base/order'
import { type Detector, findingOfPair, isAtLeast, type Judged, judge, weightOfRole } from '../finding'
import { RUNS, type Run } from '../kleene'
import { describeNeed, type RequiredNeed } from '../needs'
import { grantsFor, routesToHolder } from '../remedies'
import { outcomeIn, type Pair, type Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const code = 'F04'

/** Of the entry role's contacts; no † stands beside it in domain.md, so a file cannot change it. */
const WIDE_SHARE = 0.05

export const detect: Detector['detect'] = (survey) =>
  survey.pairs.map((pair) => {
    const [pessimistic, optimistic] = RUNS.map((run) => deadEndsIn(survey, pair, run)) as [DeadEnds, DeadEnds]
    const isNotKnown = pair.groups.some((one) => one.needs === undefined)
    // Without needs nothing can be called a dead end, not even a way without a soul on it (domain.md 3.6).
    const found = judge(verdict(survey, pair, pessimistic), verdict(survey, pair, optimistic))
    const judged: Judged = isNotKnown ? { ...found, state: 'unknown', severity: null } : found
    const group = pair.groups[0]
    const ids = (roles: Iterable<number>) => [...roles].map((role) => survey.org.roleIds[role] as string)
    return findingOfPair(survey, code, pair, judged, {
      evidence:
        judged.state === 'ok'
          ? {}
          : {
              path: ids(group?.way.roles ?? []),
              isLoop: group?.way.isLoop ?? false,
              open: pessimistic.open.map(describeNeed),
              elsewhere: ids(pessimistic.elsewhere).sort(byCodeUnit),
            },
      remedies: [...grantsFor(survey, pair, pessimistic.open), ...routesToHolder(survey, pair, pessimistic.open)],
      because: isNotKnown ? { code: 'needs-not-known' } : { code: 'depends-on-unknown' },
    })
  })

interface DeadEnds {
  readonly weight: number
  readonly open: readonly RequiredNeed[]
  /** Holders of what is open, off the way. */
  readonly elsewhere: ReadonlySet<number>
}

function deadEndsIn(survey: Survey, pair: Pair, run: Run): DeadEnds {
  const open = new Map<string, RequiredNeed>()
  const elsewhere = new Set<number>()
  let weight = 0
  for (const group of pair.groups) {
    const onTheWay = new Set(group.way.roles)
    for (const one of group.cases) {
      const outcome = outcomeIn(run, one)
      if (outcome.step !== null) continue
      weight += group.weight * one.slice.share
      for (const need of outcome.open) {
        open.set(JSON.stringify(need), need)
        const holders = survey.holders.of(need, group.context, one.slice.value).rolesIn(run)
        for (const role of holders) if (!onTheWay.has(role)) elsewhere.add(role)
      }
    }
  }
  return { weight, open: [...open.values()], elsewhere }
}

function verdict(survey: Survey, pair: Pair, dead: DeadEnds): { severity: FindingSeverity; weight: number } | null {
  if (dead.weight === 0) return null
  const share = dead.weight / weightOfRole(survey, pair.role)
  const isHigh = dead.elsewhere.size === 0 || isAtLeast(share, WIDE_SHARE)
  return { severity: isHigh ? 'high' : 'medium', weight: dead.weight }
}
