// Many places with one reason are one card: nothing is left out, nothing is told twice, and sums are sums.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysisColumns } from '../../src/analysis/analyse'
import { cardListOf } from '../../src/analysis/parts'
import type { Card, Finding } from '../../src/analysis/types'
import { highOf, lowOf, rounded } from '../../src/base/range'
import { cellAt } from '../../src/base/table'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import { orgAfter } from '../../src/model/resolve'
import { foldedTitle } from '../../src/model/titles'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'
import { orgOfFile, pinfoldFile } from '../organisations'
import { type Analysis, analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const orgs: fc.Arbitrary<Org> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((seed) => orgOfFile(randomOrg(seed))) },
  { weight: 2, arbitrary: fc.constantFrom(120, 400, 900).map((n) => orgOfFile(organisation(n, { hasStacks: true }).text)) },
)
const cardsOf = (analysis: Analysis) => cardListOf(analysis).from(0, cardListOf(analysis).length)
const placesOf = (card: Card) => card.from(0, card.places)
const keyOf = ({ role, issueType }: Card) => `${role}/${issueType}`
const rowOf = ({ code, subject, state }: Finding) => JSON.stringify([code, state, subject])
const isRow = ({ state, subject }: Finding) => state !== 'ok' && state !== 'not applicable' && Object.keys(subject).length > 0

/** Twelve shops, each with two tills and a manager; tills may refund up to €20 by their title. */
const shops = (change: (file: Record<string, unknown[]>) => void = () => {}) => {
  const shop = [...'abcdefghijkl']
  const file = {
    headstand: '1.0',
    organization: { name: 'Twelve shops', currency: 'EUR', periodDays: 30 },
    coverage: { authority: 'complete' },
    units: shop.map((unit) => ({ id: unit, name: `Shop ${unit.toUpperCase()}` })),
    roles: [
      { id: 'boss', title: 'Owner', reportsTo: null, responseHours: 24 },
      ...shop.flatMap((unit) => [
        { id: `manager-${unit}`, title: 'Shop manager', unit, reportsTo: 'boss', responseHours: 4 },
        { id: `till-${unit}`, title: unit === 'c' ? ' till  BOY' : 'Till boy', unit, reportsTo: `manager-${unit}` },
      ]),
    ],
    touchpoints: shop.map((unit) => ({ id: `at-${unit}`, unit, staffedBy: [`till-${unit}`] })),
    issueTypes: [
      {
        id: 'faulty',
        name: 'Faulty item',
        needs: [{ kind: 'refund', amount: 'value' }],
        values: [
          { amount: 10, share: 0.5 },
          { amount: 50, share: 0.5 },
        ],
      },
    ],
    demand: shop.map((unit, i) => ({ touchpoint: `at-${unit}`, issueType: 'faulty', perPeriod: 10 + i })),
    grants: [
      { id: 'tills', role: 'title:Till boy', kind: 'refund', limit: 20, per: 'case' },
      { id: 'managers', role: 'title:Shop manager', kind: 'refund', limit: 500, per: 'case' },
    ],
  }
  change(file as unknown as Record<string, unknown[]>)
  return orgOfFile(JSON.stringify(file))
}

describe('of any organisation', () => {
  test('each row that is flagged or not known stands on one card, and nothing else does', () => {
    fc.assert(
      fc.property(orgs, (org) => {
        const analysis = analyse(org)
        const cards = cardsOf(analysis)
        const places = cards.flatMap(placesOf)
        expect(places.map(keyOf).sort()).toEqual(analysis.cards.map(keyOf).sort())
        expect(places.flatMap(({ findings }) => findings.map(rowOf)).sort()).toEqual(analysis.findings.filter(isRow).map(rowOf).sort())
      }),
      { numRuns: 40, seed: 20_261_122 },
    )
  })

  test('the places of a card are of one title and say the same, the first with most at stake; stakes and contacts add up', () => {
    fc.assert(
      fc.property(orgs, (org) => {
        const title = (role: number) => foldedTitle(cellAt(org.doc.roles, 'title', role) ?? '')
        for (const card of cardsOf(analyse(org))) {
          const places = placesOf(card)
          expect(places).toHaveLength(card.places)
          expect(card.stake).toBeCloseTo(rounded(places.reduce((sum, { stake }) => sum + stake, 0)), 6)
          expect(places.map(({ stake }) => stake)).toEqual(places.map(({ stake }) => stake).sort((a, b) => b - a))
          expect(places[0]?.role).toBe(card.role)
          for (const place of places) {
            expect([title(place.role), place.issueType, place.severity]).toEqual([title(card.role), card.issueType, card.severity])
            expect(place.findings.map(({ code, state, severity }) => [code, state, severity])).toEqual(
              card.findings.map(({ code, state, severity }) => [code, state, severity]),
            )
          }
          for (const [k, finding] of card.findings.entries()) {
            const parts = places.map(({ findings }) => findings[k]?.contacts ?? null)
            if (finding.contacts === null) {
              expect(parts).toContain(null)
              continue
            }
            const sum = (of: typeof lowOf) => parts.reduce<number>((all, one) => all + (one === null ? 0 : of(one)), 0)
            expect(lowOf(finding.contacts)).toBeCloseTo(sum(lowOf), 6)
            expect(highOf(finding.contacts)).toBeCloseTo(sum(highOf), 6)
          }
        }
      }),
      { numRuns: 30, seed: 20_261_122 },
    )
  })

  test('cards stand in order: what is so first, then by what is at stake in all their places', () => {
    fc.assert(
      fc.property(orgs, (org) => {
        const analysis = analyse(org)
        const cards = cardsOf(analysis)
        const orderOf = ({ severity, stake }: Card) => [severity === null ? 1 : 0, -stake] as const
        const sorted = [...cards].sort((a, b) => orderOf(a)[0] - orderOf(b)[0] || orderOf(a)[1] - orderOf(b)[1])
        expect(cards.map(({ stake }) => stake)).toEqual(sorted.map(({ stake }) => stake))
        for (const issueType of new Set(cards.map((card) => card.issueType))) {
          if (issueType === null) continue
          const about = cards.filter((card) => card.issueType === issueType)
          expect(cardListOf(analysis).about(issueType, 9).map(keyOf)).toEqual(about.slice(0, 9).map(keyOf))
        }
      }),
      { numRuns: 30, seed: 20_261_122 },
    )
  })
})

