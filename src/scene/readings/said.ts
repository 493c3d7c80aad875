// What an overlay says of a box, on its card: the sign of its band, and words after it.
import type { Look } from '../looks'
import type { Pen } from '../pen'
import type { Picture } from '../picture'
import { type Fitted, fitText, type Setting } from '../text/fit'
import type { Mark } from '../types'
import { drawSign, signWidth } from './sign'

/** px of type that a sign of scale 1 stands beside. */
const BESIDE = 12
const AIR = 5

export interface SaidAt {
  readonly left: number
  readonly right: number
  /** Of the line. */
  readonly y: number
  /** Words that have no room are left out, and the sign stays. */
  readonly isOptional?: boolean
}

/** Nothing where nothing is said. */
export function drawSaid({ worn, words }: Picture, pen: Pen, box: number, at: SaidAt, look: Look, setting: Setting): Mark[] {
  if (!worn) return []
  const band = worn.bandOf(box)
  const said = worn.saidOf(box, words)
  const sign = signWidth(worn.readings, band)
  if (said === '' && sign === 0) return []
  const fitted = fitBeside(said, at.right - at.left, sign, setting)
  const k = fitted.size / BESIDE
  const marks = drawSign(pen, worn.readings, band, at.left, at.y, look.ink, k)
  const line = fitted.lines[0] ?? ''
  if (line === '' || (at.isOptional && fitted.isCut)) return marks
  const left = at.left + (sign === 0 ? 0 : (sign + AIR) * k)
  return [...marks, pen.line(left, at.right, at.y, line, { size: fitted.size, fill: look.second, ...(setting.bold ? { bold: true } : {}) })]
}

/** A smaller sign leaves more room: the size is the one at which both go on one line. */
function fitBeside(text: string, width: number, sign: number, setting: Setting): Fitted {
  for (let { size } = setting; ; size -= 1) {
    const room = width - (sign === 0 ? 0 : ((sign + AIR) * size) / BESIDE)
    const fitted = fitText(text, room, { ...setting, size, least: size })
    if (!fitted.isCut || size - 1 < setting.least) return fitted
  }
}
