// What the story says over the chart: a question, a number, a finding, a case. The chart's own two sentences where they are the step.
import { followCase } from '../../analysis/follow'
import { cardListOf } from '../../analysis/parts'
import type { Analysis, CaseRef } from '../../analysis/types'
import type { Words } from '../../base/words'
import { periodOf, roleName, sentenceOf, timesOf } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { Org } from '../../model/types'
import { headlineOfFollowed } from '../../scene/followed-headline'
import { type Headline, headlineOf } from '../../scene/headline'
import { selectAnalysis, selectOrg, selectStory } from '../../state/derived'
import type { StoryStep } from '../../state/story'
import type { AppState, Topic } from '../../state/types'
import { selectWords } from '../app/context'
import { topicOfCard } from '../panels/cards'
import { countsOf } from '../panels/question'
import { peopleIn } from '../roles'
import { namelessOf } from './nameless'

export interface Headlines {
  /** A step each. */
  readonly of: readonly Headline[]
  /** As much room as any of them takes, so that the chart keeps its place from step to step. */
  readonly tallest: Headline
}
interface Held extends Headlines {
  readonly words: Words
  readonly areNamesShown: boolean
}
const made = new WeakMap<Analysis, Held>()

export function selectHeadlines(state: AppState): Headlines | null {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  const { presenting } = state.session
  if (!org || !analysis || !presenting) return null
  const words = selectWords(state)
  const { areNamesShown } = presenting
  const held = made.get(analysis)
  if (held?.words === words && held.areNamesShown === areNamesShown) return held
  const said = areNamesShown ? org : namelessOf(org, words)
  const of = selectStory(state).map((step) => sayStep(said, analysis, step, words))
  const longest = (part: (one: Headline) => string) => of.map(part).reduce((most, one) => (one.length > most.length ? one : most), '')
  const tallest = { first: longest(({ first }) => first), second: longest(({ second }) => second), short: longest(shortOf) }
  const headlines = { of, tallest, words, areNamesShown }
  made.set(analysis, headlines)
  return headlines
}

const shortOf = ({ first, short = first }: Headline) => short

/** Of the step that the chart shows: while it turns, of the one it comes from until half way; null where somebody has turned it aside. */
export function selectHeadline(state: AppState): Headline | null {
  const { presenting, stand } = state.session
  const headlines = selectHeadlines(state)
  if (!presenting || !headlines) return null
  const story = selectStory(state)
  const { turning } = stand
  const shown = turning ? (turning.t < 0.5 ? turning.from : turning.to) : stand.at
  const isAside = story[presenting.step]?.orientation !== state.view.orientation
  const told = isAside ? [presenting.step] : [presenting.step, presenting.cameFrom ?? presenting.step]
  const at = told.find((step) => story[step]?.orientation === shown.orientation)
  return at === undefined ? null : (headlines.of[at] ?? null)
}

function sayStep(org: Org, analysis: Analysis, { name, orientation, topic }: StoryStep, words: Words): Headline {
  const own = headlineOf({ org, analysis, words, medium: 'screen' }, orientation)
  const counts = countsOf(org)
  const bottom = org.structure.layers > 1 ? counts.bottom : 0
  switch (name) {
    case 'chart':
      return { first: words.say('page.question'), second: words.say('page.present.asked', { ...own }) }
    case 'customers':
      return { first: words.say('page.question.meet', counts), second: words.say('page.present.bottom', { ...counts, bottom }) }
    case 'turn':
      return own
    case 'distance':
      return { first: words.say('page.present.farthest'), second: sayFarthest(org, words) }
    case 'stuck':
      return topic?.kind === 'card' ? sayCard(org, analysis, topic, words) : own
    case 'case':
      return topic?.kind === 'case' ? sayCase(org, analysis, topic.of, words) : own
  }
}

/** More roles than these are counted. */
const NAMED = 3

function sayFarthest(org: Org, words: Words): string {
  const { distance } = org.structure
  const most = distance.reduce((far, steps) => Math.max(far, steps), 0)
  const roles = [...distance.keys()].filter((role) => distance[role] === most)
  const steps = most - 1
  if (roles.length <= NAMED) return words.say('page.present.farthest.who', { roles: roles.map((role) => roleName(org, role)), steps })
  const people = roles.reduce((sum, role) => sum + peopleIn(org.doc, role), 0)
  return words.say('page.present.farthest.many', { people, steps })
}

function sayCard(org: Org, analysis: Analysis, topic: Extract<Topic, { kind: 'card' }>, words: Words): Headline {
  const cards = cardListOf(analysis).at(roleAt(org, topic.role) ?? -1)
  const card = cards.find((one) => topicOfCard(org, one).issueType === topic.issueType)
  const finding = card?.findings[0]
  if (!card || !finding) return { first: '', second: '' }
  const [first, rest] = parted(sentenceOf(org, finding, words), words)
  const stake = analysis.stakeIsMoney ? words.money(card.stake, org.doc.organization.currency ?? '') : ''
  const times = timesOf(org, finding.contacts, words)
  const isCounted = times === '' || `${first} ${rest}`.includes(times)
  const cases = isCounted ? '' : words.say('page.cases', { count: finding.contacts })
  const counts = words.say('page.present.stuck', { cases, stake, period: periodOf(org, words) })
  return { first, second: [rest, counts].filter((part) => part !== '').join(' ') }
}

/** What is read from the back of the room is one sentence; the others stand under it. */
function parted(text: string, { language }: Words): readonly [string, string] {
  const [first = text] = Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), (one) => one.segment)
  return [first.trim(), text.slice(first.length).trim()]
}

function sayCase(org: Org, analysis: Analysis, ref: CaseRef, words: Words): Headline {
  const path = followCase(org, ref, 'route')
  const said = { org, analysis, words, medium: 'screen' } as const
  return path ? headlineOfFollowed(said, { path, upTo: null, other: null }) : { first: '', second: '' }
}
