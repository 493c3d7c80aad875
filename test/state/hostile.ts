// An organisation in which everything is named so that it might be taken for markup, for a part of an object, or for nothing.
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  'שלום عالم',
  'x'.repeat(3000),
  ' ',
  '"\'`;--',
  '\u202eevil',
  '🙂',
]
const at = (i: number) => NAMES[i % NAMES.length] as string

export function hostileFile(): Readonly<Record<string, unknown>> {
  const roles = NAMES.map((id, i) => ({
    id,
    title: i % 3 ? at(i) : '',
    ...(i > 0 ? { reportsTo: at(Math.floor((i - 1) / 2)) } : {}),
    unit: at(i + 1),
  }))
  return {
    headstand: '1.0',
    organization: { name: '<b>__proto__</b>', currency: 'constructor', timezone: '', period: 'month' },
    units: NAMES.map((id) => ({ id, name: id })),
    roles,
    segments: NAMES.slice(0, 3).map((id, i) => ({ id, name: at(i + 3), customers: 10, lifetimeValue: 1e300 })),
    touchpoints: NAMES.slice(0, 4).map((id, i) => ({ id, name: at(i + 5), staffedBy: [at(7 + (i % 3))] })),
    issueTypes: NAMES.slice(0, 4).map((id, i) => ({ id, name: at(i + 2), needs: [{ kind: 'refund', amount: 'value' }], values: [i * 50] })),
    demand: NAMES.slice(0, 4).map((id, i) => ({ touchpoint: id, issueType: at(i), segment: at(i % 3), perPeriod: 10 ** i })),
    grants: [
      { id: '__proto__', role: '__proto__', kind: 'refund', limit: 1e9 },
      { id: 'constructor', role: 'toString', kind: 'refund', limit: 60 },
    ],
    routes: [{ from: at(7), to: 'constructor', issueType: '__proto__', kind: 'refund' }],
    coverage: { authority: 'complete' },
  }
}
