// Workbooks are packed: what is in them is taken out before anybody looks for an organisation. All sheets, hidden ones too, as records of
// cells. The library comes on demand, for it is as large as the rest of this room.
import { type Cell, type Sheets, sheetsFrom } from './workbook'

/** Null where the file is no workbook; `broken` where it claims to be one and cannot be read. */
export type Unpacked =
  | { readonly kind: 'sheets'; readonly sheets: Sheets }
  | { readonly kind: 'broken'; readonly why: 'locked' | 'damaged' }
  | { readonly kind: 'too-large'; readonly bytes: number }

/** What a workbook may unpack to: 200,000 people take some 200 MB. */
export const LARGEST_UNPACKED = 500_000_000

export async function unpack(bytes: Uint8Array): Promise<Unpacked | null> {
  const kind = kindOf(bytes)
  if (kind === null) return null
  if (kind === 'xls' && isLocked(bytes)) return { kind: 'broken', why: 'locked' }
  const size = kind === 'xls' ? 0 : unpackedSize(bytes)
  if (size > LARGEST_UNPACKED) return { kind: 'too-large', bytes: size }
  try {
    const { sheets } = await read(kind, bytes)
    return {
      kind: 'sheets',
      sheets: sheetsFrom(sheets as readonly { name: string; hidden?: boolean; veryHidden?: boolean; rows: Cell[][] }[]),
    }
  } catch (error) {
    return { kind: 'broken', why: /password|encrypt/i.test(String(error)) ? 'locked' : 'damaged' }
  }
}

type Kind = 'xlsx' | 'xls' | 'ods'
async function read(kind: Kind, bytes: Uint8Array) {
  if (kind === 'ods') return (await import('hucre/ods')).readOds(bytes)
  const { readXls, readXlsx } = await import('hucre/xlsx')
  return kind === 'xls' ? readXls(bytes) : readXlsx(bytes)
}

/** By what stands in the first bytes; names are never looked at. */
function kindOf(bytes: Uint8Array): Kind | null {
  const begins = (...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'xls'
  if (!begins(0x50, 0x4b, 0x03, 0x04)) return null
  // Entries are listed at the end of a zip file; most writers put the telling ones first as well.
  const text = latin(bytes.subarray(0, 4096)) + latin(bytes.subarray(-65_536))
  if (text.includes('opendocument.spreadsheet')) return 'ods'
  return /xl\/(workbook|worksheets|sharedStrings)/.test(text) ? 'xlsx' : null
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** A workbook with a password is an envelope of the old kind around a stream of this name. */
const LOCKED = Uint8Array.from('EncryptedPackage', (char) => char.charCodeAt(0))
function isLocked(bytes: Uint8Array): boolean {
  const isAt = (at: number) => LOCKED.every((byte, i) => bytes[at + 2 * i] === byte && bytes[at + 2 * i + 1] === 0)
  for (let at = bytes.indexOf(LOCKED[0] as number); at >= 0; at = bytes.indexOf(LOCKED[0] as number, at + 1)) if (isAt(at)) return true
  return false
}

/** What the directory of a zip file says its entries unpack to, all in all. A few kilobytes can claim gigabytes. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end < 0) return 0
  let size = 0
  let at = view.getUint32(end + 16, true)
  for (let entry = view.getUint16(end + 10, true); entry > 0 && at + 46 <= view.byteLength; entry--) {
    if (view.getUint32(at, true) !== 0x02014b50) break
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}

/** The end record stands at the very end, but for a comment of up to 64 kB. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_558); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}
