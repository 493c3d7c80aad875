// What the model does about what is wrong: it says every problem, draws what it can and leaves nobody out in silence.

import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/base/table'
import { buildOrg } from '../../src/model/build'
import { heldGrants, idOf, idsOf, roleAt } from '../../src/model/roles'
import type { Draft } from '../../src/model/types'
import { fileOf } from '../../src/model/write'
import { built, orgOfFile } from '../organisations'

const people = (...rows: [string, string | null | undefined][]) => ({
  headstand: '1.0',
  people: rows.map(([id, manager]) => (manager === undefined ? { id } : { id, manager })),
})
const problems = (file: unknown) => built(file).diagnostics.map((one) => `${one.severity} ${one.code}`)
const line = (file: unknown) => {
  const org = orgOfFile(file)
  return idsOf(org)
    .map((id, i) => `${id}<${idOf(org, org.structure.parent[i] as number) ?? ''}`)
    .sort()
}

describe('the hierarchy', () => {
  test('a manager who is not in the file: placed at the top, and told with the row', () => {
    const { diagnostics } = built(people(['ana', null], ['bo', 'E-77']))
    expect(diagnostics[0]).toMatchObject({
      code: 'manager-missing',
      done: 'placed-at-top',
      places: [{ row: 2, subject: 'bo', params: { manager: 'E-77' } }],
    })
    expect(line(people(['ana', null], ['bo', 'E-77']))).toEqual(['ana<', 'bo<'])
  })
  test('one who reports to themselves stands at the top', () => {
    expect(problems(people(['ana', 'ana'], ['bo', 'ana']))).toContain('warning self-manager')
    expect(line(people(['ana', 'ana'], ['bo', 'ana']))).toEqual(['ana<', 'bo<ana'])
  })
  test('a circle is cut above its smallest id, whatever the order, and its members are named', () => {
    const circle: [string, string][] = [
      ['c', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'b'],
    ]
    for (const rows of [circle, [...circle].reverse()]) {
      const { diagnostics } = built(people(...rows))
      const cycle = diagnostics.find((one) => one.code === 'cycle')
      expect(cycle?.places).toMatchObject([{ subject: 'a', params: { members: ['a', 'b', 'c'], manager: 'b' } }])
      expect(diagnostics.map((one) => one.code)).toContain('no-top')
      expect(line(people(...rows))).toEqual(['a<', 'b<c', 'c<a', 'd<b'])
    }
  })
  test('an id that is there twice is renamed, and nobody is left out', () => {
    const org = orgOfFile(people(['ana', null], ['bo', 'ana'], ['bo', 'ana'], ['cy', 'bo']))
    expect([...idsOf(org)].sort()).toEqual(['ana', 'bo', 'bo#2', 'cy'])
    expect(problems(people(['ana', null], ['bo', 'ana'], ['bo', 'ana']))).toContain('warning duplicate-id')
  })
  test('several tops are drawn side by side, and that is no fault', () => {
    expect(problems(people(['ana', null], ['bo', null]))).toEqual(['note several-tops'])
    expect(orgOfFile(people(['ana', null], ['bo', null])).structure.tops.length).toBe(2)
  })
  test('a manager who is not in the file is nobody, even where an id is empty', () => {
    expect(line({ headstand: '1.0', roles: [{ id: '' }, { id: 'bo', reportsTo: 'E-77' }] })).toEqual(['<', 'bo<'])
  })
  test('50,000 rows with one id, 50,000 routes without any', () => {
    const roles = Array.from({ length: 50_000 }, (_, i) => ({ id: 'ana', title: `T${i}` }))
    const routes = Array.from({ length: 50_000 }, (_, i) => ({ from: 'ana', to: 'ana#2', issueTypes: [`i${i}`] }))
    const org = orgOfFile({ headstand: '1.0', roles, routes })
    expect([roleAt(org, 'ana#50000') !== undefined, org.doc.routes?.some((route) => route.id === 'route#50000')]).toEqual([true, true])
  })
  test('nobody at all is no organisation', () => {
    expect(built({ headstand: '1.0', roles: [] }).org).toBeNull()
  })
  test('a chain of 100,000 is built, and every step of it counted', () => {
    const n = 100_000
    const roles = Array.from({ length: n }, (_, i) => ({ id: `r${i}`, reportsTo: i === 0 ? null : `r${i - 1}` }))
    const org = orgOfFile({ headstand: '1.0', roles, touchpoints: [{ id: 't', staffedBy: [`r${n - 1}`] }] })
    expect([org.structure.layers, org.structure.distance[0], org.structure.branchSize[0]]).toEqual([n, n, n])
  })
  test('ids that are names of built-in things do no harm', () => {
    const file = JSON.parse(
      '{"headstand":"1.0","roles":[{"id":"__proto__","reportsTo":null,"__proto__":{"polluted":true}},{"id":"constructor","reportsTo":"__proto__"},{"id":"toString","reportsTo":"constructor"}]}',
    )
    expect(line(file)).toEqual(['__proto__<', 'constructor<__proto__', 'toString<constructor'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('people become roles', () => {
  const staff = {
    headstand: '1.0',
    people: [
      { id: 'boss', manager: null, title: 'Manager' },
      ...['c', 'a', 'b'].map((id) => ({ id, manager: 'boss', title: id === 'b' ? ' cashier' : 'Cashier', name: `Name of ${id}` })),
      { id: 'd', manager: 'boss', title: 'Cleaner' },
    ],
  }
  test('leaf people with one title under one manager are one role, named for the smallest id', () => {
    const org = orgOfFile(staff)
    expect([...idsOf(org)].sort()).toEqual(['a', 'boss', 'd'])
    expect(org.doc.people?.length).toBe(5)
    expect(roleAt(org, 'c')).toBe(roleAt(org, 'a'))
  })
  test('somebody in a role that is not there is left out, and told', () => {
    const file = {
      headstand: '1.0',
      roles: [{ id: 'a' }],
      people: [
        { id: 'p', role: 'a' },
        { id: 'q', role: 'gone' },
      ],
    }
    expect(problems(file)).toEqual(['warning reference-missing'])
    expect(rowsOf(orgOfFile(file).doc.people ?? { length: 0, columns: {} as never }).map((person) => person.id)).toEqual(['p'])
  })
  test('numbers and texts of a role have columns of their own, whatever else is in it', () => {
    const role = { id: 'a', headcount: 2, measures: [], meetsCustomers: null }
    const { columns } = orgOfFile({ headstand: '1.0', roles: [role] }).doc.roles
    const kinds = [columns.id, columns.headcount, columns.engagement, columns.measures, columns.meetsCustomers].map((one) => one.kind)
    expect(kinds).toEqual(['text', 'number', 'absent', 'value', 'value'])
  })
  test('without a title nobody is put together with anybody', () => {
    expect(orgOfFile(people(['ana', null], ['bo', 'ana'], ['cy', 'ana'])).doc.roles.length).toBe(3)
  })
})

describe('cells', () => {
  const one = (role: object) => built({ headstand: '1.0', roles: [{ id: 'ana', reportsTo: null, ...role }] })
  test('a cell of the wrong type counts as not known, and its row stays', () => {
    const { org, diagnostics } = one({ headcount: 'many', pay: -3 })
    expect(org?.doc.roles.length).toBe(1)
    expect(diagnostics.flatMap((diagnostic) => diagnostic.places).map((place) => place.params?.key)).toEqual(['headcount', 'pay'])
  })
  test('a need that is not understood makes all needs unknown, not fewer', () => {
    const { org } = built({ headstand: '1.0', roles: [{ id: 'ana' }], issueTypes: [{ id: 'i', needs: [{ kind: 'refund' }, { what: 1 }] }] })
    expect(org?.doc.issueTypes?.[0]?.needs).toBeUndefined()
  })
  test('shares that do not sum to one are scaled, and told', () => {
    const values = [
      { amount: 1, share: 0.4 },
      { amount: 2, share: 0.4 },
    ]
    const { org, diagnostics } = built({ headstand: '1.0', roles: [{ id: 'ana' }], issueTypes: [{ id: 'i', values }] })
    expect(org?.doc.issueTypes?.[0]?.values).toEqual([
      { amount: 1, share: 0.5 },
      { amount: 2, share: 0.5 },
    ])
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain('shares-off')
  })
  test('alternatives that are no list are not known', () => {
    const { org, diagnostics } = built({ headstand: '1.0', roles: [{ id: 'ana' }], issueTypes: [{ id: 'i', needs: [{ anyOf: null }] }] })
    expect(diagnostics.map((one) => one.code)).toEqual(['wrong-type'])
    expect(org?.doc.issueTypes?.[0]).toEqual({ id: 'i' })
  })
  test('a number beyond every organisation is not known, and so is a power without a name', () => {
    const { org, diagnostics } = built({
      headstand: '1.0',
      roles: [{ id: 'ana', hourlyCost: 1e308 }],
      issueTypes: [{ id: 'i', needs: [{ kind: ' ' }], values: { p50: 1e-9, p90: 1e9 } }],
      grants: [{ id: 'g', role: 'ana', kind: '' }],
    })
    expect(diagnostics.map((one) => one.code).sort()).toEqual(['row-left-out', 'values-off', 'wrong-type'])
    expect([org?.doc.issueTypes, org && heldGrants(org)]).toEqual([[{ id: 'i' }], []])
  })
  test('neither the order of people nor that of files decides what is said', () => {
    const people = [
      { id: 'ana', manager: null },
      { id: 'bo', title: 'Clerk', manager: 'ana', hourlyCost: 0.1 },
      { id: 'cy', title: 'clerk ', manager: 'ana', hourlyCost: 0.7 },
      { id: 'dee', title: 'CLERK', manager: 'ana', hourlyCost: 0.3 },
    ]
    const role = (rows: object[]) => rowsOf(orgOfFile({ headstand: '1.0', people: rows }).doc.roles).find((one) => one.id === 'bo')
    expect(role([...people].reverse())).toEqual(role(people))
    expect(role(people)?.title).toBe('Clerk')
    const draft = (name: string, whole: object) => ({
      file: name,
      sections: { roles: { rows: [{ id: name, reportsTo: null }] } },
      whole: { ...whole },
    })
    const [one, other] = [
      draft('a', { organization: { name: 'Two' }, accepted: [{ code: 'F01', because: 'law' }] }),
      draft('b', { organization: { name: 'One', currency: 'EUR' }, accepted: [{ code: 'F02', because: 'fraud' }] }),
    ]
    const whole = (drafts: readonly Draft[]) => {
      const doc = buildOrg(drafts).org?.doc
      return [doc?.organization, doc?.accepted]
    }
    expect(whole([one, other])).toEqual(whole([other, one]))
    expect(whole([one, other])[1]).toHaveLength(2)
  })
  test('what we do not know of a person in a role stays with the person', () => {
    const file = {
      headstand: '1.0',
      roles: [{ id: 'boss', reportsTo: null }],
      people: [
        { id: 'ana', role: 'boss', badge: 7 },
        { id: 'bo', title: 'Clerk', manager: 'boss', badge: 8 },
        { id: 'cy', title: 'Clerk', manager: 'boss', badge: 9 },
        { id: 'dee', title: 'Driver', manager: 'boss', badge: 10 },
      ],
    }
    const written = fileOf(orgOfFile(file).doc) as { people: { id: string; badge?: number }[]; roles: { id: string; badge?: number }[] }
    expect(written.people.map(({ id, badge }) => [id, badge])).toEqual([
      ['ana', 7],
      ['bo', 8],
      ['cy', 9],
      ['dee', undefined],
    ])
    expect(written.roles.find((role) => role.id === 'dee')?.badge).toBe(10)
  })
  test('absent, none and zero stay three different things', () => {
    const { org } = built({ headstand: '1.0', roles: [{ id: 'a', goSeeEveryDays: null }, { id: 'b', goSeeEveryDays: 0 }, { id: 'c' }] })
    expect(
      org && [0, 1, 2].map((i) => org.doc.roles.columns.goSeeEveryDays.kind === 'number' && org.doc.roles.columns.goSeeEveryDays.state[i]),
    ).toEqual([2, 0, 1])
  })
})

describe('references by title', () => {
  const file = (more: object) => ({
    headstand: '1.0',
    roles: [
      { id: 'top', reportsTo: null, title: 'Director' },
      { id: 'm1', reportsTo: 'top', title: 'Manager' },
      { id: 'm2', reportsTo: 'top', title: 'manager ' },
      { id: 'c1', reportsTo: 'm1', title: 'Cashier' },
      { id: 'c2', reportsTo: 'm2', title: 'Cashier', headcount: 3 },
    ],
    touchpoints: [{ id: 't', staffedBy: ['title:cashier'] }],
    issueTypes: [{ id: 'i' }],
    ...more,
  })
  test('as a source every role with it, as a target the nearest manager with it', () => {
    const org = orgOfFile(
      file({
        routes: [{ id: 'e', from: 'title:Cashier', to: 'title:Manager' }],
        grants: [{ id: 'g', role: 'title:Manager', kind: 'refund' }],
      }),
    )
    expect(org.routes.map((route) => `${idOf(org, route.from)} ${idOf(org, route.to)}`)).toEqual(['c1 m1', 'c2 m2'])
    expect(heldGrants(org).map((held) => idOf(org, held.role))).toEqual(['m1', 'm2'])
  })
  test('a title that nobody bears, or several and none up the line, is told and left out', () => {
    expect(problems(file({ routes: [{ id: 'e', from: 'top', to: 'title:Manager' }] }))).toContain('warning reference-missing')
    expect(problems(file({ grants: [{ id: 'g', role: 'title:Pilot', kind: 'refund' }] }))).toContain('warning reference-missing')
  })
  test('what is missing is told once a row, however many roles a title makes of it', () => {
    const { diagnostics } = built(file({ routes: [{ id: 'e', from: 'title:Cashier', to: 'title:Pilot' }] }))
    expect(diagnostics.find((one) => one.code === 'reference-missing')?.places.length).toBe(1)
  })
  test('the nearest manager with a title, in a line of 100,000', () => {
    const title = (i: number) => (i < 2 ? 'Head' : i < 50_000 ? 'Lead' : 'Clerk')
    const roles = Array.from({ length: 100_000 }, (_, i) => ({ id: `r${i}`, reportsTo: i === 0 ? null : `r${i - 1}`, title: title(i) }))
    const org = orgOfFile({ headstand: '1.0', roles, routes: [{ id: 'e', from: 'title:Clerk', to: 'title:Head' }] })
    expect([org.routes.length, new Set(org.routes.map((route) => route.to)).size, org.routes[0]?.to]).toEqual([50_000, 1, 1])
  })
  test('rows of demand alike are one, so that a long list at a touchpoint of many roles does not become their product', () => {
    const roles = Array.from({ length: 2000 }, (_, i) => ({ id: `r${i}`, title: 'Cashier' }))
    const demand = Array.from({ length: 2000 }, (_, i) => ({
      id: `d${i}`,
      touchpoint: 't',
      issueType: 'i',
      perPeriod: 1,
      ...(i === 7 ? { values: null } : {}),
    }))
    const { contacts } = orgOfFile({ ...file({ demand }), roles })
    expect(contacts.length).toBe(4000)
    expect(contacts.weight.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2000, 9)
  })
  test('contacts are split by headcount where all are known, else equally', () => {
    const split = (change: object) => {
      const given = file({ demand: [{ id: 'd', touchpoint: 't', issueType: 'i', perPeriod: 8 }] })
      Object.assign(given.roles[3] as object, change)
      return [...orgOfFile(given).contacts.weight]
    }
    expect(split({})).toEqual([4, 4])
    expect(split({ headcount: 1 })).toEqual([2, 6])
  })
})

test('many rows are columns at once, and make what as many rows of two files make', () => {
  const person = (i: number) => ({
    ...{ id: `p${i}`, name: `n${i}`, reportsTo: i === 0 ? null : `p${i % 7 === 0 ? i + 1 : Math.floor(i / 5)}`, title: `Title ${i % 11}` },
    ...(i % 13 === 0 ? { unit: `u${i % 3}`, pay: i % 2 ? 'much' : i, badge: i } : {}),
  })
  const rows: readonly unknown[] = [
    ...Array.from({ length: 7000 }, (_, i) => person(i)),
    { name: 'without an id' },
    3,
    { id: 'p5', title: 'again' },
  ]
  const draft = (part: readonly unknown[]): Draft => ({ file: 'x', sections: { people: { rows: part } }, whole: {} })
  for (const isGrouped of [true, false]) {
    for (const whole of [rows, rows.slice(0, -1)]) {
      const [one, two] = [[draft(whole)], [draft(whole.slice(0, 3000)), draft(whole.slice(3000))]].map((drafts) =>
        buildOrg(drafts, { isGrouped }),
      )
      expect(one?.org && fileOf(one.org.doc)).toEqual(two?.org && fileOf(two.org.doc))
      const told = (built = two) => built?.diagnostics.map(({ code, places }) => [code, places.length])
      expect(told(one)).toEqual(told(two))
    }
  }
})
