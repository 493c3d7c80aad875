// Numbers as people write them: `65000.00 USD`, `£12,500`, `38.400,00`, `5K`, `0,8`.

/** What parts the decimals, where a column says so anywhere. */
export type DecimalMark = '.' | ','

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  тыс: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  млн: 1e6,
  b: 1e9,
  bn: 1e9,
}
const AMOUNT =
  /^[^\p{L}\d.,-]{0,4}(?:[A-Z]{2,3}[$.]?\s?|kr\.?\s?|Rs\.?\s?|руб\.?\s?)?[^\p{L}\d.,-]{0,2}(\d[\d., '’\u00a0\u202f]*)\s?(k|tsd|тыс|m|mio|mn|mln|million|млн|b|bn)?\.?(?:\s?[^\d.,]{0,12})?$/iu

/** No money has thousandths: whichever mark stands before each three digits, it parts thousands. */
const THOUSANDS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/

/** null for anything that two countries read differently (unless the column says how, or it is money), and for what is below zero. */
export function amountIn(text: string, mark?: DecimalMark, isMoney = false): number | null {
  if (mark !== ',' && /^\d+(\.\d{1,2})?$/.test(text)) return Number(text)
  const match = AMOUNT.exec(text.trim())
  if (!match) return null
  const digits = (match[1] as string).trim()
  const scale = match[2]?.toLowerCase()
  if (isMoney && scale === undefined && THOUSANDS.test(digits)) return Number(digits.replace(/[.,]/g, ''))
  const number = numberIn(digits, mark)
  if (number === null) return null
  return number * (SCALES[scale ?? ''] ?? 1)
}

/** By what parts the decimals: with thousands set apart, or not. */
const WRITTEN: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(\d{1,3}(,\d{3})*|\d+)(\.\d+)?$/,
  ',': /^(\d{1,3}(\.\d{3})*|\d+)(,\d+)?$/,
}

function numberIn(digits: string, mark: DecimalMark | undefined): number | null {
  const plain = digits.replace(/[ '’\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  const decimal = mark ?? markIn(plain) ?? '.'
  const other = decimal === '.' ? ',' : '.'
  if (!WRITTEN[decimal].test(plain)) return null
  return Number(plain.replaceAll(other, '').replace(decimal, '.'))
}

/** The mark that can only part decimals; null where a text does not tell. */
function markIn(text: string): DecimalMark | null {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  if (comma >= 0 && /^\d+,(\d{1,2}|\d{4,})$/.test(text)) return ','
  return point >= 0 && /^\d+\.(\d{1,2}|\d{4,})$/.test(text) ? '.' : null
}

/** What most texts of a column that tell at all say. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark | undefined {
  let commas = 0
  let points = 0
  for (const text of texts) {
    const mark = markIn(text.replace(/[^\d.,]/g, ''))
    if (mark === ',') commas++
    else if (mark === '.') points++
  }
  return commas > points ? ',' : points > 0 ? '.' : undefined
}
