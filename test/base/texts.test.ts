import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedPlaces } from '../../src/base/sorting'
import { areDistinct, countOf, NamesWriter, placeIn, TextsWriter, textAt } from '../../src/base/texts'

/** Any text at all: halves of surrogate pairs, blanks, zeros. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    'r1',
    'r10',
    'r2',
    'r1\0',
    '\ud800',
    '\udfff',
    '\ue000',
    '\uffff',
    '\u{1f3ed}',
    '\u{10ffff}',
    'a common beginning ',
    'a common beginning of ids',
  ),
  fc.nat(99).map((n) => `employee-0000${n}`),
)
const packed = (texts: readonly string[]) => {
  const writer = new NamesWriter()
  for (const text of texts) writer.add(text)
  return writer.texts()
}

test('a name is read as it was written, and found where it was first written', () => {
  fc.assert(
    fc.property(fc.array(anyText), anyText, (texts, other) => {
      const names = packed(texts)
      expect(texts.map((_, at) => textAt(names, at))).toEqual(texts)
      for (const text of [...texts, other]) expect(placeIn(names, text)).toBe(texts.indexOf(text))
      expect(areDistinct(names)).toBe(new Set(texts).size === texts.length)
    }),
  )
})

test('a text is collected once', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const writer = new TextsWriter()
      const places = texts.map((text) => writer.add(text))
      const collected = writer.texts()
      expect(countOf(collected)).toBe(new Set(texts).size)
      expect(places.map((at) => textAt(collected, at))).toEqual(texts)
    }),
  )
})
test('many are packed, and are what they were', () => {
  const writer = new TextsWriter()
  const texts = Array.from({ length: 10_000 }, (_, i) => `Ümit ${i % 6000}`)
  const places = texts.map((text) => writer.add(text))
  const collected = writer.texts()
  expect(places.map((at) => textAt(collected, at))).toEqual(texts)
  expect('bytes' in collected).toBe(true)
})

test('names are in order of code units', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const order = texts
        .map((_, at) => at)
        .sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : texts[a] === texts[b] ? a - b : 1))
      expect([...sortedPlaces(packed(texts))]).toEqual(order)
    }),
    { numRuns: 500 },
  )
})
