// What every total becomes, in words: as the strip says it, and as it is read out.
import type { Course, Difference, TotalName } from '../../analysis/difference'
import type { Measured } from '../../base/range'
import type { Words } from '../../base/words'
import { periodOf } from '../../i18n/sentences'
import type { Org } from '../../model/types'

export interface TotalToBe {
  readonly name: TotalName
  readonly before: string
  readonly after: string
  readonly caption: string
  readonly course: Course
}

/** Those of the strip, in its order; and what takes the place of one that stays as it is. */
const ON_THE_STRIP: readonly TotalName[] = ['settled', 'handOffs', 'waiting', 'deadEnds', 'risk']
const ELSE: readonly TotalName[] = ['noApology', 'unheard', 'heardLate', 'extraCost']

export function namesOnStrip({ totals }: Difference): readonly TotalName[] {
  const isSame = (name: TotalName) => totals[name].course === 'same'
  const names = [...ON_THE_STRIP, ...ELSE.filter((name) => !isSame(name))]
  while (names.length > ON_THE_STRIP.length) {
    const last = names.findLastIndex((name) => name !== 'settled' && isSame(name))
    names.splice(last < 0 ? names.length - 1 : last, 1)
  }
  return names
}

export function totalToBe({ totals }: Difference, name: TotalName, org: Org, words: Words): TotalToBe {
  const { before, after, course } = totals[name]
  const value = (measured: Measured) => sayTotal(name, measured, org, words)
  const caption = words.say(`trial.total.${name}`, { period: periodOf(org, words) })
  return { name, before: value(before), after: value(after), caption, course }
}

function sayTotal(name: TotalName, measured: Measured, org: Org, words: Words): string {
  if (measured === null) return words.say('page.total.unknown')
  switch (name) {
    case 'settled':
      return words.percent(measured, 1)
    case 'waiting':
      return words.hours(measured)
    case 'extraCost':
    case 'risk':
    case 'money':
      return words.money(measured, org.doc.organization.currency ?? '')
    default:
      return words.number(measured, 0)
  }
}

/** What is said aloud of a change that is tried: the worse first. */
export function sayTrial(difference: Difference, org: Org, words: Words): string {
  if (difference.isNothing) return words.say('trial.said.same')
  const totals = [...ON_THE_STRIP, ...ELSE].map((name) => totalToBe(difference, name, org, words))
  const said = (courses: readonly Course[]) =>
    totals
      .filter(({ course }) => courses.includes(course))
      .map(({ caption, before, after, course }) =>
        words.say('trial.said.total', { caption, before, after, course: words.say(`trial.course.${course}`) }),
      )
  const turned = (['appears', 'worsens', 'vanishes', 'eases'] as const).flatMap((turn) => {
    const { count } = difference.findings[turn]
    return count > 0 ? [words.say(`trial.${turn}`, { count })] : []
  })
  return words.say('trial.said', { what: [...said(['worse']), ...said(['better', 'open']), ...turned].join('; ') })
}
