// JSON in UTF-8, looked at byte by byte. Only as strict as a scanner needs: what is cut out is parsed by JSON.parse, and what is not
// understood is a SyntaxError, upon which the file is read the ordinary way.

export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
const MINUS = 0x2d
const POINT = 0x2e
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export function refuse(): never {
  throw new SyntaxError('not understood')
}

/** The next byte at or after `i` that is not blank. */
export function pastBlanks(bytes: Uint8Array, i: number): number {
  let at = i
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++
  return at
}

export function expect(bytes: Uint8Array, i: number, code: number): void {
  if (bytes[i] !== code) refuse()
}

/** Behind the string that opens at `i`. */
export function pastString(bytes: Uint8Array, i: number): number {
  let at = i + 1
  for (; bytes[at] !== QUOTE; at++) {
    if (bytes[at] === BACKSLASH) at++
    else if (at >= bytes.length) refuse()
  }
  return at + 1
}

/** Bytes that stand for themselves in a string: ASCII, and no mark of JSON. */
export const IS_SIMPLE = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= 0x20 && code < 0x80 && code !== QUOTE && code !== BACKSLASH ? 1 : 0,
)

/** Behind the value that begins at `i`, whatever it is. Deeper than `deepest` is refused. */
export function pastValue(bytes: Uint8Array, i: number, deepest: number): number {
  let depth = 0
  for (let at = i; at < bytes.length; ) {
    const code = bytes[at] as number
    if (code === QUOTE) at = pastString(bytes, at)
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > deepest) refuse()
      at++
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      depth--
      at++
    } else at = depth > 0 ? at + 1 : pastWord(bytes, at)
    if (depth <= 0) return at
  }
  return refuse()
}

/** Behind a number, or true, false, null: to the next blank or mark. */
export function pastWord(bytes: Uint8Array, i: number): number {
  let at = i
  while (isWordPart(bytes[at] as number)) at++
  return at > i ? at : refuse()
}

/** What stands behind it is for the row to say. */
export const isNull = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x6e && bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c

/** Behind all that may be of a number that begins at `i`. */
export function pastNumber(bytes: Uint8Array, i: number): number {
  let at = i
  while (IS_OF_NUMBER[bytes[at] as number] === 1) at++
  return at
}
const IS_OF_NUMBER = Uint8Array.from({ length: 256 }, (_, code) => ('0123456789+-.eE'.includes(String.fromCharCode(code)) ? 1 : 0))

/** Digits, letters, sign, point. */
const isWordPart = (code: number): boolean =>
  isDigit(code) || (code >= 0x61 && code <= 0x7a) || code === MINUS || code === POINT || code === 0x2b || code === 0x45

/** Behind this many digits a number may not be the one that was written. */
const SURE_DIGITS = 15
const POWERS = Array.from({ length: SURE_DIGITS + 1 }, (_, power) => 10 ** power)

/** A number of few digits and without exponent, exactly as JSON.parse gives it; NaN for anything else. */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS
  const first = isNegative ? start + 1 : start
  let at = first
  let digits = 0
  while (at < end && isDigit(bytes[at] as number)) digits = digits * 10 + (bytes[at++] as number) - 0x30
  const whole = at - first
  if (whole === 0 || (whole > 1 && bytes[first] === 0x30)) return Number.NaN
  let decimals = 0
  if (at < end && bytes[at] === POINT) {
    const point = at++
    while (at < end && isDigit(bytes[at] as number)) digits = digits * 10 + (bytes[at++] as number) - 0x30
    decimals = at - point - 1
    if (decimals === 0) return Number.NaN
  }
  if (at < end || whole + decimals > SURE_DIGITS) return Number.NaN
  const value = decimals === 0 ? digits : digits / (POWERS[decimals] as number)
  return isNegative ? -value : value
}

/** The text of some bytes; what is no UTF-8 is refused, and so is the mark that stands for a byte somebody could not read. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  try {
    const text = DECODER.decode(bytes.subarray(start, end))
    return text.includes('\ufffd') ? refuse() : text
  } catch {
    return refuse()
  }
}
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
