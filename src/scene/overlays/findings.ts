// Where those who meet customers may not settle what they are brought: a gauge on the edge of each card towards the customer, flags
// on a pole over it, and a question mark on a role whose authority is not known. The legend comes with it.

import type { MovingBox } from '../../layout/types'
import { idOf } from '../../model/roles'
import type { FlagCounts } from '../facts'
import { drawBranchFlags } from '../far/signs'
import { drawFlags, drawPennant, FLAG, FLAG_KINDS, flagText, pennant, poleHeight } from '../flags'
import { drawGauges } from '../gauges'
import { keyOf } from '../keys'
import { drawLegend } from '../legend'
import { mix } from '../mix'
import { penFor } from '../pen'
import type { Picture } from '../picture'
import type { GroupMark, Mark } from '../types'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'findings',
  place: 1,
  under: drawGauges,
  // One case at a time: flags speak of all of them.
  over: (picture) => (picture.following ? [] : [...flagsIn(picture), ...drawLegend(picture)]),
}

const flagsIn = (picture: Picture) =>
  picture.far ? drawBranchFlags(picture, picture.far.told) : standing(picture).flatMap((role) => flagsOf(picture, role))

/** A flag calls for the eye, which is elsewhere where its card stands back. */
const standing = ({ roles, dimming }: Picture) => roles.filter((role) => dimming.ofRole(role) === 0)

const blank = (): MovingBox => ({ x: 0, y: 0, w: 0, h: 0, presence: 0 })

/** Cards narrower on the page than this have no room for a flag beside the next one's. */
const LEAST_WIDTH = 44
const SMALLEST = 0.84
/** Under this the number on it cannot be read. */
const LEAST = 0.7
/** Between the highest flag and the customers. */
const AIR = 3

function flagsOf(picture: Picture, role: number): Mark[] {
  const { moment, org, chart, theme, facts, words, isBrief } = picture
  if (moment.flags <= 0) return []
  const isOpen = facts.isOpen(role)
  const counted = facts.flagsOf(role)
  if (!counted && !isOpen) return []
  const isFront = org.structure.distance[role] === 1
  const counts = isFront && counted ? counted : { ...NONE, unknown: isOpen ? 1 : 0 }
  if (counts.high + counts.medium + counts.low + counts.unknown === 0) return []
  const at = moment.boxOf(role, blank())
  if (at.w * chart.kx < LEAST_WIDTH) return []
  if (moment.to.isList && isFront) return listedFlag(picture, role, at, counts)
  const ground = isFront ? mix(theme.paper, theme.customers.zone, moment.zone) : theme.paper
  const inset = FLAG.width + 6
  const { flown, scale } = fitted(picture, at, isBrief ? worstOf(counts) : counts)
  const right = chart.x(at.x + at.w)
  const x = Math.max(right - inset * scale, chart.x(at.x + at.w / 2))
  const pen = penFor({ kx: scale, ky: scale, x, y: chart.y(at.y) })
  const marks = drawFlags(pen, 0, 0, flown, theme, ground, moment.flags * at.presence)
  if (marks.length === 0 || isBrief) return marks
  return [{ kind: 'group', key: keyOf('flags', idOf(org, role)), title: words.say('scene.flags', { ...counts }), marks }]
}

/** A flag keeps a readable size while the card under it gets smaller. Where its pole would reach the customers the mildest go, then all. */
function fitted({ moment, chart }: Picture, { y }: MovingBox, counts: FlagCounts): { flown: FlagCounts; scale: number } {
  const wanted = Math.max(SMALLEST, chart.k)
  const field = moment.to.customers
  if (!field || !moment.isFlipped) return { flown: counts, scale: wanted }
  const room = (y - field.y - field.height) * chart.ky - AIR
  const kinds = FLAG_KINDS.filter((kind) => counts[kind] > 0)
  while (kinds.length > 0 && room / poleHeight(kinds.length) < LEAST) kinds.pop()
  const flown: FlagCounts = { ...NONE, ...Object.fromEntries(kinds.map((kind) => [kind, counts[kind]])) }
  return { flown, scale: Math.min(wanted, room / poleHeight(kinds.length)) }
}
function worstOf(counts: FlagCounts): FlagCounts {
  const worst = FLAG_KINDS.find((kind) => counts[kind] > 0)
  return worst ? { ...NONE, [worst]: counts[worst] } : NONE
}
const NONE: FlagCounts = { high: 0, medium: 0, low: 0, unknown: 0 }

/** In a list there is no air over a card: its worst flag hangs at its foot and counts all that are flagged. */
function listedFlag({ moment, org, chart, theme, words }: Picture, role: number, at: MovingBox, counts: FlagCounts): GroupMark[] {
  const worst = FLAG_KINDS.find((kind) => counts[kind] > 0)
  if (!worst) return []
  const count = worst === 'unknown' ? counts.unknown : counts.high + counts.medium + counts.low
  const x = chart.x(at.x + at.w) - (FLAG.width + 9) * chart.k
  const pen = penFor({ kx: chart.k, ky: chart.k, x, y: chart.y(at.y + at.h) - (FLAG.height + 12) * chart.k })
  const card = theme.front.card
  const marks = [
    pen.path(pennant(0.75, 0, FLAG.width, FLAG.height), { stroke: { colour: theme.paper, width: 4, join: 'round' } }),
    ...drawPennant(pen, 0, 0, worst, flagText(worst, count), theme, card, moment.flags * at.presence),
  ]
  return [{ kind: 'group', key: keyOf('flags', idOf(org, role)), title: words.say('scene.flags', { ...counts }), marks }]
}
