// The bundled fonts as files that resvg can read. WOFF 1 is a font whose tables are deflated one by one, so unpacking it needs only zlib.
// Format: w3.org/TR/WOFF.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** Paths of Arimo, regular and bold, for Latin, Cyrillic, Greek and Hebrew. */
export function arimoFiles(): string[] {
  const from = join(dirname(require.resolve('@fontsource/arimo/package.json')), 'files')
  const to = mkdtempSync(join(tmpdir(), 'headstand-arimo-'))
  return ['latin', 'latin-ext', 'cyrillic', 'greek', 'hebrew'].flatMap((script) =>
    [400, 700].map((weight) => {
      const path = join(to, `${script}-${weight}.ttf`)
      writeFileSync(path, fontFromWoff(readFileSync(join(from, `arimo-${script}-${weight}-normal.woff`))))
      return path
    }),
  )
}

export function fontFromWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + i * 20
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data: packed < length ? inflateSync(bytes) : bytes }
  })
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + count * 16)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  let offset = head.length
  const body = tables.map(({ tag, checksum, data }, i) => {
    const at = 12 + i * 16
    tag.copy(head, at)
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...body])
}
