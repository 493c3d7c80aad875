// What an edit does, told before it is made: the remedies of the worked example, and laws over random organisations and edits.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysisAfter } from '../../src/analysis/analyse'
import { type Difference, differenceOf, TOTAL_NAMES, type TotalName } from '../../src/analysis/difference'
import { between, type Measured } from '../../src/base/range'
import { finish } from '../../src/base/steps'
import { applyEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import type { Org } from '../../src/model/types'
import { type File, orgOfFile, pinfold } from '../organisations'
import { A, B, C, D, E } from './pinfold-remedies'
import { analyse, type Finding } from './public'
import { editsOf } from './random-edits'
import { randomOrg } from './reference/random-org.mjs'

const edited = (org: Org, edits: readonly Edit[]) => edits.reduce((now, edit) => orgAfter(now, applyEdit(now.doc, edit)), org)
const tried = (edits: readonly Edit[], change?: (file: File) => void) => {
  const org = pinfold(change)
  return differenceOf(analyse(org), analyse(edited(org, edits)))
}
const told = ({ findings }: Difference, turn: keyof Difference['findings']) =>
  findings[turn].first.map(({ finding: { code, subject }, was, is }) =>
    [code, subject.role, subject.issueType ?? subject.measure, was, '→', is].filter((one) => one !== undefined).join(' '),
  )
const courses = ({ totals }: Difference, course: string) => TOTAL_NAMES.filter((name) => totals[name].course === course)

describe('4.6 the remedies of the worked example', () => {
  const BASE = [336, 50, 352, 2814, 2130, 14_778]
  const NAMES: readonly TotalName[] = ['onTheSpot', 'deadEnds', 'handOffs', 'waiting', 'extraCost', 'risk']
  test.each<[string, readonly Edit[], readonly number[]]>([
    ['A', A, [386, 50, 302, 2714, 1880, 14_545.2]],
    ['B', B, [357, 50, 331, 2772, 2025, 14_757.84]],
    ['C', C, [436, 50, 152, 1614, 1230, 14_127.6]],
    ['D', D, [376, 10, 352, 2814, 2130, 13_431]],
    ['E', E, [336, 44, 358, 2862, 2154, 6138]],
    ['A–E', [...A, ...B, ...C, ...D, ...E], [547, 4, 87, 1520, 899, 3887.64]],
  ])('%s: every total today and after', (_, edits, after) => {
    const { totals } = tried(edits)
    NAMES.forEach((name, k) => {
      const [before, then] = [BASE[k] as number, after[k] as number]
      expect(totals[name].before).toBeCloseTo(before, 6)
      expect(totals[name].after).toBeCloseTo(then, 6)
      expect(totals[name].by).toBeCloseTo(then - before, 6)
      const isMoreGood = name === 'onTheSpot'
      expect(totals[name].course).toBe(then === before ? 'same' : then > before === isMoreGood ? 'better' : 'worse')
    })
    expect(totals.settled.after).toBeCloseTo((after[0] as number) / 600, 9)
  })

  test('E is worse in three totals, and only for the six cases that nobody settled before', () => {
    const difference = tried(E)
    expect(courses(difference, 'worse')).toEqual(['handOffs', 'waiting', 'extraCost'])
    expect(difference.rescued).toBe(6)
    expect([...difference.isForRescued]).toEqual(['handOffs', 'waiting', 'extraCost'])
    expect(told(difference, 'vanishes')).toContain('F04 acct late high → ')
    expect(difference.findings.eases.first.map(({ finding }) => finding.code)).toContain('F05')
    expect(difference.isNothing).toBe(false)
  })
  test('a longer way for cases that were settled all the same is worse for no good reason', () => {
    const detour: Edit = { kind: 'route', route: { from: 'cash-s', to: 'ops', issueTypes: ['faulty'] } }
    const difference = tried([detour, ...E])
    expect(courses(difference, 'worse')).toContain('handOffs')
    expect(difference.rescued).toBe(6)
    expect(difference.isForRescued.has('handOffs')).toBe(false)
  })
  test('B lets the tills decide €480 and €360 more a month', () => {
    expect(tried(B.slice(0, 1)).totals.money).toMatchObject({ by: 480, course: 'other' })
    expect(tried(B).totals.money.by).toBe(840)
  })
  test('C: what is said of late deliveries at the care line vanishes, and fewer wait for the lead', () => {
    const difference = tried(C)
    expect(told(difference, 'vanishes')).toEqual(
      expect.arrayContaining(['F01 agent late medium → ', 'F03 agent late medium → ', 'F05 agent late low → ']),
    )
    expect(difference.stuck).toEqual({ before: 11, after: 10 })
    expect(courses(difference, 'worse')).toEqual([])
  })
  test('after all five only the hard cases are handed on: fewer hours in all, more for each', () => {
    const { hoursEach, totals } = tried([...A, ...B, ...C, ...D, ...E])
    expect(hoursEach.before).toBeCloseTo(2814 / 214, 9)
    expect(hoursEach.after).toBeCloseTo(1520 / 49, 9)
    expect([totals.afterHandOffs.before, totals.afterHandOffs.after]).toEqual([214, 49])
  })
  test('what changes nothing says so', () => {
    expect(tried([{ kind: 'grant', grant: { role: 'disp', kind: 'x-nothing-needs-it' } }])).toMatchObject({ isNothing: true })
    expect(tried([{ kind: 'deputy', role: 'disp', deputy: 'ops' }]).isNothing).toBe(false)
  })
})

describe('what is not known', () => {
  const isOpen = (file: File) => delete file.coverage.authority
  test('a pair of numbers is better only if both are', () => {
    const settled = tried(D, isOpen).totals.deadEnds
    expect(settled).toMatchObject({ before: between(48, 50), after: between(8, 10), course: 'better', by: -40 })
  })
  test('to learn that the pessimistic number is the true one makes nothing better', () => {
    const injury: Edit = { kind: 'grant', grant: { role: 'ops', kind: 'admit-liability', level: 1 } }
    const difference = tried([injury], isOpen)
    expect(difference.totals.deadEnds).toMatchObject({ before: between(48, 50), after: 50, course: 'open' })
    expect(courses(difference, 'better')).toEqual([])
  })
  test('without demand gauges still say whether anything is another', () => {
    const isBare = (file: File) => delete file.demand
    const { totals, isNothing } = tried(C, isBare)
    expect(totals.settled).toMatchObject({ before: null, after: null, course: 'same' })
    expect(isNothing).toBe(false)
  })
})

describe('for any organisation and any edits', () => {
  const changes = fc
    .integer({ min: 1, max: 100_000 })
    .map((seed) => orgOfFile(randomOrg(seed)))
    .chain((org) => fc.tuple(fc.constant(org), fc.array(editsOf(org), { minLength: 1, maxLength: 3 })))
  const options = { numRuns: 40, seed: 20_261_122 }
  const flaggedIn = (org: Org, state: Finding['state']) => analyse(org).findings.filter((one) => one.state === state).length

  test('a change and its undo are mirror images', () => {
    const OPPOSITE = { better: 'worse', worse: 'better', same: 'same', other: 'other', open: 'open' } as const
    fc.assert(
      fc.property(changes, ([org, edits]) => {
        const [before, after] = [analyse(org), analyse(edited(org, edits))]
        const [there, back] = [differenceOf(before, after), differenceOf(after, before)]
        for (const name of TOTAL_NAMES) {
          expect(back.totals[name]).toMatchObject({ before: there.totals[name].after, after: there.totals[name].before })
          expect(back.totals[name].course).toBe(OPPOSITE[there.totals[name].course])
          expect(negated(back.totals[name].by)).toEqual(there.totals[name].by)
        }
        expect(back.stuck).toEqual({ before: there.stuck.after, after: there.stuck.before })
        expect([back.findings.worsens.count, back.findings.eases.count]).toEqual([there.findings.eases.count, there.findings.worsens.count])
        expect(back.isNothing).toBe(there.isNothing)
      }),
      options,
    )
  })
  test('findings that come and go account for those there are', () => {
    fc.assert(
      fc.property(changes, ([org, edits]) => {
        const after = edited(org, edits)
        const { findings } = differenceOf(analyse(org), analyse(after))
        const wereFlagged = ({ first }: { first: readonly { was: unknown }[] }) =>
          first.filter(({ was }) => was !== null && was !== 'unknown').length
        const wereUnknown = ({ first }: { first: readonly { was: unknown }[] }) => first.filter(({ was }) => was === 'unknown').length
        fc.pre(Object.values(findings).every(({ count, first }) => count === first.length))
        expect(findings.appears.count - findings.vanishes.count - wereFlagged(findings.opens)).toBe(
          flaggedIn(after, 'flagged') - flaggedIn(org, 'flagged'),
        )
        expect(findings.opens.count - findings.closes.count - wereUnknown(findings.appears)).toBe(
          flaggedIn(after, 'unknown') - flaggedIn(org, 'unknown'),
        )
      }),
      options,
    )
  })
  test('what was counted after the edit tells the same as what is counted anew', () => {
    fc.assert(
      fc.property(changes, ([org, edits]) => {
        const [before, after] = [analyse(org), edited(org, edits)]
        const quick = differenceOf(before, finish(analysisAfter(before, after)))
        expect(plain(quick)).toEqual(plain(differenceOf(analyse({ ...org }), analyse({ ...after }))))
      }),
      options,
    )
  })
})

function negated(by: Measured): Measured {
  if (by === null) return null
  return typeof by === 'number' ? 0 - by : between(0 - by.low, 0 - by.high)
}
const plain = (difference: Difference) => ({
  ...difference,
  isForRescued: [...difference.isForRescued],
  findings: Object.fromEntries(
    Object.entries(difference.findings).map(([turn, { count, first }]) => [
      turn,
      { count, first: first.map(({ finding: { code, subject, evidence }, was, is }) => ({ code, subject, evidence, was, is })) },
    ]),
  ),
})
