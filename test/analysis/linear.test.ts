// Work, counted and not timed: ten times the roles at twenty kinds of issue are ten times the hops walked, effects looked up, cases read and
// grants held against needs, and no more, on any machine.
import { expect, test } from 'vitest'
import { analysisColumns } from '../../src/analysis/analyse'
import { Authority } from '../../src/analysis/authority'
import { Powers } from '../../src/analysis/powers'
import { Cases, surveyOf } from '../../src/analysis/survey'
import { Ways } from '../../src/analysis/ways'
import { manyIssues } from '../bench/organisation/issues.mjs'
import { orgOfFile } from '../organisations'

const ASKED: Readonly<Record<string, readonly [object, string]>> = {
  'hops walked': [Ways.prototype, 'next'],
  'effects looked up': [Powers.prototype, 'effectOf'],
  'cases read': [Cases.prototype, 'step'],
  'grants held against needs': [Authority.prototype, 'classCovers'],
}

/** How often each is asked for while something runs. A spy that keeps every call would outgrow what it counts. */
function counted(run: () => void): Readonly<Record<string, number>> {
  const counts = Object.fromEntries(Object.keys(ASKED).map((what) => [what, 0]))
  const put = Object.entries(ASKED).map(([what, [of, name]]) => {
    const methods = of as Record<string, (...given: unknown[]) => unknown>
    const before = methods[name] as (...given: unknown[]) => unknown
    methods[name] = function (this: unknown, ...given) {
      counts[what] = (counts[what] as number) + 1
      return before.apply(this, given)
    }
    return () => {
      methods[name] = before
    }
  })
  run()
  for (const back of put) back()
  return counts
}

function workOf(roles: number) {
  const org = orgOfFile(manyIssues(roles))
  const work = counted(() => analysisColumns(org))
  return { pairs: surveyOf(org).pairCount, work }
}

test('ten times the roles, ten times the work', { timeout: 60_000 }, () => {
  const [few, many] = [workOf(100), workOf(1000)]
  expect(few.pairs % 20).toBe(0)
  const growth = many.pairs / few.pairs
  expect(growth).toBeGreaterThan(9)
  expect(growth).toBeLessThan(11)
  for (const [what, count] of Object.entries(many.work)) {
    const before = few.work[what] as number
    expect(before, what).toBeGreaterThan(0)
    // With ten times the roles comes a layer more of managers, and so one hop more a way.
    expect(count / before, `${what}: ${before} → ${count}`).toBeLessThan(1.5 * growth)
  }
})
