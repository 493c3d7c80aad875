// An organisation to practise on: code that has run is several times as fast as code that has not, and a file that a reader waits for should
// not be the first. It holds something of everything that large files hold; nobody ever sees it.

const ROLES = 600
const SPAN = 6

export function practiceFile(): string {
  const roles = Array.from({ length: ROLES }, (_, i) => ({
    id: `r${i}`,
    title: isLeaf(i) ? `Agent ${i % 40}` : `Lead ${i}`,
    unit: `u${i % 9}`,
    ...(i > 0 ? { reportsTo: `r${Math.floor((i - 1) / SPAN)}` } : {}),
    headcount: 1 + (i % 3),
  }))
  const touchpoints = Array.from({ length: 60 }, (_, i) => ({
    id: `t${i}`,
    name: `Counter ${i}`,
    channel: i % 2 ? 'store' : 'phone',
    staffedBy: [`r${ROLES - 1 - i * 4}`, { role: `r${ROLES - 2 - i * 4}`, share: 0.4 }],
  }))
  const money = { kind: 'refund', amount: 'value' }
  const values = [
    { amount: 15, share: 0.5 },
    { amount: 120, share: 0.5 },
  ]
  return JSON.stringify({
    headstand: '1.0',
    organization: { name: 'Practice', currency: 'EUR', periodDays: 30 },
    coverage: { authority: 'complete' },
    units: Array.from({ length: 9 }, (_, i) => ({ id: `u${i}`, name: `Unit ${i}` })),
    roles,
    segments: [
      { id: 's0', name: 'Few', customers: 60, margin: 90, retention: 0.8 },
      { id: 's1', name: 'Many', customers: 9000, margin: 9, retention: 0.6 },
    ],
    touchpoints,
    issueTypes: [
      { id: 'i0', name: 'Faulty', apologyDue: true, needs: [money], values, touchMinutes: 10, policyOwner: 'r0' },
      { id: 'i1', name: 'Late', needs: [{ kind: 'schedule' }], touchMinutes: 5 },
    ],
    demand: touchpoints.flatMap(({ id }, i) => [
      { touchpoint: id, segment: `s${i % 2}`, issueType: 'i0', perPeriod: 20 + i },
      { touchpoint: id, segment: `s${i % 2}`, issueType: 'i1', perPeriod: 7 },
    ]),
    grants: roles.flatMap(({ id }, i) =>
      isLeaf(i) && i % 3 ? [] : [{ id: `g${i}`, role: id, kind: i % 5 ? 'refund' : 'schedule', limit: isLeaf(i) ? 20 : 500 }],
    ),
    strategy: { discountRate: 0.1, lossIf: { escalated: 0.02, unresolved: 0.1 } },
  })
}

const isLeaf = (role: number) => role * SPAN + 1 >= ROLES
