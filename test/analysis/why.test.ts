// Every number says where it comes from: the parts add up to it, and it is the number the analysis says (domain.md 4.4, 4.7, 6.3).

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectors } from '../../src/analysis/analyse'
import type { Figure } from '../../src/analysis/types'
import { explain } from '../../src/analysis/why'
import { codesOfCases, codesWithParts } from '../../src/analysis/why-finding'
import { THRESHOLDS_OF } from '../../src/analysis/why-thresholds'
import { type CasePart, type Explanation, measuredOf, type Runs } from '../../src/analysis/why-types'
import { highOf, lowOf, type Measured } from '../../src/base/range'
import { en } from '../../src/i18n/en'
import { idOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { built, orgOfFile, pinfold } from '../organisations'
import { type Analysis, analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const why = (org: Org, figure: Figure): Explanation => {
  const explanation = explain(org, figure)
  if (!explanation) throw new Error(`nothing about ${JSON.stringify(figure)}`)
  return explanation
}
const cases = (explanation: Explanation) => explanation.parts.filter((part): part is CasePart => part.kind === 'case')
const titleOf = (org: Org, role: number) => idOf(org, role)
/** `agent/faulty 120: 10 × 3 = 30` */
const bill = (org: Org, figure: Figure) =>
  cases(why(org, figure)).map(({ case: { entry, issueType, value }, contacts, each, adds }) => {
    const name = [`${entry}/${issueType}`, value].filter((one) => one !== null).join(' ')
    return `${name}: ${Number(contacts.toFixed(6))} × ${each} = ${Number((adds.pessimistic ?? 0).toFixed(6))}`
  })

describe('the worked example, line by line', () => {
  const org = pinfold()

  test('hand-offs: 86·1 + 118·2 + 10·3 = 352', () => {
    const handOffs = why(org, { name: 'handOffs' })
    expect(handOffs.value).toBe(352)
    const byStep = new Map<unknown, number>()
    for (const part of cases(handOffs)) byStep.set(part.step, (byStep.get(part.step) ?? 0) + part.contacts)
    expect(Object.fromEntries([...byStep].map(([step, contacts]) => [String(step), Math.round(contacts * 1e6) / 1e6]))).toEqual({
      1: 86,
      2: 118,
      3: 10,
    })
    expect(bill(org, { name: 'handOffs' })).toEqual([
      'agent/late: 100 × 2 = 200',
      'cash-s/tag: 50 × 1 = 50',
      'agent/faulty 120: 10 × 3 = 30',
      'cash-n/faulty 120: 8 × 2 = 16',
      'agent/faulty 40: 15 × 1 = 15',
      'cash-n/faulty 40: 12 × 1 = 12',
      'cash-s/faulty 120: 6 × 2 = 12',
      'cash-s/faulty 40: 9 × 1 = 9',
      'acct/discount 600: 4 × 2 = 8',
    ])
  })

  test('waiting: 2,814 hours', () => {
    expect(why(org, { name: 'waiting' }).value).toBe(2814)
    expect(bill(org, { name: 'waiting' })).toEqual([
      'agent/late: 100 × 12 = 1200',
      'agent/faulty 120: 10 × 76 = 760',
      'acct/discount 600: 4 × 72 = 288',
      'cash-n/faulty 120: 8 × 26 = 208',
      'cash-s/faulty 120: 6 × 26 = 156',
      'cash-s/tag: 50 × 2 = 100',
      'agent/faulty 40: 15 × 4 = 60',
      'cash-n/faulty 40: 12 × 2 = 24',
      'cash-s/faulty 40: 9 × 2 = 18',
    ])
  })

  test('extra cost: €2,130', () => {
    expect(why(org, { name: 'extraCost' }).value).toBe(2130)
    expect(bill(org, { name: 'extraCost' })[0]).toBe('agent/late: 100 × 9 = 900')
  })

  test('risk: 14,778, as contacts × chance × worth, by whoever brings it', () => {
    const risk = why(org, { name: 'risk' })
    expect(risk.value).toBeCloseTo(14_778, 9)
    expect(risk.lossIf).toEqual({ escalated: 0.02, unresolved: 0.1 })
    const [first] = cases(risk)
    expect(first).toMatchObject({ case: { entry: 'acct', issueType: 'late', segment: 'biz' }, contacts: 6, step: null, loss: 0.1 })
    expect(first?.worth).toBeCloseTo(18_000, 6)
    expect(first?.adds.pessimistic).toBeCloseTo(10_800, 6)
    for (const part of cases(risk))
      expect(part.contacts * (part.loss as number) * (part.worth as number)).toBeCloseTo(part.adds.pessimistic ?? 0, 6)
  })

  test('risk by segment and by card', () => {
    const of = (figure: Omit<Figure, 'name'>) => why(org, { name: 'risk', ...figure }).value
    expect(of({ segment: 'casual' })).toBeCloseTo(192, 6)
    expect(of({ segment: 'loyal' })).toBeCloseTo(2346, 6)
    expect(of({ segment: 'biz' })).toBeCloseTo(12_240, 6)
    expect(of({ role: 'acct', issueType: 'late' })).toBeCloseTo(10_800, 6)
    expect(of({ role: 'agent', issueType: 'late' })).toBeCloseTo(650.4, 6)
    expect(of({ role: 'cash-s', issueType: 'tag' })).toBeCloseTo(232.8, 6)
  })

  test('settled at once 336 of 600, after hand-offs 214, never 50', () => {
    expect(why(org, { name: 'contacts' })).toMatchObject({ value: 600 })
    expect(why(org, { name: 'settled' })).toMatchObject({ value: 336, whole: 600 })
    expect(why(org, { name: 'afterHandOffs' })).toMatchObject({ value: 214, whole: 600 })
    expect(why(org, { name: 'deadEnds' })).toMatchObject({ value: 50, whole: 600 })
    expect(bill(org, { name: 'deadEnds' })).toEqual([
      'cash-n/info: 25 × 1 = 25',
      'cash-s/info: 15 × 1 = 15',
      'acct/late: 6 × 1 = 6',
      'agent/injury: 2 × 1 = 2',
      'cash-n/injury: 2 × 1 = 2',
    ])
  })

  test('the rows of the file, the most contacts first', () => {
    const { rows } = why(org, { name: 'waiting', role: 'agent', issueType: 'late' })
    expect(rows.map(({ id, segment, perPeriod, counted }) => [id, segment, perPeriod, counted])).toEqual([
      ['f6', 'loyal', 60, 60],
      ['f7', 'casual', 40, 40],
    ])
    expect(why(org, { name: 'contacts' }).rows.reduce((sum, row) => sum + row.counted, 0)).toBeCloseTo(600, 9)
  })

  test('the grants and routes that decided it', () => {
    const late = why(org, { name: 'handOffs', role: 'agent', issueType: 'late' })
    expect(late.grants.map(({ grant, role }) => [grant.kind, titleOf(org, role)])).toEqual([['schedule', 'disp']])
    expect(late.routes).toEqual([{ id: 'e1', from: roleAt(org, 'lead'), to: roleAt(org, 'disp') }])
    const faulty = why(org, { name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' })
    expect(faulty.grants.map(({ grant, role }) => [grant.kind, grant.limit, titleOf(org, role)])).toContainEqual(['refund', 20, 'cash-n'])
  })

  test('a finding: its cases, the share of the role, the thresholds it was held against', () => {
    const gap = why(org, { name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' })
    expect(gap).toMatchObject({ value: 20, whole: 67, rule: 'F02', finding: { severity: 'high' } })
    expect(bill(org, gap.figure)).toEqual(['cash-n/faulty 40: 12 × 1 = 12', 'cash-n/faulty 120: 8 × 1 = 8'])
    expect(gap.thresholds).toEqual([
      { name: 'severityHigh', value: 0.25, usual: 0.25, isOwn: false },
      { name: 'severityMedium', value: 0.05, usual: 0.05, isOwn: false },
    ])
    const own = pinfold((file) => (file.thresholds = { severityHigh: 0.2 }))
    expect(why(own, gap.figure).thresholds[0]).toEqual({ name: 'severityHigh', value: 0.2, usual: 0.25, isOwn: true })
  })

  test('an apology: 40 at the till in the north, 80 in the south', () => {
    expect(bill(org, { name: 'finding', code: 'F10', role: 'cash-s' })).toEqual(['cash-s/tag: 50 × 1 = 50', 'cash-s/faulty: 30 × 1 = 30'])
  })

  test('the reporting line: people, layers, people a manager', () => {
    expect(why(org, { name: 'people' }).value).toBe(30)
    expect(why(org, { name: 'roles' }).parts.map((part) => part.adds.pessimistic)).toEqual([1, 3, 5, 3])
    expect(why(org, { name: 'layers' }).parts).toHaveLength(4)
    const span = why(org, { name: 'span' })
    expect(span.parts.map((part) => part.adds.pessimistic)).toEqual([29, 6])
    expect(span.value).toBeCloseTo(29 / 6, 9)
  })

  test('what is not in the file, or has been mended, has no reason', () => {
    expect(explain(org, { name: 'handOffs', role: 'nobody' })).toBeNull()
    expect(explain(org, { name: 'finding', code: 'F04', role: 'agent', issueType: 'info' })).toBeNull()
  })
})

describe('what is not known', () => {
  test('V1: authority of one role not in the file: pairs, and whom to ask', () => {
    const org = pinfold((file) => delete file.coverage.authority)
    const dead = why(org, { name: 'deadEnds' })
    expect(dead.value).toEqual({ low: 48, high: 50 })
    expect(dead.missing).toEqual([{ what: 'authority', roles: [roleAt(org, 'ops')], issueTypes: [], segments: [] }])
    const injury = cases(dead).find((part) => part.case.entry === 'agent')
    expect(injury?.adds).toEqual({ pessimistic: 2, optimistic: 0 })
    // Hand-offs: the dead end may become two hand-offs, three may become two.
    const handOffs = why(org, { name: 'handOffs' })
    expect(handOffs.value).toEqual({ low: 346, high: 352 })
  })

  test('V2: 41 to 463 settled at once; the agent is asked before operations', () => {
    const org = pinfold((file) => {
      delete file.coverage.authority
      file.grants = file.grants.filter((grant: { id: string }) => !['g6', 'g17', 'g21'].includes(grant.id))
    })
    const settled = why(org, { name: 'settled' })
    expect(settled.value).toEqual({ low: 41, high: 463 })
    expect(settled.missing[0]?.roles.map((role) => titleOf(org, role))).toEqual(['agent', 'ops'])
  })

  test('V3: values not known: 276 to 396, and what they are worth is the question', () => {
    const org = pinfold((file) => delete file.issueTypes.find((one: { id: string }) => one.id === 'faulty').values)
    const settled = why(org, { name: 'settled' })
    expect(settled.value).toEqual({ low: 276, high: 396 })
    expect(settled.missing).toContainEqual({ what: 'values', roles: [], issueTypes: [org.issueTypeAt.get('faulty')], segments: [] })
  })

  test('a sum that cannot be said names the number that is missing', () => {
    const org = pinfold((file) => delete file.roles.find((one: { id: string }) => one.id === 'disp').responseHours)
    const waiting = why(org, { name: 'waiting' })
    expect(waiting).toMatchObject({ value: null, missing: [{ what: 'responseHours', roles: [roleAt(org, 'disp')] }] })
    expect(waiting.parts[0]).toMatchObject({ case: { entry: 'agent', issueType: 'late' }, adds: { pessimistic: null } })
    const loss = pinfold((file) => delete file.strategy.lossIf)
    expect(why(loss, { name: 'risk' })).toMatchObject({ value: null, missing: [{ what: 'lossIf' }] })
    const uncounted = pinfold((file) => delete file.demand)
    expect(why(uncounted, { name: 'handOffs' })).toMatchObject({ value: null, unit: 'hands', missing: [{ what: 'demand' }] })
    const people = orgOfFile({ headstand: '1.0', people: [{ id: 'ana', manager: null }] })
    expect(why(people, { name: 'settled' })).toMatchObject({ value: null, missing: [{ what: 'no-touchpoints' }] })
  })
})

describe('in every organisation', () => {
  const SUMS = ['contacts', 'settled', 'afterHandOffs', 'deadEnds', 'handOffs', 'waiting', 'extraCost', 'risk'] as const
  const files = [
    ...readdirSync('fixtures').map((name) => `fixtures/${name}`),
    ...readdirSync('public/samples').map((name) => `public/samples/${name}`),
  ].filter((path) => path.endsWith('.json'))

  function saidOf({ totals, roles, segments }: Analysis, org: Org): readonly (readonly [Figure, Measured])[] {
    const { contacts, unresolved, handOffs, waitingHours, extraCost, riskPerPeriod, settledAtStep, escalatedResolved } = totals
    return [
      [{ name: 'contacts' }, contacts],
      [{ name: 'settled' }, settledAtStep?.[0] ?? null],
      [{ name: 'afterHandOffs' }, escalatedResolved],
      [{ name: 'deadEnds' }, unresolved],
      [{ name: 'handOffs' }, handOffs],
      [{ name: 'waiting' }, waitingHours],
      [{ name: 'extraCost' }, extraCost],
      [{ name: 'risk' }, riskPerPeriod],
      [{ name: 'passThrough' }, totals.passThrough],
      [{ name: 'money' }, totals.moneyDecidedAtFirstContact],
      [{ name: 'apologies' }, totals.apologyNotPermitted],
      [{ name: 'unheard' }, totals.unheard],
      [{ name: 'heardLate' }, totals.heardLate],
      [{ name: 'outOfScope' }, totals.outOfScope],
      [{ name: 'equity' }, totals.customerEquity],
      ...roles.flatMap((one) => {
        const role = idOf(org, one.role)
        return [
          [{ name: 'contacts', role }, one.contacts],
          [{ name: 'settled', role }, one.settledAtFirstContact],
          [{ name: 'afterHandOffs', role }, one.escalatedResolved],
          [{ name: 'deadEnds', role }, one.unresolved],
        ] as const
      }),
      ...segments.flatMap((one) => {
        const segment = org.doc.segments?.[one.segment]?.id as string
        return [
          [{ name: 'contacts', segment }, one.contacts],
          [{ name: 'settled', segment }, one.settledAtFirstContact],
          [{ name: 'afterHandOffs', segment }, one.escalatedResolved],
          [{ name: 'deadEnds', segment }, one.unresolved],
          [{ name: 'waiting', segment }, one.waitingHours],
          [{ name: 'risk', segment }, one.riskPerPeriod],
          [{ name: 'equity', segment }, one.equity],
        ] as const
      }),
    ]
  }
  const total = ({ parts, rest }: Explanation): Runs => {
    const all = [...parts.map((part) => part.adds), ...(rest ? [rest.adds] : [])]
    const sum = (run: 'pessimistic' | 'optimistic') =>
      all.reduce<number | null>((so, one) => (so === null || one[run] === null ? null : so + one[run]), 0)
    return { pessimistic: sum('pessimistic'), optimistic: sum('optimistic') }
  }
  const near = (a: Measured, b: Measured) =>
    a !== null &&
    b !== null &&
    [lowOf, highOf].every((of) => Math.abs(of(a) - of(b)) <= 1e-6 * Math.max(1, Math.abs(of(a)), Math.abs(of(b))))

  function law(org: Org) {
    const analysis = analyse(org)
    for (const [figure, said] of saidOf(analysis, org)) {
      const explanation = why(org, figure)
      const at = JSON.stringify({ figure, said, value: explanation.value, parts: explanation.parts })
      expect(explanation.value, at).toEqual(said)
      if (said !== null) expect(near(measuredOf(total(explanation)), said), at).toBe(true)
      else expect(explanation.missing.length, at).toBeGreaterThan(0)
    }
    for (const finding of analysis.findings) {
      if (Object.keys(finding.subject).length === 0) continue
      const explanation = why(org, { name: 'finding', code: finding.code, ...finding.subject })
      const at = JSON.stringify({ finding, parts: explanation.parts })
      expect(explanation.value, at).toEqual(finding.contacts)
      const isOfCases = codesWithParts.includes(finding.code)
      if (isOfCases && finding.contacts !== null) expect(near(measuredOf(total(explanation)), finding.contacts), at).toBe(true)
      if (isOfCases && finding.share !== null && explanation.whole !== null && finding.contacts !== null)
        expect(near(measuredOf(shared(total(explanation), explanation.whole)), finding.share), at).toBe(true)
    }
    for (const card of analysis.stakeIsMoney ? analysis.cards.filter(({ role }) => role >= 0) : []) {
      const issueType = card.issueType === null ? {} : { issueType: org.doc.issueTypes?.[card.issueType]?.id as string }
      const { value } = why(org, { name: 'risk', role: idOf(org, card.role), ...issueType })
      if (value !== null) expect(highOf(value)).toBeCloseTo(card.stake, 6)
    }
    for (const name of SUMS) {
      for (const { entry: role, issueType } of analysis.walks.slice(0, 5)) {
        const narrow: Figure = { name, role: idOf(org, role), issueType: org.doc.issueTypes?.[issueType]?.id as string }
        const explanation = why(org, narrow)
        if (explanation.value !== null) expect(near(measuredOf(total(explanation)), explanation.value)).toBe(true)
      }
    }
    for (const name of ['people', 'roles', 'layers'] as const)
      expect(near(measuredOf(total(why(org, { name }))), analysis.file[name])).toBe(true)
  }
  const shared = (runs: Runs, whole: number): Runs => ({
    pessimistic: (runs.pessimistic ?? 0) / whole,
    optimistic: (runs.optimistic ?? 0) / whole,
  })

  test('the parts add up to the number that the analysis says: every fixture', () => {
    const orgs = files.flatMap((path) => built(readFileSync(path, 'utf8')).org ?? [])
    expect(orgs.length).toBeGreaterThan(10)
    for (const org of orgs) law(org)
  })

  test('the parts add up to the number that the analysis says: random organisations', () => {
    const seeds = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(seeds, (seed) => law(orgOfFile(randomOrg(seed)))),
      { numRuns: 150, seed: 20_261_122 },
    )
  })

  test('every finding there is says its rule, its source and its thresholds', () => {
    const codes = detectors.map((one) => one.code)
    expect(codesOfCases).toEqual(detectors.flatMap(({ code, of }) => (of === 'listed' ? [] : [code])))
    expect(Object.keys(THRESHOLDS_OF)).toEqual(codes)
    for (const code of [...codes, ...SUMS, 'people', 'roles', 'layers', 'span']) expect(en).toHaveProperty([`why.rule.${code}`])
    for (const code of codes) expect(en).toHaveProperty([`why.source.${code}`])
    for (const name of Object.values(THRESHOLDS_OF).flat()) expect(en).toHaveProperty([`why.threshold.${name}`])
  })
})
