// What is said of cases on their way, and of a role where they end: the longest that has room.
import { between, highOf, rounded } from '../../base/range'
import type { Picture } from '../picture'
import { betweenOf } from './between'

/** In place of the second line of a card, the longest first. */
export function saidOfEnds({ analysis, moment, words, labels, org }: Picture, box: number): readonly string[] {
  const ends = betweenOf(analysis, moment.to)?.endsOf(box)
  if (!ends || labels.isVacant(box)) return []
  const isAsked = ends.isOnPath || (analysis.roleColumns.weight[box] as number) > 0
  if (!isAsked) return [words.say('flow.aside')]
  const settled = between(rounded(ends.settled), rounded(ends.mostSettled))
  const said = settled === 0 ? words.say('flow.settles.none') : words.say('flow.settles', { count: settled })
  const stopping = between(rounded(ends.stopping), rounded(ends.mostStopping))
  // A list has no strands that could say it.
  if (moment.to.isList && highOf(stopping) > 0) return [words.say('flow.and.stop', { said, count: stopping }), said]
  if (!org.contacts.areCounted) return [said]
  if (Number.isNaN(ends.waited) || Number.isNaN(ends.mostWaited)) return [words.say('flow.and.waited.unknown', { said }), said]
  const waited = between(rounded(ends.waited), rounded(ends.mostWaited))
  if (waited === 0) return [said]
  const hours = words.say('flow.hours', { count: waited })
  return [words.say('flow.and.waited', { said, hours }), words.say('flow.and.hours', { said, hours }), said]
}
