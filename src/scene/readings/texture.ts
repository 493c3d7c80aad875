// What is no band is told from bands without colour, also where there is no room for a word: stripes where it is not known, lines where it
// is kept back. Pale, so that type on them is read.
import type { Box } from '../../base/geometry'
import { hatch } from '../hatch'
import { mix } from '../mix'
import { KEPT, NOT_KNOWN } from '../overlays/overlay'
import type { Pen } from '../pen'
import type { Theme } from '../theme'
import type { Colour, Mark, PathCommand } from '../types'

const STRIPES = { every: 12, thick: 3 } as const
const LINES = { every: 7, thick: 1.5 } as const
/** A line more than this makes a box heavy to edit. */
const MOST = 24

/** `back`: the share of paper in it, where its box stands back. */
export function drawTexture(pen: Pen, box: Box, band: number, theme: Theme, back = 0): Mark[] {
  if (band !== NOT_KNOWN && band !== KEPT) return []
  const fill: Colour = mix(theme.reading.unknown.stripe, theme.paper, back)
  const commands = band === NOT_KNOWN ? hatch(box, STRIPES) : lines(box)
  return commands.length === 0 ? [] : [pen.path(commands, { fill })]
}

function lines({ x, y, width, height }: Box): PathCommand[] {
  const commands: PathCommand[] = []
  const every = Math.max(LINES.every, height / MOST)
  for (let at = y + every * 0.6; at + LINES.thick <= y + height; at += every)
    commands.push(['M', x, at], ['L', x + width, at], ['L', x + width, at + LINES.thick], ['L', x, at + LINES.thick], ['Z'])
  return commands
}
