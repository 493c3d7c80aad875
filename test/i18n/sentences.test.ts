// What is read aloud in a room: every sentence of a card, of a remedy, of what is not known, in every sample and every variant.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { becauseOf, chipOf, sentenceOf, sentenceOfEdit } from '../../src/i18n/sentences'
import { wordsFor } from '../../src/i18n/words'
import type { Org } from '../../src/model/types'
import { randomOrg } from '../analysis/reference/random-org.mjs'
import { type File, orgOfFile, pinfold } from '../organisations'

const words = wordsFor('en')
const sample = (name: string) => orgOfFile(readFileSync(`public/samples/${name}.json`, 'utf8'))
const faulty = (file: File) => file.issueTypes.find((one: File) => one.id === 'faulty')

const ORGANISATIONS: Readonly<Record<string, () => Org>> = {
  Pinfold: () => pinfold(),
  'V1, authority in part': () => pinfold((file) => delete file.coverage.authority),
  'V2, nothing of the agents': () =>
    pinfold((file) => {
      delete file.coverage.authority
      file.grants = file.grants.filter((grant: File) => grant.role !== 'agent')
    }),
  'V3, values not known': () => pinfold((file) => delete faulty(file).values),
  'V4, channels in part': () => pinfold((file) => delete file.coverage.feedback),
  'V5, no odds of losing a customer': () => pinfold((file) => delete file.strategy.lossIf),
  'nothing counted': () => pinfold((file) => delete file.demand),
  'ownership and mood': () =>
    pinfold((file) => {
      file.organization.reportingLineOwnership = 'moves'
      for (const role of file.roles) role.engagement = role.id === 'agent' ? 41 : 68
    }),
  'approval ladder': () => sample('approval-ladder'),
  'people only': () => sample('people-only'),
  'teams without managers': () => sample('teams-without-managers'),
}

interface Said {
  readonly code: string
  readonly text: string
}
function cardsOf(org: Org): readonly Said[] {
  return analyse(org).findings.map((one) => ({
    code: `${one.code} ${JSON.stringify(one.subject)}`,
    text: one.state === 'flagged' ? sentenceOf(org, one, words) : becauseOf(one, words),
  }))
}
const remediesOf = (org: Org): readonly Said[] =>
  analyse(org).findings.flatMap(({ code, remedies }) => remedies.map((edit) => ({ code, text: sentenceOfEdit(org, edit, words) })))

