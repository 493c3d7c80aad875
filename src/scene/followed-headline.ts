// The two sentences over a followed case: how far it goes and how long it takes; how often, from whom, and what that means to them.
import type { FollowedCase, WayBetween } from '../analysis/types'
import type { WordParams } from '../base/words'
import type { Followed } from './followed'
import { segmentsOf } from './following'
import type { Headline, Said } from './headline'
import { labelsOf } from './labels'
import { cleanText } from './text/clean'

export function headlineOfFollowed(said: Said, { path }: Followed): Headline {
  return path.kind === 'way' ? ofWay(said, path) : ofCase(said, path)
}

const ENDS = { settled: 'settled', 'dead end': 'dead', open: 'open' } as const
/** More names than this are a list nobody hears to its end. */
const MOST_NAMED = 2

function ofCase(said: Said, path: FollowedCase): Headline {
  const { org, words, medium } = said
  const labels = labelsOf(org, medium, words, said.hidden)
  const issue = org.doc.issueTypes?.find(({ id }) => id === path.case.issueType)
  const entry = path.stops[0]?.role ?? -1
  const params: WordParams = {
    issue: cleanText(issue?.name ?? path.case.issueType, medium),
    value: path.case.value === null ? '' : words.money(path.case.value, org.doc.organization.currency ?? ''),
    segments: segmentNames(said, path),
    role: labels.title(entry),
    hands: path.stops.length - 1,
    hours: path.hours,
    isLoop: path.isLoop ? 'yes' : '',
    contacts: path.contacts,
    period: words.say('scene.period', { days: org.doc.organization.periodDays }),
    elsewhere: path.elsewhere.slice(0, MOST_NAMED).map((role) => labels.title(role)),
    others: Math.max(0, path.elsewhere.length - MOST_NAMED),
  }
  const end = ENDS[path.end]
  return { first: words.say(`scene.case.${end}`, params), second: words.say(`scene.case.${end}.often`, params) }
}

/** Who brings it, where they are few enough to be named. */
function segmentNames({ org, medium }: Said, path: FollowedCase): readonly string[] {
  const segments = [...segmentsOf(org, path)]
  if (segments.length > MOST_NAMED || segments.includes(-1)) return []
  return segments.map((at) => cleanText(org.doc.segments?.[at]?.name ?? org.doc.segments?.[at]?.id ?? '', medium))
}

function ofWay({ org, words, medium, hidden }: Said, { roles, up, down, commonManager }: WayBetween): Headline {
  const { title } = labelsOf(org, medium, words, hidden)
  const params = {
    from: title(roles[0] ?? -1),
    to: title(roles.at(-1) ?? -1),
    up,
    down,
    manager: title(commonManager),
    hands: roles.length - 1,
  }
  return { first: words.say('scene.way', params), second: words.say('scene.way.manager', params) }
}
