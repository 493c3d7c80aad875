// Words of one language from its catalogue and the platform's Intl.
import { isRange, type Measured } from '../base/range'
import type { Words } from '../base/words'
import { fill, type Messages } from './catalogue'
import { en } from './en'

export type Language = 'en' | 'pseudo'
export const LANGUAGES: readonly Language[] = ['en']

/** Words in a language we have; English for any other tag. */
export function wordsFor(language: string): Words {
  return language === 'pseudo' ? wordsFrom('en', lengthened(en)) : wordsFrom('en', en)
}

const HARD_SPACE = '\u00a0'

function wordsFrom(language: string, messages: Messages): Words {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options)
  const plain = new Map<number, Intl.NumberFormat>()
  const digitsOf = (digits: number) => {
    let found = plain.get(digits)
    if (!found) plain.set(digits, (found = format({ minimumFractionDigits: digits, maximumFractionDigits: digits })))
    return found
  }
  const free = format({ maximumFractionDigits: 1 })
  // Parts of a case tell something below a hundred; above it they are noise.
  const number = (value: number, digits = Math.abs(value) >= 100 ? 0 : undefined) =>
    (digits === undefined ? free : digitsOf(digits)).format(value)
  const inMoney = (value: number, currency: string, digits: number) => {
    try {
      return format({
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value)
    } catch {
      return `${currency}${currency === '' ? '' : HARD_SPACE}${digitsOf(digits).format(value)}` // a currency Intl does not know
    }
  }
  const past = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  // English without a country is American: month first.
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })
  const words: Words = {
    language,
    direction: 'ltr',
    say(key, params = {}) {
      const sentence = Object.hasOwn(messages, key) ? messages[key] : undefined
      if (sentence === undefined) throw new Error(`no words for ${key} in ${language}`)
      return fill(sentence, params, words)
    },
    number: (value, digits) => pair(value, (one) => number(one, digits), words),
    percent: (share, digits = 0) => {
      if (isRange(share)) {
        const low = number(share.low * 100, digits)
        const high = number(share.high * 100, digits)
        return `${low === high ? low : `${low}–${high}`}${HARD_SPACE}%`
      }
      return pair(share, (one) => `${number(one * 100, digits)}${HARD_SPACE}%`, words)
    },
    money: (amount, currency) => pair(amount, (one) => inMoney(one, currency, 0), words),
    moneyShort: (amount, currency) => pair(amount, (one) => shortMoney(one, (value, digits) => inMoney(value, currency, digits)), words),
    hours: (hours) =>
      pair(hours, (one) => `${number(one, Number.isInteger(Math.round(one * 1e6) / 1e6) || one >= 100 ? 0 : 1)}${HARD_SPACE}h`, words),
    day: (day) => dayOf(days, day),
    ago: (minutes) => agoOf(past, minutes),
    list: (items) => lists.format(items),
  }
  return words
}

function pair(value: Measured, one: (value: number) => string, words: Words): string {
  if (value === null) return words.say('number.unknown')
  if (!isRange(value)) return one(value)
  const low = one(value.low)
  const high = one(value.high)
  return low === high ? low : `${low}–${high}`
}

function dayOf(format: Intl.DateTimeFormat, day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : format.format(date)
}

function agoOf(past: Intl.RelativeTimeFormat, minutes: number): string {
  if (minutes < 1) return past.format(0, 'second')
  if (minutes < 60) return past.format(-Math.floor(minutes), 'minute')
  return minutes < 24 * 60 ? past.format(-Math.floor(minutes / 60), 'hour') : past.format(-Math.floor(minutes / (24 * 60)), 'day')
}

const SHORT: readonly (readonly [number, string])[] = [
  [1e9, 'B'],
  [1e6, 'M'],
]
/** €1.08 M, €576,000 → €0.58 M: three figures are enough on a chart. */
function shortMoney(value: number, say: (value: number, digits: number) => string): string {
  const size = Math.abs(value)
  for (const [unit, letter] of SHORT) {
    if (size >= unit / 2) return `${say(value / unit, size >= unit * 100 ? 0 : size >= unit * 10 ? 1 : 2)}${HARD_SPACE}${letter}`
  }
  return say(value, 0)
}

/** English made 40 % longer: what does not fit shows in a test before a translator finds it. */
function lengthened(messages: Messages): Messages {
  const longer = (text: string) => `${text}${' ~ẅïðé'.repeat(Math.ceil((text.length * 0.4) / 6))}`
  return Object.fromEntries(
    Object.entries(messages).map(([key, sentence]) => [
      key,
      typeof sentence === 'string' ? longer(sentence) : (params, words) => longer(sentence(params, words)),
    ]),
  )
}
