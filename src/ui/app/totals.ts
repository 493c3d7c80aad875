// The totals of the strip, in words: of the reporting line, or of what becomes of the cases.

import type { Analysis, Figure } from '../../analysis/types'
import { explain } from '../../analysis/why'
import type { Measured } from '../../base/range'
import type { Words } from '../../base/words'
import { sayableTotals } from '../../i18n/sayable'
import { periodOf } from '../../i18n/sentences'
import type { Org } from '../../model/types'
import { selectIsCounting, selectKnown, selectOrg } from '../../state/derived'
import type { AppState } from '../../state/types'
import { selectWords } from './context'

export interface Total {
  readonly key: Figure['name']
  readonly value: string
  readonly caption: string
  /** As it is read out. */
  readonly label: string
}
const NONE: readonly Total[] = []
const known = new WeakMap<Analysis, Map<string, readonly Total[]>>()

export function selectTotals(state: AppState): readonly Total[] {
  const org = selectOrg(state)
  const analysis = selectKnown(state)
  if (!org || !analysis || selectIsTotalling(state)) return NONE
  const words = selectWords(state)
  const key = `${state.view.orientation}|${state.view.language}`
  let held = known.get(analysis)
  if (!held) known.set(analysis, (held = new Map()))
  let totals = held.get(key)
  if (!totals) {
    totals =
      state.view.orientation === 'flipped' && hasCases(analysis) ? totalsOfCases(analysis, org, words) : totalsOfLine(analysis, org, words)
    held.set(key, totals)
  }
  return totals
}

/** What becomes of cases is being counted: nothing may be said of it yet. */
export function selectIsTotalling(state: AppState): boolean {
  const cases = selectOrg(state)?.contacts.length ?? 0
  return state.view.orientation === 'flipped' && cases > 0 && selectIsCounting(state)
}

function hasCases({ totals }: Analysis): boolean {
  return totals.contacts !== null && totals.contacts > 0
}

function totalsOfCases(analysis: Analysis, org: Org, words: Words): readonly Total[] {
  const { doc } = org
  const totals = sayableTotals(analysis.totals)
  const total = totalIn(words)
  return [
    total('settled', totals.firstContactResolution, words.percent(totals.firstContactResolution, 1), words.say('page.total.settled')),
    total('handOffs', totals.handOffs, words.number(totals.handOffs, 0), words.say('page.total.handOffs', { count: totals.handOffs })),
    total('waiting', totals.waitingHours, words.hours(totals.waitingHours), words.say('page.total.waiting')),
    total(
      'deadEnds',
      totals.unresolved,
      words.number(totals.unresolved, 0),
      words.say('page.total.deadEnds', { count: totals.unresolved }),
    ),
    total(
      'risk',
      totals.riskPerPeriod,
      words.money(totals.riskPerPeriod, doc.organization.currency ?? ''),
      words.say('page.total.risk', { period: periodOf(org, words) }),
    ),
  ]
}

function totalsOfLine({ file }: Analysis, org: Org, words: Words): readonly Total[] {
  const span = explain(org, { name: 'span' })?.value ?? null
  const total = totalIn(words)
  const list = [
    total('people', file.people, words.number(file.people), words.say('page.total.people', { count: file.people })),
    total('roles', file.roles, words.number(file.roles), words.say('page.total.roles', { count: file.roles })),
    total('layers', file.layers, words.number(file.layers), words.say('page.total.layers', { count: file.layers })),
  ]
  // Nobody reports to anybody: that is known, and nothing to ask about.
  return span === null ? list : [...list, total('span', span, words.number(span, 1), words.say('page.total.span'))]
}

/** What is not known is asked about like the others, or nobody would miss it. */
const totalIn =
  (words: Words) =>
  (key: Total['key'], measured: Measured, value: string, caption: string): Total =>
    measured === null
      ? { key, value: words.say('page.total.unknown'), caption, label: words.say(`why.unknown.${key}`) }
      : { key, value, caption, label: `${value} ${caption}` }
