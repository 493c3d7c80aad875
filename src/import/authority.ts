// Who may do what, as organisations keep it: a matrix of roles × kinds (either way round), or one line a grant.
import type { Diagnostics } from '../model/diagnostics'
import { type Allowed, allowedIn, crossesMeanYes, kindNamed } from './authorityCells'
import { shortened } from './columnRoles'
import { foldedName } from './fields'
import type { FormatResult, ReadOptions } from './format'
import { type Column, type Grid, textAt } from './grid'
import type { UnderstoodAuthority } from './understood'

/** A table that says who may do what, how it does, and how sure that is. */
export type AuthorityTable = MatrixTable | LinesTable
interface MatrixTable {
  readonly shape: 'matrix'
  readonly score: number
  /** The first column: roles, or kinds where the matrix is turned. */
  readonly subject: Column
  readonly columns: readonly Column[]
  readonly isTurned: boolean
}
interface LinesTable {
  readonly shape: 'grants'
  readonly score: number
  readonly subject: Column
  readonly kind: Column | undefined
  readonly limit: Column | undefined
  readonly others: Readonly<Partial<Record<'least' | 'per' | 'conditions', Column>>>
}

const SUBJECTS =
  /^(roles?|roletitle|rolename|title|jobtitle|job|position|positiontitle|post|grade|level|band|joblevel|designation|approvers?|requiredapprovers?|approverlevel|approverrole|decisionowner|holder|delegate|delegatee|delegatedto|who|accountable|authorityholder|employee(id|name)?|name|id|staff(id)?|funktion|stelle|rolle|cargo|puesto|fonction|poste|должность|роль|审批人|职位|岗位)$/
const KINDS_COLUMN =
  /^(kind|type|category|action|activity|authority|authoritytype|approvaltype|decision|decisiontype|decisionlevel|transaction|transactiontype|spendtype|spendcategory|issue|issuetype|what|item|power|expensetype|approvalband|art|vorgang|kategorie|categoria|вид|тип|类别|事项|类型)$/
const LIMITS =
  /^(limit|limitamount|amount|maxamount|maximum|maxlimit|max|upto|to|approvallimit|authoritylimit|limitto|selfapprovelimit|autoapprovelimit|financialauthority|financiallimit|grenze|höchstbetrag|betrag|límite|limite|plafond|монетарныйлимит|лимит|金额上限|上限|额度)(eur|usd|gbp)?$/
const LEAST = /^(min|minamount|minimum|from|lower|above|untergrenze|von|от)$/
const PER = /^(per|period|basis|frequency|pro)$/
const CONDITIONS = /^(conditions?|notes?|remarks?|comments?|bedingung(en)?|условия|备注|条件)$/
const ROLES = /role|title|position|grade|level|band|job|approver|funktion|stelle|rolle|cargo|puesto|fonction|poste|должност|роль|职位|岗位/
const SAYS_LIMIT = /limit|approv|authori|sign|may/i
const ANY_LIMIT = /limit|approv|authori|amount|up ?to|max|spend|sign/i
const LOOKED_AT = 60

/** The likelier of both; null where it says nothing of the sort. */
export function authorityTable(grid: Grid): AuthorityTable | null {
  const columns = grid.columns.filter((column) => column.filled > 0 && column.nested === 0)
  if (grid.isNameless || columns.length < 2 || columns.length > 100) return null
  const [lines, matrix] = [linesIn(columns), matrixIn(grid, columns)]
  if (lines && matrix) return lines.score >= matrix.score ? lines : matrix
  return lines ?? matrix
}

function linesIn(columns: readonly Column[]): LinesTable | null {
  const named = (pattern: RegExp, taken: readonly (Column | undefined)[] = []) =>
    columns.find((column) => pattern.test(foldedName(column.name)) && !taken.includes(column))
  const limit = named(LIMITS)
  const kind = named(KINDS_COLUMN, [limit])
  const subject = named(SUBJECTS, [limit, kind])
  if (!subject || (!limit && !kind)) return null
  if (!limit && !columns.some((column) => ANY_LIMIT.test(column.name))) return null
  const others = { least: named(LEAST, [limit]), per: named(PER), conditions: named(CONDITIONS) }
  return {
    shape: 'grants',
    score: limit && (kind || /approver/.test(foldedName(subject.name))) ? 0.9 : limit ? 0.6 : 0.5,
    subject,
    kind,
    limit,
    others: given(others),
  }
}

function given<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
}

