// @ts-check
// An organisation of n roles in which every desk meets twenty kinds of issue: the analysis has the product to go through. Powers by title.

const ISSUES = 20
const SPAN = 8
const SEGMENTS = 3
const RANKS = ['Lead', 'Head', 'Director', 'Chief', 'Chief of chiefs', 'Board']

/** A file in Headstand's own format, as a value. @param {number} n */
export function manyIssues(n) {
  const parent = Array.from({ length: n }, (_, role) => (role === 0 ? -1 : Math.floor((role - 1) / SPAN)))
  const height = new Int32Array(n)
  for (let role = n - 1; role > 0; role--) {
    const up = /** @type {number} */ (parent[role])
    height[up] = Math.max(height[up] ?? 0, (height[role] ?? 0) + 1)
  }
  const roles = parent.map((up, role) => ({
    ...{ id: `r${role}`, reportsTo: up < 0 ? null : `r${up}`, headcount: 1 },
    ...((height[role] ?? 0) === 0
      ? {
          title: `Desk ${role % 4}`,
          pay: 24_000 + (role % 7) * 500,
          tenureYears: 1 + (role % 3),
          workload: 1.1,
          measures: [{ name: 'Speed', kind: 'result' }],
        }
      : {
          title: RANKS[(height[role] ?? 1) - 1] ?? 'Top',
          responseHours: 4 * (height[role] ?? 1),
          hourlyCost: 30 * (height[role] ?? 1),
          escalationMinutes: 600,
          pay: 60_000,
        }),
  }))
  const desks = [0, 1, 2, 3]
  const issues = Array.from({ length: ISSUES }, (_, i) => i)
  return {
    headstand: '1.0',
    organization: { name: `${n} roles, ${ISSUES} issues`, currency: 'EUR', periodDays: 30 },
    coverage: { authority: 'complete', feedback: 'complete' },
    roles,
    segments: Array.from({ length: SEGMENTS }, (_, i) => ({
      id: `s${i}`,
      customers: 100 * n,
      margin: 40 * (i + 1),
      retention: 0.6 + i / 10,
    })),
    touchpoints: desks.map((desk) => ({ id: `t${desk}`, channel: 'store', staffedBy: [`title:Desk ${desk}`] })),
    issueTypes: issues.map((i) => ({
      ...{ id: `i${i}`, touchMinutes: 10, apologyDue: i % 2 === 0, policyOwner: 'r0' },
      ...(i % 2 === 0
        ? { needs: [{ kind: 'refund', amount: 'value' }], values: { p50: 20 + i, p90: 120 + 10 * i } }
        : { needs: [{ kind: `x-${i}` }] }),
    })),
    demand: desks.flatMap((desk) =>
      issues.map((i) => ({ touchpoint: `t${desk}`, segment: `s${i % SEGMENTS}`, issueType: `i${i}`, perPeriod: n * (1 + (i % 5)) })),
    ),
    grants: [
      ...desks.map((desk) => ({ role: `title:Desk ${desk}`, kind: 'refund', limit: 10 + 10 * desk, per: 'case' })),
      ...RANKS.slice(0, 3).map((rank, i) => ({ role: `title:${rank}`, kind: 'refund', limit: 100 * 3 ** i, per: 'case' })),
      ...issues
        .filter((i) => i % 2 === 1)
        .map((i) => ({ role: i % 3 === 0 ? `title:Desk ${i % 4}` : `title:${RANKS[i % 3]}`, kind: `x-${i}` })),
    ],
    feedback: [
      { from: 'title:Desk 0', to: 'title:Lead', everyDays: 7, delayDays: 0, twoWay: true },
      { from: 'title:Lead', to: 'title:Head', everyDays: 30, delayDays: 5 },
    ],
    strategy: { discountRate: 0.1, lossIf: { escalated: 0.02, unresolved: 0.1 } },
  }
}
