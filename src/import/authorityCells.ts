// What a cell of an approval matrix says: `Up to $5K`, `>€5k up to 10k`, `unlimited`, `N/A`, `2000 per month`, a tick. Nothing is guessed: what
// cannot be read is null and gets listed.
import { amountIn } from './amounts'

export type Allowed =
  /** `limit` null = no limit; undefined = no amount is said. */
  { readonly may: true; readonly limit?: number | null; readonly per?: string; readonly above?: number } | { readonly may: false }

const LONGEST_CELL = 200
const UNLIMITED =
  /^(unlimited|no (upper )?limit|without limit|any( amount)?|all( amounts)?|full( authority)?|∞|unbegrenzt|ohne limit|illimité|sin límite|ilimitado|без ограничений|без лимита|无上限|不限)$/iu
const NEVER = /^(n\/?a|not applicable|no|none|nil|never|not allowed|not authori[sz]ed|[-–—]+|✗|✘|❌|☐|nein|keine?|non|aucun|нет|否|无)$/iu
const YES = /^(yes|y|✓|✔|✅|☑|☒|●|•|ja|oui|sí|si|да|是|approve[sd]?|signs?|signs?\s?\/\s?approves|decides?|may|allowed|full)$/iu
const CROSS = /^[x×]$/i
const PER: readonly (readonly [string, RegExp])[] = [
  [
    'case',
    /\b(?:per|each|\/|a|pro|par|por|за)\s?(?:related )?(?:cases?|transactions?|incidents?|claims?|tickets?|orders?|invoices?|purchases?|requests?|contacts?|items?|fall|vorgang|cas|caso|случай)\b/iu,
  ],
  ['customer', /\b(?:per|each|\/)\s?(?:customers?|clients?|guests?|kunde)\b/iu],
  ['day', /\b(?:per|each|a|\/)\s?(?:day|tag|jour|día)\b|\bdaily\b/iu],
  ['month', /\b(?:per|each|a|\/|pro)\s?(?:month|mo|monat|mois|mes|месяц)\b|\bmonthly\b/iu],
  ['year', /\b(?:per|each|a|\/|pro)\s?(?:year|annum|yr|jahr|an|año|год)\b|\b(?:annual|year)ly\b|\bp\.?a\.?$/iu],
]
const UP_TO =
  /^(?:up to|upto|to|until|max(?:imum)?\.?|not more than|no more than|less than|under|below|within|bis(?: zu)?|jusqu['’]à|hasta|до|不超过|[<≤]=?)\s*/iu
const ABOVE = /^(?:above|over|more than|exceeding|greater than|from|over and above|über|ab|plus de|más de|свыше|от|超过|[>≥]=?)\s*/iu
const EVERYTHING = 999_999_999

/** null where it cannot be read. `isCrossYes`: in a matrix without ticks a cross is one. */
export function allowedIn(cell: string, isCrossYes: boolean): Allowed | null {
  if (cell.length > LONGEST_CELL) return null
  const per = PER.find(([, pattern]) => pattern.test(cell))
  const text = (per ? cell.replace(per[1], '') : cell)
    .replace(/[()[\]*†]+\d{0,2}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const rest = per ? { per: per[0] } : {}
  if (NEVER.test(text)) return { may: false }
  if (CROSS.test(text)) return isCrossYes ? { may: true } : { may: false }
  if (YES.test(text)) return { may: true, ...rest }
  if (UNLIMITED.test(text)) return { may: true, limit: null, ...rest }
  const band = bandIn(text)
  if (band === null) return null
  if (band.to === 0) return { may: false }
  const limit = band.to === null || band.to >= EVERYTHING ? null : band.to
  return { may: true, limit, ...rest, ...(band.from ? { above: band.from } : {}) }
}

interface Band {
  readonly from: number
  /** null = without end */
  readonly to: number | null
}
function bandIn(text: string): Band | null {
  if (/%/.test(text)) return null
  const plus = /^(.+?)\s?(?:\+|and (?:above|over|more)|or more|upwards?)$/i.exec(text)?.[1]
  if (plus !== undefined) return fromOnly(plus)
  if (ABOVE.test(text)) {
    const said = text.replace(ABOVE, '')
    return bandOf(said) ?? fromOnly(said)
  }
  const least = UP_TO.test(text) ? amount(text.replace(UP_TO, '')) : null
  if (least !== null) return { from: 0, to: least }
  return bandOf(text) ?? (amount(text) === null ? null : { from: 0, to: amount(text) })
}

function fromOnly(text: string): Band | null {
  const from = amount(text)
  return from === null ? null : { from, to: null }
}

/** `$0 - $250`, `10,000 to 100,000`, `5k up to 10k`, `5–10k` */
function bandOf(text: string): Band | null {
  const ends = /^(.*?\d.*?)\s*(?:[-–—]|\bup to\b|\bto\b|\bbis\b|\buntil\b|,?\s*(?:and\s*)?[<≤]=?|до)\s*(.*\d.*)$/iu.exec(text)
  if (!ends) return null
  const to = amount(ends[2] as string)
  if (to === null) return null
  const scale = /\d\s?([km])\b/i.exec(ends[2] as string)?.[1]
  const from = amount(
    scale && /\d$/.test((ends[1] as string).trim()) && to >= 1000 ? `${(ends[1] as string).trim()}${scale}` : (ends[1] as string),
  )
  const plain = amount(ends[1] as string)
  const least = plain !== null && plain <= to && from !== null && from > to ? plain : from
  return least === null || least > to ? null : { from: least, to }
}

/** An amount with its currency, and words that say no more than what it is for. */
function amount(text: string): number | null {
  const plain = text
    .replace(/\b(?:w\/|with|without|incl\.?|excl\.?|net|gross|usd|eur|gbp|chf|dollars?|euros?|pounds?)\b.*$/iu, (words) =>
      /\d/.test(words) ? words : '',
    )
    .trim()
  return amountIn(plain, undefined, true)
}

/** Whether crosses stand for yes: there are some, and no ticks, nor any other word for yes. */
export function crossesMeanYes(cells: readonly string[]): boolean {
  return cells.some((cell) => CROSS.test(cell.trim())) && !cells.some((cell) => /^(✓|✔|✅|☑|yes|y|ja|oui|да)$/iu.test(cell.trim()))
}

const KINDS: readonly (readonly [string, RegExp, boolean])[] = [
  ['refund', /refund|reimburs|money ?back|erstatt|rembours|reembols|возврат|退款|返金/iu, false],
  ['discount', /discount|price reduction|rabatt|remise|descuento|скидк|折扣|値引/iu, false],
  ['replace', /replac|exchange|ersatz|umtausch|remplac|reemplaz|замен|更换|交換/iu, false],
  [
    'goodwill',
    /goodwill|gesture|compensat|make.?good|appease|courtesy|voucher|kulanz|geste commercial|credit note|компенсац|补偿/iu,
    false,
  ],
  ['exception', /exception|waive|override|deviation|ausnahme|исключени/iu, false],
  ['apologise', /apolog|entschuldig|excuse|извинен/iu, false],
  ['schedule', /schedul|appointment|delivery (date|slot)|termin|rendez|расписан/iu, false],
  ['information', /(customer|account) (record|data)|information|change of address|auskunft/iu, false],
  ['commit-unit', /commit.*(unit|department|team)/iu, false],
  ['admit-liability', /liabilit|haftung/iu, false],
  [
    'spend',
    /spend|purchas|procure|expens|operating|opex|capital|capex|payment|invoice|buy|ausgabe|beschaff|einkauf|achat|compra|gasto|закуп|расход|采购|费用|支出|travel|hiring/iu,
    true,
  ],
]

/** The kind of authority a header names; a guess where the word covers more than it says. */
export function kindNamed(header: string): { readonly kind: string; readonly isGuess: boolean; readonly isKnown: boolean } {
  const found = KINDS.find(([, pattern]) => pattern.test(header))
  if (found) return { kind: found[0], isGuess: found[2], isKnown: true }
  if (/^\W*(approval|authority|signing|financial|spending|max(imum)?)?[\W_]*(limit|amount|maximum)\W*$/i.test(header))
    return { kind: 'spend', isGuess: true, isKnown: false }
  const slug = header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return { kind: slug.startsWith('x-') ? slug : `x-${slug || 'other'}`, isGuess: false, isKnown: false }
}
