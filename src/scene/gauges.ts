// What becomes of the cases each role meets, on the edge of its card towards the customer; from far away a bar a branch.

import type { MovingBox } from '../layout/types'
import { idOf } from '../model/roles'
import { GAUGE } from './card-body'
import { drawBars } from './far/signs'
import { drawGauge, type Outcome } from './gauge'
import { keyOf } from './keys'
import { mix } from './mix'
import type { Picture } from './picture'
import type { Mark } from './types'

/** `isOnBoth`: on the conventional chart at rest too, under the card. */
export function drawGauges(picture: Picture, isOnBoth = false): Mark[] {
  if (picture.far?.isSummed) return drawBars(picture, picture.far.told)
  const isUpright = isOnBoth && !picture.moment.isTurning && !picture.moment.isFlipped
  return picture.roles.flatMap((role) => gaugeOf(picture, role, isUpright))
}

const blank = (): MovingBox => ({ x: 0, y: 0, w: 0, h: 0, presence: 0 })

function gaugeOf(picture: Picture, role: number, isUpright: boolean): Mark[] {
  const { moment, org, chart, theme, words, dimming, isBrief } = picture
  if (org.structure.distance[role] !== 1 || (moment.gauges <= 0 && !isUpright)) return []
  const at = moment.boxOf(role, blank())
  if (GAUGE.height * chart.ky < 2.5 || at.w * chart.kx < 12) return []
  const outcome = outcomeOf(picture, role)
  const shown = isUpright ? 1 : moment.gauges
  const edges = isUpright ? (moment.to.edges[role] as number) : 0
  const y = isUpright ? at.y + at.h + edges + GAUGE.gap : at.y
  const box = { x: at.x, y, width: at.w, height: isUpright ? GAUGE.height : GAUGE.height * moment.turned(role) }
  if (box.height < 1) return []
  const back = dimming.ofRole(role)
  const marks =
    back > 0
      ? [chart.rectangle(box, { fill: mix(theme.gauge.solid, theme.paper, back) })]
      : drawGauge(chart, box, outcome, theme, theme.paper, shown * at.presence, isBrief)
  if (isBrief) return marks
  const title = words.say('scene.gauge', {
    settled: outcome.settled,
    escalated: outcome.escalated,
    never: outcome.never,
  })
  return [{ kind: 'group', key: keyOf('gauge', idOf(org, role)), title, marks }]
}

function outcomeOf({ facts }: Picture, role: number): Outcome {
  const met = facts.metBy(role)
  return met ? { all: met.weight, settled: met.settled, escalated: met.escalated, never: met.never } : NOTHING_MET
}
const NOTHING_MET: Outcome = { all: 0, settled: 0, escalated: 0, never: 0 }