describe('of twelve shops', () => {
  test('the tills are one card, whatever the case and the spaces of their title', () => {
    const [card] = cardsOf(analyse(shops()))
    expect([card?.places, card?.findings[0]?.contacts]).toEqual([12, (12 * 10 + 66) / 2])
  })

  test('a till that may do something else, or hands on further, has a card of its own', () => {
    const other = (change: Parameters<typeof shops>[0]) => cardsOf(analyse(shops(change))).map(({ places }) => places)
    expect(other((file) => file.grants?.push({ id: 'f', role: 'till-f', kind: 'refund', limit: 30 }))).toContain(11)
    expect(
      other((file) => file.roles?.push({ id: 'x', title: 'Area lead', reportsTo: 'boss' }) && changed(file, 'manager-f', { headcount: 0 })),
    ).toContain(11)
  })
  const changed = (file: Record<string, unknown[]>, id: string, cells: object) =>
    Object.assign(file.roles?.find((role) => (role as { id: string }).id === id) as object, cells)

  test('a power of the title is raised in one line, and changes all of them', () => {
    const org = shops()
    const [card] = cardsOf(analyse(org))
    const edit = card?.findings.flatMap(({ remedies }) => remedies).find(({ kind }) => kind === 'limit')
    expect(edit).toEqual({ kind: 'limit', grant: 'tills', limit: expect.any(Number) })
    if (!edit) throw new Error('nothing is offered')
    expect(validateEdit(org.doc, edit)).toBeNull()
    const after = cardsOf(analyse(orgAfter(org, applyEdit(org.doc, { ...edit, limit: 50 } as typeof edit))))
    expect(after.filter(({ issueType }) => issueType !== null)).toEqual([])
  })

  test('where it is not of the title alone, the same is done at each place as one step', () => {
    const org = shops((file) => {
      file.grants = [...'abcdefghijkl'].flatMap((unit) => [{ id: unit, role: `till-${unit}`, kind: 'refund', limit: 20, per: 'case' }])
      file.grants.push({ id: 'managers', role: 'title:Shop manager', kind: 'refund', limit: 500, per: 'case' })
    })
    const edit = cardsOf(analyse(org))[0]?.findings.flatMap(({ remedies }) => remedies)[0]
    expect(edit).toMatchObject({ kind: 'each', edits: expect.arrayContaining([{ kind: 'limit', grant: 'k', limit: expect.any(Number) }]) })
    if (edit?.kind !== 'each') throw new Error('nothing is offered')
    expect(edit.edits).toHaveLength(12)
    expect(applyEdit(org.doc, edit).grants?.every(({ limit }) => (limit ?? 0) > 20)).toBe(true)
  })
})

test('in Pinfold no two posts share a title, and every card is one place', () => {
  const cards = cardsOf(analyse(orgOfFile(pinfoldFile())))
  expect(cards.every(({ places, findings }) => places === 1 && findings.every((one) => one.places === undefined))).toBe(true)
})

test('of 10,000 roles the cards are a few hundred, in columns that travel', () => {
  const { cards, foremost } = analysisColumns(orgOfFile(organisation(10_000, { hasStacks: true }).text)).judged
  const places = cards.places.reduce((sum, one) => sum + one, 0)
  expect(places).toBe(cards.of.filter((card) => card >= 0).length)
  expect(places).toBeGreaterThan(10_000)
  expect(cards.first.length).toBeLessThan(places / 10)
  expect(foremost).toHaveLength(60)
  expect(Array.from(foremost.subarray(0, 12), (card) => cards.places[card] as number).filter((one) => one > 1).length).toBeGreaterThan(6)
})
