import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayBetween } from '../../src/analysis/between'
import { casesAt, followCase } from '../../src/analysis/follow'
import type { CaseRef, FollowedCase } from '../../src/analysis/types'
import { highOf } from '../../src/base/range'
import { idOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { orgOfFile, pinfold } from '../organisations'
import { analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const org = pinfold()
const ref = (entry: string, issueType: string, value: number | null = null, segment: string | null = null): CaseRef => ({
  entry,
  issueType,
  value,
  segment,
})
const ids = (of: Org, roles: readonly number[]) => roles.map((role) => idOf(of, role))
const way = (path: FollowedCase | null, of: Org = org) =>
  ids(
    of,
    (path?.stops ?? []).map(({ role }) => role),
  ).join(' ')

test('a faulty item of 120 goes from the agent to the managing director in 76 hours, ten times a month', () => {
  const path = followCase(org, ref('agent', 'faulty', 120), 'route')
  expect(way(path)).toBe('agent lead ops ceo')
  expect(path).toMatchObject({ end: 'settled', isLoop: false, hours: 76, cost: 35, contacts: 10, ofContacts: 10, elsewhere: [] })
  expect(path?.stops.map(({ by, hours, cost }) => [by, hours, cost])).toEqual([
    ['arrival', 0, 0],
    ['line', 4, 5],
    ['line', 24, 10],
    ['line', 48, 20],
  ])
  expect(
    path?.stops.map(({ powers }) => powers.map(({ power, may, limit, isUnlimited }) => [power.kind, may, limit, isUnlimited])),
  ).toEqual([
    [['refund', 'no', 30, false]],
    [['refund', 'no', 60, false]],
    [['refund', 'no', null, false]],
    [['refund', 'yes', 1000, false]],
  ])
})

test('a late delivery takes the route to the dispatcher; by the chart alone it goes up and is never settled', () => {
  const route = followCase(org, ref('agent', 'late'), 'route')
  expect(way(route)).toBe('agent lead disp')
  expect(route).toMatchObject({ end: 'settled', hours: 12, cost: 9, contacts: 100 })
  expect(route?.stops.at(-1)).toMatchObject({ by: 'route', powers: [{ may: 'yes', limit: null, isUnlimited: true }] })
  const chart = followCase(org, ref('agent', 'late'), 'chart')
  expect(way(chart)).toBe('agent lead ops ceo')
  expect(chart).toMatchObject({ end: 'dead end', elsewhere: [roleAt(org, 'disp')] })
})

test('nobody at the till can look up an order; the agent and the lead could', () => {
  const path = followCase(org, ref('cash-n', 'info'), 'route')
  expect(way(path)).toBe('cash-n mgr-n sales ceo')
  expect(path).toMatchObject({ end: 'dead end', contacts: 25, hours: 74 })
  expect(ids(org, path?.elsewhere ?? [])).toEqual(['agent', 'lead'])
})

test('a segment narrows what is counted, and brings its own grants', () => {
  expect(followCase(org, ref('agent', 'late', null, 'casual'), 'route')?.contacts).toBe(40)
  expect(followCase(org, ref('agent', 'late', null, 'biz'), 'route')).toBeNull()
  const scoped = pinfold((file) => file.grants.push({ id: 'z', role: 'agent', kind: 'schedule', scope: { segments: ['loyal'] } }))
  expect(way(followCase(scoped, ref('agent', 'late', null, 'loyal'), 'route'), scoped)).toBe('agent')
  expect(way(followCase(scoped, ref('agent', 'late', null, 'casual'), 'route'), scoped)).toBe('agent lead disp')
  // Whoever brings it: of the two ways the one that leaves the desk is told, and counts its own.
  expect(followCase(scoped, ref('agent', 'late'), 'route')).toMatchObject({ contacts: 40, ofContacts: 100 })
})

test('what is not there, or out of scope, is no case', () => {
  for (const one of [
    ref('nobody', 'late'),
    ref('agent', 'nothing'),
    ref('cfo', 'late'),
    ref('cash-n', 'discount', 200),
    ref('agent', 'late', null, 'x'),
  ])
    expect(followCase(org, one, 'route')).toBeNull()
})

test('a value the file does not name can be followed all the same, and is counted nowhere', () => {
  const path = followCase(org, ref('agent', 'faulty', 50), 'route')
  expect(way(path)).toBe('agent lead')
  expect(path).toMatchObject({ contacts: null, ofContacts: null, hours: 4 })
})

test('authority that is not known leaves the end open', () => {
  const open = pinfold((file) => {
    file.coverage = { authority: 'partial' }
  })
  const path = followCase(open, ref('agent', 'late'), 'chart')
  expect(path?.end).toBe('open')
  expect(path?.stops.map(({ powers }) => powers[0]?.may)).toEqual(['no', 'no', 'unknown', 'no'])
})

test('who must agree stands at the end of the way', () => {
  const agreed = pinfold((file) => file.grants.push({ id: 'z', role: 'agent', kind: 'schedule', requiresAgreementOf: ['cfo'] }))
  const path = followCase(agreed, ref('agent', 'late'), 'route')
  expect(way(path, agreed)).toBe('agent cfo')
  expect(path?.stops).toMatchObject([
    { by: 'arrival', powers: [{ may: 'yes', agreement: [roleAt(agreed, 'cfo')] }] },
    { by: 'agreement', hours: 24 },
  ])
})

test('a way that closes a loop is a dead end that says so', () => {
  const looped = pinfold((file) => file.routes.push({ id: 'a', from: 'ceo', to: 'mgr-n', issueTypes: ['info'] }))
  expect(followCase(looped, ref('cash-n', 'info'), 'route')).toMatchObject({ end: 'dead end', isLoop: true })
  expect(followCase(looped, ref('cash-n', 'info'), 'chart')).toMatchObject({ end: 'dead end', isLoop: false })
})

test('cases to pick from: those that leave the desk first, then the most frequent', () => {
  expect(casesAt(org, roleAt(org, 'agent') as number).map(({ issueType, value }) => `${issueType} ${value}`)).toEqual([
    'late null',
    'faulty 40',
    'faulty 120',
    'injury null',
    'info null',
    'faulty 15',
  ])
  expect(casesAt(org, roleAt(org, 'cfo') as number)).toEqual([])
})

test('between two roles the way goes up to the lowest common manager and down', () => {
  const at = (id: string) => roleAt(org, id) as number
  const found = wayBetween(org, at('cash-n'), at('disp'))
  expect(ids(org, found.roles)).toEqual(['cash-n', 'mgr-n', 'sales', 'ceo', 'ops', 'disp'])
  expect(found).toMatchObject({ up: 3, down: 2, commonManager: at('ceo') })
  expect(wayBetween(org, at('ops'), at('ops'))).toEqual({ kind: 'way', roles: [at('ops')], up: 0, down: 0, commonManager: at('ops') })
  const two = orgOfFile({ headstand: '1.0', roles: [{ id: 'a' }, { id: 'b' }] })
  expect(wayBetween(two, 0, 1)).toEqual({ kind: 'way', roles: [], up: 0, down: 0, commonManager: -1 })
  expect(wayBetween(two, 0, 7).roles).toEqual([])
})

const check = (law: (org: Org) => void) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => law(orgOfFile(randomOrg(seed)))),
    { numRuns: 150, seed: 20_261_122 },
  )

