import type { Words } from '../../base/words'
import type { OrgDoc } from '../../model/types'

const NAMED: Readonly<Record<number, string>> = { 7: 'week', 30: 'month', 365: 'year' }

/** What every volume of the file is counted over: `a month`, `in 90 days`. */
export function sayPeriod(doc: OrgDoc, words: Words): string {
  const days = doc.organization.periodDays
  const name = NAMED[days]
  return name ? words.say(`page.period.${name}`) : words.say('page.period.days', { days })
}
