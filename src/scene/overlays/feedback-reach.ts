// Who is heard: channels as dashed lines with their days, and an ear struck through where notes stop that never come to whoever could
// change the rule. Another graph than the reporting line, which is left out.
import { notRecorded } from '../../analysis/feedback'
import { feedbackReachOf } from '../../analysis/reach'
import { between, highOf, rounded } from '../../base/range'
import { thresholdsOf } from '../../model/thresholds'
import { boundsOf } from '../cut'
import { drawRows } from '../flow/bars'
import { channelsOf, drawChannels, drawChannelWords, takenByChannels } from '../flow/channels'
import { drawHeard } from '../flow/heard'
import { shownAt } from '../flow/shown'
import { daysOf, saidOfVoices } from '../flow/voices'
import { freeRoomOn } from '../free-room'
import type { Headline, Said } from '../headline'
import type { Picture } from '../picture'
import type { GroupMark, Mark } from '../types'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'feedback-reach',
  place: 5,
  lacks: (org) => notRecorded({ org }) !== null,
  ready: { isThere: feedbackReachOf.has, steps: feedbackReachOf.steps },
  isOnBoth: true,
  isInsteadOfLines: true,
  says: saidOfVoices,
  isSaidLarge: true,
  headline,
  under: (picture) => (picture.following ? [] : picture.far ? drawHeard(picture) : drawChannels(picture)),
  takes: takenByChannels,
  over: (picture) => (picture.following ? [] : drawOver(picture)),
}

function drawOver(picture: Picture): Mark[] {
  const legend = drawReach(picture)
  const channels = channelsOf(picture)
  if (!channels || shownAt(picture.moment) <= 0) return legend
  const room = freeRoomOn(picture)
  for (const mark of legend) room.take(boundsOf(mark))
  return [...legend, ...drawChannelWords(picture, channels, room)]
}

/** How much is heard, within which time. */
function drawReach(picture: Picture): GroupMark[] {
  const { analysis, words, theme, org } = picture
  const reach = feedbackReachOf(analysis)
  if (!reach || notRecorded({ org })) return []
  const { heard, silent, open } = reach.all
  const all = rounded(heard + silent + open)
  if (all === 0) return []
  const late = between(rounded(reach.late.low), rounded(reach.late.high))
  const soon = between(rounded(heard - reach.late.low), rounded(heard - reach.late.high))
  const days = thresholdsOf(org.doc).slowFeedbackDays
  const unheard = between(rounded(silent), rounded(silent + open))
  const rows = [
    { name: words.say('reach.row.soon', { days }), cases: soon, fill: theme.gauge.solid, ink: theme.ink },
    { name: words.say('reach.row.late'), cases: late, fill: theme.line, ink: theme.ink },
    {
      name: words.say('reach.row.never'),
      cases: unheard,
      fill: theme.gauge.never,
      ink: highOf(unheard) > 0 ? theme.gauge.never : theme.ink,
    },
  ]
  const laid = channelsOf(picture)
  return drawRows(picture, words.say('reach.rows', { all, areKinds: org.contacts.areCounted ? 0 : 1 }), rows, [
    ...(laid?.lines ?? []).map((one) => one.laid),
    ...(laid?.ends ?? []).map((one) => one.laid),
  ])
}

function headline({ org, analysis, words }: Said): Headline | null {
  const reach = feedbackReachOf(analysis)
  if (!reach || notRecorded({ org })) return null
  const [heard, silent, open] = [reach.all.heard, reach.all.silent, reach.all.open].map(rounded) as [number, number, number]
  const all = rounded(heard + silent + open)
  if (all === 0) return null
  const areKinds = org.contacts.areCounted ? 0 : 1
  const first = words.say(`reach.headline${silent === all ? '.none' : silent > 0 ? '' : open > 0 ? '.open' : '.all'}`, {
    silent,
    open,
    all,
    areKinds,
  })
  const rest = [
    heard > 0
      ? words.say(silent + open > 0 ? 'reach.second.others' : 'reach.second', { count: heard, days: daysOf({ words }, meanDays(reach)) })
      : '',
    open > 0 && silent > 0 ? words.say('reach.second.open', { count: open }) : '',
  ]
  const lines = words.say(reach.channels.length > 0 ? 'reach.second.lines' : 'reach.second.none')
  const second = rest.filter((one) => one !== '').join(' ')
  return second === '' ? { first, second: lines } : { first, second, third: lines }
}

function meanDays({ owners, all: { heard } }: NonNullable<ReturnType<typeof feedbackReachOf>>) {
  const mean = (end: 'low' | 'high') =>
    [...owners.values()].reduce((sum, one) => sum + (one.heard > 0 ? one.heard * one.days[end] : 0), 0) / Math.max(1e-9, heard)
  return { low: mean('low'), high: mean('high') }
}