test('every walk the analysis counts can be followed, with the same roles, hours, cost and contacts', () => {
  check((random) => {
    const { walks } = analyse(random)
    for (const walk of walks) {
      const entry = idOf(random, walk.entry)
      const issueType = random.doc.issueTypes?.[walk.issueType]?.id as string
      const path = followCase(random, ref(entry, issueType, walk.value), 'route') as FollowedCase
      expect(path).not.toBeNull()
      const alike = walks.filter(
        (one) => one.entry === walk.entry && one.issueType === walk.issueType && (walk.value === null || one.value === walk.value),
      )
      const roles = path.stops.map(({ role }) => role)
      const same = alike.filter((one) => one.path.join() === roles.join())
      expect(same.length).toBeGreaterThan(0)
      if (path.ofContacts !== null)
        expect(path.ofContacts).toBeCloseTo(
          alike.reduce((sum, one) => sum + (one.contacts ?? 0), 0),
          6,
        )
      if (path.contacts !== null) expect(path.contacts).toBeLessThanOrEqual(same.reduce((sum, one) => sum + (one.contacts ?? 0), 0) + 1e-6)
      if (path.end === 'settled') {
        expect(same.some(({ step }) => step === roles.length - 1)).toBe(true)
        expect(same.some(({ hours, cost }) => hours === path.hours && cost === path.cost)).toBe(true)
        for (const need of path.stops[0]?.powers.keys() ?? [])
          expect(path.stops.some(({ powers }) => powers[need]?.may === 'yes')).toBe(true)
      }
      if (path.end === 'dead end') expect(same.some(({ step, loop }) => step === null && loop === path.isLoop)).toBe(true)
      if (path.end === 'open') {
        const worst = same.find(({ hours }) => hours !== null)
        if (worst?.hours != null) expect(path.hours).toBe(highOf(worst.hours))
      }
    }
  })
})

test('by the chart every hop but an agreement goes to the manager', () => {
  check((random) => {
    for (let role = 0; role < random.doc.roles.length; role++) {
      for (const one of casesAt(random, role)) {
        const path = followCase(random, one, 'chart')
        path?.stops.forEach(({ by, role: at }, k) => {
          if (k === 0 || by === 'agreement') return
          expect(by).toBe('line')
          expect(random.structure.parent[path.stops[k - 1]?.role as number]).toBe(at)
        })
      }
    }
  })
})

test('a way between has one hop less than roles, each along the line, and is the same back', () => {
  check((random) => {
    const n = random.doc.roles.length
    for (let k = 0; k < 12; k++) {
      const [a, b] = [(k * 7) % n, (k * 5 + 3) % n]
      const there = wayBetween(random, a, b)
      const back = wayBetween(random, b, a)
      expect([...back.roles].reverse()).toEqual(there.roles)
      expect([back.up, back.down, back.commonManager]).toEqual([there.down, there.up, there.commonManager])
      if (there.roles.length === 0) continue
      expect(there.up + there.down).toBe(there.roles.length - 1)
      const { parent } = random.structure
      there.roles.slice(1).forEach((role, i) => {
        const before = there.roles[i] as number
        expect(i < there.up ? parent[before] === role : parent[role] === before).toBe(true)
      })
    }
  })
})
