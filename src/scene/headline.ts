// Two sentences over the chart that state the argument in the organisation's own numbers; where a number is not known they say so.

import { type Statement, tellingOf } from '../analysis/telling'
import type { Analysis } from '../analysis/types'
import { highOf } from '../base/range'
import type { Words } from '../base/words'
import type { Orientation } from '../layout/types'
import type { Org } from '../model/types'
import type { Followed } from './followed'
import { headlineOfFollowed } from './followed-headline'
import { type Hidden, labelsOf } from './labels'
import type { Medium } from './medium'
import { overlayHeadline } from './overlay-headline'
import type { Overlay } from './overlays/overlay'
import { cleanText } from './text/clean'

export interface Headline {
  readonly first: string
  readonly second: string
  /** Said after the second where there is room for all of it. */
  readonly third?: string
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
  const told = overlayHeadline(said, orientation)
  if (told) return told
  if (orientation === 'conventional') return conventional(said)
  const { org, analysis, words } = said
  const meet = peopleWhoMeet(org)
  if (meet === 0)
    return { first: words.say('scene.headline.people', { name: organisationName(said) }), second: words.say('scene.headline.unmet') }
  const [most, ...others] = tellingOf(org, analysis).map((statement) => sayStatement(said, statement))
  if (most === undefined) {
    const first = words.say('scene.headline.meet', { count: meet, people: analysis.file.people })
    return {
      first,
      second: words.say(analysis.isUncounted && org.contacts.length > 0 ? 'scene.headline.counting' : 'scene.headline.unsettled'),
    }
  }
  const [second = '', third] = others.map(({ says }) => says)
  return { first: most.says, second, ...(third ? { third } : {}), ...(most.short ? { short: most.short } : {}) }
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
  return plainName(name) || words.say('scene.organisation')
}
/** Where that is all there is, it stays. */
export function plainName(name: string): string {
  return name.replace(/\s*\([^()]*\)$/, '') || name
}

/** A statement in words; `short` for a narrow page. */
export function sayStatement(said: Omit<Said, 'analysis'>, statement: Statement): { readonly says: string; readonly short?: string } {
  const { org, words, medium, hidden } = said
  const segment = (index: number) => cleanText(org.doc.segments?.[index]?.name ?? org.doc.segments?.[index]?.id ?? '', medium)
  switch (statement.kind) {
    case 'settled': {
      const share = words.percent(statement.share)
      if (statement.contacts === null) return { says: words.say('scene.headline.kinds', { share }) }
      const params = { contacts: statement.contacts, share, period: words.say('scene.period', { days: org.doc.organization.periodDays }) }
      return { says: words.say('scene.headline.settled', params), short: words.say('scene.headline.settled.short', params) }
    }
    case 'worth': {
      if (statement.code === 'risk') {
        const { worth, risk } = statement
        return { says: words.say('scene.headline.risk', { segment: segment(statement.segment), worth, risk: words.percent(risk) }) }
      }
      const { dearest, cheapest } = statement
      const shares = { less: words.percent(dearest.settled), more: words.percent(cheapest.settled) }
      return {
        says: words.say('scene.headline.dearer', { ...shares, dearest: segment(dearest.segment), cheapest: segment(cheapest.segment) }),
      }
    }
    case 'voice':
      return { says: words.say('scene.headline.voice', { count: statement.contacts, of: statement.of }) }
    case 'ends': {
      if (statement.code === 'rest') {
        const { escalated, unresolved } = statement
        if (!statement.areCounted) return { says: words.say('scene.headline.rest', { escalated, unresolved }) }
        const params = { escalated: words.number(escalated), unresolved: words.number(unresolved), never: highOf(unresolved) }
        return { says: words.say('scene.headline.handed', params) }
      }
      const type = org.doc.issueTypes?.[statement.issueType]
      const issue = cleanText(type?.name || (type?.id ?? ''), medium)
      return { says: words.say('scene.headline.stops', { issue, count: statement.contacts, of: statement.of }) }
    }
    case 'passes': {
      const role = labelsOf(org, medium, words, hidden).title(statement.role)
      return { says: words.say('scene.headline.passes', { role, share: words.percent(statement.share) }) }
    }
  }
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
