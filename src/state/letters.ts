// Text as one types it in a hurry: without case, accents and the letters a keyboard may not have. Works code point by code point, so that
// what was found in the folded text can be shown in the text itself.

/** Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic. Vowel signs of other scripts are letters there, and stay. */
const MARKS =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd\u05bf]|[\u05c1\u05c2]|[\u05c4\u05c5]|\u05c7|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}
const LETTER = /[ßøæœþðđłıς’‘‐‑–—]/gu
/** Soft hyphens, joiners, marks of direction: nobody types them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
const PLAIN = /^[\n\u0020-\u007e]*$/

/** Case, accents and spaces folded; `æ` is `ae`. */
export function folded(text: string): string {
  return foldedLetters(text.replace(/\s+/gu, ' '))
}
/** The same, but spaces and line breaks are as they were. */
export function foldedLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(UNSEEN, '')
}
/** What is looked for: words, each of which has to be somewhere. */
export function wordsIn(query: string): readonly string[] {
  return folded(query)
    .split(' ')
    .filter((word) => word !== '')
}

/** Whether a word begins behind the character with this code. */
export function endsWord(code: number): boolean {
  if (code < 0x80) return !(code >= 0x61 && code <= 0x7a) && !(code >= 0x30 && code <= 0x39)
  return (code >= 0xa0 && code <= 0xbf) || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f)
}

export interface Stretch {
  readonly from: number
  readonly to: number
}
/** Where the words stand in `text`, by its own indexes, in order and without overlaps: the beginning of a word before its middle. */
export function stretchesOf(text: string, words: readonly string[]): readonly Stretch[] {
  let all = ''
  /** Of each character of `all`: where the code point that it comes from begins, and ends. */
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const point of text) {
    const plain = folded(point)
    all += plain
    for (let i = 0; i < plain.length; i++) {
      from.push(at)
      to.push(at + point.length)
    }
    // An accent of its own belongs to the letter before it.
    if (plain === '' && to.length > 0) to[to.length - 1] = at + point.length
    at += point.length
  }
  const found: Stretch[] = []
  for (const word of words) {
    const start = bestPlace(all, word)
    if (start >= 0) found.push({ from: from[start] as number, to: to[start + word.length - 1] as number })
  }
  return merged(found)
}
function bestPlace(all: string, word: string): number {
  const first = all.indexOf(word)
  for (let at = first; at >= 0; at = all.indexOf(word, at + 1)) if (at === 0 || endsWord(all.charCodeAt(at - 1))) return at
  return first
}
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const list: Stretch[] = []
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = list.at(-1)
    if (last && one.from <= last.to) list[list.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
    else list.push(one)
  }
  return list
}
