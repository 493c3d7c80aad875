// Two sentences over the chart that state the argument in the organisation's own numbers; where a number is not known they say so.

import type { Analysis } from '../analysis/types'
import { between, highOf, isRange, lowOf, type Measured, type Range } from '../base/range'
import type { Words } from '../base/words'
import type { Orientation } from '../layout/types'
import type { Org } from '../model/types'
import type { Followed } from './followed'
import { headlineOfFollowed } from './followed-headline'
import type { Hidden } from './labels'
import type { Medium } from './medium'
import type { Overlay } from './overlays/overlay'
import { cleanText } from './text/clean'

export interface Headline {
  readonly first: string
  readonly second: string
  /** The first in fewer words, for a narrow page. */
  readonly short?: string
}
export interface Said {
  readonly org: Org
  readonly analysis: Analysis
  readonly words: Words
  readonly medium: Medium
  /** What the reader chose to see. */
  readonly overlays?: readonly Overlay[]
  /** Said in place of what the chart says by itself. */
  readonly headline?: Headline
  readonly followed?: Followed
  readonly hidden?: Hidden
}

export function headlineOf(said: Said, orientation: Orientation): Headline {
  if (said.headline) return said.headline
  if (said.followed) return headlineOfFollowed(said, said.followed)
  for (const { headline } of said.overlays ?? []) {
    const told = headline?.(said, orientation)
    if (told) return told
  }
  if (orientation === 'conventional') return conventional(said)
  const { org, analysis, words } = said
  const meet = peopleWhoMeet(org)
  if (meet === 0)
    return { first: words.say('scene.headline.people', { name: organisationName(said) }), second: words.say('scene.headline.unmet') }
  const { contacts } = analysis.totals
  const settled = settledShare(analysis)
  if (!isTold(settled)) {
    const first = words.say('scene.headline.meet', { count: meet, people: analysis.file.people })
    return {
      first,
      second: words.say(analysis.isUncounted && org.contacts.length > 0 ? 'scene.headline.counting' : 'scene.headline.unsettled'),
    }
  }
  const share = words.percent(settled)
  const second = atRisk(said) ?? handedOn(said)
  if (contacts === null) return { first: words.say('scene.headline.kinds', { share }), second }
  const params = { contacts, share, period: words.say('scene.period', { days: org.doc.organization.periodDays }) }
  return { first: words.say('scene.headline.settled', params), second, short: words.say('scene.headline.settled.short', params) }
}

function conventional(said: Said): Headline {
  const { analysis, words } = said
  const { people, roles, layers } = analysis.file
  return {
    first: words.say('scene.headline.conventional', { name: organisationName(said) }),
    second: words.say('scene.headline.counts', { people, roles, layers }),
  }
}

/** The name without what stands in brackets at its end, such as “(invented)”. */
export function organisationName({ org, words, medium }: Pick<Said, 'org' | 'words' | 'medium'>): string {
  const name = cleanText(org.doc.organization.name ?? '', medium)
  return name.replace(/\s*\([^()]*\)$/, '') || name || words.say('scene.organisation')
}

/** Of all cases; where the file counts none, of the kinds of case met. */
export function settledShare(analysis: Analysis): Measured {
  const { contacts, firstContactResolution } = analysis.totals
  if (contacts !== null || firstContactResolution !== null) return firstContactResolution
  const weight = analysis.roles.reduce((sum, role) => sum + role.weight, 0)
  if (weight === 0) return null
  const sum = (end: (m: number | Range) => number) => analysis.roles.reduce((all, role) => all + end(role.settledAtFirstContact), 0)
  return between(sum(lowOf) / weight, sum(highOf) / weight)
}

/** Nothing between 0 and 100 % is nothing said. */
function isTold(share: Measured): share is Exclude<Measured, null> {
  return share !== null && !(isRange(share) && share.low <= 0.005 && share.high >= 0.995)
}

/** The segment that risks most for what it is worth: “a third of what customers are worth, and 83 % of what … puts at risk”. */
function atRisk({ org, analysis, words, medium }: Said): string | null {
  const { customerEquity, riskPerPeriod } = analysis.totals
  if (customerEquity === null || customerEquity <= 0 || riskPerPeriod === null || isRange(riskPerPeriod) || riskPerPeriod <= 0) return null
  let worst: { readonly segment: number; readonly worth: number; readonly risk: number } | null = null
  for (const { segment, equity, riskPerPeriod: risk } of analysis.segments) {
    if (segment < 0 || equity === null || equity <= 0 || typeof risk !== 'number') continue
    const share = { segment, worth: equity / customerEquity, risk: risk / riskPerPeriod }
    if (worst === null || share.risk / share.worth > worst.risk / worst.worth) worst = share
  }
  if (worst === null || analysis.segments.length < 2 || worst.risk <= worst.worth) return null
  const segment = org.doc.segments?.[worst.segment]
  const name = cleanText(segment?.name ?? segment?.id ?? '', medium)
  return words.say('scene.headline.risk', { segment: name, worth: worst.worth, risk: words.percent(worst.risk) })
}

function handedOn({ analysis, words }: Said): string {
  const { escalatedResolved, unresolved, contacts } = analysis.totals
  if (contacts === null || escalatedResolved === null || unresolved === null) return words.say('scene.headline.rest')
  return words.say('scene.headline.handed', {
    escalated: words.number(escalatedResolved),
    unresolved: words.number(unresolved),
    never: highOf(unresolved),
  })
}

const met = new WeakMap<Org, number>()
function peopleWhoMeet(org: Org): number {
  const known = met.get(org)
  if (known !== undefined) return known
  let people = 0
  const headcount = org.doc.roles.columns.headcount
  org.structure.distance.forEach((distance, role) => {
    if (distance !== 1) return
    const isKnown = headcount.kind === 'number' && headcount.state[role] === 0
    people += isKnown && headcount.kind === 'number' ? (headcount.cells[role] as number) : 1
  })
  met.set(org, people)
  return people
}
