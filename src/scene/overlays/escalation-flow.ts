// How deep cases sink: streams from whoever meets them to whoever may settle them, as wide as the cases are many; bars where they stop for
// good. They run where reporting lines run, and take their place.
import { flowOf } from '../../analysis/flow'
import { between, highOf, lowOf, type Range, rounded } from '../../base/range'
import { boundsOf } from '../cut'
import { piecesOf, takeStrands } from '../flow/beside'
import { allOf, depthsOf, drawDepth } from '../flow/depth'
import { drawLeaving, drawNumbers, drawStops } from '../flow/numbers'
import { drawSettled } from '../flow/settled'
import { shownAt } from '../flow/shown'
import { drawStreams, streamsOf } from '../flow/streams'
import { drawWells } from '../flow/wells'
import { saidOfEnds } from '../flow/words'
import { freeRoomOn } from '../free-room'
import type { Headline, Said } from '../headline'
import type { Picture } from '../picture'
import type { Mark } from '../types'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'escalation-flow',
  place: 4,
  lacks: (_, analysis) => analysis.isUncounted !== true && !analysis.roleColumns.weight.some((weight) => weight > 0),
  ready: { isThere: flowOf.has, steps: flowOf.steps },
  isOnBoth: true,
  isInsteadOfLines: true,
  says: saidOfEnds,
  headline,
  under: (picture) => (picture.following ? [] : picture.far ? drawWells(picture) : drawStreams(picture)),
  takes: (picture) => (streamsOf(picture)?.laid ?? []).flatMap((one) => piecesOf(picture, one).map(({ box }) => box)),
  over: (picture) => (picture.following ? [] : drawOver(picture)),
}

function drawOver(picture: Picture): Mark[] {
  const streams = streamsOf(picture)
  if (!streams || shownAt(picture.moment) <= 0) return drawDepth(picture)
  const legend = drawDepth(picture)
  const room = freeRoomOn(picture)
  takeStrands(picture, streams.laid, room)
  for (const mark of legend) room.take(boundsOf(mark))
  return [
    ...drawSettled(picture, streams),
    ...legend,
    ...drawStops(picture, streams, room),
    ...drawLeaving(picture, streams, room),
    ...drawNumbers(picture, streams, room),
  ]
}

function headline({ org, analysis, words }: Said): Headline | null {
  const flow = flowOf(analysis)
  const all = allOf({ analysis })
  if (!flow || all === 0) return null
  const areKinds = org.contacts.areCounted ? 0 : 1
  const never = between(rounded(flow.never.pessimistic), rounded(flow.never.optimistic))
  const sink = between(rounded(all - (flow.byStep.pessimistic[0] ?? 0)), rounded(all - (flow.byStep.optimistic[0] ?? 0)))
  const key = highOf(sink) === 0 ? '.spot' : highOf(never) === 0 ? '.settled' : ''
  const isOpen = (depthsOf({ analysis, words }) ?? []).some(({ cases }) => typeof cases !== 'number')
  const period = words.say('scene.period', { days: org.doc.organization.periodDays })
  return {
    first: words.say(
      `flow.headline${key}`,
      areKinds ? { all: whole(all), sink: whole(sink), never: whole(never), areKinds } : { all, sink, never, areKinds },
    ),
    second: words.say(isOpen ? 'flow.second.open' : 'flow.second', { areKinds, period }),
  }
}

/** Of kinds of case a part may be settled elsewhere than the rest: nobody speaks of a tenth of a kind. */
const whole = (cases: number | Range): number | Range => between(Math.round(lowOf(cases)), Math.round(highOf(cases)))