/** A hard space stands between a number and its unit, and nowhere two blanks together. */
const GARBLED = /undefined|NaN|null|Infinity|\[object| {2}|\s[.,;:?](?:\s|$)|\.\.|“”|\(\)/
const LONGEST = 180

describe.each(Object.keys(ORGANISATIONS))('%s', (name) => {
  const org = (ORGANISATIONS[name] as () => Org)()

  test('every card is a sentence or two that one can read aloud in a breath', () => {
    const said = cardsOf(org)
    expect(said.length).toBeGreaterThan(10)
    for (const { code, text } of said) {
      expect(text, code).not.toMatch(GARBLED)
      expect(text, code).toMatch(/^[\p{Lu}\p{N}“]/u)
      expect(text, code).toMatch(/[.?]$/)
      expect(text.length, `${code}: ${text}`).toBeLessThanOrEqual(LONGEST)
    }
  })

  test('every number of a card has its unit', () => {
    // “41 of 100 in the survey” is a place on a scale, a name of the file is its own affair.
    const bare =
      /(?<![\p{L}\d€£.,–-])[\d.,–]*\d(?!\p{L}|[\d.,–]*\d|\s?%|\sh\b|[ \u00a0](?:times|days?|steps?|hand-offs?|of|in|more|customers?))/u
    const names = [...(org.doc.issueTypes ?? []), ...(org.doc.segments ?? [])].map((one) => one.name ?? '')
    for (const { code, text } of cardsOf(org)) {
      const without = names.reduce(
        (left, one) => (one === '' ? left : left.replaceAll(one, '…')),
        text.replaceAll('\u00a0', ' ').replace(/\d+ of 100/g, ''),
      )
      expect(without.match(bare)?.[0], `${code}: ${text}`).toBeUndefined()
    }
  })

  test('every remedy begins with a verb and names who, in full', () => {
    for (const { code, text } of remediesOf(org)) {
      expect(text, code).not.toMatch(GARBLED)
      expect(text, code).toMatch(/^(Let|Make|Measure) /)
      expect(text.length, text).toBeLessThanOrEqual(LONGEST)
    }
  })
})

describe('in the words of the worked example', () => {
  const org = pinfold()
  const { findings } = analyse(org)
  const said = (code: string, role?: string, issueType?: string) => {
    const row = findings.find((one) => one.code === code && one.subject.role === role && one.subject.issueType === issueType)
    if (!row) throw new Error(`no ${code}`)
    return sentenceOf(org, row, words).replaceAll('\u00a0', ' ')
  }
  test.each([
    ['F01', 'agent', 'late', 'Care agent meets “Late delivery” 100 times a month and may not promise a date.'],
    ['F01', 'agent', 'injury', 'Care agent meets “Injury or damage claim” twice a month and may not admit liability.'],
    ['F02', 'cash-n', 'faulty', 'Cashier North may refund up to €20. “Faulty item” goes beyond that 20 times a month.'],
    ['F03', 'agent', 'faulty', '“Faulty item” from Care agent takes up to 3 hand-offs. Once handed on, it waits 32.8 h on average.'],
    ['F05', 'agent', 'late', '“Late delivery” from Care agent is settled by Dispatcher in another branch: a route leads there.'],
    ['F09', 'acct', 'discount', 'Business account manager does tell Head of finance about “Price concession asked”, and never hears back.'],
    ['F19', 'ops', undefined, 'Head of operations is two steps away from those who meet customers and never goes to see.'],
    [
      'F11',
      'cash-n',
      undefined,
      'Cashier North meets 11 % of all cases with 40 % of the median pay, 20 % of the median years in the role, 110 % of a full workload, and the power to settle 30 % of them.',
    ],
    [
      'F13',
      'lead',
      undefined,
      'Care team lead gets 58 % of all cases that are handed on and settled. They fill 83 % of the time set aside for them.',
    ],
  ])('%s %s %s', (code, role, issueType, sentence) => {
    expect(said(code, role, issueType)).toBe(sentence)
  })
  test('steps to another branch go along the reporting line; steps to those who meet customers are those of the rows', () => {
    const F05 = words.say('finding.F05', { issue: 'Late', role: 'Agent', holder: 'Dispatcher', distance: 4 })
    expect(F05).toBe('“Late” from Agent can be settled by Dispatcher, 4 steps along the reporting line, in another branch.')
    const far = (distance: number | null) => words.say('finding.F19', { role: 'Chair', distance, goSee: 90 })
    expect(far(2)).toBe('Chair is one step away from those who meet customers and goes to see every 90 days.')
    expect(far(1)).toBe('Chair meets customers and goes to see every 90 days.')
    expect(far(null)).toBe('Chair has no line to a customer and goes to see every 90 days.')
  })
  test('the organisation’s own', () => {
    expect(said('F16')).toBe('Asked for the three priorities, people name 33 % of those of the strategy: no better than chance.')
    const served = findings.find((one) => one.code === 'F18' && one.subject.part === 'b')
    expect(served && sentenceOf(org, served, words).replaceAll('\u00a0', ' ')).toBe(
      'Business accounts are worth more than Occasional shoppers, yet fewer of their cases are settled at first contact: 38 % against 60 %.',
    )
  })
})

test('in random organisations nothing is garbled, and nobody is to blame', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const org = orgOfFile(randomOrg(seed))
      for (const { code, text } of [...cardsOf(org), ...remediesOf(org)]) expect(text, code).not.toMatch(GARBLED)
      for (const one of analyse(org).findings)
        if (one.state === 'flagged') {
          expect(chipOf(one, words)).not.toMatch(GARBLED)
          expect(sentenceOf(org, one, words)).not.toMatch(/\b(fail(s|ed)?|fault of|lazy|wrongly|refuses|ignores|should have|blame)\b/i)
        }
    }),
    { numRuns: 100, seed: 20_261_122 },
  )
})
