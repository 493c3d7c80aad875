// Every reader on files that were damaged in every way: it never throws, never hangs, and what it does read adds up.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAny } from '../../src/import/read'
import { addsUp } from './addsUp'

const files = ['fixtures/shapes', 'fixtures/traps', 'fixtures/authority', 'fixtures/workbooks'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name !== 'expected.json')
    .map((name) => `${folder}/${name}`),
)

/** What happens to files: a piece is lost, comes twice, moves, or becomes something else. */
const damage = fc.record({
  kind: fc.constantFrom('lost', 'twice', 'moved', 'changed'),
  from: fc.nat(),
  length: fc.nat(200),
  to: fc.nat(),
  bytes: fc.uint8Array({ maxLength: 8 }),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(bytes: Uint8Array, { kind, from, length, to, bytes: other }: Damage): Uint8Array {
  const start = from % (bytes.length + 1)
  const [before, piece, after] = [bytes.subarray(0, start), bytes.subarray(start, start + length), bytes.subarray(start + length)]
  if (kind === 'lost') return joined(before, after)
  if (kind === 'twice') return joined(before, piece, piece, after)
  if (kind === 'changed') return joined(before, other, after)
  const rest = joined(before, after)
  const target = to % (rest.length + 1)
  return joined(rest.subarray(0, target), piece, rest.subarray(target))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

describe('a damaged file', () => {
  test.each(files)('%s', async (path) => {
    const bytes = new Uint8Array(readFileSync(path))
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const { draft, understood, diagnostics } = await readAny('x', damages.reduce(damaged, bytes))
        expect(draft === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
        if (understood) expect(addsUp(understood.account)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

describe('any table', () => {
  const header = fc.constantFrom(
    'id',
    'manager',
    'name',
    'path',
    'level',
    'Level 1',
    'Level 2',
    'lft',
    'rgt',
    'reports',
    'dn',
    'FTE',
    'role',
    'limit',
    'from',
    'to',
    '',
  )
  const cell = fc.constantFrom(
    '',
    '1',
    '2',
    '3',
    '1.1',
    '/1/2/',
    'a > b',
    'Ann Lee',
    'Lee, Ann',
    'cn=a,dc=b',
    'up to 5k',
    'x',
    '0',
    'null',
    '#',
    '"',
    '1;2',
    '(2)',
  )
  test('is read without throwing, and adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(header, { minLength: 2, maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }),
        async (names, rows) => {
          const text = [names, ...rows].map((row) => row.join(',')).join('\n')
          const { understood, draft } = await readAny('x', new TextEncoder().encode(text))
          if (understood) expect(addsUp(understood.account)).toBe(true)
          const list = JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? i, value]))))
          const read = await readAny('x', new TextEncoder().encode(list))
          if (read.understood) expect(addsUp(read.understood.account)).toBe(true)
          expect(() => structuredClone([draft, read])).not.toThrow()
        },
      ),
      { numRuns: 300 },
    )
  })
})
