// How wide a line is, from a table: the same to the last digit in Node, in a worker, on the page and on the slide.
// Kerning is left out (it only ever makes a line narrower by under 1 %); the slack below covers engines that differ.
import type { Face } from '../types'
import { WIDTHS, type WidthBlock } from './widths'

/** A line must still fit where the reader's font is 8 % wider (slides.md 6). */
export const SLACK = 1.08

export interface Type {
  readonly size: number
  readonly bold?: boolean | undefined
  readonly face?: Face | undefined
}

/** Advance in px without slack. Letters that the table lacks count what their script is stated at. */
export function widthOf(text: string, type: Type): number {
  const letters = type.face === 'serif' ? lettersOf('serif') : lettersOf(type.bold === true ? 'bold' : 'regular')
  let thousandths = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    thousandths += letters.get(code) ?? statedWidth(code)
  }
  return (thousandths / 1000) * type.size
}

/** What a box must offer for the line: its advance with slack. */
export function roomFor(text: string, type: Type): number {
  return widthOf(text, type) * SLACK
}

const tables = new Map<string, ReadonlyMap<number, number>>()
function lettersOf(face: 'regular' | 'bold' | 'serif'): ReadonlyMap<number, number> {
  let letters = tables.get(face)
  if (!letters) {
    letters = unpack(WIDTHS[face])
    tables.set(face, letters)
  }
  return letters
}

function unpack(blocks: readonly WidthBlock[]): Map<number, number> {
  const letters = new Map<number, number>()
  for (const [from, cells] of blocks) {
    for (let i = 0; i * 2 < cells.length; i++) {
      const cell = cells.slice(i * 2, i * 2 + 2)
      if (cell !== '--') letters.set(from + i, Number.parseInt(cell, 36))
    }
  }
  return letters
}

const EM = 1000
const NOTHING: readonly (readonly [number, number])[] = [
  [0x300, 0x36f], // combining marks
  [0x591, 0x5c7], // Hebrew points
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]
const FULL: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf], // CJK, kana, Yi
  [0xac00, 0xd7af], // Hangul
  [0xf900, 0xfaff],
  [0xff00, 0xff60],
  [0x20000, 0x3ffff],
]
const WIDER: readonly (readonly [number, number])[] = [
  [0x2600, 0x27bf],
  [0x1f000, 0x1faff], // emoji, on the screen only
]
function statedWidth(code: number): number {
  if (within(code, NOTHING)) return 0
  if (within(code, FULL)) return EM
  if (within(code, WIDER)) return 1.4 * EM
  return code < 0x0e00 ? 0.62 * EM : 0.72 * EM // Arabic, Armenian …; Thai, Devanagari and the rest
}
function within(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to)
}
