// A followed case in a list, where no line finds its way: each stop wears its number and its hours on its own card, the last one what
// becomes of the case.
import type { Box } from '../base/geometry'
import type { Following } from './following'
import { ring, signOfEnd } from './journey-end'
import type { Look } from './looks'
import type { Picture } from './picture'
import { roomFor } from './text/measure'
import { cardOnPage } from './thread'
import type { Mark } from './types'

const DISC = 10
const EDGE = 9
const HOURS = 12

export interface ListedStop {
  /** What the title, and the line at the foot, leave free at the right. */
  readonly atHead: number
  readonly atFoot: number
  readonly marks: readonly Mark[]
}

/** Null where nothing is handed to this box, or not yet. */
export function listedStop(picture: Picture, role: number, body: Box, look: Look): ListedStop | null {
  const { following, moment, chart, words } = picture
  if (!following || !moment.to.isList) return null
  const hand = handTo(following, role)
  if (hand < 1) return null
  const { path } = following.followed
  const [x, y] = [body.x + body.width - EDGE - DISC, body.y + EDGE + DISC]
  const disc = chart.rectangle({ x: x - DISC, y: y - DISC, width: 2 * DISC, height: 2 * DISC }, { fill: look.ink, radius: DISC })
  const number = chart.text(x, y + 12.5 * 0.355, String(hand), { size: 12.5, bold: true, anchor: 'middle', fill: look.fill })
  const isEnd = hand === following.boxes.length - 1
  const sign = isEnd && path.kind === 'case' ? signOfEnd(picture, path.end, chart.x(x), chart.y(y), (DISC + 1) * chart.k) : null
  const stop = path.kind === 'case' ? path.stops[hand] : undefined
  const hours = stop ? (stop.hours === null ? words.say('scene.hours.unknown') : words.hours(stop.hours)) : ''
  const said = chart.text(body.x + body.width - EDGE - 3, body.y + body.height - 13, hours, {
    size: HOURS,
    bold: true,
    anchor: 'end',
    fill: look.ink,
  })
  return {
    atHead: 2 * DISC + 4,
    atFoot: hours === '' ? 0 : roomFor(hours, { size: HOURS, bold: true }) + 2,
    marks: [...(sign ?? [disc, number]), ...(hours === '' ? [] : [said])],
  }
}

/** The last hand that brings it here, as far as the reader has stepped. */
function handTo({ boxes, reached }: Following, role: number): number {
  return boxes.slice(0, reached + 1).lastIndexOf(role)
}

/** Round the last card a ring; beside it, where nobody may settle it, the bar. */
export function drawListedEnd(picture: Picture, { boxes, reached, followed: { path } }: Following): Mark[] {
  const box = boxes.at(-1)
  if (box === undefined || reached < boxes.length - 1 || (path.kind === 'case' && path.end === 'open')) return []
  const card = cardOnPage(picture, box)
  if (path.kind === 'way' || path.end === 'settled') return [ring(picture, card)]
  const bar = { x: card.x + card.width + 2, y: card.y + (card.height - BAR.long) / 2, width: BAR.thick, height: BAR.long }
  const title = picture.words.say('scene.end.dead')
  return [{ kind: 'group', key: 'followed-dead-end', title, marks: [picture.page.rectangle(bar, { fill: picture.theme.gauge.never })] }]
}
const BAR = { thick: 6, long: 36 } as const
