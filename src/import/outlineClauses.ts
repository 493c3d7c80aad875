// The right-hand side of an outline line: `settles: refund up to 100, schedule   meets: refund of 40 ×60, late delivery`.

export const KEYWORD = /(?:^|\s)(settles|meets)\s*:/iu

export interface Settled {
  readonly kind: string
  readonly isMonetary: boolean
  /** null = no limit */
  readonly limit: number | null
}
export interface MetIssue {
  readonly name: string
  readonly kind: string
  readonly isMonetary: boolean
  readonly value: number | null
  readonly perPeriod: number | null
}
export interface Clause {
  readonly settles: readonly Settled[]
  readonly meets: readonly MetIssue[]
  /** Items that could not be read. */
  readonly unread: readonly string[]
}

const MONETARY = new Set(['refund', 'discount', 'replace', 'goodwill', 'spend'])
const OTHERS = new Set(['exception', 'apologise', 'schedule', 'information', 'commit-unit', 'admit-liability'])
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['apologize', 'apologise'],
  ['apology', 'apologise'],
  ['refunds', 'refund'],
  ['discounts', 'discount'],
  ['replacement', 'replace'],
  ['replacements', 'replace'],
])

export function clausesOf(text: string): readonly Clause[] {
  const parts = text.split(new RegExp(KEYWORD.source, 'giu')).slice(1)
  const clauses: Clause[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const items = itemsOf(parts[i + 1] as string)
    clauses.push((parts[i] as string).toLowerCase() === 'settles' ? settlesOf(items) : meetsOf(items))
  }
  return clauses
}

/** Commas and semicolons part items, but not the comma of `1,000`. */
function itemsOf(text: string): readonly string[] {
  return text
    .split(/[;،、]|,(?!\d{3}(?!\d))/u)
    .map((item) => item.trim().replace(/\s+/g, ' '))
    .filter((item) => item !== '')
}

const AMOUNT = '[^\\d\\s.,-]{0,4}\\s?(\\d[\\d,]*(?:\\.\\d+)?)\\s?[^\\d\\s.,]{0,4}'
const UP_TO = new RegExp(`^(.*?)\\s+(?:up to|to|until|max|≤|<=)\\s+${AMOUNT}$`, 'iu')
const UNLIMITED = /^(.*?)\s+(?:without limit|unlimited|any amount|no limit|∞)$/iu
const OF = new RegExp(`^(.*?)\\s+of\\s+${AMOUNT}$`, 'iu')
const TIMES = /^(.*?)\s+[×x*]\s?(\d[\d,]*(?:\.\d+)?)$/iu

function settlesOf(items: readonly string[]): Clause {
  const settles: Settled[] = []
  const unread: string[] = []
  for (const item of items) {
    const limited = UP_TO.exec(item)
    const name = (limited ?? UNLIMITED.exec(item))?.[1] ?? item
    const kind = kindOf(name)
    if (kind === null) unread.push(item)
    else settles.push({ kind, isMonetary: MONETARY.has(kind), limit: limited ? numberIn(limited[2]) : null })
  }
  return { settles, meets: [], unread }
}

function meetsOf(items: readonly string[]): Clause {
  const meets: MetIssue[] = []
  const unread: string[] = []
  for (const item of items) {
    const counted = TIMES.exec(item)
    const rest = counted?.[1] ?? item
    const valued = OF.exec(rest)
    const name = valued?.[1] ?? rest
    const kind = kindOf(name)
    if (kind === null) unread.push(item)
    else {
      const value = valued ? numberIn(valued[2]) : null
      meets.push({ name, kind, isMonetary: MONETARY.has(kind), value, perPeriod: counted ? numberIn(counted[2]) : null })
    }
  }
  return { settles: [], meets, unread }
}

function numberIn(text: string | undefined): number {
  return Number((text ?? '').replace(/,/g, ''))
}

/** A kind of the closed list by its name, else one of our own making: `late delivery` → `x-late-delivery`. */
function kindOf(name: string): string | null {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (slug === '') return null
  const spelt = SPELLINGS.get(slug) ?? slug
  return MONETARY.has(spelt) || OTHERS.has(spelt) || spelt.startsWith('x-') ? spelt : `x-${spelt}`
}
