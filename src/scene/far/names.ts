// Names on slabs.
import { idOf } from '../../model/roles'
import { keyOf } from '../keys'
import type { Picture } from '../picture'
import { directionOf } from '../text/direction'
import { type Fitted, fitText, type Setting } from '../text/fit'
import { roomFor } from '../text/measure'
import type { Mark } from '../types'
import { inSight } from './places'
import type { Slab } from './slabs'
import { sumOf } from './sums'

/** px: at the sides of a small slab, of a large one; from line to line. */
const INSET = 4
const INSET_LARGE = 9
const LINE = 15

/** A name on every slab that has room for one, and how many it carries where there is room for that too. */
export function drawNames(picture: Picture, slabs: readonly Slab[]): Mark[] {
  return slabs.flatMap((slab) => nameOn(picture, slab))
}

function nameOn(picture: Picture, { role, top, bottom, look, ...slab }: Slab): Mark[] {
  const { labels, page, org, words, analysis, far } = picture
  const { left, right } = inSight(picture, slab)
  const inset = right - left > 80 ? INSET_LARGE : INSET
  const width = right - left - 2 * inset
  const most = Math.min(3, Math.floor((bottom - top - 1) / LINE))
  if (most < 1 || width < 22) return []
  const isLarge = width > 100
  const name = fitWhole(labels.title(role), width, { size: isLarge ? 13.5 : 12, least: isLarge ? 11.5 : 10.5, bold: isLarge, lines: most })
  if (!name) return []
  const count =
    isLarge && (far?.spread.share ?? 0) > 0.5 && (org.structure.branchSize[role] as number) > 1 ? sumOf(analysis, role, org).people : 0
  const isBelow = count > 0 && most > name.lines.length
  const second = isBelow ? fitWhole(words.say('scene.far.carries', { count }), width, { size: 11.5, least: 10.5 }) : null
  const beside = count > 0 && !isBelow && name.lines.length === 1 ? besideName(picture, name, count, width) : null
  const lines = name.lines.length + (second ? 1 : 0)
  const first = (top + bottom) / 2 - (lines * LINE) / 2 + 11.5
  const marks: Mark[] = name.lines.map((line, i) =>
    page.line(left + inset, right - inset, first + i * LINE, line, { size: name.size, bold: isLarge, fill: look.ink }),
  )
  if (second)
    marks.push(
      page.line(left + inset, right - inset, first + name.lines.length * LINE, second.lines[0] ?? '', {
        size: second.size,
        fill: look.second,
      }),
    )
  if (beside) marks.push(page.text(left + inset + beside.x, first, beside.text, { size: 11.5, fill: look.second }))
  return [{ kind: 'group', key: keyOf('name', idOf(org, role)), title: labels.title(role), marks }]
}

/** How many it carries, where there is no line under its name but room after it. */
function besideName(
  { words }: Picture,
  { lines, size }: Fitted,
  count: number,
  width: number,
): { readonly x: number; readonly text: string } | null {
  const [name = ''] = lines
  const text = words.say('scene.far.carries', { count })
  const x = roomFor(name, { size, bold: true }) + 8
  return directionOf(name) === 'ltr' && x + roomFor(text, { size: 11.5 }) <= width ? { x, text } : null
}

/** Whole, or not at all: half a name is none. */
export function fitWhole(text: string, width: number, setting: Setting): Fitted | null {
  const rounded = Math.floor(width / 4) * 4 // zooming asks for every width there is
  const found = fitText(text, rounded, setting)
  return found.isCut || found.lines.some((line) => line.endsWith('-') && !text.includes(line)) ? null : found
}
