// Who may do what, as organisations write it down, and who is meant by it. Files of our own in fixtures/authority, with what they say.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedIn } from '../../src/import/authorityCells'
import { joinFiles } from '../../src/import/join'
import { readAny, readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'

interface Grant {
  readonly role: string
  readonly kind: string
  readonly limit?: number | null
  readonly per?: string
}
interface Expected {
  readonly format: string
  /** `Cashier refund 5000/day`; `none` = no limit, nothing = not said; per case unless said. */
  readonly grants: readonly string[]
  readonly notUnderstood: readonly string[]
}

const FOLDER = 'fixtures/authority'
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Readonly<Record<string, Expected>>
const said = ({ role, kind, limit, per }: Grant) => {
  const amount = limit === undefined ? '' : ` ${limit ?? 'none'}${per === 'case' ? '' : `/${per}`}`
  return `${role.replace('title:', '')} ${kind}${amount}`
}

test('every file is expected', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'expected.json')
  expect(files.sort()).toEqual(Object.keys(expected).sort())
})

test.each(Object.entries(expected))('%s', async (name, { format, grants, notUnderstood }) => {
  const { recognised, draft, understood } = await readAny('x', new Uint8Array(readFileSync(`${FOLDER}/${name}`)))
  expect(recognised?.format).toBe(format)
  expect(((draft?.sections.grants?.rows ?? []) as readonly Grant[]).map(said)).toEqual(grants)
  expect(understood?.authority?.notUnderstood.map(({ text }) => text)).toEqual(notUnderstood)
})

describe('a cell', () => {
  test.each<[string, number | null | undefined, string?]>([
    ['Up to $5K', 5000],
    ['>€5k up to 10k', 10_000],
    ['above $100K', null],
    ['$0 - $250', 250],
    ['$10,000 to $100,000', 100_000],
    ['5–10k', 10_000],
    ['unlimited', null],
    ['999999999', null],
    ['< 500$', 500],
    ['≤ 2.500,00 €', 2500],
    ['EUR 1.000', 1000],
    ['1.000', 1000],
    ['up to 25.000 €', 25_000],
    ['1.000.000', 1_000_000],
    ['EUR 1.000,50', 1000.5],
    ['$1,000.50', 1000.5],
    ['1,000', 1000],
    ['CHF 1’000', 1000],
    ["1'000", 1000],
    ['1 000', 1000],
    ['12.50', 12.5],
    ['0.500', 0.5],
    ['1.250k', 1250],
    ['100k+', null],
    ['£500 per transaction', 500, 'case'],
    ['2000/month', 2000, 'month'],
    ['5 000 per year', 5000, 'year'],
    ['₱50,000', 50_000],
    ['✓', undefined],
    ['approves', undefined],
  ])('%j is allowed', (cell, limit, per) => {
    expect(allowedIn(cell, false)).toMatchObject({ may: true })
    expect(allowedIn(cell, false)).toMatchObject({ ...(limit === undefined ? {} : { limit }), ...(per ? { per } : {}) })
  })
  test.each(['N/A', 'no', '-', '—', '0', '✗', 'x'])('%j is not', (cell) => expect(allowedIn(cell, false)).toEqual({ may: false }))
  test.each(['10 %', 'recommends', 'see note 3', 'with the Treasurer', '3 of 5 members'])(
    '%j is not understood, and not guessed',
    (cell) => {
      expect(allowedIn(cell, false)).toBeNull()
    },
  )
  test('any text is read without throwing, and no limit is below zero or no number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0159.,kKmM $€%-–<>≤+ upto/permonth') }), (cell) => {
        const allowed = allowedIn(cell, true)
        if (allowed?.may && typeof allowed.limit === 'number') expect(allowed.limit).toBeGreaterThan(0)
      }),
    )
  })
})

test('pay has no thousandths either, and a count of people may have', () => {
  const { draft } = readText('pay', 'id;name;title;manager;Salary;FTE\n1;Ann Lee;CEO;;EUR 120.000;1.000\n2;Bo Ek;Clerk;1;40,000;0.875\n')
  expect(draft?.sections.people?.rows).toMatchObject([
    { pay: 120_000, headcount: 1 },
    { pay: 40_000, headcount: 0.875 },
  ])
})

describe('who is meant', () => {
  const people = readText(
    'people',
    'id,name,title,manager\nCashier,Ann Lee,CFO,\n2,Bo Ek,Shift lead,Cashier\n3,Cy Po,Agent,2\n4,Di Vo,Agent,2\n',
  )
  const matrix = readText(
    'matrix',
    'Role,Refund,Discount\ncashier,Up to 50,no\nCashier,Up to 100,no\nAGENT,Up to 5,no\nEk Bo,unlimited,10\nNobody here,5,5\n',
  )

  test('is found by id, then by title, then by name; who is not found is said', () => {
    for (const results of [joinFiles([people, matrix]), joinFiles([matrix, people]).toReversed()]) {
      expect(results[1]?.understood?.authority?.subjects).toEqual([
        { said: 'cashier', by: null, found: 0 },
        { said: 'Cashier', by: 'id', found: 1 },
        { said: 'AGENT', by: 'title', found: 2 },
        { said: 'Ek Bo', by: 'name', found: 1 },
        { said: 'Nobody here', by: null, found: 0 },
      ])
    }
  })

  test('files add up in any order', () => {
    const held = (results: ReturnType<typeof joinFiles>) => buildOrg(results.flatMap(({ draft }) => draft ?? [])).org?.held
    expect(held(joinFiles([matrix, people]))).toEqual(held(joinFiles([people, matrix])))
    expect(held(joinFiles([people, matrix]))?.length).toBe(4)
  })

  test('grouped posts find their seniors in the other file', () => {
    const file = (name: string) => readText(name, readFileSync(`fixtures/shapes/${name}`, 'utf8'))
    const [senior, junior] = [file('organogram-senior.csv'), file('organogram-junior.csv')]
    expect(junior.understood?.account.repaired).toMatchObject([{ code: 'manager-missing', rows: [2, 3] }])
    const joined = joinFiles([junior, senior])
    expect(joined[0]?.understood?.account).toMatchObject({ rowsIn: 2, placed: 2, asTheyAre: 2, repaired: [] })
    const { org, diagnostics } = buildOrg(joined.flatMap(({ draft }) => draft ?? []))
    expect(diagnostics).toEqual([])
    expect(org?.doc.roles.length).toBe(5)
    expect(org?.structure.tops).toHaveLength(1)
  })
})
