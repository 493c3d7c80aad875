// A name into a box that is small for it: first smaller, then with words parted, and only then cut. A box without a name says nothing.
import { type Fitted, fitText, type Setting } from './fit'

export interface NameSetting extends Pick<Setting, 'size' | 'least' | 'bold' | 'face'> {
  /** How many lines of this size there is room for. */
  readonly linesAt: (size: number) => number
}

const STEP = 0.5

/** Whole words as large as they go, else parted ones, else as much of it as there is room for. */
export function fitName(text: string, width: number, { size, least, linesAt, ...type }: NameSetting): Fitted {
  const at = (s: number) => fitText(text, width, { ...type, size: s, least: s, lines: linesAt(s) })
  let parted: Fitted | null = null
  for (let s = size; s >= least; s -= STEP) {
    const fitted = at(s)
    if (fitted.isCut) continue
    if (!isParted(fitted, text)) return fitted
    parted = fitted
  }
  return parted ?? at(least)
}

/** A word of it goes on in the next line. */
export function isParted({ lines }: Fitted, text: string): boolean {
  return lines.some((line) => line.endsWith('-') && !text.includes(line))
}
