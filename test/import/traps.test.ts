// What real files do to an importer (importing.md, section 3), one file of our own a trap. What is expected stands in
// fixtures/traps/expected.json: only what the trap is about.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAny } from '../../src/import/read'

interface Expected {
  readonly trap: string
  /** id → id of the manager */
  readonly links?: Readonly<Record<string, string | null>>
  readonly people?: number
  readonly tops?: number
  readonly encoding?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly repaired?: Readonly<Record<string, readonly number[]>>
  readonly leftOut?: Readonly<Record<string, readonly number[]>>
  readonly heads?: Readonly<Record<string, number>>
  readonly pay?: Readonly<Record<string, number>>
  readonly sensitive?: readonly string[]
  readonly codes?: readonly string[]
  readonly guess?: boolean
  /** A text that must not be in what was read. */
  readonly absent?: string
}
interface Row {
  readonly id: string
  readonly reportsTo: string | null
  readonly headcount?: number
  readonly pay?: number
}

const FOLDER = 'fixtures/traps'
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Readonly<Record<string, Expected>>
const rowsBy = (lists: readonly { readonly rows: readonly number[]; readonly code?: string; readonly because?: string }[]) =>
  Object.fromEntries(lists.map(({ rows, code, because }) => [code ?? because, rows]))

test('every file is expected', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'expected.json')
  expect(files.sort()).toEqual(Object.keys(expected).sort())
})

describe.each(Object.entries(expected))('%s', (name, wanted) => {
  test(wanted.trap, async () => {
    const { recognised, draft, understood, diagnostics } = await readAny('x', new Uint8Array(readFileSync(`${FOLDER}/${name}`)))
    const rows = (draft?.sections.people?.rows ?? []) as readonly Row[]
    const by = (key: 'reportsTo' | 'headcount' | 'pay') => Object.fromEntries(rows.map((row) => [row.id, row[key]]))
    if (wanted.links) expect(by('reportsTo')).toEqual(wanted.links)
    if (wanted.people !== undefined) expect(rows).toHaveLength(wanted.people)
    if (wanted.tops !== undefined) expect(rows.filter((row) => row.reportsTo === null)).toHaveLength(wanted.tops)
    if (wanted.encoding) expect(understood?.encoding.is).toBe(wanted.encoding)
    if (wanted.fields) expect(recognised?.fields).toMatchObject(wanted.fields)
    expect(rowsBy(understood?.account.repaired ?? [])).toEqual(wanted.repaired ?? {})
    expect(rowsBy(understood?.account.leftOut ?? [])).toEqual(wanted.leftOut ?? {})
    if (wanted.heads) expect(by('headcount')).toMatchObject(wanted.heads)
    if (wanted.pay) expect(by('pay')).toMatchObject(wanted.pay)
    if (wanted.sensitive) expect(recognised?.leftAside).toEqual(wanted.sensitive)
    if (wanted.codes) expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining([...wanted.codes]))
    if (wanted.guess) expect(understood?.columns.some(({ isGuess }) => isGuess)).toBe(true)
    if (wanted.absent) expect(JSON.stringify({ draft, understood })).not.toContain(wanted.absent)
  })
})
