// Anything may be dropped: a plain sentence says what it was.
import { describe, expect, test } from 'vitest'
import { readFile, readText } from '../../src/import/read'

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const seen = (file: Uint8Array) => readFile('x', file).diagnostics.map((one) => one.places[0]?.params?.seen ?? one.code)

describe('what holds no organisation is named', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'empty'],
    [' \n\t', 'blank'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
    ['GIF89a\x01\0\x01\0', 'gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['\0\0\0\x18ftypheic\0\0', 'heic'],
    ['\0\0\0\x18ftypmp42\0\0', 'film'],
    ['%PDF-1.7\n', 'pdf'],
    ['PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'office'],
    ['PK\x03\x04\x14\0\x06\0notes.txt', 'zip'],
    ['\0\x01\x02\x03\xfe', 'binary'],
    ['<!DOCTYPE html><p>Hello</p>', 'html'],
    ['<?xml version="1.0"?><svg xmlns="x"/>', 'svg'],
    ['<?xml version="1.0"?><staff/>', 'xml'],
    ['City,Rain\nOslo,3\nRome,1\n', 'table'],
    ['City;Rain\nOslo;3\nRome;1\n', 'table'],
    ['City\tRain\nOslo\t3\nRome\t1\n', 'table'],
    ['It was a dark and stormy night.', 'text'],
    ['One\nTwo\nThree', 'text'],
    ['42', 'number'],
    ['null', 'null'],
    ['true', 'boolean'],
    ['"x"', 'string'],
    ['[]', 'empty-list'],
    ['{}', 'empty-object'],
    ['[1,2]', 'numbers'],
    ['["a"]', 'strings'],
    ['[[[]]]', 'lists'],
    ['[1,"a"]', 'mixed'],
    ['{"a":1}', 'object'],
    ['[{"a":1}]', 'objects'],
    ['{"type":"div","children":[{"type":"p","children":[]}]}', 'object'],
    ['[{"order":1,"items":[{"sku":"a"},{"sku":"b"}]}]', 'objects'],
  ]
  test.each(cases)('%j is %s', (text, expected) => {
    expect(seen(latin(text))).toEqual([expected])
  })
})

test('a refused file has no draft and is not recognised', () => {
  expect(readFile('photo.png', latin('\x89PNG\r\n\x1a\n\0'))).toEqual({
    draft: null,
    diagnostics: [{ code: 'not-an-organisation', severity: 'error', places: [{ file: 'photo.png', params: { seen: 'png' } }] }],
    recognised: null,
    understood: null,
  })
})

test('what is larger than fits is refused before anything is read', () => {
  const { diagnostics } = readFile('x', new Uint8Array(3 * 1024 * 1024), { largestBytes: 2 * 1024 * 1024 })
  expect(diagnostics).toMatchObject([{ code: 'too-large', places: [{ params: { megabytes: 3, limit: 2 } }] }])
})

test('of a large file that is nothing of ours only the head is looked at', () => {
  const looked: number[] = []
  class Watched extends Uint8Array {
    override subarray(start?: number, end?: number) {
      looked.push((end ?? this.length) - (start ?? 0))
      return super.subarray(start, end)
    }
  }
  const junk = new Watched(5_000_000).fill(120)
  expect(seen(junk)).toEqual(['text'])
  expect(Math.max(...looked)).toBeLessThanOrEqual(65_536)
})

test('the name of a file is said and never believed', () => {
  const outline = 'Boss\n  Helper\n'
  expect(readText('staff.json', outline).recognised).toMatchObject({ name: 'staff.json', format: 'outline' })
})

test('two files are two drafts, each with the name of its file', () => {
  const drafts = ['{"headstand":"1.0","people":[{"id":"a","manager":null}]}', '{"headstand":"1.0","grants":[]}'].map(
    (text, i) => readText(`${i}.json`, text).draft,
  )
  expect(drafts.map((draft) => [draft?.file, Object.keys(draft?.sections ?? {})])).toEqual([
    ['0.json', ['people']],
    ['1.json', ['grants']],
  ])
})
