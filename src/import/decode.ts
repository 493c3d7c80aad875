// Bytes to text. Nobody declares an encoding, so it is found: byte order marks first, then UTF-8 if the bytes allow it, then one of the
// code pages of old spreadsheets, by whose letters make sense together. What is no text at all is told from the first 64 kB, before
// anything large is decoded.
import type { Encoding, Guess } from './understood'

export const HEAD_BYTES = 65_536

export interface Decoded {
  readonly text: string
  readonly encoding: Guess<Encoding>
  /** A code of `diagnostic.<code>` where the encoding is a guess or some bytes said nothing. */
  readonly note?: 'encoding-guessed' | 'bytes-unreadable'
}

export const sure = (encoding: Encoding, confidence = 1): Guess<Encoding> => ({ is: encoding, confidence, others: [] })

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

/** The head of what seems to be `encoding`, with the code page it turns out to be where it is no UTF-8. */
export function decodeHead(bytes: Uint8Array, encoding: Encoding): string {
  const head = bytes.subarray(0, HEAD_BYTES)
  if (encoding !== 'utf-8') return textIn(head, encoding)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return decodeDamaged(head).text
  }
}

export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (encoding !== 'utf-8') return { text: textIn(bytes, encoding), encoding: sure(encoding, 0.98) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: sure('utf-8') }
  } catch {
    return decodeDamaged(bytes)
  }
}

/** As somebody said it is. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  return { text: textIn(bytes, encoding), encoding: sure(encoding) }
}

/** Where most of what is not ASCII is sound UTF-8, a few bad bytes do not make it a code page. */
function decodeDamaged(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  let lost = 0
  let sound = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) lost++
    else if (code > 127) sound++
  }
  if (sound > lost) return { text, encoding: sure('utf-8', 0.9), note: 'bytes-unreadable' }
  const encoding = codePageOf(bytes)
  return { text: textIn(bytes, encoding.is), encoding, note: 'encoding-guessed' }
}

/** Bytes 128–159; the five that mean nothing stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node takes windows-1252 for Latin-1 and leaves its dashes and quotes as control characters; browsers do not, so that both give the same. */
function textIn(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 128] as string)
}

// ---- code pages -------------------------------------------------------------------------------------------------------------------------

/** The letters beyond ASCII that the languages of each page write. */
const LANGUAGES: Readonly<Record<'windows-1252' | 'windows-1251' | 'windows-1250', readonly string[]>> = {
  'windows-1252': ['äöüß', 'éèêëàâçùûüôîïœ', 'áéíóúñü', 'áâãàçéêíóôõúü', 'àèéìòù', 'åäöé', 'æøåéóô', 'áðéíóúýþæö', 'ëïéèöüá'],
  'windows-1251': ['абвгдежзийклмнопрстуфхцчшщъыьэюяё', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  'windows-1250': ['ąćęłńóśżź', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'],
}
const SAMPLED_BYTES = 262_144

function codePageOf(bytes: Uint8Array): Guess<Encoding> {
  const sample = bytes.subarray(0, SAMPLED_BYTES)
  const tried = (Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
    .map((is) => ({ is, sense: senseOf(textIn(sample, is), LANGUAGES[is]) }))
    .sort((a, b) => b.sense - a.sense)
  const [best, second] = tried as [(typeof tried)[number], (typeof tried)[number]]
  const confidence = rounded(Math.max(0.3, Math.min(0.97, best.sense * (0.55 + (best.sense - second.sense)))))
  return { is: best.is, confidence, others: tried.slice(1).map(({ is, sense }) => ({ is, confidence: rounded(sense * (1 - confidence)) })) }
}

/** Share of the letters beyond ASCII that one of the languages writes, in words that mix no scripts and are not made of such letters alone. */
function senseOf(text: string, languages: readonly string[]): number {
  const letters = new Map<string, number>()
  let all = 0
  for (const [word] of text.matchAll(/[\p{L}¡-¿×÷]+/gu)) {
    const beyond = [...word].filter((char) => char > '\u007f')
    if (beyond.length === 0) continue
    all += beyond.length
    const isCyrillic = /\p{Script=Cyrillic}/u.test(word)
    const hasAscii = beyond.length < word.length
    if (isCyrillic ? hasAscii : !hasAscii && word.length > 2) continue
    if (/\p{Ll}\p{Lu}/u.test(word)) continue
    for (const char of beyond) letters.set(char.toLowerCase(), (letters.get(char.toLowerCase()) ?? 0) + 1)
  }
  if (all === 0) return languages === LANGUAGES['windows-1252'] ? 0.5 : 0
  const covers = languages.map(
    (alphabet) => [...letters].reduce((sum, [char, count]) => (alphabet.includes(char) ? sum + count : sum), 0) / all,
  )
  return Math.max(...covers)
}

const rounded = (share: number) => Math.round(share * 100) / 100
