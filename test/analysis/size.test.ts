// Odd but valid files: much of one kind neither breaks the analysis nor makes it endless.
import { expect, test } from 'vitest'
import { surveyOf } from '../../src/analysis/survey'
import { isRange } from '../../src/base/range'
import { organisation } from '../bench/organisation.mjs'
import { analysed, type File, orgOfFile } from '../organisations'

const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i))
const file = (more: object): File => ({
  headstand: '1.0',
  coverage: { authority: 'complete' },
  roles: [{ id: 'top', reportsTo: null }, ...many(60, (i) => ({ id: `r${i}`, reportsTo: 'top' }))],
  touchpoints: [{ id: 't', staffedBy: ['r0'] }],
  issueTypes: [{ id: 'i', needs: [{ kind: 'refund', amount: 'value' }], values: [{ amount: 500_000, share: 1 }] }],
  demand: [{ id: 'd', touchpoint: 't', issueType: 'i', perPeriod: 10 }],
  ...more,
})
const limit = { timeout: 60_000 }

test('150,000 grants of one role, all too low', limit, () => {
  const { findings } = analysed(file({ grants: many(150_000, (i) => ({ id: `g${i}`, role: 'r0', kind: 'refund', limit: i })) }))
  expect(findings.find((one) => one.code === 'F02')).toMatchObject({ state: 'flagged', evidence: { limit: 149_999 } })
})
test('150,000 grants that all need the agreement of one role', limit, () => {
  const grants = many(150_000, (i) => ({ id: `g${i}`, role: 'r0', kind: 'refund', limit: null, requiresAgreementOf: ['r1'] }))
  expect(analysed(file({ grants })).walks[0]).toMatchObject({ step: 1, hours: null })
})
test('thirty needs with fifty agreements each', limit, () => {
  const needs = many(30, (i) => ({ kind: `x-${i}` }))
  const agreement = (i: number) => [`r${2 + ((i * 7) % 50)}`, `r${2 + ((i * 13) % 50)}`]
  const grants = many(1500, (i) => ({ id: `g${i}`, role: 'r0', kind: `x-${i % 30}`, requiresAgreementOf: agreement(i) }))
  expect(analysed(file({ issueTypes: [{ id: 'i', needs }], grants })).totals.unresolved).toBe(0)
})
test('ten thousand needs that nobody is granted in ten thousand roles', limit, () => {
  const roles = [{ id: 'top', reportsTo: null }, ...many(10_000, (i) => ({ id: `r${i}`, reportsTo: 'top' }))]
  const needs = many(10_000, (i) => ({ kind: `x-${i}` }))
  expect(analysed(file({ roles, issueTypes: [{ id: 'i', needs }] })).totals.unresolved).toBe(10)
})
test('five thousand values in ten thousand roles', limit, () => {
  const roles = [{ id: 'top', reportsTo: null }, ...many(10_000, (i) => ({ id: `r${i}`, reportsTo: 'top' }))]
  const values = many(5000, (i) => ({ amount: i + 1, share: 1 / 5000 }))
  const issueTypes = [{ id: 'i', needs: [{ kind: 'refund', amount: 'value' }], values }]
  const { totals } = analysed(file({ roles, issueTypes, grants: [{ id: 'g', role: 'top', kind: 'refund', limit: 100 }] }))
  expect(
    [totals.settledAtStep?.[1], totals.unresolved].map((one) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)),
  ).toEqual([0.2, 9.8])
})
test('a kind without a name gives nobody every power', () => {
  const { totals } = analysed(file({ grants: [{ id: 'g', role: 'top', kind: '' }] }))
  expect(isRange(totals.unresolved)).toBe(false)
  expect(totals.unresolved).toBe(10)
})
test('no number of the output is beyond numbers, whatever the file says', () => {
  const { segments: _, ...rest } = file({})
  const said = analysed({
    ...rest,
    segments: [{ id: 's', clv: 5e-324, customers: 1e15 }],
    grants: [
      { id: 'g', role: 'r0', kind: 'refund', limit: 5 },
      { id: 'h', role: 'top', kind: 'refund', limit: null },
    ],
    issueTypes: [{ id: 'i', needs: [{ kind: 'refund', amount: 'value' }], values: { p50: 1e6, p90: 1e15 }, touchMinutes: 1e15 }],
    demand: [{ id: 'd', touchpoint: 't', segment: 's', issueType: 'i', perPeriod: 1e15 }],
  })
  const numbers = (value: unknown): number[] =>
    typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : []
  expect(numbers(JSON.parse(JSON.stringify(said.totals))).every(Number.isFinite)).toBe(true)
  expect(numbers(said.findings).filter((one) => !Number.isFinite(one))).toEqual([])
})

test('who may do the same and hands on to the same role shares a walk', () => {
  const leads = many(50, (i) => ({ id: `lead${i}`, reportsTo: 'top' }))
  const cashiers = leads.flatMap((lead) => many(20, (i) => ({ id: `${lead.id}-${i}`, reportsTo: lead.id })))
  const org = (grants: readonly object[]) =>
    orgOfFile(
      file({
        roles: [{ id: 'top', reportsTo: null }, ...leads, ...cashiers],
        touchpoints: [{ id: 't', staffedBy: cashiers.map(({ id }) => id) }],
        grants: [{ id: 'g', role: 'top', kind: 'refund', limit: null }, ...grants],
      }),
    )
  const alike = surveyOf(org([]))
  expect([alike.groupCount, alike.columns.walked]).toEqual([1000, 50])
  // One in each team may settle it itself, another may too but not as far: theirs are other walks.
  const unlike = surveyOf(
    org(leads.flatMap(({ id }) => [1e6, 5].map((limit, i) => ({ id: `g-${id}-${i}`, role: `${id}-${i}`, kind: 'refund', limit })))),
  )
  expect(unlike.columns.walked).toBe(150)
})
test('what is walked grows as the organisation does', () => {
  const walkedOf = (n: number) => {
    const { columns, groupCount } = surveyOf(orgOfFile(organisation(n).text))
    return columns.walked / groupCount
  }
  for (const share of [300, 3000].map(walkedOf)) {
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.8)
  }
})