function matrixIn(grid: Grid, columns: readonly Column[]): MatrixTable | null {
  const [subject, ...others] = columns as readonly [Column, ...Column[]]
  const rows = Array.from({ length: Math.min(grid.length, LOOKED_AT) }, (_, row) => row)
  const labels = rows.flatMap((row) => textAt(subject, row) ?? [])
  if (labels.length < rows.length * 0.7 || labels.some((label) => /^[\d.,]+$/.test(label))) return null
  const known = (names: readonly string[]) => names.filter((name) => kindNamed(name).isKnown).length / Math.max(1, names.length)
  const first = foldedName(subject.name)
  if (!ROLES.test(first) && !KINDS_COLUMN.test(first) && known(others.map((column) => column.name)) < 0.3 && known(labels) < 0.3)
    return null
  const texts = (column: Column) => rows.flatMap((row) => textAt(column, row) ?? [])
  const areCrossesYes = crossesMeanYes(others.flatMap(texts))
  const readable = others.filter((column) => {
    const cells = texts(column)
    return cells.length > 0 && cells.filter((cell) => allowedIn(cell, areCrossesYes) !== null).length >= cells.length * 0.6
  })
  if (readable.length === 0 || readable.length < others.length * 0.5) return null
  const [across, down] = [known(readable.map((column) => column.name)), known(labels)]
  const isTurned = SUBJECTS.test(first) ? false : KINDS_COLUMN.test(first) ? true : down > across
  const isRoles = ROLES.test(first) || (isTurned && KINDS_COLUMN.test(first))
  const isVerbal = readable.some((column) => texts(column).some(saysAuthority))
  const isSaid = isVerbal || areCrossesYes || [subject, ...others].some((column) => SAYS_LIMIT.test(column.name))
  const named = Math.max(across, down)
  // A table of prices has numbers too: the words of an approval matrix have to come from somewhere.
  if (!(isRoles && (isSaid || named >= 0.3)) && !((isVerbal || areCrossesYes) && named >= 0.3)) return null
  const hint = Math.max(named, isSaid ? 0.6 : 0)
  return { shape: 'matrix', score: 0.45 + 0.45 * Math.min(1, hint), subject, columns: readable, isTurned }
}

const saysAuthority = (cell: string) => /up ?to|unlimited|no limit|[✓✔]|approve|above|≤|<\s?\d/i.test(cell)

interface GrantRow {
  readonly id: string
  readonly role: string
  readonly kind: string
  readonly limit?: number | null
  readonly per?: string
  readonly conditions?: string
}

/** Grants by title; `joinAuthority` finds out whether an id or a person is meant. */
export function readAuthority(
  file: string,
  grid: Grid,
  table: AuthorityTable,
  diagnostics: Diagnostics,
  { kinds = {} }: ReadOptions,
): FormatResult {
  const grants: GrantRow[] = []
  const at: number[] = []
  const unread: { row: number; column: string; text: string }[] = []
  const said = new Map<string, number>()
  const named = new Map<string, UnderstoodAuthority['kinds'][number]>()
  const ids = new Set<string>()
  const kindOf = (header: string): string => {
    const { kind, isGuess } = kinds[header] === undefined ? kindNamed(header) : { kind: kinds[header] as string, isGuess: false }
    if (!named.has(header)) named.set(header, { header, kind, isGuess })
    return kind
  }
  const grant = (row: number, who: string, header: string, allowed: Allowed, more: Partial<GrantRow>) => {
    const kind = kindOf(header)
    said.set(who, said.get(who) ?? 0)
    if (!allowed.may || kind === '') return
    const id = freeId(`${who} · ${header}`, ids)
    // A tick says that somebody may, not up to how much: then the limit is not known.
    const limit = allowed.limit === undefined ? {} : { limit: allowed.limit, per: allowed.per ?? 'case' }
    const conditions = [more.conditions, allowed.above ? `> ${allowed.above}` : ''].filter(Boolean).join('; ')
    grants.push({
      id,
      role: `title:${who}`,
      kind,
      ...limit,
      ...more,
      ...(conditions ? { conditions } : {}),
    })
    at.push(grid.at[row] as number)
  }
  const miss = (row: number, column: string, text: string) =>
    unread.push({ row: grid.at[row] as number, column, text: shortened(text, 80) })
  if (table.shape === 'matrix') readMatrix(grid, table, grant, miss)
  else readLines(grid, table, grant, miss)
  for (const { row, column, text } of unread) diagnostics.warn('authority-unreadable', { file, row, params: { column, text } }, 'left-out')
  const authority: UnderstoodAuthority = {
    grants: grants.length,
    subject: table.shape === 'matrix' && table.isTurned ? table.columns.map((column) => column.name).join(', ') : table.subject.name,
    kinds: [...named.values()],
    notUnderstood: unread,
    subjects: [...said.keys()].map((who) => ({ said: who, by: null, found: 0 })),
  }
  const leftOut = grid.strangers.length > 0 ? [{ because: 'unreadable' as const, rows: grid.strangers }] : []
  return {
    draft: { sections: { grants: { rows: grants, at } }, whole: {} },
    recognised: { shape: table.shape, records: grid.length, fields: { role: authority.subject }, leftAside: [] },
    understood: {
      ...(grid.headerRow === undefined ? {} : { headerRow: grid.headerRow }),
      shape: table.shape,
      columns: [],
      links: [],
      account: { rowsIn: grid.length + grid.strangers.length, placed: grid.length, asTheyAre: grid.length, repaired: [], leftOut, made: 0 },
      firstRows: [],
      authority,
    },
  }
}

