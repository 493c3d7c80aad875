// What is counted after an edit is what is counted from the beginning, and costs what the edit touches.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analysisAfter, analysisColumns, analysisOf, analysisSteps } from '../../src/analysis/analyse'
import { cardListOf, isStuck, partsOf, roleTotalsOf, walksAt } from '../../src/analysis/parts'
import { isRange, rounded } from '../../src/base/range'
import { finish } from '../../src/base/steps'
import { buffersIn } from '../../src/base/transfer'
import { analysisJson } from '../../src/cli/output/analysis'
import { wordsFor } from '../../src/i18n/words'
import { applyEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import { idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'
import { built, orgOfFile, pinfoldFile } from '../organisations'
import { type Analysis, analyse, type Finding } from './public'
import { editsOf } from './random-edits'
import { randomOrg } from './reference/random-org.mjs'

const words = wordsFor('en')
const nine = (value: Finding['contacts']) =>
  value && (isRange(value) ? { low: rounded(value.low), high: rounded(value.high) } : rounded(value))
const figuresOf = (finding: Finding | undefined) =>
  finding && { code: finding.code, contacts: nine(finding.contacts), share: nine(finding.share) }
const printed = (org: Org, analysis: Analysis) => ({
  ...analysisJson(org, analysis, words, { all: true, summary: false }),
  counts: analysis.counts,
  segments: analysis.segments,
  roles: analysis.roles,
  columns: analysis.roleColumns,
  cards: analysis.cards.map(({ role, issueType, severity, stake }) => ({ role, issueType, severity, stake })),
  gathered: cardListOf(analysis)
    .from(0, cardListOf(analysis).length)
    .map(({ role, issueType, severity, stake, places, findings }) => ({
      role,
      issueType,
      severity,
      stake,
      places,
      ...figuresOf(findings[0]),
    })),
  money: analysis.totals.moneyDecidedAtFirstContact,
})

const fixtures = readdirSync(new URL('../../fixtures/', import.meta.url)).filter((name) => name.endsWith('.json'))
const orgs: fc.Arbitrary<Org> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((seed) => orgOfFile(randomOrg(seed))) },
  { weight: 1, arbitrary: fc.constantFrom(120, 400).map((n) => orgOfFile(organisation(n).text)) },
  { weight: 1, arbitrary: fc.constant(null).map(() => orgOfFile(pinfoldFile())) },
)
const edited = (org: Org, edit: Edit) => orgAfter(org, applyEdit(org.doc, edit))

test('edit after edit, all that is said is what is said of the whole', () => {
  const chains = orgs.chain((org) => fc.tuple(fc.constant(org), fc.array(editsOf(org), { minLength: 1, maxLength: 4 })))
  fc.assert(
    fc.property(chains, ([first, edits]) => {
      let org = first
      let analysis = analyse(org)
      for (const edit of edits) {
        org = edited(org, edit)
        analysis = finish(analysisAfter(analysis, org))
        expect(printed(org, analysis)).toEqual(printed(org, analyse({ ...org })))
      }
    }),
    { numRuns: 60, seed: 20_261_122 },
  )
})

test('every fixture, after a power by post', () => {
  for (const name of fixtures) {
    const { org } = built(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'))
    if (!org) continue
    const after = edited(org, { kind: 'grant', grant: { role: idOf(org, org.doc.roles.length - 1), kind: 'refund', limit: 50 } })
    expect(printed(after, finish(analysisAfter(analyse(org), after))), name).toEqual(printed(after, analyse({ ...after })))
  }
})

test('of 10,000 roles those are walked again who hand on to whom the edit is about, and nobody for a power that no case needs', () => {
  const org = orgOfFile(organisation(10_000).text)
  const before = analyse(org)
  const walkedAfter = (edit: Edit) => partsOf(finish(analysisAfter(before, edited(org, edit))))?.survey.columns.walked as number
  const all = partsOf(before)?.survey.columns.walked as number
  const { parent, branchSize, firstChild } = org.structure
  const entries = partsOf(before)?.survey.columns.entry as Int32Array
  const leaf = entries.find((role) => firstChild[role] === -1) as number
  const lead = parent[leaf] as number
  const give = (role: number, kind: string): Edit => ({ kind: 'grant', grant: { role: idOf(org, role), kind, limit: 77 } })
  expect(all).toBeGreaterThan(5000)
  expect(walkedAfter(give(leaf, 'refund'))).toBeLessThanOrEqual(20)
  expect(walkedAfter(give(lead, 'refund'))).toBeLessThanOrEqual(20 * (branchSize[lead] as number))
  expect(walkedAfter(give(lead, 'nothing-needs-it'))).toBe(0)
})

test('what was counted travels as plain data and is the same analysis again', () => {
  fc.assert(
    fc.property(orgs, (org) => {
      const columns = analysisColumns(org)
      expect(printed(org, analysisOf(org, structuredClone(columns)))).toEqual(printed(org, analyse({ ...org })))
    }),
    { numRuns: 40, seed: 20_261_122 },
  )
  const columns = analysisColumns(orgOfFile(organisation(10_000).text))
  expect(buffersIn(columns).reduce((sum, buffer) => sum + buffer.byteLength, 0)).toBeLessThan(200 * 10_000)
})

test('a long analysis can wait: no step does all of it', () => {
  const steps = analysisSteps(orgOfFile(organisation(10_000).text))
  let count = 0
  while (!steps.next().done) count++
  expect(count).toBeGreaterThan(15)
})

test('a page of cards, a role: what the lists say, without the lists', () => {
  fc.assert(
    fc.property(orgs, (org) => {
      const analysis = analyse(org)
      const list = cardListOf(analysis)
      const all = list.from(0, list.length)
      const said = (cards: Analysis['cards']) =>
        cards.map(({ role, issueType, severity, stake, places, findings }) => [
          role,
          issueType,
          severity,
          stake,
          places,
          findings.map(figuresOf),
        ])
      expect([list.from(0, list.length + 9).length, list.flagged]).toEqual([
        all.length,
        all.filter((card) => card.severity !== null).length,
      ])
      expect(list.stuck).toBe(analysis.cards.filter(isStuck).length)
      expect(said(list.from(0, 12))).toEqual(said(all.slice(0, 12)))
      expect(said(list.from(50, 30))).toEqual(said(all.slice(50, 80)))
      for (let role = 0; role < org.doc.roles.length; role++) {
        expect(said(list.at(role))).toEqual(said(analysis.cards.filter((card) => card.role === role)))
        expect(walksAt(analysis, role)).toEqual(analysis.walks.filter((walk) => walk.entry === role))
        expect(roleTotalsOf(analysis, role)).toEqual(analysis.roles.find((one) => one.role === role) ?? null)
      }
    }),
    { numRuns: 30, seed: 20_261_122 },
  )
})
