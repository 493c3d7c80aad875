// Totals beyond those of the oracle: what is never heard, or late; kinds of case; where most of what is handed on passes; roadblocks kind by kind.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roadblockSteps } from '../../src/analysis/roadblocks'
import { highOf, lowOf, type Measured } from '../../src/base/range'
import { finish } from '../../src/base/steps'
import { idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { orgOfFile, pinfold, pinfoldFile } from '../organisations'
import { type Analysis, analyse } from './public'
import { randomOrg } from './reference/random-org.mjs'

const issueId = (org: Org, issueType: number) => org.doc.issueTypes?.[issueType]?.id
const roadblocks = (org: Org, analysis: Analysis) =>
  analysis.roadblocks.map(
    ({ role, contacts, issues }) =>
      `${idOf(org, role)} ${contacts}: ${issues.map((one) => `${issueId(org, one.issueType)} ${one.contacts}`).join(', ')}`,
  )

describe('the worked example', () => {
  const org = pinfold()
  const analysis = analyse(org)
  test('220 contacts are heard by nobody who could change the rule, the other 380 late (F07, F08)', () => {
    expect(analysis.totals).toMatchObject({ unheard: 220, heardLate: 380 })
  })
  test('what becomes of each kind of case', () => {
    expect(
      analysis.issues.map(({ issueType, weight, settledAtFirstContact: here, unresolved }) =>
        [issueId(org, issueType), weight, here, unresolved].join(' '),
      ),
    ).toEqual(['tag 50 0 0', 'faulty 120 60 0', 'late 106 0 6', 'discount 10 6 0', 'injury 4 0 4', 'info 310 270 40'])
  })
  test('125 of the 214 handed on and settled come to the care team lead (F13)', () => {
    expect(idOf(org, analysis.bottleneck?.role ?? -1)).toBe('lead')
    expect(analysis.bottleneck).toMatchObject({ arrivals: 125, share: 125 / 214 })
  })
  test('roadblocks kind by kind (3.4)', () => {
    expect(roadblocks(org, analysis)).toEqual([
      'ops 146: late 106, info 40',
      'sales 110: faulty 60, tag 50',
      'ceo 4: injury 4',
      'cfo 4: discount 4',
    ])
  })
  test('of who hears is certain only what nobody can contradict (V4)', () => {
    const { totals } = analyse(pinfold((file) => delete file.coverage.feedback))
    expect(totals).toMatchObject({ unheard: { low: 52, high: 220 }, heardLate: 380 })
  })
  test('where no channel, or no owner, is recorded nothing is said of hearing', () => {
    const silent = analyse(
      pinfold((file) => {
        delete file.feedback
        delete file.coverage.feedback
      }),
    )
    const ownerless = analyse(
      pinfold((file) => {
        for (const type of file.issueTypes) delete type.policyOwner
      }),
    )
    for (const { totals } of [silent, ownerless]) expect(totals).toMatchObject({ unheard: null, heardLate: null })
  })
  test('a threshold of the file says what is late', () => {
    expect(analyse(pinfold((file) => (file.thresholds = { slowFeedbackDays: 20 }))).totals.heardLate).toBe(370)
  })
  test('the order of the file changes nothing', () => {
    const file = pinfoldFile()
    for (const list of ['roles', 'segments', 'issueTypes', 'demand', 'grants', 'feedback']) file[list].reverse()
    const turned = orgOfFile(file)
    const other = analyse(turned)
    expect(other.totals).toEqual(analysis.totals)
    expect(roadblocks(turned, other)).toEqual(roadblocks(org, analysis))
    expect(idOf(turned, other.bottleneck?.role ?? -1)).toBe('lead')
  })
})

describe('in every organisation', () => {
  const low = (value: Measured) => (value === null ? 0 : lowOf(value))
  const high = (value: Measured) => (value === null ? 0 : highOf(value))
  const check = (law: (org: Org, analysis: Analysis) => void) =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const org = orgOfFile(randomOrg(seed))
        law(org, analyse(org))
      }),
      { numRuns: 120, seed: 20_261_122 },
    )

  test('kinds of case add up to all, in each run', () => {
    check((_, { totals, issues }) => {
      if (totals.contacts === null) return
      expect(issues.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(totals.contacts, 6)
      for (const end of [low, high])
        expect(issues.reduce((sum, one) => sum + end(one.unresolved), 0)).toBeCloseTo(end(totals.unresolved), 6)
    })
  })
  test('what is heard by nobody and what is heard late are two things', () => {
    check((_, { totals: { contacts, unheard, heardLate } }) => {
      expect(unheard === null).toBe(heardLate === null)
      expect(low(unheard) + low(heardLate)).toBeLessThanOrEqual((contacts ?? 0) + 1e-6)
    })
  })
  test('kinds of a roadblock add up to it, and in steps it is the same', () => {
    check((_, analysis) => {
      expect(finish(roadblockSteps(analysis))).toBe(analysis.roadblocks)
      for (const { contacts, issues } of analysis.roadblocks) {
        if (contacts === null) expect(issues.every((one) => one.contacts === null)).toBe(true)
        else
          for (const end of [low, high])
            if (typeof contacts === 'number') expect(issues.reduce((sum, one) => sum + end(one.contacts), 0)).toBeCloseTo(contacts, 6)
      }
    })
  })
})
