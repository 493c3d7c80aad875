// How deep cases sink: on the spot, after one hand, two … never.
import { flowOf } from '../../analysis/flow'
import { between, highOf, type Range, rounded } from '../../base/range'
import type { Picture } from '../picture'
import type { GroupMark } from '../types'
import { drawRows } from './bars'
import { colourOf, streamsOf } from './streams'

export interface Depth {
  readonly name: string
  readonly cases: number | Range
  readonly kind: 'spot' | 'hands' | 'never'
}

/** More steps than this are told together. */
const MOST_ROWS = 4

/** Of all cases, or kinds of case; null where none are counted. */
export function depthsOf({ analysis, words }: Pick<Picture, 'analysis' | 'words'>): readonly Depth[] | null {
  const flow = flowOf(analysis)
  if (!flow) return null
  const { pessimistic, optimistic } = flow.byStep
  const deepest = Math.max(pessimistic.length, optimistic.length)
  const at = (step: number) => between(rounded(pessimistic[step] ?? 0), rounded(optimistic[step] ?? 0))
  const rest = (by: readonly number[], from: number) => rounded(by.slice(from).reduce((sum, one) => sum + one, 0))
  const last = deepest > MOST_ROWS + 1 ? MOST_ROWS : deepest - 1
  const hands = Array.from({ length: Math.max(0, last) }, (_, i): Depth => {
    const isRest = i + 1 === last && deepest - 1 > last
    const cases = isRest ? between(rest(pessimistic, last), rest(optimistic, last)) : at(i + 1)
    return { name: words.say(isRest ? 'flow.depth.more' : 'flow.depth.hands', { count: i + 1 }), cases, kind: 'hands' }
  })
  const never = between(rounded(flow.never.pessimistic), rounded(flow.never.optimistic))
  return [
    { name: words.say('flow.depth.spot'), cases: at(0), kind: 'spot' },
    ...hands,
    { name: words.say('flow.depth.never'), cases: never, kind: 'never' },
  ]
}

export function drawDepth(picture: Picture): GroupMark[] {
  const { words, theme, org } = picture
  const heading = words.say('flow.depth', { all: allOf(picture), areKinds: org.contacts.areCounted ? 0 : 1 })
  const rows = (depthsOf(picture) ?? []).map(({ name, cases, kind }) => ({
    name,
    cases,
    fill: kind === 'spot' ? theme.gauge.solid : colourOf(theme, kind === 'never' ? 'never' : 'settled'),
    ink: kind === 'never' && highOf(cases) > 0 ? theme.gauge.never : theme.ink,
  }))
  return rows.length === 0 ? [] : drawRows(picture, heading, rows, streamsOf(picture)?.laid ?? [])
}

/** Contacts in scope, or kinds of case. */
export function allOf({ analysis }: Pick<Picture, 'analysis'>): number {
  const flow = flowOf(analysis)
  return flow ? rounded(flow.byStep.pessimistic.reduce((sum, one) => sum + one, 0) + flow.never.pessimistic) : 0
}
