// A half-filled file: no wall of red, no green that is not earned. Whatever is left out of a file, nothing is flagged or in order that was
// not before, and what is no longer known says what would settle it (domain.md 2.2, 2.6).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SAID_AT, whereOf } from '../../src/analysis/said-at'
import { en } from '../../src/i18n/en'
import { becauseOf } from '../../src/i18n/sentences'
import { wordsFor } from '../../src/i18n/words'
import { type File, orgOfFile, pinfoldFile } from '../organisations'
import { type Analysis, analyse, type Finding } from './public'

const words = wordsFor('en')

/** Sections of the file and fields of its rows, each of which may be missing. */
type Cut = readonly [section: string, field?: string]
const FIELDS: readonly Cut[] = [
  ...[
    'measures',
    'priorities',
    'pay',
    'tenureYears',
    'workload',
    'hourlyCost',
    'responseHours',
    'escalationMinutes',
    'customerTime',
    'goSeeEveryDays',
    'promotesTo',
    'headcount',
    'unit',
  ].map((field): Cut => ['roles', field]),
  ...['customers', 'margin', 'retention'].map((field): Cut => ['segments', field]),
  ...['channel', 'unit'].map((field): Cut => ['touchpoints', field]),
  ...['needs', 'values', 'touchMinutes', 'apologyDue', 'causedBy', 'policyOwner'].map((field): Cut => ['issueTypes', field]),
  ...['segment', 'perPeriod'].map((field): Cut => ['demand', field]),
  ...['limit', 'per', 'faultOf'].map((field): Cut => ['grants', field]),
  ...['everyDays', 'delayDays'].map((field): Cut => ['feedback', field]),
  ...['discountRate', 'priorities', 'boundaries', 'lossIf'].map((field): Cut => ['strategy', field]),
]
const SECTIONS: readonly Cut[] = ['segments', 'touchpoints', 'issueTypes', 'demand', 'strategy', 'units'].map((section): Cut => [section])
/** What is listed in part, once the file no longer says that the list is complete. */
const COVERED: readonly Cut[] = [
  ['coverage', 'authority'],
  ['coverage', 'feedback'],
  ['coverage', 'measures'],
]
const ALL = [...FIELDS, ...SECTIONS, ...COVERED]
const nameOf = ([section, field]: Cut) => (field ? `${section}.${field}` : section)

function without(file: File, cuts: readonly Cut[]): File {
  for (const [section, field] of cuts) {
    if (field === undefined) delete file[section]
    else for (const row of [file[section] ?? []].flat()) delete row[field]
  }
  return file
}

const full = pinfoldFile()
const before = analyse(orgOfFile(full), { withOk: true })
const keyOf = ({ code, subject }: Finding) => `${code} ${JSON.stringify(subject)}`
const stateIn = (analysis: Analysis) => new Map(analysis.findings.map((one) => [keyOf(one), one]))
const known = stateIn(before)

/**
 * Where domain.md reads a file without it otherwise, on purpose, so that a row may say something new:
 * a `per` that is absent is what F20 looks for; a list that is complete says *no* of what it does not hold (`twoWay`); without boundaries,
 * or without who brings a case, nothing is out of scope; without `demand` every touchpoint meets every kind of case.
 */
const IN_SCOPE = ['F01', 'F02', 'F03', 'F04', 'F05', 'F07', 'F08', 'F09', 'F10', 'F11', 'F13', 'F14', 'F18']
const READS_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'grants.per': ['F20'],
  'feedback.twoWay': ['F09'],
  'strategy.boundaries': IN_SCOPE,
  strategy: IN_SCOPE,
  segments: IN_SCOPE,
  'demand.segment': IN_SCOPE,
  demand: [...IN_SCOPE, 'F21'],
}

/** Means and medians are of those who say (3.6): who says no more moves them. */
const IN_PART: Readonly<Record<string, readonly string[]>> = {
  'roles.priorities': ['F16'],
  'roles.pay': ['F11'],
  'roles.tenureYears': ['F11'],
  'roles.headcount': ['F11', 'F16'],
}

function law(cuts: readonly Cut[], file: File = without(pinfoldFile(), cuts), otherwise = READS_OTHERWISE): void {
  const mayDiffer = new Set(cuts.flatMap((cut) => otherwise[nameOf(cut)] ?? []))
  const after = analyse(orgOfFile(file), { withOk: true })
  for (const row of after.findings) {
    const at = `without ${cuts.map(nameOf).join(', ')}: ${keyOf(row)}`
    const was = known.get(keyOf(row))?.state ?? 'not there'
    if (!mayDiffer.has(row.code) && row.state === 'flagged') expect(was, `${at} is flagged`).toBe('flagged')
    if (!mayDiffer.has(row.code) && row.state === 'ok') expect(was, `${at} is in order`).toBe('ok')
    if (row.state === 'unknown') {
      expect(row.because?.code, at).toMatch(/^[a-z-]+$/)
      expect(becauseOf(row, words), at).toMatch(/^\p{Lu}.{20,}[.?]$/u)
      expect(whereOf(row), at).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/)
    }
  }
}

test('the worked example says all of it: that is what is taken from', () => {
  expect(before.counts).toEqual({ flagged: 60, unknown: 3 })
})

describe('without', () => {
  test.each(ALL.map((cut) => [nameOf(cut), cut] as const))('%s nothing is flagged or in order that was not', (_, cut) => law([cut]))
})

test('without any two of them', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (one, other) => law([one, other])),
    { numRuns: 200 },
  )
})

test('without any number of them', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.subarray([...ALL], { minLength: 1, maxLength: 12 }), (cuts) => law(cuts)),
    { numRuns: 100 },
  )
})

test('without them in some rows only', { timeout: 60_000 }, () => {
  // Rows of demand without a number are left out of every total, and building says so: shares are then of the other rows.
  const inSome = FIELDS.filter(([section, field]) => section !== 'strategy' && field !== 'perPeriod')
  fc.assert(
    fc.property(fc.subarray(inSome, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.boolean()), (cuts, isCut) => {
      const file = pinfoldFile()
      for (const [section, field] of cuts) for (const row of file[section]) if (isCut.next().value) delete row[field as string]
      law(cuts, file, { ...READS_OTHERWISE, ...IN_PART })
    }),
    { numRuns: 200 },
  )
})

test('every reason that a rule gives has words, and a place in the file where it is said', () => {
  const codes = Object.keys(en).flatMap((key) => (key.startsWith('because.') ? [key.slice('because.'.length)] : []))
  expect(Object.keys(SAID_AT).sort()).toEqual(codes.sort())
})
