// Bytes to text. Nobody declares an encoding, so it is found: byte order marks first, then UTF-8 if the bytes allow it, then the
// windows-1252 of old spreadsheets. What is no text at all is told from the first 64 kB, before anything large is decoded.

export const HEAD_BYTES = 65_536

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** A code of `diagnostic.<code>` where the encoding is a guess or some bytes said nothing. */
  readonly note?: 'encoding-guessed' | 'bytes-unreadable'
}

/** null = no text. Reads only the head. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, HEAD_BYTES)
  const nulls = [0, 0]
  let controls = 0
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number
    if (byte === 0) nulls[i & 1] = (nulls[i & 1] as number) + 1
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  const [even, odd] = nulls as [number, number]
  if (even === 0 && odd === 0) return controls > head.length / 100 ? null : 'utf-8'
  // Western text in UTF-16 without a mark has a zero in every other byte.
  if (even === 0 && odd > head.length / 5) return 'utf-16le'
  if (odd === 0 && even > head.length / 5) return 'utf-16be'
  return null
}

export function decodeHead(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES), { stream: true })
}

export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes), encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding }
  } catch {
    return decodeDamaged(bytes)
  }
}

/** Where most of what is not ASCII is sound UTF-8, a few bad bytes do not make it windows-1252. */
function decodeDamaged(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  let lost = 0
  let sound = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) lost++
    else if (code > 127) sound++
  }
  if (sound > lost) return { text, encoding: 'utf-8', note: 'bytes-unreadable' }
  return { text: windows1252(bytes), encoding: 'windows-1252', note: 'encoding-guessed' }
}

/** Bytes 128–159; the five that mean nothing stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node takes windows-1252 for Latin-1 and leaves its dashes and quotes as control characters; browsers do not, so that both give the same. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 128] as string)
}
