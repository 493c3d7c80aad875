// Right-to-left text without a `direction` attribute, which half the slide programs ignore (slides.md 5.6): a purely right-to-left
// line is anchored at its right edge, one that mixes scripts or holds digits is wrapped in U+202B … U+202C.

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud83a[\udd00-\udfff]|[\ud802\ud803][\udc00-\udfff]/
const LTR = /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02b8\u0370-\u0589\u0900-\u1fff\u2c00-\u2dff\u3040-\u9fff\uac00-\ud7af]/
const NEUTRAL = /[\d.,:;!?()[\]{}/&+%€$#*'"«»–—-]/

export type Direction = 'ltr' | 'rtl'

/** Of the first letter that has one. */
export function directionOf(text: string): Direction {
  const rtl = text.search(RTL)
  if (rtl < 0) return 'ltr'
  const ltr = text.search(LTR)
  return ltr < 0 || rtl < ltr ? 'rtl' : 'ltr'
}

/** The line as it is written into a mark. */
export function embedded(line: string): string {
  if (!RTL.test(line)) return line
  return LTR.test(line) || NEUTRAL.test(line) ? `\u202b${line}\u202c` : line
}
