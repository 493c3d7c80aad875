// An archive is read back by another implementation, by the workbook reader's own, and byte by byte.
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zipOf } from '../../src/export/zip'

const text = (value: string) => new TextEncoder().encode(value)
const joined = (parts: readonly Uint8Array[]) => Buffer.concat(parts)

/** What an archive holds, found as unpackers do: from its end, through its directory. */
function unpacked(zip: Buffer): readonly (readonly [name: string, bytes: Buffer])[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const [count, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)]
  const found: [string, Buffer][] = []
  for (let at = start; found.length < count; ) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const [method, crc, size, named, here] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ]
    expect(zip.readUInt32LE(here)).toBe(0x04034b50)
    expect(zip.subarray(here + 14, here + 30)).toEqual(zip.subarray(at + 16, at + 32)) // head and directory agree
    const begin = here + 30 + zip.readUInt16LE(here + 26) + zip.readUInt16LE(here + 28)
    const stored = zip.subarray(begin, begin + size)
    const bytes = method === 0 ? stored : inflateRawSync(stored)
    expect(crc32(bytes)).toBe(crc)
    found.push([zip.toString('utf8', at + 46, at + 46 + named), bytes])
    at += 46 + named
  }
  return found
}

test('what is put in comes out, names in every script with it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 })), { maxLength: 6 }),
      (files) => {
        const entries = files.map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }))
        const out = unpacked(joined(zipOf(entries)))
        expect(out.map(([name]) => name)).toEqual(entries.map(({ name }) => Buffer.from(text(name)).toString('utf8')))
        expect(out.map(([, bytes]) => [...bytes])).toEqual(entries.map(({ bytes }) => [...bytes]))
      },
    ),
  )
})

test('equal files give equal archives, with the sum that the standard gives', () => {
  const entries = [{ name: 'ведущие.svg', bytes: text('123456789') }]
  const zip = joined(zipOf(entries))
  expect(zip.readUInt32LE(14)).toBe(0xcbf43926) // the check value of CRC-32
  expect(joined(zipOf(entries)).equals(zip)).toBe(true)
})
