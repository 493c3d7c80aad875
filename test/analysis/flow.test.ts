// How deep cases sink, role by role: nothing is lost on the way, and the sums are those of the totals.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { type Flow, flowOf } from '../../src/analysis/flow'
import { RUNS } from '../../src/analysis/kleene'
import { highOf, lowOf, type Measured } from '../../src/base/range'
import { idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { orgOfFile, pinfold } from '../organisations'
import { randomOrg } from './reference/random-org.mjs'

const seeds = fc.integer({ min: 1, max: 100_000 })
const check = (law: (seed: number) => void) => fc.assert(fc.property(seeds, law), { numRuns: 150 })
const flow = (org: Org): Flow => flowOf(analyse(org)) as Flow
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((all, one) => all + one, 0)

/** `cash-n>mgr-n 20/27`: settled and never. */
function hopsOf(org: Org, { start, to, hops }: Flow): string[] {
  const told: string[] = []
  for (let role = 0; role + 1 < start.length; role++)
    for (let hop = start[role] as number; hop < (start[role + 1] as number); hop++)
      told.push(`${idOf(org, role)}>${idOf(org, to[hop] as number)} ${hops.settled[hop]}/${hops.never[hop]}`)
  return told.sort()
}
const byRole = (org: Org, column: Float64Array) =>
  Object.fromEntries(Array.from(column, (value, role) => [idOf(org, role), value] as const).filter(([, value]) => value !== 0))

describe('Pinfold', () => {
  const org = pinfold()
  const { ends, byStep, never, waited } = flow(org)

  test('336 are settled on the spot, 86 after one hand, 118 after two, 10 after three, 50 never', () => {
    expect(byStep.pessimistic).toEqual([336, 86, 118, 10])
    expect(never.pessimistic).toBe(50)
    expect(byStep.optimistic).toEqual(byStep.pessimistic)
  })

  test('each role settles what the drawing says, 550 in all, and 50 stop at the top', () => {
    expect(byRole(org, ends.settled)).toEqual({
      'cash-n': 20,
      'cash-s': 15,
      acct: 6,
      agent: 295,
      'mgr-n': 12,
      'mgr-s': 59,
      sales: 14,
      lead: 15,
      disp: 100,
      ceo: 14,
    })
    expect(sum(ends.settled)).toBe(550)
    expect(byRole(org, ends.never)).toEqual({ ceo: 50 })
  })

  test('late orders go from the team lead to the dispatcher by the route that there is', () => {
    expect(hopsOf(org, flow(org)).filter((hop) => hop.startsWith('lead'))).toEqual(['lead>disp 100/0', 'lead>ops 10/2'])
    expect(hopsOf(org, flow(org)).filter((hop) => hop.startsWith('cash'))).toEqual(['cash-n>mgr-n 20/27', 'cash-s>mgr-s 65/15'])
  })

  test('hours waited at all roles are the hours of the total', () => {
    expect(sum(waited.pessimistic)).toBeCloseTo(2814, 6)
  })
})

describe('in every organisation, in each run', () => {
  test('what comes to a role is what it settles, what stops there, and what it hands on', () => {
    check((seed) => {
      const org = orgOfFile(randomOrg(seed))
      const analysis = analyse(org)
      const { start, to, hops, ends } = flowOf(analysis) as Flow
      for (const run of RUNS) {
        const balance = Float64Array.from(analysis.roleColumns.weight)
        for (let role = 0; role + 1 < start.length; role++)
          for (let hop = start[role] as number; hop < (start[role + 1] as number); hop++) {
            const cases = (hops.settled[hop] as number) + (hops.never[hop] as number) + (hops.open[run][hop] as number)
            balance[to[hop] as number] = (balance[to[hop] as number] as number) + cases
            balance[role] = (balance[role] as number) - cases
          }
        balance.forEach((rest, role) => {
          const ended = [ends.settled, ends.never, ends.open[run], ends.stopping[run]].reduce((all, one) => all + (one[role] as number), 0)
          expect(rest).toBeCloseTo(ended, 6)
        })
      }
    })
  })

  test('the sums are the totals', () => {
    check((seed) => {
      const analysis = analyse(orgOfFile(randomOrg(seed)))
      const { ends, byStep, never, waited } = flowOf(analysis) as Flow
      const { totals } = analysis
      if (totals.contacts === null || totals.settledAtStep === null) return
      for (const [run, of, other] of [
        ['pessimistic', highOf, lowOf],
        ['optimistic', lowOf, highOf],
      ] as const) {
        expect(never[run]).toBeCloseTo(of(totals.unresolved as Exclude<Measured, null>), 6)
        expect(byStep[run][0]).toBeCloseTo(other(totals.settledAtStep[0] ?? 0), 6)
        expect(sum(ends.settled) + sum(ends.open[run])).toBeCloseTo(sum(byStep[run]), 6)
        expect(sum(ends.never) + sum(ends.stopping[run])).toBeCloseTo(never[run], 6)
      }
      if (totals.waitingHours === null) return
      const [a, b] = RUNS.map((run) => sum(waited[run])) as [number, number]
      expect(Math.min(a, b)).toBeCloseTo(lowOf(totals.waitingHours), 5)
      expect(Math.max(a, b)).toBeCloseTo(highOf(totals.waitingHours), 5)
    })
  })
})

test('where the file counts no contacts, kinds of case flow', () => {
  const org = pinfold((file) => {
    delete file.demand
  })
  const { byStep, never } = flow(org)
  const all = sum(byStep.pessimistic) + never.pessimistic
  expect(all).toBe(sum(analyse(org).roleColumns.weight))
  expect(all).toBeGreaterThan(0)
})

test('what is not known of one role is open, and nothing of it counts as settled or as stopped', () => {
  const org = pinfold((file) => {
    delete file.coverage.authority
    file.roles.forEach((role: { id: string; known?: string[] }) => {
      if (role.id !== 'ops') role.known = ['authority']
    })
    file.grants = file.grants.filter((grant: { role: string }) => grant.role !== 'ops')
  })
  const { ends, hops } = flow(org)
  expect(sum(hops.open.pessimistic)).toBeGreaterThan(0)
  expect(sum(ends.settled) + sum(ends.never) + sum(ends.open.pessimistic) + sum(ends.stopping.pessimistic)).toBeCloseTo(600, 6)
  expect(sum(ends.settled)).toBeLessThan(550)
})