type Give = (row: number, who: string, header: string, allowed: Allowed, more: Partial<GrantRow>) => void
type Miss = (row: number, column: string, text: string) => void

function readMatrix(grid: Grid, { subject, columns, isTurned }: MatrixTable, grant: Give, miss: Miss): void {
  const rows = Array.from({ length: grid.length }, (_, row) => row)
  const areCrossesYes = crossesMeanYes(columns.flatMap((column) => rows.flatMap((row) => textAt(column, row) ?? [])))
  for (const row of rows) {
    const label = textAt(subject, row)
    for (const column of columns) {
      const text = textAt(column, row)
      if (text === null) continue
      const allowed = label === null ? null : allowedIn(text, areCrossesYes)
      if (allowed === null || label === null) miss(row, column.name, text)
      else if (isTurned && /^(self|auto)[\s_-]/i.test(column.name)) miss(row, column.name, text)
      else if (isTurned) for (const who of whosIn(column.name)) grant(row, who, label, allowed, {})
      else for (const who of whosIn(label)) grant(row, who, column.name, allowed, {})
    }
  }
}

function readLines(grid: Grid, { subject, kind, limit, others }: LinesTable, grant: Give, miss: Miss): void {
  for (let row = 0; row < grid.length; row++) {
    const who = textAt(subject, row)
    const header = kind ? textAt(kind, row) : (limit?.name ?? null)
    const text = limit ? textAt(limit, row) : null
    const isOpen =
      text === null &&
      limit !== undefined &&
      (limit.cell(row) === null || (others.least !== undefined && textAt(others.least, row) !== null))
    const allowed: Allowed | null = text !== null ? allowedIn(text, true) : { may: true, ...(isOpen ? { limit: null } : {}) }
    if (who === null && header === null && text === null) continue
    if (who === null || header === null || allowed === null) {
      miss(row, (who === null ? subject : header === null ? kind : limit)?.name ?? '', text ?? header ?? who ?? '')
      continue
    }
    const least = others.least && textAt(others.least, row)
    const from = least ? allowedIn(least, true) : null
    const above = from?.may && typeof from.limit === 'number' && from.limit > 0 ? { above: from.limit } : {}
    const per = others.per && textAt(others.per, row)
    const conditions = others.conditions && textAt(others.conditions, row)
    const more = { ...(per ? { per } : {}), ...(conditions ? { conditions: shortened(conditions, 300) } : {}) }
    for (const one of whosIn(who)) grant(row, one, header, allowed.may ? { ...allowed, ...above } : allowed, more)
  }
}

/** `Manager limit` → Manager; `Team lead / Deputy` are two. */
function whosIn(text: string): readonly string[] {
  const plain = text
    .replace(/[\s_-]*\(?(?:self |auto )?(?:approval|approve|authority|financial|spending)?[\s_-]*limit\)?$/i, '')
    .replace(/_/g, ' ')
    .trim()
  return (plain === '' ? text : plain)
    .split(/\s*(?:[;\n]|\s\/\s)\s*/)
    .map((who) => who.trim())
    .filter((who) => who !== '')
}

function freeId(wanted: string, used: Set<string>): string {
  let id = wanted
  for (let n = 2; used.has(id); n++) id = `${wanted} #${n}`
  used.add(id)
  return id
}
