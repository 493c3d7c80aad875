// Text into the room it has: smaller in steps of half a pixel down to the least size, then wrapped, then shortened with an ellipsis.
// Never left to the reader's program, which would not do it, or would do it differently.
import type { Face } from '../types'
import { roomFor, type Type } from './measure'

export interface Setting {
  readonly size: number
  /** Sizes go down in steps of .5 as far as this. */
  readonly least: number
  readonly bold?: boolean
  readonly face?: Face
  /** 1 unless told. */
  readonly lines?: number
  /** Size of the lines once it is wrapped, at most; `size` unless told. */
  readonly wrapped?: number
}
export interface Fitted {
  readonly lines: readonly string[]
  readonly size: number
  readonly isCut: boolean
}

const STEP = 0.5
const ELLIPSIS = '…'

/** Clean text in a width: one line as large as it may be, then more lines, then cut. */
export function fitText(text: string, width: number, setting: Setting): Fitted {
  const key = `${setting.size}|${setting.least}|${setting.bold === true ? 1 : 0}|${setting.face ?? ''}|${setting.lines ?? 1}|${setting.wrapped ?? ''}|${width}|${text}`
  const known = cache.get(key)
  if (known) return known
  const fitted = fitAnew(text, width, setting)
  if (cache.size >= CACHED) cache.clear()
  cache.set(key, fitted)
  return fitted
}

// A pure function remembered: every frame of a turn asks for the same lines again.
const cache = new Map<string, Fitted>()
const CACHED = 20_000

function fitAnew(text: string, width: number, setting: Setting): Fitted {
  const type = (size: number): Type => ({ size, bold: setting.bold, face: setting.face })
  for (let size = setting.size; size >= setting.least; size -= STEP) {
    if (roomFor(text, type(size)) <= width) return { lines: [text], size, isCut: false }
  }
  const most = setting.lines ?? 1
  for (let size = setting.wrapped ?? setting.size; most > 1 && size >= setting.least; size -= STEP) {
    const lines = wrap(text, width, type(size), most)
    if (lines) return { lines, size, isCut: false }
  }
  return cut(text, width, type(setting.least), most)
}

const words = (text: string) => text.match(/[^ -]+[ -]*|[ -]+/g) ?? []

/** Greedy lines; a word longer than a line is only broken where it must be, so null says that it does not go. */
function wrap(text: string, width: number, type: Type, most: number): string[] | null {
  const lines: string[] = []
  let line = ''
  for (const word of pieces(text, width, type)) {
    if (line === '' || roomFor(shown(line + word), type) <= width) line += word
    else {
      lines.push(shown(line))
      line = word
    }
    if (roomFor(shown(line), type) > width || lines.length >= most) return null
  }
  return [...lines, shown(line)]
}

// Chinese, Japanese and Thai have no spaces: there every letter may start a line. Elsewhere a word longer than a line is parted.
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
function pieces(text: string, width: number, type: Type): string[] {
  return words(text).flatMap((word) => {
    if (roomFor(word.trimEnd(), type) <= width) return [word]
    return UNSPACED.test(word) ? [...word] : parted(word, width, type)
  })
}
/** Marks where a word was parted; a hyphen where a line ends there, nothing elsewhere. Clean text holds none. */
const SOFT = '\u00ad'
function shown(line: string): string {
  return line
    .trimEnd()
    .replace(/\u00ad$/, '-')
    .replaceAll(SOFT, '')
}

function parted(word: string, width: number, type: Type): string[] {
  const letters = graphemes(word)
  const parts: string[] = []
  let from = 0
  while (from < letters.length && roomFor(letters.slice(from).join('').trimEnd(), type) > width) {
    const room = longest(letters.slice(from), (part) => roomFor(`${part.join('')}-`, type) <= width)
    const count = Math.min(room, Math.max(FEWEST, lettersIn(word) - from - FEWEST))
    if (count < FEWEST || parts.length > 4) break
    parts.push(`${letters.slice(from, from + count).join('')}${SOFT}`)
    from += count
  }
  return [...parts, letters.slice(from).join('')]
}

/** Fewer letters of a word never stand alone in a line. */
const FEWEST = 3
const lettersIn = (word: string) => graphemes(word.trimEnd()).length

function cut(text: string, width: number, type: Type, most: number): Fitted {
  const lines: string[] = []
  let rest = text
  while (lines.length < most - 1) {
    const parts = pieces(rest, width, type)
    const count = longest(parts, (part) => roomFor(shown(part.join('')), type) <= width)
    if (count === 0) break
    lines.push(shown(parts.slice(0, count).join('')))
    rest = parts.slice(count).join('').replaceAll(SOFT, '')
  }
  const letters = graphemes(rest)
  if (roomFor(rest, type) <= width) return { lines: [...lines, rest].filter((line) => line !== ''), size: type.size, isCut: false }
  const count = longest(letters, (part) => roomFor(`${part.join('').trimEnd()}${ELLIPSIS}`, type) <= width)
  const shortened = letters.slice(0, count).join('').trimEnd()
  const last = count > 0 ? `${shortened}${ELLIPSIS}` : roomFor(ELLIPSIS, type) <= width ? ELLIPSIS : ''
  return { lines: [...lines, last].filter((line) => line !== ''), size: type.size, isCut: true }
}

/** Base letters with the marks that belong to them; cheaper than Intl.Segmenter and enough for cutting. Long texts are cut at 400. */
function graphemes(text: string): string[] {
  return (
    text
      .slice(0, 400)

      .match(/\P{M}(?:\p{M}|\u200d|\ufe0f)*/gu) ?? []
  )
}

/** How many of the parts go: the largest count for which `fits` holds, by halving. */
function longest(parts: readonly string[], fits: (part: readonly string[]) => boolean): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(parts.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}
