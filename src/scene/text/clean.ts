// What people typed, made fit to stand on one line of a slide: no control characters (U+0001 alone makes librsvg refuse the file),
// no half surrogates, NFC, single spaces; in a slide no emoji, which no renderer outside browsers draws reliably (slides.md 5.7).
import type { Medium } from '../medium'

const CONTROL = /\p{Cc}|\ufffe|\uffff|\ufeff|\u00ad/gu
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const EMOJI =
  /(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:\ufe0f|\u20e3|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}|[0-9#*]\ufe0f?\u20e3|\ufe0f)+/gu

/** One line of clean text. Hard spaces stay, since they keep a number and its unit together. */
export function cleanText(text: string, medium: Medium): string {
  if (CLEAN.test(text)) return text
  const whole = text
    .replace(/\p{Cs}/gu, '')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(CONTROL, '')
    .replace(DIRECTION, '')
  const drawn = medium === 'slide' ? whole.replace(EMOJI, ' ') : whole
  return drawn
    .normalize('NFC')
    .replace(/[ \u1680\u2000-\u200a\u205f\u3000]+/g, ' ')
    .trim()
}

/** Words of plain letters with one space between them. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/

/** What is not drawn on a slide as it was typed. */
export type Uncleanness = 'emoji' | 'control' | 'half' | 'composed' | 'blank'

export function uncleanIn(text: string): readonly Uncleanness[] {
  if (CLEAN.test(text)) return []
  const has = (pattern: RegExp) => text.search(pattern) >= 0
  const kinds: Uncleanness[] = []
  if (has(EMOJI)) kinds.push('emoji')
  if (has(/[^\P{Cc}\t\n\r]|[\ufffe\uffff\ufeff\u00ad]/u) || has(DIRECTION)) kinds.push('control')
  if (has(/\p{Cs}/u)) kinds.push('half')
  if (text !== text.normalize('NFC')) kinds.push('composed')
  if (has(/[\t\n\r\u2028\u2029]| {2}|^ | $/)) kinds.push('blank')
  return kinds
}
