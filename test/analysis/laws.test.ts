// What holds in every organisation, over the random ones of the reference.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highOf, lowOf, type Measured } from '../../src/base/range'
import { analysisJson } from '../../src/cli/output/analysis'
import { wordsFor } from '../../src/i18n/words'
import { orgOf } from '../../src/model/build'
import { applyEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { idOf } from '../../src/model/roles'
import { type File, orgOfFile } from '../organisations'
import { type Analysis, analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const seeds = fc.integer({ min: 1, max: 100_000 })
const check = (law: (seed: number) => void) => fc.assert(fc.property(seeds, law), { numRuns: 120, seed: 20_261_122 })
const words = wordsFor('en')
const low = (value: Measured) => (value === null ? 0 : lowOf(value))
const high = (value: Measured) => (value === null ? 0 : highOf(value))

test('what is settled and what is not sums to what arrives, in each run', () => {
  check((seed) => {
    const { totals, roles } = analyse(orgOfFile(randomOrg(seed)))
    if (totals.contacts === null || totals.settledAtStep === null) return
    const settled = (of: (value: Measured) => number) => totals.settledAtStep?.reduce<number>((sum, one) => sum + of(one), 0) ?? 0
    expect(settled(low) + high(totals.unresolved)).toBeLessThanOrEqual(totals.contacts + 1e-6)
    expect(settled(high) + low(totals.unresolved)).toBeGreaterThanOrEqual(totals.contacts - 1e-6)
    expect(roles.reduce((sum, one) => sum + (one.contacts ?? 0), 0)).toBeCloseTo(totals.contacts, 6)
  })
})

test('a grant never lengthens a walk', () => {
  check((seed) => {
    // Where authority is recorded in part, a first grant also says what else the role may not do.
    const org = orgOfFile({ ...randomOrg(seed), coverage: { authority: 'complete' } })
    const before = analyse(org)
    const role = idOf(org, seed % org.doc.roles.length)
    const edit: Edit = { kind: 'grant', grant: { role, kind: 'refund', limit: null, per: 'case' } }
    const after = analyse(orgOf(applyEdit(org.doc, edit)).org)
    const settledBy = (of: Analysis, step: number) =>
      (of.totals.settledAtStep ?? []).slice(0, step + 1).reduce<number>((sum, one) => sum + low(one), 0)
    // Of steps beyond the first only the sum up to a step can be compared: a case may move from any to any smaller one.
    for (let step = 0; step < 5; step++) {
      const isOpen = (one: Analysis) => one.totals.settledAtStep?.some((value) => typeof value !== 'number')
      if (!isOpen(before) && !isOpen(after)) expect(settledBy(after, step)).toBeGreaterThanOrEqual(settledBy(before, step) - 1e-6)
    }
    expect(low(after.totals.unresolved)).toBeLessThanOrEqual(low(before.totals.unresolved) + 1e-6)
    expect(high(after.totals.unresolved)).toBeLessThanOrEqual(high(before.totals.unresolved) + 1e-6)
  })
})

test('no number of the output has more than nine decimals, parts of people included', () => {
  const org = orgOfFile({ headstand: '1.0', roles: [0.1, 0.2, 0.7].map((headcount, i) => ({ id: `r${i}`, headcount })) })
  expect(analysisJson(org, analyse(org), words, { all: true, summary: false })).toMatchObject({ file: { people: 1 } })
  const turned = orgOfFile({ headstand: '1.0', roles: [0.1, 0.2].map((headcount, i) => ({ id: `r${i}`, headcount })) })
  expect(analysisJson(turned, analyse(turned), words, { all: true, summary: false })).toMatchObject({ file: { people: 0.3 } })
})

test('the order of every list changes not a byte of the output', () => {
  const said = (file: File) => {
    const org = orgOfFile(file)
    return JSON.stringify(analysisJson(org, analyse(org, { withOk: true }), words, { all: true, summary: false }))
  }
  check((seed) => {
    const file = randomOrg(seed) as File
    const turned = Object.fromEntries(
      Object.entries(file).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
    )
    expect(said(turned)).toBe(said(file))
  })
})

test('a flagged row has a severity and a sentence, an unknown one a reason', () => {
  check((seed) => {
    const org = orgOfFile(randomOrg(seed))
    const rows = analysisJson(org, analyse(org), words, { all: false, summary: false }).findings as File[]
    for (const row of rows) {
      if (row.state === 'flagged') expect(row.severity && row.sentence.length > 20).toBeTruthy()
      else expect(row.because.text.length).toBeGreaterThan(10)
      expect(JSON.stringify(row)).not.toMatch(/undefined|NaN|Infinity/)
    }
  })
})

test('every remedy can be applied, and none of them makes what is certain worse', () => {
  check((seed) => {
    const org = orgOfFile(randomOrg(seed))
    const before = analyse(org)
    const grants = before.findings.flatMap((one) => one.remedies).filter((edit) => edit.kind !== 'route')
    for (const edit of grants.slice(0, 4)) {
      const { totals } = analyse(orgOf(applyEdit(org.doc, edit)).org)
      expect(high(totals.unresolved)).toBeLessThanOrEqual(high(before.totals.unresolved) + 1e-6)
    }
  })
})
