// What somebody has accepted stays true, and is no card and no flag; and what is in order is exactly what is neither said nor unknown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedIn } from '../../src/analysis/accepted-lines'
import { analysisAfter } from '../../src/analysis/analyse'
import { fineIn } from '../../src/analysis/fine'
import { cardListOf, isStuck } from '../../src/analysis/parts'
import { finish } from '../../src/base/steps'
import { analysisJson } from '../../src/cli/output/analysis'
import { wordsFor } from '../../src/i18n/words'
import { applyEdit } from '../../src/model/edits/apply'
import type { AcceptEdit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import { roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'
import { orgOfFile, pinfoldFile } from '../organisations'
import { type Analysis, analyse, type Finding } from './public'
import { randomOrg } from './reference/random-org.mjs'

const pinfold = () => orgOfFile(pinfoldFile())
const accepting = (org: Org, of: AcceptEdit['of'], until?: string) =>
  orgAfter(org, applyEdit(org.doc, { kind: 'accept', of, because: 'It is dear to us.', ...(until ? { until } : {}) }))
const rowOf = ({ code, subject }: Finding) => JSON.stringify([code, subject])
const onCards = (analysis: Analysis) => analysis.cards.flatMap(({ findings }) => findings.map(rowOf))
const LATE = { role: 'acct', issueType: 'late' }
const orgs = fc.integer({ min: 1, max: 100_000 }).map((seed) => orgOfFile(randomOrg(seed)))

describe('accepted', () => {
  test('it leaves cards, flags and the count of places, and no total and no finding', () => {
    const org = pinfold()
    const [before, after] = [analyse(org), analyse(accepting(org, [{ code: 'F04', subject: LATE }]))]
    expect(onCards(before)).toContain(JSON.stringify(['F04', LATE]))
    expect(onCards(after)).toEqual(onCards(before).filter((row) => row !== JSON.stringify(['F04', LATE])))
    expect(after.totals).toEqual(before.totals)
    expect(after.counts).toEqual(before.counts)
    expect(after.findings.map(rowOf)).toEqual(before.findings.map(rowOf))
  })

  test('a kind of case of which all is accepted flies no flag', () => {
    const org = pinfold()
    const [before] = cardListOf(analyse(org)).at(roleAt(org, 'acct') as number)
    const of = analyse(org).findings.filter(({ subject }) => subject.role === 'acct' && subject.issueType === 'late')
    const analysis = analyse(accepting(org, of))
    const flags = ({ high, medium, low }: Analysis['roleColumns']['flags']) =>
      [high, medium, low].map((column) => column[roleAt(org, 'acct') as number])
    expect(before && isStuck(before)).toBeDefined()
    expect(cardListOf(analysis).stuck).toBe(10)
    expect(flags(analysis.roleColumns.flags).reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(
      flags(analyse(org).roleColumns.flags).reduce<number>((sum, one) => sum + (one ?? 0), 0) - 1,
    )
  })

  test('until a day: that day still, and from the next on it is a finding again', () => {
    const org = accepting(pinfold(), [{ code: 'F04', subject: LATE }], '2026-11-22')
    const isOnCard = (today?: string) => onCards(analyse(org, { today })).includes(JSON.stringify(['F04', LATE]))
    expect([isOnCard(), isOnCard('2026-11-21'), isOnCard('2026-11-22'), isOnCard('2026-11-23')]).toEqual([false, false, false, true])
  })

  test('by a title it is accepted of all who bear it', () => {
    const org = orgOfFile(organisation(400, { hasStacks: true }).text)
    const first = cardListOf(analyse(org))
      .from(0, 50)
      .find(({ places, issueType, severity }) => places > 1 && issueType !== null && severity !== null)
    const finding = first?.findings[0] as Finding
    const title = org.doc.roles.columns.title
    const named = title.kind === 'text' ? (title.pool as readonly string[])[title.cells[first?.role as number] as number] : ''
    const after = accepting(org, [{ code: finding.code, subject: { ...finding.subject, role: `title:${named?.toUpperCase()}` } }])
    const [line] = acceptedIn(analyse(after), after)
    expect(line?.count).toBeGreaterThanOrEqual(first?.places as number)
    const left = onCards(analyse(after))
    expect(first?.from(0, first.places).some(({ findings: [one] }) => one && left.includes(rowOf(one)))).toBe(false)
  })

  test('whatever is accepted: a row is told on a card, or accepted, and after the edit all is said that is said of the whole', () => {
    fc.assert(
      fc.property(orgs, fc.nat(), (org, seed) => {
        const before = analyse(org)
        const flagged = before.findings.filter(({ state }) => state === 'flagged')
        const of = flagged.filter((_, i) => (i * 7 + seed) % 3 === 0).map(({ code, subject }) => ({ code, subject }))
        if (of.length === 0) return
        const after = accepting(org, of)
        const analysis = finish(analysisAfter(before, after))
        const accepted = acceptedIn(analysis, after).flatMap(({ from, count }) => from(0, count).map(rowOf))
        expect(accepted.sort()).toEqual(of.map(({ code, subject }) => JSON.stringify([code, subject])).sort())
        expect([...onCards(analysis), ...accepted].sort()).toEqual(onCards(before).sort())
        expect(onCards(analysis)).toEqual(onCards(analyse({ ...after })))
        expect(analysis.roleColumns).toEqual(analyse({ ...after }).roleColumns)
      }),
      { numRuns: 40, seed: 20_261_122 },
    )
  })

  test('other programs read it as flagged, with the reason beside it', () => {
    const plain = pinfold()
    const org = accepting(plain, [{ code: 'F04', subject: LATE }], '2026-12-31')
    const findings = (of: Org, summary = false) =>
      (analysisJson(of, analyse(of), wordsFor('en'), { all: false, summary }) as { findings: Record<string, unknown>[] }).findings
    const found = findings(org).find(({ code, subject }) => code === 'F04' && JSON.stringify(subject) === JSON.stringify(LATE))
    expect(found).toMatchObject({ state: 'flagged', accepted: { because: 'It is dear to us.', until: '2026-12-31' } })
    expect(findings(org).map(({ accepted, ...row }) => row)).toEqual(findings(plain))
    expect(findings(plain).some((row) => 'accepted' in row)).toBe(false)
    expect(findings(org, true).reduce((sum, { places }) => sum + (places as number), 0)).toBe(findings(plain).length)
  })

  test('what is not known cannot be accepted', () => {
    const org = pinfold()
    const unknown = analyse(org).findings.find(({ state, subject }) => state === 'unknown' && subject.role !== undefined) as Finding
    const after = accepting(org, [unknown])
    expect(onCards(analyse(after))).toContain(rowOf(unknown))
    expect(acceptedIn(analyse(after), after).map(({ count }) => count)).toEqual([0])
  })
})

describe('in order', () => {
  test('is what is neither said nor unknown nor beside the point, rule by rule', () => {
    fc.assert(
      fc.property(orgs, (org) => {
        const analysis = analyse(org, { withOk: true })
        const rows = (state: string) => analysis.findings.filter((one) => one.state === state).map(rowOf)
        const fine = fineIn(analysis)
        expect(fine.flatMap(({ from, count }) => from(0, count).map(rowOf)).sort()).toEqual(rows('ok').sort())
        expect(fine.every(({ from, count }) => from(0, count + 5).length === count && from(count, 5).length === 0)).toBe(true)
        expect(fine.flatMap(({ from, count }) => from(0, count)).every(({ state }) => state === 'ok')).toBe(true)
      }),
      { numRuns: 30, seed: 20_261_122 },
    )
  })

  test('news that has no way to whom it concerns is not in order', () => {
    const org = pinfold()
    const news = fineIn(analyse(org)).filter(({ code }) => code === 'F08' || code === 'F09')
    expect(news.map(({ code, notApplicable }) => [code, notApplicable > 0])).toEqual([
      ['F08', true],
      ['F09', true],
    ])
  })
})
