// Who is heard: the numbers of the findings about notes, role by role.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { type FeedbackReach, feedbackReachOf } from '../../src/analysis/reach'
import { highOf, lowOf } from '../../src/base/range'
import { idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { orgOfFile, pinfold } from '../organisations'
import { randomOrg } from './reference/random-org.mjs'

const reach = (org: Org) => feedbackReachOf(analyse(org)) as FeedbackReach
const byId = <T>(org: Org, map: ReadonlyMap<number, T>) => Object.fromEntries([...map].map(([role, value]) => [idOf(org, role), value]))

describe('Pinfold', () => {
  const org = pinfold()
  const told = reach(org)

  test('220 of 600 are told to nobody who could change the rule, all others late', () => {
    expect(told.all).toEqual({ heard: 380, silent: 220, open: 0 })
    expect(told.late).toEqual({ low: 380, high: 380 })
  })

  test('each entry role is heard as F07 says', () => {
    expect(byId(org, told.at)).toEqual({
      'cash-n': { heard: 0, silent: 67, open: 0 },
      'cash-s': { heard: 0, silent: 95, open: 0 },
      acct: { heard: 10, silent: 6, open: 0 },
      agent: { heard: 370, silent: 52, open: 0 },
    })
  })

  test('operations hears 370 after 23.5 days, finance 10 after 18.5, sales and the managing director nothing', () => {
    const owners = byId(org, told.owners)
    expect(owners.ops).toMatchObject({ heard: 370, silent: expect.any(Number), days: { low: 23.5, high: 23.5 } })
    expect(owners.cfo).toMatchObject({ heard: 10, days: { low: 18.5 } })
    expect([owners.sales?.heard, owners.ceo?.heard]).toEqual([0, 0])
  })

  test('notes nobody hears stop where F07 says: at the tills, at operations, at finance', () => {
    expect(byId(org, told.stopping)).toEqual({
      'cash-n': { silent: 67, open: 0 },
      'cash-s': { silent: 95, open: 0 },
      ops: { silent: 52, open: 0 },
      cfo: { silent: 6, open: 0 },
    })
  })

  test('the monthly channel to operations carries what it hears', () => {
    const carried = told.channels.map((one) => [idOf(org, one.from), idOf(org, one.to), one.contacts, one.days.low])
    expect(carried).toContainEqual(['agent', 'lead', 370, 3.5])
    expect(carried).toContainEqual(['lead', 'ops', 370, 20])
    expect(carried).toContainEqual(['mgr-n', 'sales', 0, 55])
  })
})

test('of two channels between the same two roles the faster is told, in whatever order the file lists them', () => {
  const quick = { from: 'agent', to: 'lead', everyDays: 2, delayDays: 0 }
  const daysOf = (order: 'first' | 'last') => {
    const org = pinfold((file) => {
      file.feedback = order === 'first' ? [quick, ...file.feedback] : [...file.feedback, quick]
    })
    return reach(org).channels.flatMap((one) => (idOf(org, one.from) === 'agent' && idOf(org, one.to) === 'lead' ? [one.days.low] : []))
  }
  expect([daysOf('first'), daysOf('last')]).toEqual([[1], [1]])
})

test('where the file does not say that no channel is missing, silence of the tills is not known and that of the agents is (V4)', () => {
  const org = pinfold((file) => {
    delete file.coverage.feedback
  })
  const { all, at } = reach(org)
  expect(byId(org, at)).toMatchObject({
    'cash-n': { silent: 0, open: 67 },
    'cash-s': { silent: 0, open: 95 },
    agent: { silent: 52, open: 0 },
  })
  expect(all).toEqual({ heard: 380, silent: 52, open: 168 })
})

test('in every organisation each case is heard, unheard or not known, and the sums are the totals', () => {
  const seeds = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(seeds, (seed) => {
      const analysis = analyse(orgOfFile(randomOrg(seed)))
      const { all, at, owners, stopping } = feedbackReachOf(analysis) as FeedbackReach
      const weight = analysis.roleColumns.weight.reduce((sum, one) => sum + one, 0)
      expect(all.heard + all.silent + all.open).toBeCloseTo(weight, 6)
      const sum = (values: Iterable<number>) => [...values].reduce((rest, one) => rest + one, 0)
      expect(sum([...at.values()].map((one) => one.silent))).toBeCloseTo(all.silent, 6)
      expect(sum([...stopping.values()].map((one) => one.silent + one.open))).toBeCloseTo(all.silent + all.open, 6)
      expect(sum([...owners.values()].map((one) => one.heard))).toBeCloseTo(all.heard, 6)
      const { unheard } = analysis.totals
      if (unheard === null) return
      expect(all.silent).toBeCloseTo(lowOf(unheard), 6)
      expect(all.silent + all.open).toBeCloseTo(highOf(unheard), 6)
    }),
    { numRuns: 120 },
  )
})
