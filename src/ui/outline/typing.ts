// Type-ahead: letters that follow each other quickly are the beginning of a title; the same letter again goes from one to the next.
import { folded } from '../../state/letters'

export interface Typed {
  readonly text: string
  /** Milliseconds, of the key's own time. */
  readonly at: number
}
export const NOTHING_TYPED: Typed = { text: '', at: Number.NEGATIVE_INFINITY }
/** Letters further apart begin a new word. */
const TYPING_MS = 900

export function isTyping(before: Typed, time: number): boolean {
  return before.text !== '' && time - before.at < TYPING_MS
}
export function typedOn(before: Typed, letter: string, time: number): Typed {
  return { text: folded((isTyping(before, time) ? before.text : '') + letter), at: time }
}

/** The next title that begins with what was typed, round again from the first; -1 where there is none. A longer word may still be that of the line. */
export function lineTyped({ text }: Typed, current: number, count: number, titleAt: (index: number) => string): number {
  const isOneLetter = [...text].every((letter) => letter === text[0])
  const sought = isOneLetter ? text.slice(0, 1) : text
  for (let k = isOneLetter ? 1 : 0; k <= count; k++) {
    const index = (current + k) % count
    if (folded(titleAt(index)).startsWith(sought)) return index
  }
  return -1
}
