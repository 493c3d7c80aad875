// In words, what is different between two states of the page: how the chart stands, what is folded, what is told of, which hand of a case.

import { cardListOf } from '../../analysis/parts'
import { issueName } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { RoleId } from '../../model/types'
import { selectAnalysis, selectDoc, selectFollowed, selectKnown, selectOrg, selectTopic } from '../../state/derived'
import { selectTrial, selectTrialProblem } from '../../state/trial'
import type { AppState, Topic } from '../../state/types'
import { sayLine, type Told, titleOfLine } from '../outline/saying'
import { sayHours } from '../panels/topics/sayCase'
import { selectWords } from './context'
import { sayTrial } from './trialTotals'

/** '' where there is nothing to say: at first, and for another organisation, whose name is the page's title. */
export function sayChange(before: AppState, now: AppState): string {
  if (now.session.presenting) return '' // the room says it (ui/workshop/said)
  if (before.session.opened !== now.session.opened || !selectDoc(before)) return ''
  const counted = sayCounted(before, now)
  const tried = sayTried(before, now)
  const told = before.view === now.view ? null : toldIn(now)
  const said = told ? [sayStand(before, now, told), sayFolds(before, now, told), sayTopic(before, now, told)] : []
  return [counted, tried, ...said].filter((one) => one !== '').join(' ')
}

/** What would be, or why it cannot be; when it is let go without being made, that it is. */
function sayTried(before: AppState, now: AppState): string {
  if (selectDoc(before) !== selectDoc(now)) return ''
  const words = selectWords(now)
  const problem = selectTrialProblem(now)
  if (problem !== null) return problem === selectTrialProblem(before) ? '' : words.say(`edit.${problem}`)
  const [was, is] = [selectTrial(before), selectTrial(now)]
  if (was === is) return ''
  if (is) return sayTrial(is.difference, is.org, words)
  return now.session.trial ? '' : words.say('trial.said.over')
}

/** Once, when the cases of a large organisation are counted. */
function sayCounted(before: AppState, now: AppState): string {
  if (before.session.counted === now.session.counted || before.session.counted !== null) return ''
  const analysis = selectAnalysis(now)
  return analysis ? selectWords(now).say('page.counted', { count: cardListOf(analysis).stuck }) : ''
}

function toldIn(state: AppState): Told | null {
  const org = selectOrg(state)
  const analysis = selectKnown(state)
  const { view, session } = state
  return (
    org &&
    analysis && {
      org,
      analysis,
      words: selectWords(state),
      isFlipped: view.isBoth || view.orientation === 'flipped',
      areNamesHidden: session.presenting !== null && !session.presenting.areNamesShown,
    }
  )
}

function sayStand({ view: before }: AppState, { view }: AppState, { words: { say } }: Told): string {
  if (before.isBoth !== view.isBoth && view.isBoth) return say('find.said.both')
  if (before.orientation !== view.orientation || before.isBoth !== view.isBoth) return say(`find.said.${view.orientation}`)
  if (before.overlay !== view.overlay) return say('overlay.said', { overlay: say(`overlay.${view.overlay}`) })
  if (before.order === view.order || view.orientation === 'conventional') return ''
  return say(`find.said.${view.order}`)
}

function sayFolds({ view: before }: AppState, { view }: AppState, told: Told): string {
  if (before.folded === view.folded) return ''
  const folded = [...view.folded].filter((id) => !before.folded.has(id))
  const unfolded = [...before.folded].filter((id) => !view.folded.has(id))
  return [sayBranches('find.said.folded', folded, told), sayBranches('find.said.unfolded', unfolded, told)]
    .filter((one) => one !== '')
    .join(' ')
}
function sayBranches(key: string, ids: readonly RoleId[], told: Told): string {
  const { org, words } = told
  const roles = ids.flatMap((id) => roleAt(org, id) ?? [])
  const [first] = roles
  if (first === undefined) return ''
  const count = roles.reduce((sum, role) => sum + (org.structure.branchSize[role] as number) - 1, 0)
  if (roles.length > 1) return words.say(`${key}.many`, { branches: roles.length })
  return words.say(key, { role: titleOfLine({ kind: 'role', role: first }, told), count })
}

function sayTopic(before: AppState, now: AppState, told: Told): string {
  const topic = selectTopic(now)
  const was = selectTopic(before)
  if (!topic || topic === was) return ''
  switch (topic.kind) {
    case 'role':
      return sayRole(topic.role, told)
    case 'segment': {
      const segment = told.org.segmentAt.get(topic.segment)
      return segment === undefined ? '' : sayLine({ kind: 'segment', segment }, told).whole
    }
    case 'issue':
      return issueName(told.org, told.org.issueTypeAt.get(topic.issueType) ?? -1)
    case 'case':
      return sayHand(topic, now, told)
    case 'way':
      return told.words.say('page.way.title', { from: titleOf(topic.from, told), to: titleOf(topic.to, told) })
    case 'card': // the button that opens it says so
    case 'why': // the keyboard is on its heading, which is read
    case 'totals':
    case 'roadblocks':
    case 'thresholds':
      return ''
  }
}
function sayRole(id: RoleId, told: Told): string {
  const role = roleAt(told.org, id)
  return role === undefined ? '' : sayLine({ kind: 'role', role }, told).whole
}
function titleOf(id: RoleId, told: Told): string {
  const role = roleAt(told.org, id)
  return role === undefined ? id : titleOfLine({ kind: 'role', role }, told)
}
/** The hand the reader has stepped to, else where the case begins. */
function sayHand(topic: Extract<Topic, { kind: 'case' }>, now: AppState, told: Told): string {
  const issue = issueName(told.org, told.org.issueTypeAt.get(topic.of.issueType) ?? -1)
  const path = selectFollowed(now)?.path
  const stop = path?.kind === 'case' && topic.upTo !== null ? path.stops[topic.upTo] : undefined
  if (!stop || topic.upTo === null) return issue
  const hand = told.words.say('page.case.hand', { count: topic.upTo, role: titleOfLine({ kind: 'role', role: stop.role }, told) })
  return topic.upTo === 0 ? hand : `${hand}, ${sayHours(stop.hours, told.words)}`
}
