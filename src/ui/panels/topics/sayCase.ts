// Hands, hours and money of a followed case in words.
import type { FollowedCase } from '../../../analysis/types'
import type { Words } from '../../../base/words'
import { moneyOf } from '../../../i18n/powers'
import type { Org } from '../../../model/types'

export function sayHours(hours: number | null, words: Words): string {
  return hours === null ? words.say('page.case.hours.unknown') : words.hours(hours)
}

/** “3 hands” and “76 hours · €35”; nothing of the second where it is settled on the spot. */
export function sayBill(
  org: Org,
  { stops, end, hours, cost }: FollowedCase,
  words: Words,
): { readonly hands: string; readonly sums: string } {
  const count = stops.length - 1
  if (count === 0) return { hands: end === 'settled' ? words.say('page.case.spot') : '', sums: '' }
  const sums = [
    hours === null ? words.say('page.case.hours.unknown') : words.say('page.case.hours', { count: hours }),
    cost === null ? '' : moneyOf(org, cost, words),
  ]
  return { hands: words.say('page.case.hands', { count }), sums: sums.filter((part) => part !== '').join(' · ') }
}
