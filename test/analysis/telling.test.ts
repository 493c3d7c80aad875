// The three things worth saying first: what is said of the worked example, of it half known, and that nothing is ever said that may be wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Statement, settledShare, tellingOf } from '../../src/analysis/telling'
import { highOf, lowOf, type Measured, type Range } from '../../src/base/range'
import { wordsFor } from '../../src/i18n/words'
import type { Org } from '../../src/model/types'
import { sayStatement } from '../../src/scene/headline'
import { type File, orgOfFile, pinfold, pinfoldFile } from '../organisations'
import { type Analysis, analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const words = wordsFor('en')
const said = (org: Org) =>
  tellingOf(org, analyse(org)).map((statement) => sayStatement({ org, words, medium: 'screen' }, statement).says.replaceAll('\u00a0', ' '))
const PINFOLD = [
  'Customers bring 600 cases a month. The people they meet may settle 56 % of them.',
  'Business accounts are a third of what customers are worth, and 83 % of what this structure puts at risk.',
  '220 cases are told to nobody who could change the rule.',
]

describe('the worked example', () => {
  test('says who settles, whom it costs, and what is not heard', () => {
    expect(said(pinfold())).toEqual(PINFOLD)
  })
  test('says next where most of it waits, once all is heard', () => {
    const org = pinfold((file) => {
      file.feedback = file.roles.flatMap(({ id }: File) =>
        ['sales', 'ops', 'cfo', 'ceo']
          .filter((to) => to !== id)
          .map((to) => ({ id: `${id}-${to}`, from: id, to, everyDays: 1, delayDays: 0 })),
      )
    })
    expect(said(org)[2]).toBe('58 % of what is handed on and settled goes through Care team lead.')
  })
  test('says which kind of case stops, once nothing else is worse', () => {
    const org = pinfold((file) => {
      delete file.feedback
      delete file.coverage.feedback
      delete file.strategy.lossIf
      file.thresholds = { arrivalShare: 0.6, fcrPoints: 0.5 }
    })
    expect(said(org)[1]).toBe('40 of 310 cases of “Where is my order?” never reach anybody who may settle them.')
  })
  test('whatever the order of the file', () => {
    const file = pinfoldFile()
    for (const list of ['roles', 'segments', 'issueTypes', 'demand', 'grants', 'feedback']) file[list].reverse()
    expect(said(orgOfFile(file))).toEqual(PINFOLD)
  })
})

describe('half known (domain.md 4.7)', () => {
  test.each<[string, (file: File) => void, readonly string[]]>([
    ['V1, not all authority', (file) => delete file.coverage.authority, PINFOLD],
    [
      'V2, nor that of the care agents',
      (file) => {
        delete file.coverage.authority
        file.grants = file.grants.filter((grant: File) => grant.role !== 'agent')
      },
      [
        'Customers bring 600 cases a month. The people they meet may settle 7–77 % of them.',
        'Business accounts are a third of what customers are worth, and 75–88 % of what this structure puts at risk.',
        PINFOLD[2] as string,
      ],
    ],
    [
      'V3, not what faulty items are worth',
      (file) => delete file.issueTypes[1].values,
      [
        'Customers bring 600 cases a month. The people they meet may settle 46–66 % of them.',
        'Business accounts are a third of what customers are worth, and 70–84 % of what this structure puts at risk.',
        PINFOLD[2] as string,
      ],
    ],
    [
      'V4, not all channels: what may be heard is not claimed to be unheard',
      (file) => delete file.coverage.feedback,
      [PINFOLD[0] as string, PINFOLD[1] as string, '58 % of what is handed on and settled goes through Care team lead.'],
    ],
    [
      'V5, not how many customers are lost',
      (file) => delete file.strategy.lossIf,
      [
        PINFOLD[0] as string,
        PINFOLD[2] as string,
        'The more a customer is worth, the less is settled on the spot: 38 % for Business accounts, 60 % for Occasional shoppers.',
      ],
    ],
    [
      'no demand: kinds of case',
      (file) => delete file.demand,
      [
        'The people customers meet may settle 13 % of the kinds of case they bring.',
        '“Injury or damage claim” never reaches anybody who may settle it.',
      ],
    ],
  ])('%s', (_, change, sentences) => {
    expect(said(pinfold((file) => void change(file)))).toEqual(sentences)
  })
  test('V0, people only: nothing is said of cases', () => {
    expect(said(orgOfFile('Ada\n  Bo\n  Cy'))).toEqual([])
  })
})

const low = (value: Measured) => (value === null ? Number.NaN : lowOf(value))
const isWithin = (value: Measured, bounds: number | Range) =>
  low(value) >= lowOf(bounds) - 1e-9 && (value === null ? Number.NaN : highOf(value)) <= highOf(bounds) + 1e-9

/** Whether a statement holds of an organisation that is known as far as it goes. */
function holds(statement: Statement, analysis: Analysis): boolean {
  const { totals, segments, issues, bottleneck } = analysis
  const settledOf = (segment: number) => segments.find((one) => one.segment === segment)?.firstContactResolution ?? null
  switch (statement.kind) {
    case 'settled':
      return isWithin(settledShare(analysis), statement.share) && statement.contacts === totals.contacts
    case 'worth': {
      if (statement.code === 'risk') {
        const own = segments.find(({ segment }) => segment === statement.segment)?.riskPerPeriod ?? null
        const all = segments.reduce((sum, { riskPerPeriod }) => sum + (riskPerPeriod === null ? 0 : low(riskPerPeriod)), 0)
        // Both runs agree here, or the statement is made of this very analysis and its range holds what it says.
        return typeof own !== 'number' || typeof totals.riskPerPeriod !== 'number' || isWithin(own / all, statement.risk)
      }
      const { dearest, cheapest } = statement
      return isWithin(settledOf(dearest.segment), dearest.settled) && isWithin(settledOf(cheapest.segment), cheapest.settled)
    }
    case 'voice':
      return isWithin(totals.unheard, statement.contacts) && lowOf(statement.contacts) > 0
    case 'ends': {
      if (statement.code === 'rest') return !statement.areCounted || isWithin(totals.unresolved, statement.unresolved)
      const issue = issues.find(({ issueType }) => issueType === statement.issueType)
      if (!issue) return false
      return statement.contacts === null ? low(issue.unresolved) >= issue.weight - 1e-9 : isWithin(issue.unresolved, statement.contacts)
    }
    case 'passes':
      return bottleneck?.role !== statement.role || isWithin(bottleneck.share, statement.share)
  }
}

describe('of any organisation', () => {
  const check = (law: (seed: number) => void) =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), law), { numRuns: 150, seed: 20_261_122 })

  test('three things at most, of three kinds, each with the numbers of the analysis', () => {
    check((seed) => {
      const org = orgOfFile(randomOrg(seed))
      const analysis = analyse(org)
      const telling = tellingOf(org, analysis)
      expect(telling.length).toBeLessThanOrEqual(3)
      expect(new Set(telling.map(({ kind }) => kind)).size).toBe(telling.length)
      for (const statement of telling) expect([statement, holds(statement, analysis)]).toEqual([statement, true])
      for (const sentence of said(org)) expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
    })
  })

  test('what is said of a file that hides something holds in the file that does not', () => {
    let claims = 0
    check((seed) => {
      const file: File = randomOrg(seed)
      file.coverage = { authority: 'complete', feedback: 'complete' }
      const hidden: File = structuredClone(file)
      // Who holds no grant, who leads no channel on: it is no longer said that they do not.
      hidden.coverage = seed % 3 === 0 ? { authority: 'complete' } : {}
      const types: File[] = hidden.issueTypes ?? []
      const type = types[seed % Math.max(1, types.length)]
      if (type && seed % 2 === 0) delete type.values
      if (hidden.strategy && seed % 5 === 0) delete hidden.strategy.lossIf
      const [whole, part] = [orgOfFile(file), orgOfFile(hidden)]
      const truth = analyse(whole)
      for (const statement of tellingOf(part, analyse(part))) {
        claims++
        expect([statement, holds(statement, truth)]).toEqual([statement, true])
      }
    })
    expect(claims).toBeGreaterThan(100)
  })
})
