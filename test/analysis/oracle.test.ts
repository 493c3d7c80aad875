// The worked example of domain.md 4, number by number: its tables stand here in its own words (what is covered where: README.md of this folder).

import { describe, expect, test } from 'vitest'
import { limitCovering, shareAbove, shareAboveAtMost } from '../../src/analysis/distribution'
import { crossing } from '../../src/analysis/holders'
import { cardListOf } from '../../src/analysis/parts'
import { explain } from '../../src/analysis/why'
import { between } from '../../src/base/range'
import { cellAt } from '../../src/base/table'
import { orgOf } from '../../src/model/build'
import { applyEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { idOf, idsOf, roleAt } from '../../src/model/roles'
import { customerEquity, lifetimeValue } from '../../src/model/worth'
import { analysed, type File, orgOfFile, pinfold, pinfoldFile, rowsOf } from '../organisations'
import { A, B, C, D, E } from './pinfold-remedies'
import { type Analysis, analyse } from './public'

const org = pinfold()
const analysis = analyse(org)
const id = (role: number) => idOf(org, role)
const changed = (change: (file: File) => void) => {
  const file = pinfoldFile()
  change(file)
  return analysed(file)
}
const named = (list: File[], id: string): File => list.find((one) => one.id === id)

describe('4.2 structure', () => {
  test('four layers and the distances to the customer', () => {
    expect(org.structure.layers).toBe(4)
    expect(Object.fromEntries(idsOf(org).map((id, i) => [id, org.structure.distance[i]]))).toEqual({
      'cash-n': 1,
      'cash-s': 1,
      agent: 1,
      acct: 1,
      'mgr-n': 2,
      'mgr-s': 2,
      lead: 2,
      sales: 2,
      ops: 3,
      ceo: 3,
      cfo: 4,
      disp: 4,
    })
  })
  test('people a manager: 29 ÷ 6 = 4.83', () => {
    const { parent } = org.structure
    const heads = (role: number) => cellAt(org.doc.roles, 'headcount', role) ?? 0
    const spans = new Map<string, number>()
    parent.forEach((manager, role) => {
      if (manager >= 0) spans.set(id(manager), (spans.get(id(manager)) ?? 0) + heads(role))
    })
    expect(Object.fromEntries(spans)).toEqual({ ceo: 3, sales: 4, ops: 2, 'mgr-n': 7, 'mgr-s': 5, lead: 8 })
    expect(explain(org, { name: 'span' })?.value).toBeCloseTo(4.83, 2)
  })
  test('the mirrored tree is not the distance to customers: five boxes stand elsewhere', () => {
    const { depth, distance, layers } = org.structure
    const rows = (row: (role: number) => number, at: number) =>
      idsOf(org)
        .filter((_, role) => row(role) === at)
        .sort()
    const mirrored = (role: number) => layers - (depth[role] as number)
    expect(rows(mirrored, 1)).toEqual(['agent', 'cash-n', 'cash-s'])
    expect(rows(mirrored, 2)).toEqual(['acct', 'disp', 'lead', 'mgr-n', 'mgr-s'])
    expect(rows(mirrored, 3)).toEqual(['cfo', 'ops', 'sales'])
    expect(rows(mirrored, 4)).toEqual(['ceo'])
    const differing = idsOf(org).flatMap((one, role) =>
      mirrored(role) === distance[role] ? [] : [`${one} ${mirrored(role)} v ${distance[role]}`],
    )
    expect(differing.sort()).toEqual(['acct 2 v 1', 'ceo 4 v 3', 'cfo 3 v 4', 'disp 2 v 4', 'sales 3 v 2'])
  })
  test('thirty people in twelve roles, every rung of the ladder', () => {
    expect(analysis.file).toEqual({ roles: 12, people: 30, tops: 1, layers: 4, rung: 5 })
  })
})

describe('4.3 every walk', () => {
  test('where each case goes and how many there are', () => {
    const said = analysis.walks.map((walk) => {
      const issue = org.doc.issueTypes?.[walk.issueType]?.id
      return `${issue} ${walk.value ?? ''}: ${walk.path.map(id).join(' → ')} | ${walk.step} | ${walk.contacts}`
    })
    expect(said).toEqual([
      'discount 200: acct | 0 | 6',
      'discount 600: acct → sales → ceo | 2 | 4',
      'late : acct → sales → ceo | null | 6',
      'faulty 15: agent | 0 | 25',
      'faulty 40: agent → lead | 1 | 15',
      'faulty 120: agent → lead → ops → ceo | 3 | 10',
      'info : agent | 0 | 270',
      'injury : agent → lead → ops → ceo | null | 2',
      'late : agent → lead → disp | 2 | 100',
      'faulty 15: cash-n | 0 | 20',
      'faulty 40: cash-n → mgr-n | 1 | 12',
      'faulty 120: cash-n → mgr-n → sales | 2 | 8',
      'info : cash-n → mgr-n → sales → ceo | null | 25',
      'injury : cash-n → mgr-n → sales → ceo | null | 2',
      'faulty 15: cash-s | 0 | 15',
      'faulty 40: cash-s → mgr-s | 1 | 9',
      'faulty 120: cash-s → mgr-s → sales | 2 | 6',
      'info : cash-s → mgr-s → sales → ceo | null | 15',
      'tag : cash-s → mgr-s | 1 | 50',
    ])
  })
  test('a refund of 120 by phone waits 76 hours and costs 35', () => {
    expect(analysis.walks.find((walk) => walk.value === 120 && id(walk.entry) === 'agent')).toMatchObject({ hours: 76, cost: 35 })
  })
})

describe('4.4 totals', () => {
  test('all cases', () => {
    expect(analysis.totals).toMatchObject({
      contacts: 600,
      outOfScope: 20,
      settledAtStep: [336, 86, 118, 10],
      unresolved: 50,
      escalatedResolved: 214,
      handOffs: 352,
      passThrough: 138,
      waitingHours: 2814,
      extraCost: 2130,
      apologyNotPermitted: 120,
    })
    expect(analysis.totals.firstContactResolution).toBeCloseTo(0.56, 9)
    expect(analysis.totals.customerEquity).toBeCloseTo(3_186_000, 6)
    expect(analysis.totals.riskPerPeriod).toBeCloseTo(14_778, 6)
  })
  test('means beside their totals', () => {
    const { contacts, unresolved, escalatedResolved, handOffs, passThrough, waitingHours, extraCost } =
      analysis.totals as unknown as Record<string, number>
    const resolved = (contacts as number) - (unresolved as number)
    const each = [(unresolved as number) / 600, (handOffs as number) / resolved, (passThrough as number) / (handOffs as number)]
    expect(each.map((one) => Number(one.toFixed(4)))).toEqual([0.0833, 0.64, 0.392])
    const hours = [(waitingHours as number) / resolved, (waitingHours as number) / (escalatedResolved as number)]
    expect(hours.map((one) => Number(one.toFixed(2)))).toEqual([5.12, 13.15])
    expect((extraCost as number) / (escalatedResolved as number)).toBeCloseTo(9.95, 2)
  })
  test('what the first touch of all of them costs: €1,467', () => {
    const { role, issueType, weight, boundary, length } = org.contacts
    const cost = Array.from({ length }, (_, line) => line)
      .filter((line) => (boundary[line] as number) < 0)
      .reduce((sum, line) => {
        const minutes = org.doc.issueTypes?.[issueType[line] as number]?.touchMinutes as number
        return sum + ((weight[line] as number) * minutes * (cellAt(org.doc.roles, 'hourlyCost', role[line] as number) as number)) / 60
      }, 0)
    expect(cost).toBeCloseTo(1467, 9)
  })
  test.each([
    ['casual', 309, 185, 105, 19, 946, 48, 576_000, 192],
    ['loyal', 275, 145, 105, 25, 1580, 510, 1_530_000, 2346],
    ['biz', 16, 6, 4, 6, 288, 18_000, 1_080_000, 12_240],
  ])('%s', (id, contacts, first, escalated, unresolved, hours, clv, equity, risk) => {
    const segment = analysis.segments[org.segmentAt.get(id) as number]
    expect(segment).toMatchObject({ contacts, settledAtFirstContact: first, escalatedResolved: escalated, unresolved, waitingHours: hours })
    expect(segment?.firstContactResolution).toBeCloseTo(first / contacts, 9)
    expect(segment?.clv).toBeCloseTo(clv, 9)
    expect(segment?.equity).toBeCloseTo(equity, 6)
    expect(segment?.riskPerPeriod).toBeCloseTo(risk, 6)
  })
  test('the more a segment is worth, the worse it is served', () => {
    const of = (id: string) => analysis.segments[org.segmentAt.get(id) as number]
    const shares = ['casual', 'loyal', 'biz'].map((id) => of(id)?.firstContactResolution as number)
    expect(shares.map((one) => Number((one * 100).toFixed(1)))).toEqual([59.9, 52.7, 37.5])
    const hours = ['casual', 'loyal', 'biz'].map((id) => {
      const one = of(id)
      return (one?.waitingHours as number) / ((one?.contacts as number) - (one?.unresolved as number))
    })
    expect(hours.map((one) => Number(one.toFixed(2)))).toEqual([3.26, 6.32, 28.8])
  })
  test('contacts by entry role', () => {
    expect(Object.fromEntries(analysis.roles.map((one) => [id(one.role), one.contacts]))).toEqual({
      agent: 422,
      'cash-s': 95,
      'cash-n': 67,
      acct: 16,
    })
  })
})

describe('4.5 findings', () => {
  const sum = (code: string) => analysis.findings.reduce((all, one) => (one.code === code ? all + ((one.contacts as number) ?? 0) : all), 0)
  const rows = (code: string) => rowsOf(analysis.findings, code)
  const told = (code: string) => analysis.findings.filter((one) => one.code === code && one.state === 'flagged')
  const withOk = analyse(org, { withOk: true })
  /** Rows of a code by state, whatever their number. */
  const states = (code: string, state: string) =>
    withOk.findings
      .filter((one) => one.code === code && one.state === state)
      .map(({ subject }) => [subject.role, subject.issueType ?? subject.measure].filter(Boolean).join(' '))
      .sort()
  /** Of one hundred, to one decimal: as the worked example writes it. */
  const percent = (share: unknown) => Math.round((share as number) * 1000) / 10
  const evidence = (code: string, role: string, issueType?: string) =>
    analysis.findings.find((one) => one.code === code && one.subject.role === role && one.subject.issueType === issueType)?.evidence
  test('F01', () => {
    expect(rows('F01')).toEqual([
      'acct late high 6',
      'agent injury medium 2',
      'agent late medium 100',
      'cash-n info high 25',
      'cash-n injury medium 2',
      'cash-s info high 15',
      'cash-s tag high 50',
    ])
    const shares = Object.fromEntries(told('F01').map((one) => [`${one.subject.role}/${one.subject.issueType}`, percent(one.share)]))
    expect(shares).toEqual({
      'cash-s/tag': 52.6,
      'agent/late': 23.7,
      'acct/late': 37.5,
      'agent/injury': 0.5,
      'cash-n/injury': 3,
      'cash-n/info': 37.3,
      'cash-s/info': 15.8,
    })
    expect(sum('F01')).toBe(200)
  })
  test('F02, and what a limit of 40 would decide at the till', () => {
    expect(rows('F02')).toEqual(['acct discount high 4', 'agent faulty medium 25', 'cash-n faulty high 20', 'cash-s faulty medium 15'])
    expect(evidence('F02', 'cash-n', 'faulty')).toMatchObject({
      limit: 20,
      limitFor80: 40,
      ifRaised: { limit: 40, contacts: 12, money: 480 },
    })
    expect(evidence('F02', 'acct', 'discount')).toMatchObject({ limit: 250, limitFor80: 600 })
    const ratio = (role: string, issueType: string, segment: string) =>
      (evidence('F02', role, issueType) as { limitByLifetimeValue: Record<string, number> }).limitByLifetimeValue[segment]
    expect(ratio('cash-n', 'faulty', 'casual')).toBeCloseTo(20 / 48, 9)
    expect(ratio('agent', 'faulty', 'loyal')).toBeCloseTo(30 / 510, 9)
    expect(ratio('acct', 'discount', 'biz')).toBeCloseTo(250 / 18_000, 9)
    const limits = [ratio('cash-n', 'faulty', 'casual'), ratio('agent', 'faulty', 'loyal'), ratio('acct', 'discount', 'biz')]
    expect(limits.map(percent)).toEqual([41.7, 5.9, 1.4])
    const shares = ['cash-n/faulty', 'cash-s/faulty', 'agent/faulty', 'acct/discount'].map((pair) => {
      const row = told('F02').find(({ subject }) => `${subject.role}/${subject.issueType}` === pair)
      return percent(row?.share)
    })
    expect(shares).toEqual([29.9, 15.8, 5.9, 25])
    expect(sum('F02')).toBe(64)
  })
  test('F03', () => {
    expect(rows('F03')).toEqual([
      'acct discount high 4',
      'agent faulty high 25',
      'agent late medium 100',
      'cash-n faulty medium 20',
      'cash-s faulty medium 15',
    ])
    expect(evidence('F03', 'agent', 'faulty')).toMatchObject({ maxStep: 3, meanHandOffs: 0.9, meanHoursEscalated: 32.8 })
    expect(evidence('F03', 'acct', 'discount')).toMatchObject({ maxStep: 2, meanHandOffs: 0.8, meanHoursEscalated: 72 })
    expect(evidence('F03', 'agent', 'late')).toMatchObject({ maxStep: 2, meanHandOffs: 2, meanHoursEscalated: 12 })
    expect(evidence('F03', 'cash-n', 'faulty')).toMatchObject({ maxStep: 2, meanHandOffs: 0.7, meanHoursEscalated: 11.6 })
    expect(evidence('F03', 'cash-s', 'faulty')).toMatchObject({ maxStep: 2, meanHandOffs: 0.7, meanHoursEscalated: 11.6 })
  })
  test('F03 is not flagged where one hand-off takes two hours; a file with other thresholds sees the numbers', () => {
    const strict = changed((file) => (file.thresholds = { deepStep: 1 }))
    const tag = strict.findings.find((one) => one.code === 'F03' && one.subject.issueType === 'tag')
    expect(tag).toMatchObject({ state: 'flagged', evidence: { maxStep: 1, meanHoursEscalated: 2 } })
  })
  test('F04', () => {
    expect(rows('F04')).toEqual([
      'acct late high 6',
      'agent injury high 2',
      'cash-n info high 25',
      'cash-n injury high 2',
      'cash-s info high 15',
    ])
    const elsewhere = (role: string, issueType: string) => evidence('F04', role, issueType)?.elsewhere
    expect(elsewhere('acct', 'late')).toEqual(['disp'])
    expect(elsewhere('cash-n', 'info')).toEqual(['agent', 'lead'])
    expect(elsewhere('cash-n', 'injury')).toEqual([])
    expect(elsewhere('agent', 'injury')).toEqual([])
    expect(elsewhere('cash-s', 'info')).toEqual(['agent', 'lead'])
  })
  test('F05', () => {
    expect(rows('F05')).toEqual(['acct late high 6', 'agent late low 100', 'cash-n info high 25', 'cash-s info high 15'])
    expect(evidence('F05', 'agent', 'late')).toMatchObject({ isRouted: true, distance: 3, up: 2, down: 1 })
    expect(evidence('F05', 'acct', 'late')).toMatchObject({ isRouted: false, distance: 4, up: 2, down: 2, commonManager: 'ceo' })
    expect(evidence('F05', 'cash-n', 'info')).toMatchObject({ isRouted: false, distance: 5, nearest: 'lead' })
    expect(evidence('F05', 'cash-n', 'info')).toMatchObject({ up: 3, down: 2, commonManager: 'ceo' })
    const [till, lead, agent] = ['cash-n', 'lead', 'agent'].map((one) => roleAt(org, one) as number) as [number, number, number]
    const steps = (to: number) => (crossing(org, till, to)?.up ?? 0) + (crossing(org, till, to)?.down ?? 0)
    expect([steps(lead), steps(agent)]).toEqual([5, 6])
    expect(evidence('F05', 'agent', 'late')?.reached).toEqual(['disp'])
  })
  test('F10', () => {
    expect(rows('F10')).toEqual(['cash-n high 40', 'cash-s high 80'])
    expect(told('F10').map(({ subject, share }) => [subject.role, percent(share)])).toEqual([
      ['cash-n', 59.7],
      ['cash-s', 84.2],
    ])
    expect(withOk.findings.filter((one) => one.code === 'F10').map(({ subject, state }) => `${subject.role} ${state}`)).toEqual(
      expect.arrayContaining(['agent ok', 'acct ok']),
    )
    const { issueType, weight, boundary } = org.contacts
    const due = weight.filter(
      (_, line) => (boundary[line] as number) < 0 && org.doc.issueTypes?.[issueType[line] as number]?.apologyDue === true,
    )
    const all = due.reduce((so, one) => so + one, 0)
    expect([all, percent(120 / all)]).toEqual([276, 43.5])
  })
  test('what is flagged at first contact or above is what is not settled there', () => {
    const sum = (code: string) =>
      analysis.findings.reduce((all, one) => (one.code === code ? all + ((one.contacts as number) ?? 0) : all), 0)
    expect(sum('F01') + sum('F02')).toBe(264)
  })
  test('sixty in all', () => {
    const flagged = analysis.findings.filter((one) => one.state === 'flagged')
    const count = (severity: string) => flagged.filter((one) => one.severity === severity).length
    expect([flagged.length, count('high'), count('medium'), count('low')]).toEqual([60, 31, 25, 4])
    expect(analysis.findings.filter((one) => one.state === 'unknown').map((one) => [one.code, one.subject])).toEqual([
      ['F16', { role: 'cash-s' }],
      ['F06', { role: 'ceo', measure: 'm-equity' }],
      ['F19', { role: 'cfo' }],
    ])
    expect(analysis.counts).toEqual({ flagged: 60, unknown: 3 })
  })
  const told1 = (code: string, role: string) => told(code).find((one) => one.subject.role === role)
  test('F06', () => {
    expect(rows('F06')).toEqual(['acct high 10', 'agent low 127', 'mgr-n high 35'])
    const spans = (role: string) => told1('F06', role)?.evidence as Record<string, number>
    expect(spans('acct')).toMatchObject({ control: 0.375, support: 0, isStretch: false })
    expect(spans('mgr-n').control).toBeCloseTo(32 / 67, 9)
    expect(spans('mgr-n').support).toBe(0)
    expect(spans('agent')).toMatchObject({ isStretch: true })
    expect(spans('agent').control).toBeCloseTo(295 / 422, 9)
    expect(spans('agent').support).toBeCloseTo(115 / 127, 9)
    expect([spans('acct'), spans('mgr-n'), spans('agent')].map((one) => one.accountability)).toEqual([16, 67, 422])
    expect(told('F06').map(({ subject, share }) => [subject.role, percent(share)])).toEqual([
      ['acct', 62.5],
      ['agent', 30.1],
      ['mgr-n', 52.2],
    ])
    expect(states('F06', 'ok')).toEqual(['mgr-s m-csat-s'])
    const strict = changed((file) => (file.thresholds = { controlGap: 0.2 }))
    const south = strict.findings.find((one) => one.code === 'F06' && one.subject.role === 'mgr-s')
    expect([percent(south?.share), south?.contacts, south?.evidence.control]).toEqual([22.1, 21, 74 / 95])
    expect(withOk.findings.find((one) => one.code === 'F06' && one.state === 'unknown')?.because).toEqual({
      code: 'measure-about-not-known',
    })
  })
  test('F07', () => {
    expect(rows('F07')).toEqual(['acct medium 6', 'agent medium 52', 'cash-n high 67', 'cash-s high 95'])
    expect(sum('F07')).toBe(220)
    const heard = (role: string) =>
      ((evidence('F07', role)?.issueTypes ?? []) as File[]).map((one) => `${one.issueType} ${one.owner} ${one.stopsAt}`)
    expect(heard('agent')).toEqual(['faulty sales ops', 'injury ceo ops'])
    expect(heard('acct')).toEqual(['late ops cfo'])
    expect(['cash-n', 'cash-s', 'agent', 'acct'].flatMap(heard).length).toBe(9)
    expect(Object.fromEntries(told('F07').map(({ subject, share }) => [subject.role, percent(share)]))).toEqual({
      'cash-s': 100,
      'cash-n': 100,
      agent: 12.3,
      acct: 37.5,
    })
    expect(['cash-n', 'cash-s', 'agent'].map((role) => evidence('F07', role)?.hasChannel)).toEqual([false, false, true])
  })
  test('F08', () => {
    expect(rows('F08')).toEqual(['acct discount low 10', 'agent info high 270', 'agent late medium 100'])
    expect(evidence('F08', 'agent', 'late')).toMatchObject({ days: 23.5, owner: 'ops' })
    const hit = (role: string, issueType: string) => evidence('F08', role, issueType)?.customersFirst as number
    expect(hit('agent', 'late')).toBeCloseTo(78.33, 2)
    expect(hit('agent', 'info')).toBeCloseTo(211.5, 9)
    expect(evidence('F08', 'acct', 'discount')?.days).toBe(18.5)
    expect(hit('acct', 'discount')).toBeCloseTo(6.17, 2)
    expect([sum('F08'), sum('F07') + sum('F08')]).toEqual([380, 600])
    expect(evidence('F08', 'acct', 'discount')).toMatchObject({ hops: [{ days: 3.5 }, { days: 15 }] })
  })
  test('F09, and the round trip that is in time: 23.5 + 18.5 = 42 days', () => {
    expect(rows('F09')).toEqual(['acct discount medium 10'])
    expect(states('F09', 'ok')).toEqual(expect.arrayContaining(['agent info', 'agent late']))
    const strict = changed((file) => (file.thresholds = { roundTripDays: 40 }))
    expect(rowsOf(strict.findings, 'F09')).toEqual(['acct discount medium 10', 'agent info low 270', 'agent late low 100'])
    expect(strict.findings.find((one) => one.code === 'F09' && one.subject.role === 'agent')?.evidence).toMatchObject({
      daysThere: 23.5,
      daysBack: 18.5,
    })
  })
  test('F11', () => {
    expect(rows('F11').map((row) => row.trim())).toEqual(['agent medium', 'cash-n high', 'cash-s medium'])
    expect(evidence('F11', 'cash-n')).toMatchObject({ payRatio: 0.4, workload: 1.1, marks: ['pay', 'tenure', 'workload', 'trust'] })
    expect(evidence('F11', 'agent')).toMatchObject({ payRatio: 0.45, marks: ['pay', 'tenure', 'workload'] })
    expect(evidence('F11', 'cash-s')?.tenureRatio).toBeCloseTo(0.145, 3)
    const shares = ['cash-n', 'cash-s', 'agent'].map((role) => evidence('F11', role)?.shareOfContacts as number)
    expect(shares.reduce((all, one) => all + one, 0)).toBeCloseTo(584 / 600, 9)
  })
  test('F11, its whole table: the fourth role has one mark', () => {
    const loose = changed((file) => {
      file.thresholds = { payRatio: 0.81, tenureRatio: 0.81 }
      // Of fewer than three people no figure is shown.
      named(file.roles, 'acct').headcount = 3
    })
    const table = loose.findings
      .filter((one) => one.code === 'F11')
      .map(({ subject, evidence: { payRatio, tenureRatio, workload, firstContactShare } }) => [
        subject.role,
        ...[payRatio, tenureRatio, workload, firstContactShare].map((one) => Math.round((one as number) * 1000) / 1000),
      ])
    expect(table.sort()).toEqual([
      ['acct', 0.8, 0.8, 0.9, 0.375],
      ['agent', 0.45, 0.3, 1.15, 0.699],
      ['cash-n', 0.4, 0.2, 1.1, 0.299],
      ['cash-s', 0.4, 0.145, 0.95, 0.158],
    ])
    expect(states('F11', 'ok')).toEqual(['acct'])
    const { medianPay, medianTenure, meanPayFront, meanPayBehind } = evidence('F11', 'agent') as Record<string, number>
    expect([medianPay, medianTenure, Math.round(meanPayFront as number), meanPayBehind]).toEqual([60_000, 5.5, 27_273, 67_625])
  })
  test('F12', () => {
    expect(rows('F12').map((row) => row.trim())).toEqual(['acct medium', 'cash-n medium', 'cash-s medium'])
    expect(evidence('F12', 'cash-n')?.fall).toBeCloseTo(2 / 3, 9)
    expect(evidence('F12', 'acct')?.fall).toBeCloseTo(5 / 6, 9)
    expect(evidence('F12', 'cash-n')?.promotesTo).toEqual([{ role: 'mgr-n', distance: 2 }])
    expect(states('F12', 'ok')).toEqual(['agent'])
  })
  test('F13', () => {
    expect(rows('F13')).toEqual(['ceo medium 14', 'lead medium 125'])
    const busy = (role: string) => evidence('F13', role) as Record<string, number>
    expect(told1('F13', 'lead')?.share).toBeCloseTo(0.584, 3)
    expect([busy('lead').utilisation, busy('lead').waiting, busy('lead').atMost].map((one) => Math.round((one as number) * 1000))).toEqual([
      833, 5000, 873,
    ])
    expect([busy('ceo').utilisation, busy('ceo').waiting, busy('ceo').atMost].map((one) => Math.round((one as number) * 1000))).toEqual([
      900, 9000, 2800,
    ])
  })
  test('F13, its whole table', () => {
    const all = changed((file) => (file.thresholds = { utilisation: 0 }))
    const table = all.findings
      .filter((one) => one.code === 'F13')
      .map(({ subject, share, evidence: { arrivals, minutes, capacity, utilisation, waiting, atMost } }) =>
        [subject.role, arrivals, `${percent(share)}%`, `${minutes}/${capacity}`]
          .concat([utilisation, waiting, atMost].map((one) => Math.round((one as number) * 1000) / 1000))
          .join(' '),
      )
    expect(table.sort()).toEqual([
      'ceo 14 6.5% 180/200 0.9 9 2.8',
      'disp 100 46.7% 1000/3000 0.333 0.5 0.333',
      'lead 125 58.4% 1250/1500 0.833 5 0.873',
      'mgr-n 20 9.3% 200/1200 0.167 0.2 0.321',
      'mgr-s 65 30.4% 650/1200 0.542 1.182 0.604',
      'ops 10 4.7% 100/600 0.167 0.2 0.267',
      'sales 18 8.4% 220/600 0.367 0.579 0.9',
    ])
    expect(states('F13', 'ok')).toEqual(['disp', 'mgr-n', 'mgr-s', 'ops', 'sales'])
  })
  test('F14', () => {
    expect(told('F14')).toMatchObject([
      { subject: { need: { kind: 'schedule' } }, severity: 'high', contacts: 106, evidence: { holder: 'disp' } },
    ])
    expect(told('F14')[0]?.share).toBeCloseTo(0.177, 3)
    const needs = withOk.findings.filter((one) => one.code === 'F14' && one.state === 'ok').map(({ subject }) => subject.need)
    expect(needs).toEqual(
      expect.arrayContaining([
        { anyOf: [{ kind: 'refund' }, { kind: 'replace' }] },
        { kind: 'discount' },
        { kind: 'exception', policy: 'other-store-purchase' },
        { kind: 'information', system: 'oms' },
      ]),
    )
  })
  test('F15', () => {
    expect(rows('F15').map((row) => row.trim())).toEqual([
      'cash-n high',
      'cash-s high',
      'cfo medium',
      'lead medium',
      'ops medium',
      'sales medium',
    ])
    expect(states('F15', 'ok')).toEqual(['acct', 'agent', 'ceo', 'mgr-n', 'mgr-s'])
    expect(states('F15', 'not applicable')).toEqual(['disp'])
  })
  test('F16 by thirds, one role asked at a time', () => {
    const thirds = (asked: string) => {
      const alone = changed((file) => {
        file.thresholds = { overlap: 1, overlapHigh: 0 }
        for (const role of file.roles) if (role.id !== asked) delete role.priorities
      })
      const row = alone.findings.find((one) => one.code === 'F16' && Object.keys(one.subject).length === 0)
      return row ? Math.round((row.evidence.overlap as number) * 3) : 3
    }
    const asked = ['ceo', 'sales', 'ops', 'cfo', 'mgr-n', 'mgr-s', 'cash-n', 'agent', 'lead', 'acct', 'disp']
    expect(asked.map(thirds)).toEqual([3, 2, 1, 2, 1, 2, 0, 1, 2, 2, 0])
  })
  test('F16', () => {
    expect(told('F16')).toMatchObject([
      {
        subject: {},
        severity: 'high',
        evidence: { people: 25, distinct: 9, sameFirst: 0.12, farthest: ['agent', 'cash-n', 'disp', 'mgr-n', 'ops'] },
      },
    ])
    expect(told('F16')[0]?.evidence.overlap).toBeCloseTo(1 / 3, 9)
    expect(told('F16')[0]?.evidence.chance).toBeCloseTo(1 / 3, 9)
  })
  test('F17', () => {
    expect(rows('F17')).toEqual(['cash-n high 20'])
    expect(told('F17')[0]?.share).toBeCloseTo(0.406, 3)
    expect(evidence('F17', 'cash-n')).toMatchObject({ minutes: 400, allMinutes: 985, cost: 120 })
    expect(evidence('F17', 'cash-n')?.ofOrganisation).toBeCloseTo(400 / 5030, 9)
    expect(percent(evidence('F17', 'cash-n')?.ofOrganisation)).toBe(8)
  })
  test('F18', () => {
    const [a, b] = told('F18')
    expect(a).toMatchObject({ subject: { segment: 'biz' }, severity: 'high' })
    expect(a?.evidence.ratio).toBeCloseTo(2.443, 3)
    expect(a?.evidence.shareOfRisk).toBeCloseTo(0.828, 3)
    expect(b).toMatchObject({ subject: { part: 'b' }, severity: 'medium' })
    expect(b?.evidence.pairs).toMatchObject([
      { more: 'biz', less: 'casual' },
      { more: 'biz', less: 'loyal' },
      { more: 'loyal', less: 'casual' },
    ])
  })
  test('F18, all segments, and a year of it', () => {
    const all = changed((file) => (file.thresholds = { riskRatio: 0 }))
    const table = all.findings
      .filter((one) => one.code === 'F18' && one.subject.segment)
      .map(({ subject, evidence: { shareOfRisk, shareOfEquity, ratio } }) =>
        [subject.segment, percent(shareOfRisk), percent(shareOfEquity), Math.round((ratio as number) * 100) / 100].join(' '),
      )
    expect(table.sort()).toEqual(['biz 82.8 33.9 2.44', 'casual 1.3 18.1 0.07', 'loyal 15.9 48 0.33'])
    const { riskPerPeriod, customerEquity } = analysis.totals as { riskPerPeriod: number; customerEquity: number }
    expect(riskPerPeriod * 12).toBeCloseTo(177_336, 6)
    expect(((riskPerPeriod * 12) / customerEquity) * 100).toBeCloseTo(5.57, 2)
  })
  test('F19 speaks of nobody nearer than three steps', () => {
    expect(states('F19', 'not applicable')).toEqual(['acct', 'agent', 'cash-n', 'cash-s', 'disp', 'lead', 'mgr-n', 'mgr-s', 'sales'])
  })
  test('F19', () => expect(rows('F19').map((row) => row.trim())).toEqual(['ceo medium', 'ops high']))
  test('F20', () => expect(told('F20')).toMatchObject([{ subject: { grant: 'g15' }, severity: 'low' }]))
  test('F21 and F22 speak where the file says with whom cases stay, and how content people are', () => {
    expect([...told('F21'), ...told('F22')]).toEqual([])
    const moved = changed((file) => {
      file.organization.reportingLineOwnership = 'stays'
      file.routes[0].ownership = 'moves'
    })
    expect(rowsOf(moved.findings, 'F21')).toEqual(['agent late medium 100'])
    const unhappy = changed((file) => {
      for (const role of file.roles) role.engagement = role.id === 'agent' ? 41 : 68
    })
    expect(rowsOf(unhappy.findings, 'F22').map((row) => row.trim())).toEqual(['agent high'])
  })
  test('roadblocks by leader', () => {
    expect(analysis.roadblocks.map((one) => [id(one.role), one.contacts, one.guessed])).toEqual([
      ['ops', 146, 0],
      ['sales', 110, 0],
      ['ceo', 4, 0],
      ['cfo', 4, 0],
    ])
  })
  test('cards in the order of what is at risk, eleven kinds of case that get stuck and one of which news travels slowly', () => {
    const cards = analysis.cards.filter((card) => card.issueType !== null)
    expect(cards.map((card) => `${id(card.role)}/${org.doc.issueTypes?.[card.issueType as number]?.id} ${card.stake}`)).toEqual([
      'acct/late 10800',
      'acct/discount 1440',
      'cash-n/info 1275',
      'agent/late 650.4',
      'agent/faulty 255',
      'cash-s/tag 232.8',
      'cash-s/info 72',
      'cash-n/faulty 19.2',
      'cash-s/faulty 14.4',
      'agent/injury 9.6',
      'cash-n/injury 9.6',
      'agent/info 0',
    ])
    expect(cardListOf(analysis).stuck).toBe(11)
    const others = analysis.cards.filter((card) => card.issueType === null).map(({ role, stake }) => `${role < 0 ? '' : id(role)} ${stake}`)
    expect(others.slice(0, 4)).toEqual(['acct 12240', 'cash-n 1303.8', 'agent 915', 'cash-s 319.2'])
  })
})

describe('4.6 remedies, as edits', () => {
  test.each<[string, readonly Edit[], number[]]>([
    ['A', A, [386, 50, 302, 2714, 1880, 14_545.2]],
    ['B', B, [357, 50, 331, 2772, 2025, 14_757.84]],
    ['C', C, [436, 50, 152, 1614, 1230, 14_127.6]],
    ['D', D, [376, 10, 352, 2814, 2130, 13_431]],
    ['E', E, [336, 44, 358, 2862, 2154, 6138]],
    ['A–E', [...A, ...B, ...C, ...D, ...E], [547, 4, 87, 1520, 899, 3887.64]],
  ])('%s', (_, edits, [first, unresolved, handOffs, hours, cost, risk]) => {
    const { totals } = analyse(orgOf(edits.reduce(applyEdit, org.doc)).org)
    expect([totals.settledAtStep?.[0], totals.unresolved, totals.handOffs]).toEqual([first, unresolved, handOffs])
    expect([totals.waitingHours, totals.extraCost]).toEqual([hours, cost])
    expect(totals.riskPerPeriod).toBeCloseTo(risk as number, 6)
  })
  const applied = (edits: readonly Edit[]) => analyse(orgOf(edits.reduce(applyEdit, org.doc)).org)
  test('what the table says as shares and means', () => {
    const said = [[], A, B, C, D, E, [...A, ...B, ...C, ...D, ...E]].map((edits) => {
      const { firstContactResolution, handOffs, contacts, unresolved } = applied(edits).totals as unknown as Record<string, number>
      const resolved = (contacts as number) - (unresolved as number)
      return [Math.round((firstContactResolution as number) * 1000) / 10, Math.round(((handOffs as number) / resolved) * 1000) / 1000]
    })
    expect(said).toEqual([
      [56, 0.64],
      [64.3, 0.549],
      [59.5, 0.602],
      [72.7, 0.276],
      [62.7, 0.597],
      [56, 0.644],
      [91.2, 0.146],
    ])
  })
  test('E is the best for value, does nothing at first contact, and raises hands, hours and cost', () => {
    const [before, then] = [analysis.totals, applied(E).totals] as unknown as Record<string, number>[]
    const change = (key: string) => (then?.[key] as number) - (before?.[key] as number)
    expect(change('riskPerPeriod')).toBeCloseTo(-8640, 6)
    expect(change('firstContactResolution')).toBe(0)
    expect([change('handOffs'), change('waitingHours'), change('extraCost')]).toEqual([6, 48, 24])
  })
  test('after A–E only the hard ones are left: 31 hours each, four claims nobody settles, 25 cases for the team lead', () => {
    const all = applied([...A, ...B, ...C, ...D, ...E])
    const { waitingHours, escalatedResolved } = all.totals as unknown as Record<string, number>
    expect(escalatedResolved).toBe(49)
    expect((waitingHours as number) / (escalatedResolved as number)).toBeCloseTo(31, 1)
    expect(all.findings.filter((one) => one.code === 'F04').map((one) => one.subject)).toEqual([
      { role: 'agent', issueType: 'injury' },
      { role: 'cash-n', issueType: 'injury' },
    ])
    const arrived = (edits: readonly Edit[]) => {
      const own = edits.reduce(applyEdit, { ...org.doc, thresholds: { utilisation: 0 } })
      const row = analyse(orgOf(own).org).findings.find((one) => one.code === 'F13' && one.subject.role === 'lead')
      return row?.contacts
    }
    expect([arrived([]), arrived([...A, ...B, ...C, ...D, ...E])]).toEqual([125, 25])
  })
  test('each remedy of the example is offered by a finding', () => {
    const offered = analysis.findings.flatMap((finding) => finding.remedies).map((edit) => JSON.stringify(edit))
    for (const edit of [...A, ...C, ...D, ...E, B[0]]) {
      const found = offered.find((one) => one === JSON.stringify(edit))
      expect(found, JSON.stringify(edit)).toBeDefined()
    }
  })
})

describe('4.7 what is not known', () => {
  const stateOf = (of: Analysis, code: string, role: string, issueType: string) =>
    of.findings.find((one) => one.code === code && one.subject.role === role && one.subject.issueType === issueType)?.state
  test('V0: people alone: every code is unknown as a whole', () => {
    const { roles } = pinfoldFile()
    const people = roles.map((role: File) => ({ id: role.id, manager: role.reportsTo }))
    const bare = analysed({ headstand: '1.0', people })
    expect(bare.file).toMatchObject({ layers: 4, rung: 0 })
    expect(bare.findings.map((one) => [one.code, one.state, one.subject])).toEqual(
      Array.from({ length: 20 }, (_, i) => [`F${String(i + 1).padStart(2, '0')}`, 'unknown', {}]).concat([['F21', 'not applicable', {}]]),
    )
    expect(bare.totals.contacts).toBeNull()
    expect(orgOfFile({ headstand: '1.0', people }).structure.distance.every((steps) => steps < 0)).toBe(true)
  })
  test('V1: one role whose authority is not recorded', () => {
    const open = changed((file) => delete file.coverage.authority)
    expect(open.totals.firstContactResolution).toBeCloseTo(0.56, 9)
    expect(open.totals.unresolved).toEqual(between(48, 50))
    expect(open.totals.handOffs).toEqual(between(346, 352))
    const perResolved = [346 / (600 - 48), 352 / (600 - 50)].map((one) => Math.round(one * 1000) / 1000)
    expect(perResolved).toEqual([0.627, 0.64])
    expect(stateOf(open, 'F04', 'agent', 'injury')).toBe('unknown')
    const deep = open.findings.find((one) => one.code === 'F03' && one.subject.role === 'agent' && one.subject.issueType === 'faulty')
    expect(deep?.evidence).toMatchObject({ maxStep: 3, atBest: { maxStep: 2 } })
    expect(open.walks.find((walk) => walk.value === 120 && walk.path.length === 4)?.step).toEqual({ low: 2, high: 3 })
    expect(open.nextQuestions.map((one) => [id(one.role as number), one.section, one.contacts])).toEqual([['ops', 'authority', 12]])
  })
  test('V2: and the care agents too', () => {
    const open = changed((file) => {
      delete file.coverage.authority
      file.grants = file.grants.filter((grant: File) => grant.role !== 'agent')
    })
    expect(open.totals.firstContactResolution).toEqual({ low: 41 / 600, high: 463 / 600 })
    expect([41 / 600, 463 / 600].map((one) => Math.round(one * 1000) / 10)).toEqual([6.8, 77.2])
    expect(open.nextQuestions.map((one) => id(one.role as number))).toEqual(['agent', 'ops'])
  })
  test('V3: values that are not known', () => {
    const open = changed((file) => delete named(file.issueTypes, 'faulty').values)
    expect(open.totals.settledAtStep?.[0]).toEqual({ low: 276, high: 396 })
    expect(open.totals.unresolved).toEqual({ low: 50, high: 170 })
    expect(open.totals.firstContactResolution).toEqual({ low: 0.46, high: 0.66 })
    expect(['cash-n', 'cash-s', 'agent'].map((role) => stateOf(open, 'F02', role, 'faulty'))).toEqual(['unknown', 'unknown', 'unknown'])
    expect(open.nextQuestions).toMatchObject([{ section: 'values', contacts: 120 }])
  })
  test('V4: channels that are recorded in part', () => {
    const open = changed((file) => delete file.coverage.feedback)
    const silent = (role: string) => open.findings.find((one) => one.code === 'F07' && one.subject.role === role)
    // Everybody whom the care agents reach is known; nobody knows whom the tills tell.
    expect(silent('agent')).toMatchObject({ state: 'flagged', contacts: 52 })
    expect([silent('cash-n')?.state, silent('cash-s')?.state, silent('acct')?.state]).toEqual(['unknown', 'unknown', 'unknown'])
    expect(rowsOf(open.findings, 'F08')).toEqual(rowsOf(analysis.findings, 'F08'))
    expect(stateOf(open, 'F09', 'acct', 'discount')).toBe('unknown')
  })
  test('V5: without the odds of losing a customer the order falls back to contacts', () => {
    const open = changed((file) => delete file.strategy.lossIf)
    expect(open.stakeIsMoney).toBe(false)
    expect(open.findings.filter((one) => one.code === 'F18').map((one) => [one.state, one.subject])).toEqual([
      ['flagged', { part: 'b' }],
      ['unknown', {}],
    ])
    expect(open.cards.filter((card) => card.issueType !== null).slice(0, 2)).toMatchObject([{ stake: 100 }, { stake: 50 }])
  })
})

test('V6: the order of the lists says nothing, only that of priorities does', () => {
  const turned = changed((file) => {
    for (const value of Object.values(file)) if (Array.isArray(value)) value.reverse()
    for (const role of file.roles) role.measures?.reverse()
    file.strategy.boundaries.reverse()
  })
  const said = (of: Analysis) =>
    of.findings.map(({ code, state, severity, subject, contacts, evidence }) => ({ code, state, severity, subject, contacts, evidence }))
  expect(JSON.stringify(said(turned))).toBe(JSON.stringify(said(analysis)))
})

describe('4.8 small oracles', () => {
  const quantiles = { p50: 40, p90: 150 }
  test('quantiles', () => {
    const above = (limit: number) => Math.round((shareAbove(quantiles, limit) as number) * 1000) / 10
    expect([20, 40, 60, 100, 150].map(above)).toEqual([74.9, 50, 34.7, 18.7, 10])
    expect(limitCovering(quantiles, 0.8)).toBeCloseTo(95.29, 2)
    expect(limitCovering(quantiles, 0.9)).toBeCloseTo(150, 2)
  })
  test('bands', () => {
    const bands = [
      { from: 0, to: 20, share: 0.5 },
      { from: 20, to: 60, share: 0.3 },
      { from: 60, to: 200, share: 0.2 },
    ]
    expect(shareAbove(bands, 30)).toBeCloseTo(0.425, 9)
    expect(limitCovering(bands, 0.8)).toBeCloseTo(60, 9)
    expect(limitCovering(bands, 0.65)).toBeCloseTo(40, 9)
  })
  test('only a mean bounds the share, and only where the bound says something', () => {
    expect(shareAboveAtMost({ mean: 40 }, 100)).toBeCloseTo(0.4, 9)
    expect(shareAboveAtMost({ mean: 40 }, 30)).toBeNull()
  })
  test('lifetime value: the first margin a year out', () => {
    expect(lifetimeValue(org, org.segmentAt.get('casual') as number)).toBeCloseTo(48, 9)
    expect(customerEquity(org, org.segmentAt.get('biz') as number)).toBeCloseTo(1_080_000, 6)
  })
  test('with the first margin at once casual customers would be worth 88 instead of 48', () => {
    const { margin, retention } = named(pinfoldFile().segments, 'casual')
    const atOnce = (margin * 1.1) / (1.1 - retention)
    expect(atOnce).toBeCloseTo(88, 9)
    const given = changed((file) => (named(file.segments, 'casual').clv = atOnce))
    expect(given.segments[org.segmentAt.get('casual') as number]?.equity).toBeCloseTo(88 * 12_000, 6)
  })
  test.each([
    ['loyal', 361],
    ['casual', 336],
  ])('a grant for %s only', (segment, first) => {
    const scoped = changed((file) =>
      file.grants.push({ id: 'new', role: 'agent', kind: 'refund', limit: 200, per: 'case', scope: { segments: [segment] } }),
    )
    expect(scoped.totals.settledAtStep?.[0]).toBe(first)
    expect(Math.round((scoped.totals.firstContactResolution as number) * 1000) / 10).toBe(segment === 'loyal' ? 60.2 : 56)
  })

  const line = (needs: object[], grants: object[], more: object = {}) =>
    analysed({
      headstand: '1.0',
      coverage: { authority: 'complete' },
      roles: [
        { id: 'lead', reportsTo: null },
        { id: 'agent', reportsTo: 'lead' },
        { id: 'disp', reportsTo: 'lead' },
      ],
      touchpoints: [{ id: 't', staffedBy: ['agent'] }],
      issueTypes: [{ id: 'i', needs, values: [{ amount: 100, share: 1 }] }],
      demand: [{ touchpoint: 't', issueType: 'i', perPeriod: 10 }],
      grants: grants.map((grant, i) => ({ id: `g${i}`, ...grant })),
      ...more,
    })
  const refund = { kind: 'refund', amount: 'value' }
  const stepOf = (of: Analysis) => of.walks.map((walk) => walk.step)
  test('a limit of 100 covers a case of 100', () => {
    expect(stepOf(line([refund], [{ role: 'agent', kind: 'refund', limit: 100 }]))).toEqual([0])
  })
  test('two limits never add up', () => {
    const grants = [
      { role: 'agent', kind: 'refund', limit: 50 },
      { role: 'lead', kind: 'refund', limit: 60 },
    ]
    expect(stepOf(line([refund], grants))).toEqual([null])
  })
  test('a case collects what it needs as it climbs', () => {
    const grants = [
      { role: 'agent', kind: 'schedule' },
      { role: 'lead', kind: 'refund', limit: 500 },
    ]
    expect(stepOf(line([refund, { kind: 'schedule' }], grants))).toEqual([1])
  })
  test('a case that needs the same twice, for two amounts, is one case in the hands of one person (F14)', () => {
    const roles = ['lead', 'agent', 'disp'].map((id) => ({ id, reportsTo: id === 'lead' ? null : 'lead', headcount: 1 }))
    const alone = line([refund, { kind: 'refund', amount: 50 }], [{ role: 'lead', kind: 'refund', limit: 500 }], { roles })
    expect(alone.findings.find((one) => one.code === 'F14' && one.state === 'flagged')).toMatchObject({ contacts: 10, share: 1 })
  })
  test('routes in a circle end the way, and the circle is named', () => {
    const routes = [
      { id: 'a', from: 'agent', to: 'disp' },
      { id: 'b', from: 'disp', to: 'agent' },
    ]
    expect(line([refund], [], { routes }).walks).toMatchObject([{ step: null, loop: true }])
  })
  test('level 4 asks the other party, level 5 decides', () => {
    const at = (level: number) => stepOf(line([{ kind: 'schedule' }], [{ role: 'agent', kind: 'schedule', level }]))
    expect([at(4), at(5)]).toEqual([[null], [0]])
  })
  test('who must agree is one more hand', () => {
    expect(stepOf(line([{ kind: 'schedule' }], [{ role: 'agent', kind: 'schedule', requiresAgreementOf: ['disp'] }]))).toEqual([1])
  })
  test('under two tops there is no common manager', () => {
    const two = line([{ kind: 'schedule' }], [{ role: 'disp', kind: 'schedule' }], {
      roles: [
        { id: 'agent', reportsTo: null },
        { id: 'disp', reportsTo: null },
      ],
    })
    expect(rowsOf(two.findings, 'F05')).toEqual(['agent i high 10'])
  })
  test('a team without managers that may do everything has no dead end', () => {
    const nurses = Array.from({ length: 12 }, (_, i) => ({ id: `nurse-${i}`, title: `Nurse ${i}`, reportsTo: null, unit: 'team' }))
    const team = line(
      [{ kind: 'schedule' }],
      nurses.map((nurse) => ({ role: nurse.id, kind: 'schedule' })),
      {
        roles: nurses,
        touchpoints: [{ id: 't', staffedBy: nurses.map((nurse) => nurse.id) }],
      },
    )
    expect(team.totals.firstContactResolution).toBe(1)
    expect(rowsOf(team.findings, 'F04')).toEqual([])
  })
})

test('V6: the order of every list changes nothing', () => {
  const file = pinfoldFile()
  for (const key of Object.keys(file)) if (Array.isArray(file[key])) file[key].reverse()
  const turned = analyse(orgOfFile(file))
  expect(turned.totals).toEqual(analysis.totals)
  // Rows work out what they say when asked: compared is what they say.
  const said = ({ findings }: typeof analysis) => findings.map((one) => ({ ...one, evidence: one.evidence, remedies: one.remedies }))
  expect(said(turned)).toEqual(said(analysis))
})
