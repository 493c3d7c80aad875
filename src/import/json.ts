// JSON text to a value, with the two things that JSON.parse does not do for us: nesting without end is refused before the parser's own
// stack eats the tab, and ids of sixteen digits and more keep every digit, which a number cannot.
import { faultIn, type JsonFault } from './jsonFault'

export type JsonReading =
  /** Does not even begin like JSON. */
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly fault: JsonFault }
  | { readonly kind: 'too-deep'; readonly depth: number }

/** A chain of half a million reports is a million deep, for each stands in an object in a list. */
export const DEEPEST = 1_000_000

/** Whether a text begins like an object or a list in JSON, or like a child of it (single quotes, bare keys, comments). */
export function looksLikeJson(head: string): boolean {
  const start = head.replace(/^\ufeff?(\s|\/\/[^\n]*\n|\/\*[\s\S]{0,2000}?\*\/)*/, '').slice(0, 400)
  if (start[0] === '{') return true
  return /^\[\s*($|["'{[\]\d-]|(true|false|null|NaN|None|undefined)\b)/.test(start)
}

export function readJson(text: string, head: string): JsonReading {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (!looksLikeJson(head)) return readScalar(plain)
  const depth = depthOf(plain)
  if (depth > DEEPEST) return { kind: 'too-deep', depth }
  try {
    return { kind: 'value', value: parseJson(plain) }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'broken', fault: faultIn(plain) ?? NOWHERE }
    return { kind: 'too-deep', depth }
  }
}

/** JSON.parse with every digit of long numbers, as texts. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return hasLongNumber(text) ? JSON.parse(withLongNumbersQuoted(text)) : value
}

const LONG = 16

/** Whether sixteen digits stand in a row anywhere: one of them stands at a multiple of sixteen. */
function hasLongNumber(text: string): boolean {
  for (let i = 0; i < text.length; i += LONG) {
    if (!isDigit(text, i)) continue
    let [from, to] = [i, i]
    while (to - from < LONG && isDigit(text, from - 1)) from--
    while (to - from < LONG && isDigit(text, to + 1)) to++
    if (to - from + 1 >= LONG) return true
  }
  return false
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** An engine that refuses what is JSON: not known, but no reason to fall over. */
const NOWHERE: JsonFault = { why: 'unexpected', line: 1, column: 1, found: '' }

const LONGEST_SCALAR = 1_000_000
function readScalar(text: string): JsonReading {
  if (text.length > LONGEST_SCALAR || !/^\s*(["\d-]|true|false|null)/.test(text)) return { kind: 'none' }
  try {
    return { kind: 'value', value: JSON.parse(text) }
  } catch {
    return { kind: 'none' }
  }
}

const QUOTE = 34
const BACKSLASH = 92

/** Deepest nesting of brackets outside strings; stops counting once it is too deep. */
function depthOf(text: string): number {
  if (text.length < 2 * DEEPEST) return 0 // a level opens and closes
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === 91 || code === 123) {
      if (++depth > deepest) deepest = depth
      if (deepest > DEEPEST) return deepest
    } else if (code === 93 || code === 125) depth--
  }
  return deepest
}

/** Index of the closing quote of the string that opens at `start`; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === BACKSLASH) first--
  return (at - first) % 2 === 1
}

/** Valid JSON with whole numbers of sixteen and more digits as strings. */
function withLongNumbersQuoted(text: string): string {
  const parts: string[] = []
  let kept = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      i = endOfString(text, i)
      continue
    }
    if (!isNumberPart(code)) continue
    const start = i
    while (i + 1 < text.length && isNumberPart(text.charCodeAt(i + 1))) i++
    const number = text.slice(start, i + 1)
    if (!/^-?\d{16,}$/.test(number)) continue
    parts.push(text.slice(kept, start), '"', number, '"')
    kept = i + 1
  }
  return parts.length === 0 ? text : parts.concat(text.slice(kept)).join('')
}

/** Digits, sign, point; an exponent outside a string can only belong to a number or to true, false. */
function isNumberPart(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101
}
