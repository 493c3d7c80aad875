// Each card's why is complete: whatever a finding says in numbers stands in its facts or its parts, with a label and a unit.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectors } from '../../src/analysis/analyse'
import { explain } from '../../src/analysis/why'
import { codesOfFacts, type Fact, factsOf } from '../../src/analysis/why-facts'
import { factInWords } from '../../src/i18n/facts'
import { wordsFor } from '../../src/i18n/words'
import type { Org } from '../../src/model/types'
import { built, type File, orgOfFile, pinfold } from '../organisations'
import { analyse, type Finding } from './public'
import { randomOrg } from './reference/random-org.mjs'

const words = wordsFor('en')
/** Numbers that stand elsewhere in a why: in the title, the bill, or the sentence. */
const TOLD_ELSEWHERE = new Set(['contacts', 'stake', 'share', 'isSmall'])
const numbersOf = (finding: Finding) =>
  Object.entries(finding.evidence).filter(([key, value]) => typeof value === 'number' && !TOLD_ELSEWHERE.has(key)) as [string, number][]
const valuesIn = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.kind === 'number' ? [fact.value] : []))

function law(org: Org) {
  for (const finding of analyse(org).findings) {
    const at = `${finding.code} ${JSON.stringify(finding.subject)} ${JSON.stringify(finding.evidence)}`
    const facts = factsOf(finding)
    for (const fact of facts) {
      const { label, of, value } = factInWords(org, fact, words)
      for (const text of [label, of, value]) expect(text, at).not.toMatch(/undefined|NaN|Infinity|\[object/)
      expect(label.length, at).toBeGreaterThan(1)
      expect(value.length, at).toBeGreaterThan(0)
    }
    if (finding.state !== 'flagged') continue
    const why = explain(org, { name: 'finding', code: finding.code, ...finding.subject })
    expect(why, at).not.toBeNull()
    expect(facts.length + (why?.parts.length ?? 0), at).toBeGreaterThan(0)
    for (const [key, value] of numbersOf(finding)) expect(valuesIn(facts), `${key} of ${at}`).toContain(value)
  }
}

test('every code has its facts', () => {
  expect(codesOfFacts).toEqual(detectors.map(({ code }) => code))
})

describe('every flagged row is made of something, and its numbers are those of its evidence', () => {
  test('Pinfold, where the file also speaks of ownership and mood', () => {
    law(pinfold())
    law(
      pinfold((file) => {
        file.organization.reportingLineOwnership = 'moves'
        for (const role of file.roles) role.engagement = role.id === 'agent' ? 41 : 68
      }),
    )
  })
  test('every fixture and every sample', () => {
    const orgs = ['fixtures', 'public/samples'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => built(readFileSync(`${folder}/${name}`, 'utf8')).org ?? []),
    )
    expect(orgs.length).toBeGreaterThan(10)
    for (const org of orgs) law(org)
  })
  test('random organisations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => law(orgOfFile(randomOrg(seed)))),
      { numRuns: 100, seed: 20_261_122 },
    )
  })
})

describe('in words', () => {
  const org = pinfold()
  const said = (code: string, role?: string, change: (file: File) => void = () => {}) => {
    const own = change.length === 0 ? org : pinfold(change)
    const finding = analyse(own).findings.find((one) => one.code === code && one.subject.role === role)
    if (!finding) throw new Error(`no ${code}`)
    return factsOf(finding).map((fact) => {
      const { label, of, value } = factInWords(own, fact, words)
      return `${label}${of ? ` (${of})` : ''}: ${value}`.replaceAll('\u00a0', ' ')
    })
  }
  test('who goes to see never, and what is not known, are told apart', () => {
    expect(said('F19', 'ops')).toEqual([
      'Away from those who meet customers: 2 steps',
      'Goes to see every: never',
      'Time with customers: 0 %',
      'Not settled at first contact, under its rules: 146',
    ])
    expect(said('F19', 'cfo')[1]).toBe('Goes to see every: not known')
  })
  test('a bottleneck', () => {
    expect(said('F13', 'lead')).toEqual([
      'Cases handed to it, and settled: 125',
      'Of all cases handed on and settled: 58.4 %',
      'Of them handed on again: 110',
      'Time they take: 1,250 min',
      'Time set aside: 1,500 min',
      'How busy that makes it: 83.3 %',
      'With dead ends carried to their end: 87.3 %',
      'A case waits, for each hour of work on it (a rough guide): 5.00 ×',
    ])
  })
  test('figures of fewer than three people are not shown', () => {
    const few = (file: File) => {
      for (const role of file.roles) if (role.id === 'cash-n') role.headcount = 2
    }
    expect(said('F11', 'cash-n', few)).toContain('Its pay, of the median: not shown: fewer than three people')
  })
})
