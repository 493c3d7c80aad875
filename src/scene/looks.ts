// The colours of a card: grey by rank on the conventional chart, by distance from the customer on the flipped one.
// During the turn the weight moves from the top to the front line, so a look is also anything between two looks.
import { onceEach } from '../base/memo'
import { mix } from './mix'
import type { Theme } from './theme'
import type { Colour } from './types'

export interface Look {
  readonly fill: Colour
  readonly edge: Colour
  readonly ink: Colour
  readonly second: Colour
  /** Edges of a stack: the nearer, the farther one. */
  readonly near: Colour
  readonly far: Colour
}

export function rankLook(theme: Theme, depth: number): Look {
  return lookOfRank(theme, Math.min(Math.max(depth, 0), 3) as 0 | 1 | 2 | 3)
}
const lookOfRank = onceEach(({ rank, paper }: Theme, i: 0 | 1 | 2 | 3): Look => {
  return { ...stacked(rank.cards[i], rank.edge, paper), ink: rank.inks[i], second: rank.inksSecond[i] }
})

/** `distance` as in Structure: 1 meets customers, -1 has no line to one. */
export function distanceLook(theme: Theme, distance: number): Look {
  return lookAtDistance(theme, distance < 0 ? 4 : Math.min(distance, 4))
}
const lookAtDistance = onceEach(({ front, away, paper }: Theme, distance: number): Look => {
  if (distance === 1)
    return { fill: front.card, edge: front.edge, ink: front.ink, second: front.inkSecond, near: front.near, far: front.far }
  const i = (distance - 2) as 0 | 1 | 2
  return { ...stacked(away.cards[i], away.edge, paper), ink: away.ink, second: away.inkSecond }
})

function stacked(fill: Colour, edge: Colour, paper: Colour) {
  return { fill, edge, near: mix(paper, fill, 0.6), far: mix(paper, fill, 0.35) }
}

export function mixLook(a: Look, b: Look, share: number): Look {
  if (share <= 0) return a
  if (share >= 1) return b
  const fill = mix(a.fill, b.fill, share)
  return {
    fill,
    edge: mix(a.edge, b.edge, share),
    ink: legible(a.ink, b.ink, fill),
    second: legible(a.second, b.second, fill),
    near: mix(a.near, b.near, share),
    far: mix(a.far, b.far, share),
  }
}

// Halfway between dark ink and white is the grey of the card itself; so ink jumps to whichever can be read.
function legible(a: Colour, b: Colour, ground: Colour): Colour {
  return contrast(a, ground) >= contrast(b, ground) ? a : b
}

/** WCAG contrast of two opaque colours, 1 … 21. */
export function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
function luminance(colour: Colour): number {
  const value = Number.parseInt(colour.slice(1), 16)
  const linear = (channel: number) => {
    const s = channel / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear((value >> 16) & 255) + 0.7152 * linear((value >> 8) & 255) + 0.0722 * linear(value & 255)
}

/** Towards the ground, for a box that is coming or going. */
export function faded(look: Look, ground: Colour, presence: number): Look {
  if (presence >= 1) return look
  const toward = (colour: Colour) => mix(ground, colour, presence)
  return {
    fill: toward(look.fill),
    edge: toward(look.edge),
    ink: toward(look.ink),
    second: toward(look.second),
    near: toward(look.near),
    far: toward(look.far),
  }
}
