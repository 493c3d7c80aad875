// Workbooks are packed: what is in them is taken out before anybody looks for an organisation. All sheets, hidden ones too, as records of
// cells. The library comes on demand, for it is as large as the rest of this room.
import { type Cell, type Sheets, sheetsFrom } from './workbook'

/** Null where the file is no workbook; `broken` where it claims to be one and cannot be read. */
export type Unpacked =
  | { readonly kind: 'sheets'; readonly sheets: Sheets }
  | { readonly kind: 'broken'; readonly why: 'locked' | 'damaged' }

export async function unpack(bytes: Uint8Array): Promise<Unpacked | null> {
  const kind = kindOf(bytes)
  if (kind === null) return null
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
