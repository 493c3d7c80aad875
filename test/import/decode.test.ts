// Nobody says which encoding a file has.
import { expect, test } from 'vitest'
import { decode, encodingOf } from '../../src/import/decode'
import { readFile } from '../../src/import/read'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
function utf16(text: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const pairs = (hasMark ? [0xfeff, ...units] : units).flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
  return new Uint8Array(pairs)
}
const nameIn = (file: Uint8Array) => (readFile('x', file).draft?.sections.people?.rows as { name: string }[] | undefined)?.[0]?.name
const team = (name: string) => `[{"id":1,"managerId":null,"name":"${name}"},{"id":2,"managerId":1}]`

test('UTF-8 is read with and without a byte order mark', () => {
  expect(nameIn(utf8(team('Þóra 山田 👩🏽‍🏭')))).toBe('Þóra 山田 👩🏽‍🏭')
  expect(nameIn(utf8(`\ufeff${team('Þóra')}`))).toBe('Þóra')
})

test('UTF-16 is read in both orders, with its mark or without', () => {
  for (const isBig of [false, true])
    for (const hasMark of [false, true]) expect(nameIn(utf16(team('Zoë Müller'), isBig, hasMark))).toBe('Zoë Müller')
})

test('what is not UTF-8 is windows-1252, dashes and quotes too, and a note says so', () => {
  const head = utf8('[{"id":1,"managerId":null,"name":"')
  const tail = utf8('"},{"id":2,"managerId":1}]')
  const file = new Uint8Array([...head, 0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x80, ...tail])
  expect(nameIn(file)).toBe('Zoë – €')
  expect(readFile('x', file).diagnostics).toMatchObject([{ code: 'encoding-guessed', severity: 'note' }])
  expect(readFile('x', file).recognised?.encoding).toBe('windows-1252')
})

test('a damaged byte among sound accents leaves the others as they are', () => {
  const file = new Uint8Array([...utf8('Þóra Jónsdóttir'), 0xff])
  expect(decode(file, 'utf-8')).toMatchObject({ text: 'Þóra Jónsdóttir\ufffd', encoding: { is: 'utf-8' }, note: 'bytes-unreadable' })
})

test('zeros and control characters are no text', () => {
  expect(encodingOf(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBeNull()
  expect(encodingOf(bytes(1, 2, 3, 4, 5, 6, 7, 8))).toBeNull()
  expect(encodingOf(utf8('a\tb\r\nc'))).toBe('utf-8')
  expect(encodingOf(bytes())).toBe('utf-8')
})
