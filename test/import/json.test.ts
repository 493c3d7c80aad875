// Broken JSON is told in plain words, with the place where a person would look.
import { expect, test } from 'vitest'
import { faultIn } from '../../src/import/jsonFault'
import { readText } from '../../src/import/read'

const cases: [text: string, why: string, line: number, column: number, found?: string][] = [
  ['[1, 2', 'cut-off', 1, 6],
  ['{"a": "b', 'cut-off', 1, 9],
  ['{"a": 1,}', 'trailing-comma', 1, 9],
  ['[\n  1,\n]', 'trailing-comma', 3, 1],
  ['[1 2]', 'missing-comma', 1, 4, '2'],
  ['{"a": 1 "b": 2}', 'missing-comma', 1, 9],
  ['{"a" 1}', 'missing-colon', 1, 6],
  ['{"a": , "b": 1}', 'missing-value', 1, 7],
  ["{'a': 1}", 'single-quotes', 1, 2],
  ['{“a”: 1}', 'curly-quotes', 1, 2],
  ['{a: 1}', 'key-quotes', 1, 2, 'a'],
  ['[NaN]', 'word', 1, 2, 'NaN'],
  ['[None]', 'word', 1, 2, 'None'],
  ['[undefined]', 'word', 1, 2, 'undefined'],
  ['{ // us\n}', 'comment', 1, 3],
  ['["a\nb"]', 'text-not-closed', 1, 2],
  ['["\\x"]', 'escape', 1, 3],
  ['[01]', 'number', 1, 2, '01'],
  ['[+1]', 'number', 1, 2, '+1'],
  ['[1}', 'wrong-bracket', 1, 3],
  ['{"a": 1}}', 'more-after-end', 1, 9],
  ['{"a": 1}\n{"b": 2}', 'more-after-end', 2, 1],
]

test.each(cases)('%j is %s', (text, why, line, column, found) => {
  expect(faultIn(text)).toMatchObject({ why, line, column, ...(found === undefined ? {} : { found }) })
})

test('an invisible character is named by its number', () => {
  expect(faultIn('[1,\u00a02]')).toMatchObject({ why: 'unexpected', found: 'U+00A0' })
})

test('broken JSON is one diagnostic with line and column', () => {
  const { draft, diagnostics } = readText('team.json', '{\n  "people": [\n    { "id": 1, }\n  ]\n}')
  expect(draft).toBeNull()
  expect(diagnostics).toEqual([
    {
      code: 'json-broken',
      severity: 'error',
      places: [{ file: 'team.json', line: 3, column: 16, params: { why: 'trailing-comma', found: '}' } }],
    },
  ])
})

test('nesting a million deep is said, whether it ends or not, and nothing is built', () => {
  const deep = '['.repeat(1_000_000)
  expect(readText('x', deep + ']'.repeat(1_000_000)).diagnostics).toMatchObject([{ code: 'not-an-organisation' }])
  expect(readText('x', deep).diagnostics).toMatchObject([{ code: 'json-broken' }])
  expect(readText('x', deep + deep).diagnostics).toMatchObject([{ code: 'nested-too-deep' }])
  expect(readText('x', '{"a":'.repeat(1_000_001)).diagnostics).toMatchObject([{ code: 'nested-too-deep' }])
})

test('brackets within texts do not nest', () => {
  const long = JSON.stringify([
    { id: 1, managerId: null, name: '['.repeat(1_100_000) },
    { id: 2, managerId: 1, name: '\\"[' },
  ])
  expect(readText('x', long).draft?.sections.people?.rows).toHaveLength(2)
})

test('ids of sixteen and more digits keep every digit, in texts too', () => {
  const text = '[{"id":9007199254740993,"managerId":null,"name":"No 9007199254740993, \\"quoted\\""},{"id":2,"managerId":9007199254740993}]'
  expect(readText('x', text).draft?.sections.people?.rows).toEqual([
    { id: '9007199254740993', reportsTo: null, name: 'No 9007199254740993, "quoted"' },
    { id: '2', reportsTo: '9007199254740993' },
  ])
})

test('an id that lost its digits before it came to us is told', () => {
  const { diagnostics } = readText('x', '[{"id":1.2345678901234567e+19,"managerId":null},{"id":2,"managerId":null}]')
  expect(diagnostics).toMatchObject([{ code: 'digits-lost', severity: 'note', places: [{ row: 1 }] }])
})

test('a long number is found wherever it stands', () => {
  for (let before = 0; before < 40; before++) {
    const text = `[${' '.repeat(before)}{"id":1234567890123456,"managerId":null},{"id":2,"managerId":1234567890123456}]`
    expect(readText('x', text).draft?.sections.people?.rows).toMatchObject([{ id: '1234567890123456' }, { reportsTo: '1234567890123456' }])
    const longer = text.replaceAll('1234567890123456', '12345678901234567')
    expect(readText('x', longer).draft?.sections.people?.rows).toMatchObject([{ id: '12345678901234567' }, { id: '2' }])
  }
})
