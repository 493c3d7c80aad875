// Flagged and unknown findings about one (role × issue type), or one role: what a room talks about.
import { SEVERITIES } from './finding'
import type { Rows } from './rows'
import type { EntryRole, Pair, Survey } from './survey'
import type { Card, Finding, FindingSeverity } from './types'

/** Which code tells most of a case that several are flagged for, severity being equal. */
const TELLING = ['F04', 'F05', 'F02', 'F01', 'F03']
const telling = (code: string) => (TELLING.includes(code) ? TELLING.indexOf(code) : TELLING.length)

/** In the order of their first rows. */
export function cardsOf({ pairs, entryRoles }: Survey, rows: Rows): readonly Card[] {
  const cardOf = new Int32Array(pairs.length + entryRoles.length).fill(-1)
  const next = new Int32Array(rows.length).fill(-1)
  const first: number[] = []
  const last: number[] = []
  const severity: number[] = []
  for (let row = 0; row < rows.length; row++) {
    if (!rows.isFlagged(row) && !rows.isUnknown(row)) continue
    const place = rows.subjectAt(row) + (rows.isOfPair(row) ? 0 : pairs.length)
    let card = cardOf[place] as number
    if (card < 0) {
      cardOf[place] = card = first.push(row) - 1
      severity.push(-1)
    } else next[last[card] as number] = row
    last[card] = row
    severity[card] = Math.max(severity[card] as number, rows.severityAt(row))
  }
  return first.map((row, card) => {
    const subject = rows.subjectAt(row)
    const pair = rows.isOfPair(row) ? (pairs[subject] as Pair) : null
    const role = pair ? pair.role : (entryRoles[subject] as EntryRole).role
    const worst = SEVERITIES[severity[card] as number] ?? null
    return new CardOfRows(role, pair?.issueType ?? null, worst, rows.stakeAt(row), rows, row, next)
  })
}

class CardOfRows implements Card {
  readonly #rows: Rows
  readonly #first: number
  readonly #next: Int32Array
  #findings: readonly Finding[] | undefined

  constructor(
    readonly role: number,
    readonly issueType: number | null,
    readonly severity: FindingSeverity | null,
    readonly stake: number,
    rows: Rows,
    first: number,
    next: Int32Array,
  ) {
    this.#rows = rows
    this.#first = first
    this.#next = next
  }

  get findings(): readonly Finding[] {
    this.#findings ??= this.tell()
    return this.#findings
  }

  private tell(): readonly Finding[] {
    const rows = this.#rows
    const own: number[] = []
    for (let row = this.#first; row >= 0; row = this.#next[row] as number) own.push(row)
    const flagged = own.filter((row) => rows.isFlagged(row))
    const code = (row: number) => rows.judgementsAt(row).code
    flagged.sort(
      (a, b) => rows.severityAt(b) - rows.severityAt(a) || telling(code(a)) - telling(code(b)) || rows.codeAt(a) - rows.codeAt(b),
    )
    return [...flagged, ...own.filter((row) => !rows.isFlagged(row))].map((row) => rows.findingAt(row))
  }
}
