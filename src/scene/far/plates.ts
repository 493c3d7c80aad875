// The name of a branch and how many people are in it, on a plate over slabs that are too thin to speak for themselves.
import { idOf } from '../../model/roles'
import { GAUGE } from '../card-body'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import type { Colour, Mark } from '../types'
import { fitWhole } from './names'
import { inSight, type Told } from './places'
import { sumOf } from './sums'

/** px: a branch is named from this width on. */
const NAMED = 44
/** Round a plate, inside it at the sides, and from line to line. */
const INSET = 4
const PLATE = 6
const NAME = 16

export function drawPlates(picture: Picture, told: readonly Told[]): Mark[] {
  const { page, org, words, theme, moment, dimming, worn } = picture
  if (!moment.isFlipped || moment.told < 1) return []
  return told.flatMap(({ branch: { role }, isFront, box }): Mark[] => {
    const { left, right } = inSight(picture, { left: box.x, right: box.x + box.width })
    const room = right - left - 2 * INSET - 2 * PLATE
    if (room < NAMED - 2 * INSET) return []
    const gauge = isFront ? (GAUGE.height + GAUGE.gap) * picture.chart.ky : 0
    const high = box.height - gauge - 6
    const name = fitWhole(nameOfBranch(picture, role), room, {
      size: 14.5,
      least: 10.5,
      bold: true,
      lines: high >= 2 * NAME + 4 ? 2 : 1,
      wrapped: 13.5,
    })
    if (!name || high < NAME + 4) return []
    const sum = sumOf(picture.analysis, role, org)
    const people = words.say('scene.people', { count: isFront ? sum.front : sum.people })
    const isRoomy = high >= (name.lines.length + 1) * NAME + 6
    const under = isRoomy ? fitWhole(people, room, { size: 12, least: 11 }) : null
    const width = Math.max(
      ...name.lines.map((line) => roomFor(line, { size: name.size, bold: true })),
      under ? roomFor(under.lines[0] ?? '', under) : 0,
    )
    const height = name.lines.length * NAME + (under ? NAME - 1 : 0) + 5
    const top = box.y + gauge + 3 + (high - height) / 2
    const back = dimming.ofRole(role)
    // Where slabs wear something else teal is one more colour to be asked about.
    const isTeal = isFront && !worn
    const tint = (colour: Colour) => mix(colour, theme.paper, back * 0.6)
    const marks: Mark[] = [
      {
        kind: 'rectangle',
        x: left + INSET,
        y: top,
        width: width + 2 * PLATE,
        height,
        fill: tint(isTeal ? theme.front.card : theme.paper),
      },
      ...name.lines.map((line, i) =>
        page.line(left + INSET + PLATE, right, top + 15.5 + i * NAME, line, {
          size: name.size,
          bold: true,
          fill: tint(isTeal ? theme.front.ink : theme.ink),
        }),
      ),
    ]
    if (under)
      marks.push(
        page.line(left + INSET + PLATE, right, top + 14 + name.lines.length * NAME, under.lines[0] ?? '', {
          size: under.size,
          fill: tint(isTeal ? theme.front.inkSecond : theme.inkSecond),
        }),
      )
    return [{ kind: 'group', key: keyOf('branch', idOf(org, role)), title: nameOfBranch(picture, role), marks }]
  })
}

/** By its unit, as people speak of it; else by its manager. */
function nameOfBranch({ labels }: Picture, role: number): string {
  return labels.unit(role) || labels.title(role)
}
