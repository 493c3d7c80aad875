// Names on slabs.
import { idOf } from '../../model/roles'
import { keyOf } from '../keys'
import type { Picture } from '../picture'
import { directionOf } from '../text/direction'
import { type Fitted, fitText, type Setting } from '../text/fit'
import { roomFor } from '../text/measure'
import { fitName, isParted } from '../text/name'
import type { Mark } from '../types'
import { inSight } from './places'
import type { Slab } from './slabs'
import { sumOf } from './sums'

/** px: at the sides of a small slab, of a large one; from line to line. */
const INSET = 4
const INSET_LARGE = 9
const LINE = 15
/** Where the first letter stands in its line. */
const BASELINE = 11.5 / LINE
/** A slab from this size on never stands without a name: smaller and closer, with words parted; on a slide no smaller than elsewhere there. */
const CLOSE = { from: { width: 30, height: 40 }, inset: 2, pitch: 1.16, lines: 5, least: { screen: 9, slide: 10.5 } } as const

/** A name on every slab that has room for one, and how many it carries where there is room for that too. */
export function drawNames(picture: Picture, slabs: readonly Slab[]): Mark[] {
  return slabs.flatMap((slab) => nameOn(picture, slab))
}

function nameOn(picture: Picture, { role, top, bottom, look, ...slab }: Slab): Mark[] {
  const { labels, page, org, words, analysis, far, medium } = picture
  const { left, right } = inSight(picture, slab)
  const room = { width: right - left, height: bottom - top }
  const written = writtenIn(labels.title(role), room, medium)
  if (!written) return []
  const { name, inset, pitch, isLarge } = written
  const width = room.width - 2 * inset
  const most = linesIn(room.height)
  const count =
    isLarge && (far?.spread.share ?? 0) > 0.5 && (org.structure.branchSize[role] as number) > 1 ? sumOf(analysis, role, org).people : 0
  const isBelow = count > 0 && most > name.lines.length
  const second = isBelow ? fitWhole(words.say('scene.far.carries', { count }), width, { size: 11.5, least: 10.5 }) : null
  const beside = count > 0 && !isBelow && name.lines.length === 1 ? besideName(picture, name, count, width) : null
  const lines = name.lines.length + (second ? 1 : 0)
  const first = (top + bottom) / 2 - (lines * pitch) / 2 + pitch * BASELINE
  const marks: Mark[] = name.lines.map((line, i) =>
    page.line(left + inset, right - inset, first + i * pitch, line, { size: name.size, bold: isLarge, fill: look.ink }),
  )
  if (second)
    marks.push(
      page.line(left + inset, right - inset, first + name.lines.length * pitch, second.lines[0] ?? '', {
        size: second.size,
        fill: look.second,
      }),
    )
  if (beside) marks.push(page.text(left + inset + beside.x, first, beside.text, { size: 11.5, fill: look.second }))
  return [{ kind: 'group', key: keyOf('name', idOf(org, role)), title: labels.title(role), marks }]
}

interface Written {
  readonly name: Fitted
  readonly inset: number
  /** px from line to line. */
  readonly pitch: number
  readonly isLarge: boolean
}

/** With air round it where there is room, else close; null where the slab is too small for any name. */
function writtenIn(title: string, { width, height }: Size, medium: Picture['medium']): Written | null {
  const inset = width > 80 ? INSET_LARGE : INSET
  const most = linesIn(height)
  const isLarge = width - 2 * inset > 100
  const setting = { size: isLarge ? 13.5 : 12, least: isLarge ? 11.5 : 10.5, bold: isLarge, lines: most }
  const airy = most > 0 && width - 2 * inset >= 22 ? fitWhole(title, width - 2 * inset, setting) : null
  if (airy) return { name: airy, inset, pitch: LINE, isLarge }
  const { least, from } = CLOSE
  if (width < from.width || height < from.height) return null
  const linesAt = (size: number) => Math.min(CLOSE.lines, Math.floor((height - 2) / (size * CLOSE.pitch)))
  const name = fitName(title, Math.floor(width - 2 * CLOSE.inset), { size: 12, least: least[medium], linesAt })
  return name.lines.length > 0 ? { name, inset: CLOSE.inset, pitch: name.size * CLOSE.pitch, isLarge: false } : null
}

interface Size {
  readonly width: number
  readonly height: number
}
const linesIn = (height: number) => Math.min(3, Math.floor((height - 1) / LINE))

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
  const found = fitText(text, rounded(width), setting)
  return found.isCut || isParted(found, text) ? null : found
}

/** Zooming asks for every width there is. */
const rounded = (width: number) => Math.floor(width / 4) * 4
