// What the colours and signs of an overlay mean, with the people in each: the bands in their order, then what is not known and what is
// kept back.
import type { Box } from '../../base/geometry'
import { spotOf } from '../legend-spot'
import type { Look } from '../looks'
import { mix } from '../mix'
import type { Pen } from '../pen'
import type { Picture } from '../picture'
import { fitText } from '../text/fit'
import { roomFor } from '../text/measure'
import type { Colour, GroupMark, Mark } from '../types'
import { CHIP, type Entry, entriesOf, HEAD, rowsOf } from './entries'
import { bandLook } from './look'
import { drawSign, signWidth } from './sign'
import { drawTexture } from './texture'
import { sayBand, type Worn } from './worn'

const TYPE = { size: 12, least: 10.5 } as const
const COUNT = { size: 12, bold: true } as const

export function drawBandLegend(picture: Picture): GroupMark[] {
  const { worn, words, theme } = picture
  const spot = worn ? spotOf(picture) : null
  if (!worn || !spot) return []
  const { box, pen, ground, shown, plate } = spot
  const ink = mix(ground, theme.ink, shown)
  const title = fitText(worn.readings.title, box.width, { size: 13, least: 11.5, bold: true })
  const entries = entriesOf(worn.readings, spot.layout, picture.org)
  const rows = rowsOf(entries)
  const widest = Math.max(...entries.map(({ people }) => roomFor(words.number(people), COUNT)))
  const column = box.width / 2
  const marks: Mark[] = [
    ...plate,
    pen.text(box.x, box.y + 11, title.lines[0] ?? '', { size: title.size, bold: true, fill: ink }),
    ...entries.flatMap((entry, i) => {
      const at = {
        x: box.x + Math.floor(i / rows) * column,
        y: box.y + HEAD + (i % rows) * CHIP.pitch,
        width: column - 10,
        height: CHIP.height,
      }
      return drawEntry(picture, worn, entry, at, { pen, ground, shown, ink, widest })
    }),
  ]
  return [
    { kind: 'group', key: 'legend', title: words.say('scene.legend'), marks: [...marks, ...drawFarNote(picture, pen, box, ground, shown)] },
  ]
}

interface Drawn {
  readonly pen: Pen
  readonly ground: Colour
  readonly shown: number
  readonly ink: Colour
  /** The widest count. */
  readonly widest: number
}

function drawEntry(
  { theme, words }: Picture,
  { readings }: Worn,
  { band, people }: Entry,
  at: Box,
  { pen, ground, shown, ink, widest }: Drawn,
): Mark[] {
  const look = faded(bandLook(theme, readings, band), ground, shown)
  const chip = { x: at.x, y: at.y, width: CHIP.width, height: CHIP.height }
  const sign = signWidth(readings, band)
  const count = words.number(people)
  const base = at.y + CHIP.height - 4.6
  const counted = at.x + CHIP.width + 7 + widest
  const left = counted + 7
  const right = at.x + at.width
  const name = fitText(sayBand(readings, band, words), right - left, TYPE)
  return [
    pen.rectangle(chip, {
      fill: look.fill,
      radius: CHIP.radius,
      ...(look.edge === look.fill ? {} : { stroke: { colour: look.edge, width: 1 } }),
    }),
    ...(shown < 1 ? [] : drawTexture(pen, { x: chip.x + 1, y: chip.y + 1, width: chip.width - 2, height: chip.height - 2 }, band, theme)),
    ...drawSign(pen, readings, band, chip.x + (CHIP.width - sign) / 2, base, look.ink),
    pen.line(left, right, base, name.lines[0] ?? '', { size: name.size, fill: ink }),
    pen.text(counted, base, count, { ...COUNT, anchor: 'end', fill: ink }),
  ]
}

function faded({ fill, edge, ink }: Look, ground: Colour, shown: number) {
  const tint = (colour: Colour) => mix(ground, colour, shown)
  return { fill: tint(fill), edge: tint(edge), ink: tint(ink) }
}

/** From far away: what a slab wears. */
function drawFarNote(picture: Picture, pen: Pen, box: Box, ground: Colour, shown: number): Mark[] {
  const { far, view, furniture, words, medium, theme } = picture
  const x = box.x + box.width + 30
  const width = view.width - furniture.right - x
  if (!far || pen.kx !== 1 || width < 200) return []
  const told = [words.say('overlay.far'), ...(medium === 'screen' ? [words.say('scene.far.zoom')] : [])].join(' ')
  const { lines } = fitText(told, width, { size: 12.5, least: 12, lines: 4 })
  return lines.map((line, i) => pen.text(x, box.y + 11 + i * 17, line, { size: 12.5, fill: mix(ground, theme.inkSecond, shown) }))
}
