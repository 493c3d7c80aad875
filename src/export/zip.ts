// Several files as one: an archive that only stores. Drawings are small beside what a browser downloads anyway, and nothing here has to be trusted
// with their bytes. Names are UTF-8 and said to be; a file has no date, so that equal files give equal archives.

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
export const ZIP = { extension: 'zip', mediaType: 'application/zip' } as const

/** The parts of the archive, in a row. */
export function zipOf(entries: readonly ZipEntry[]): readonly Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const title = new TextEncoder().encode(name)
    const about = [...VERSION, ...UTF8, ...STORED, ...NO_DATE, ...four(crcOf(bytes)), ...four(bytes.length), ...four(bytes.length)]
    const named = [...about, ...two(title.length), ...two(0)]
    directory.push(
      Uint8Array.from([...LISTED, ...VERSION, ...named, ...two(0), ...two(0), ...two(0), ...four(0), ...four(offset), ...title]),
    )
    const head = Uint8Array.from([...STORED_HERE, ...named, ...title])
    parts.push(head, bytes)
    offset += head.length + bytes.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const count = two(entries.length)
  parts.push(...directory, Uint8Array.from([...END, ...two(0), ...two(0), ...count, ...count, ...four(size), ...four(offset), ...two(0)]))
  return parts
}

const STORED_HERE = [0x50, 0x4b, 3, 4]
const LISTED = [0x50, 0x4b, 1, 2]
const END = [0x50, 0x4b, 5, 6]
const VERSION = [20, 0]
const UTF8 = [0, 8]
const STORED = [0, 0]
/** 1 January 1980, the first day there is. */
const NO_DATE = [0, 0, 0x21, 0]

const two = (value: number) => [value & 255, (value >>> 8) & 255]
const four = (value: number) => [...two(value), ...two(value >>> 16)]

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8)
  return ~crc >>> 0
}
