// A grid and its best linkage become people in our names. Every row is accounted for: placed as it is, placed with a repair, or left out and
// said why; what a correction asks for is done here, everything else is mended in `model/build.ts`.
import type { Diagnostics } from '../model/diagnostics'
import { amountIn, type DecimalMark, decimalMarkOf } from './amounts'
import { cellText, columnRoles, isPrivate, type RoledColumn, sampledRows, shortened, understoodColumn } from './columnRoles'
import { firstOf, ID_NAMES, isSensitive } from './fields'
import { correctionsIn, type FormatResult, NOTHING, type ReadOptions } from './format'
import { type Column, type Grid, textAt } from './grid'
import { circles, type Linkage, MISSING, NOBODY, understoodLink } from './linkage'
import { ownIds } from './links'
import type { Account, ColumnRole, Corrections, LeftOutReason, Repair, RepairCode, RepairedRows, UnderstoodColumn } from './understood'

export interface PersonRow {
  readonly id: string
  readonly reportsTo: string | null
  readonly name?: string
  readonly title?: string
  readonly unit?: string
  readonly location?: string
  readonly grade?: string
  readonly headcount?: number
  readonly pay?: number
  readonly payBand?: { readonly min: number; readonly max: number }
}

/** Reads the rows of a grid as people; the best of `linkages` says who leads them. */
export function readPeople(
  file: string,
  grid: Grid,
  linkages: readonly Linkage[],
  diagnostics: Diagnostics,
  options: ReadOptions,
  others: readonly string[] = [],
): FormatResult {
  const linkage = linkages[0]
  if (!linkage) return NOTHING
  const corrections = correctionsIn(options)
  const id = idColumn(grid, linkage)
  const roles = columnRoles(grid, linkage, id, corrections)
  const reader = new CellReader(file, grid, roles, diagnostics)
  const placed = placeRows(file, grid, linkage, id, reader, corrections, diagnostics)
  const rows: PersonRow[] = []
  const at: number[] = []
  for (let row = 0; row < grid.length; row++) {
    if (placed.leftOut[row]) continue
    rows.push(reader.row(row, placed.ids[row] as string, placed.reportsTo(row)))
    at.push(grid.at[row] as number)
  }
  const boxes = linkage.made.map(({ label }, k) => {
    const box = grid.length + k
    return { id: placed.ids[box] as string, reportsTo: placed.reportsTo(box), title: label, headcount: 0 }
  })
  for (const row of grid.strangers) diagnostics.warn('row-unreadable', { file, row }, 'left-out')
  if (grid.others?.length) diagnostics.note('entries-unread', { file, params: { count: grid.others.length } }, 'left-out')
  if (others.length > 0) diagnostics.note('lists-unread', { file, params: { lists: others } }, 'not-read')
  const looked = sampledRows(grid)
  const columns = roles.map((one) => understoodColumn(grid, one, looked))
  const leftAside = tellUnread(file, columns, diagnostics)
  const [taken, next] = linkages.map(understoodLink)
  return {
    draft: { sections: { people: { rows, at }, ...(boxes.length > 0 ? { roles: { rows: boxes } } : {}) }, whole: {} },
    recognised: {
      shape: linkage.shape,
      records: grid.length,
      fields: fieldsShown(roles, taken ? { id: taken.id || (id?.name ?? ''), reportsTo: taken.manager } : {}),
      ...(next && next.resolved > 0 && next.named > 0
        ? { runnerUp: { id: next.id, reportsTo: next.manager, resolved: Math.round((next.resolved / next.named) * 1000) / 1000 } }
        : {}),
      leftAside,
    },
    understood: {
      ...(grid.headerRow === undefined ? {} : { headerRow: grid.headerRow }),
      shape: linkage.shape,
      columns,
      links: linkages.map(understoodLink),
      account: placed.account,
      firstRows: firstRows(grid, roles),
    },
  }
}

/** Whose text a row goes by: not the name where there are ids proper. */
function idColumn(grid: Grid, { id, isLabel, by }: Linkage): Column | null {
  if (id && !isLabel) return id
  const own = ownIds(grid, new Set(by))
  if (own) return own
  const names = grid.columns.filter((column) => column.filled > 0 && !by.includes(column)).map((column) => column.name)
  const named = id === null ? firstOf(ID_NAMES, names) : undefined
  return id ?? grid.columns.find((column) => column.name === named) ?? null
}

// ---- cells ----------------------------------------------------------------------------------------------------------------------------

const TEXTS = ['title', 'unit', 'location', 'grade'] as const
const NUMBERS = ['headcount', 'pay', 'pay-min', 'pay-max'] as const
const VACANT =
  /^[\s"'([<*-]*(vacan(t|cy|te|cies)|vakan(t|z)|unbesetzt|unfilled|open position|to be (hired|confirmed|filled)|tb[cdh]|n\/[ad]|вакансия|вакантно|空缺|欠員|laus staða)[\s"')\]>*.-]*$/iu
const ELIMINATED = /^\W*(eliminated|abolished|deleted post)\W*$/i
/** `Sales (114人)` */
const COUNTED = /^(.*\S)\s*[(（](\d+(?:[.,]\d+)?)\s?(?:人|名|people|persons|staff|employees|ftes?|heads|чел\.?)[)）]$/iu

class CellReader {
  private readonly texts: readonly (readonly [(typeof TEXTS)[number], Column])[]
  private readonly numbers: readonly (readonly [(typeof NUMBERS)[number], Column, DecimalMark | undefined])[]
  private readonly names: readonly Column[]
  private readonly status: Column | undefined

  constructor(
    private readonly file: string,
    private readonly grid: Grid,
    roles: readonly RoledColumn[],
    private readonly diagnostics: Diagnostics,
  ) {
    const columnsOf = (role: ColumnRole) => roles.filter((one) => one.role === role).map((one) => one.column)
    this.texts = TEXTS.flatMap((role) =>
      columnsOf(role)
        .slice(0, 1)
        .map((column) => [role, column] as const),
    )
    const rows = sampledRows(grid)
    this.numbers = NUMBERS.flatMap((role) =>
      columnsOf(role)
        .slice(0, 1)
        .map((column) => [role, column, decimalMarkOf(rows.flatMap((row) => textAt(column, row) ?? []))] as const),
    )
    const whole = columnsOf('name')
    this.names = whole.length > 0 ? whole : [...columnsOf('first-name'), ...columnsOf('last-name')]
    this.status = columnsOf('status')[0]
  }

  nameAt(row: number): string {
    const [first] = this.names
    if (first && this.names.length === 1) return textAt(first, row) ?? ''
    return this.names.flatMap((column) => textAt(column, row) ?? []).join(' ')
  }

  titleAt(row: number): string | null {
    const title = this.texts.find(([role]) => role === 'title')
    return title ? textAt(title[1], row) : null
  }

  isVacant(row: number, name: string): boolean {
    if (name !== '' && VACANT.test(name)) return true
    const status = this.status && textAt(this.status, row)
    return (
      status !== undefined &&
      status !== null &&
      (VACANT.test(status) || (/^(true|yes|y|1)$/i.test(status) && /vacan/i.test(this.status?.name ?? '')))
    )
  }

  row(row: number, id: string, reportsTo: string | null): PersonRow {
    const person: Record<string, unknown> = { id, reportsTo }
    const name = this.nameAt(row)
    const isVacant = this.isVacant(row, name)
    if (name !== '' && !isVacant) person.name = name
    for (const [role, column] of this.texts) {
      const text = textAt(column, row)
      if (text !== null) person[role] = text
    }
    for (const [role, column, mark] of this.numbers) {
      const text = textAt(column, row)
      if (text === null) continue
      const cell = column.cell(row)
      const number = typeof cell === 'number' && cell >= 0 ? cell : amountIn(text, mark)
      if (number !== null) person[role] = number
      else
        this.diagnostics.warn(
          'number-unreadable',
          { file: this.file, row: this.grid.at[row] as number, subject: id, params: { key: column.name, value: text.slice(0, 60) } },
          'cell-left-out',
        )
    }
    if (person.headcount === undefined) countFromLabel(person)
    if (isVacant && person.headcount === undefined) person.headcount = 0
    return withPayBand(person) as unknown as PersonRow
  }
}

function countFromLabel(person: Record<string, unknown>): void {
  for (const key of ['title', 'name']) {
    const label = person[key]
    const counted = typeof label === 'string' && /[)）]$/.test(label) ? COUNTED.exec(label) : null
    if (!counted) continue
    person[key] = counted[1]
    person.headcount = Number((counted[2] as string).replace(',', '.'))
    return
  }
}

function withPayBand(person: Record<string, unknown>): Record<string, unknown> {
  const { 'pay-min': min, 'pay-max': max } = person
  if (min === undefined && max === undefined) return person
  delete person['pay-min']
  delete person['pay-max']
  if (typeof min === 'number' && typeof max === 'number' && min <= max) person.payBand = { min, max }
  return person
}

// ---- places and repairs -----------------------------------------------------------------------------------------------------------------

interface PlacedRows {
  readonly ids: readonly string[]
  readonly leftOut: ArrayLike<number>
  readonly reportsTo: (box: number) => string | null
  readonly account: Account
}

/** Why a row is left out, in `leftOut`; 0 = it is not. */
const REASONS: readonly LeftOutReason[] = ['unreadable', 'empty', 'eliminated', 'asked']

function placeRows(
  file: string,
  grid: Grid,
  linkage: Linkage,
  id: Column | null,
  reader: CellReader,
  corrections: Corrections,
  diagnostics: Diagnostics,
): PlacedRows {
  const parent = linkage.parent.slice()
  const leftOut = new Uint8Array(grid.length)
  const hasReports = new Uint8Array(parent.length)
  for (const above of parent) if (above >= 0) hasReports[above] = 1
  const isKeyed = linkage.shape === 'flat'
  const isByPapers = id !== null && isPrivate(id, corrections)
  const state = new States()
  for (let row = 0; row < grid.length; row++) {
    if (hasReports[row]) continue
    const name = reader.nameAt(row)
    if (ELIMINATED.test(name)) leftOut[row] = 3
    else if (
      (isKeyed || linkage.shape === 'downward') &&
      id &&
      textAt(id, row) === null &&
      isFootnote(name, reader.titleAt(row), parent[row] as number)
    )
      leftOut[row] = 2
  }
  const ids = new RowIds(file, grid, linkage, isByPapers ? null : id, reader, diagnostics, state).make(leftOut)
  for (const row of circles(parent)) if (row < grid.length) state.set(row, 'cycle')
  for (let row = 0; row < grid.length; row++) {
    if (parent[row] === MISSING) state.set(row, 'manager-missing')
    else if (parent[row] === row) state.set(row, 'self-manager')
  }
  const moved = applyRepairs(grid, parent, leftOut, state, ids, corrections)
  const said = linkage.by[0]
  return {
    ids,
    leftOut,
    reportsTo: (box) => {
      const above = parent[box] as number
      const under = moved.get(box)
      if (under !== undefined) return under
      if (above === NOBODY) return null
      if (above >= 0 && !(above < grid.length && leftOut[above])) return ids[above] as string
      return (
        (box < grid.length && said && !isByPapers ? shortened(cellText(said, box), 200) : '') || (above >= 0 ? (ids[above] as string) : '?')
      )
    },
    account: accountOf(grid, linkage, leftOut, state),
  }
}

/** A total, a legend, a line of blanks: nothing says who it is or under whom. */
function isFootnote(name: string, title: string | null, above: number): boolean {
  if (above !== NOBODY) return false
  return (
    (name === '' && title === null) || /^\W*(grand )?(total|sum|summe|gesamt|итого|всего|合计|合計|samtals)\b/iu.test(name || (title ?? ''))
  )
}

/** What was wrong with each row, the gravest first to come. */
class States {
  readonly code: (RepairCode | undefined)[] = []
  readonly repairs: (Repair['do'] | undefined)[] = []

  set(row: number, code: RepairCode): void {
    this.code[row] = code
  }
}

const DONE: Readonly<Record<RepairCode, RepairedRows['done']>> = {
  'manager-missing': 'top',
  'self-manager': 'top',
  cycle: 'cut',
  'id-missing': 'named',
  'id-repeated': 'renamed',
}

/** Ids for rows and made boxes. Where links go by place, ids that repeat are numbered here; where they go by id, building does it. */
class RowIds {
  private readonly used = new Set<string>()
  private readonly next = new Map<string, number>()
  private known: ReadonlySet<string> = new Set()

  constructor(
    private readonly file: string,
    private readonly grid: Grid,
    private readonly linkage: Linkage,
    private readonly id: Column | null,
    private readonly reader: CellReader,
    private readonly diagnostics: Diagnostics,
    private readonly state: States,
  ) {}

  make(leftOut: ArrayLike<number>): readonly string[] {
    const { grid, id, linkage } = this
    if (this.areDistinct()) return Array.from({ length: grid.length }, (_, row) => textAt(id as Column, row) as string)
    const given: (string | null)[] = new Array(grid.length)
    for (let row = 0; row < grid.length; row++) given[row] = id ? textAt(id, row) : null
    this.known = new Set(given as string[])
    const byPlace = linkage.shape !== 'flat' && linkage.shape !== 'downward'
    const ids: string[] = new Array(linkage.parent.length)
    for (let row = 0; row < grid.length; row++) {
      const own = given[row] ?? null
      if (own === null) ids[row] = leftOut[row] ? '' : this.named(row)
      else {
        this.tellLostDigits(row, own)
        ids[row] = this.used.has(own) ? this.repeated(row, own, byPlace) : own
        this.used.add(ids[row] as string)
      }
    }
    for (let box = grid.length; box < ids.length; box++) ids[box] = this.free(linkage.made[box - grid.length]?.label ?? '?')
    return ids
  }

  /** Every row has an id of its own, and no box is made beside them. */
  private areDistinct(): boolean {
    const { id, linkage } = this
    const isPlain = id !== null && id === linkage.id && !linkage.isLabel && linkage.made.length === 0
    return isPlain && linkage.counts.repeated === 0 && typeof id.cell(0) === 'string'
  }

  private named(row: number): string {
    const id = this.free(this.reader.nameAt(row) || this.reader.titleAt(row) || this.anyText(row))
    if (!this.id || this.linkage.shape !== 'flat') return id
    this.state.set(row, 'id-missing')
    this.diagnostics.warn(
      'id-missing',
      { file: this.file, row: this.grid.at[row] as number, params: { column: this.id.name, id } },
      'named',
    )
    return id
  }

  private anyText(row: number): string {
    const column = this.grid.columns.find(
      (one) => !this.linkage.by.includes(one) && !isSensitive(one.name) && one.nested === 0 && textAt(one, row) !== null,
    )
    return shortened((column && textAt(column, row)) ?? '?', 60)
  }

  private repeated(row: number, own: string, byPlace: boolean): string {
    this.state.set(row, 'id-repeated')
    if (!byPlace) return own
    const id = this.free(own)
    this.diagnostics.warn('id-repeated', { file: this.file, row: this.grid.at[row] as number, subject: own, params: { id } }, 'numbered')
    return id
  }

  private free(wanted: string): string {
    let id = wanted
    let n = this.next.get(wanted) ?? 2
    while (this.known.has(id) || this.used.has(id)) id = `${wanted}#${n++}`
    this.next.set(wanted, n)
    this.used.add(id)
    return id
  }

  private tellLostDigits(row: number, own: string): void {
    const cell = this.id?.cell(row)
    if (typeof cell !== 'number' || Math.abs(cell) < 1e15 || Number.isSafeInteger(cell)) return
    this.diagnostics.note('digits-lost', {
      file: this.file,
      row: this.grid.at[row] as number,
      subject: own,
      params: { column: this.id?.name ?? '' },
    })
  }
}

/** Rows that a correction moves under somebody, by id. What is left out takes those below it to `manager-missing`. */
function applyRepairs(
  grid: Grid,
  parent: Int32Array,
  leftOut: Uint8Array,
  state: States,
  ids: readonly string[],
  { repairs = {}, rows = {} }: Corrections,
): ReadonlyMap<number, string> {
  const moved = new Map<number, string>()
  const asked = (row: number): Repair | undefined => {
    const code = state.code[row]
    return rows[grid.at[row] as number] ?? (code && repairs[code])
  }
  const repair = (row: number) => {
    const wanted = asked(row)
    if (!wanted || leftOut[row]) return
    state.repairs[row] = wanted.do
    if (wanted.do === 'top') parent[row] = NOBODY
    else if (wanted.do === 'leave-out') leftOut[row] = 4
    else moved.set(row, wanted.id)
  }
  if (Object.keys(repairs).length + Object.keys(rows).length === 0) return moved
  const known = new Set(ids)
  const cutOnce = new Set<number>()
  for (let row = 0; row < grid.length; row++) {
    const wanted = asked(row)
    if (wanted?.do === 'under' && !known.has(wanted.id)) continue
    if (state.code[row] === 'cycle' && wanted?.do === 'top' && rows[grid.at[row] as number] === undefined) {
      // One cut opens a circle.
      if (cutOnce.has(row)) continue
      for (let at = row; !cutOnce.has(at); at = parent[at] as number) cutOnce.add(at)
    }
    repair(row)
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let row = 0; row < grid.length; row++) {
      const above = parent[row] as number
      if (leftOut[row] || above < 0 || above >= grid.length || above === row || !leftOut[above] || moved.has(row)) continue
      if (state.code[row] !== 'manager-missing') changed = true
      state.set(row, 'manager-missing')
      repair(row)
    }
  }
  return moved
}

function accountOf(grid: Grid, linkage: Linkage, leftOut: Uint8Array, state: States): Account {
  const out = new Map<LeftOutReason, number[]>()
  const add = <K>(lists: Map<K, number[]>, key: K, row: number) => {
    const rows = lists.get(key)
    if (rows) rows.push(row)
    else lists.set(key, [row])
  }
  for (const row of grid.strangers) add(out, 'unreadable', row)
  for (const row of grid.others ?? []) add(out, 'nobody', row)
  const repaired = new Map<string, number[]>()
  let placed = 0
  for (let row = 0; row < grid.length; row++) {
    const at = grid.at[row] as number
    if (leftOut[row]) {
      add(out, REASONS[(leftOut[row] as number) - 1] as LeftOutReason, at)
      continue
    }
    placed++
    const code = state.code[row]
    if (code) add(repaired, `${code} ${state.repairs[row] ?? DONE[code]}`, at)
  }
  const repairs = [...repaired].map(([key, rows]) => {
    const [code, done] = key.split(' ') as [RepairCode, RepairedRows['done']]
    return { code, rows, done, alternatives: ALTERNATIVES[code].filter((one) => one !== done) }
  })
  return {
    rowsIn: grid.length + grid.strangers.length + (grid.others?.length ?? 0),
    placed,
    asTheyAre: placed - repairs.reduce((sum, { rows }) => sum + rows.length, 0),
    repaired: repairs,
    leftOut: [...out].map(([because, rows]) => ({ because, rows })),
    made: linkage.made.length,
  }
}

const ALTERNATIVES: Readonly<Record<RepairCode, readonly Repair['do'][]>> = {
  'manager-missing': ['top', 'under', 'leave-out'],
  'self-manager': ['top', 'under', 'leave-out'],
  cycle: ['top', 'under', 'leave-out'],
  'id-missing': ['under', 'leave-out'],
  'id-repeated': ['leave-out'],
}

// ---- what is told -----------------------------------------------------------------------------------------------------------------------

/** Our field → theirs, as `check` shows it; first and last name are joined. */
function fieldsShown(roles: readonly RoledColumn[], linked: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = (...wanted: readonly ColumnRole[]) =>
    wanted.flatMap((role) => roles.filter((one) => one.role === role).map(({ column }) => column.name))
  const name = named('name').length > 0 ? named('name') : named('first-name', 'last-name')
  const fields: Record<string, readonly string[]> = {
    name,
    title: named('title'),
    unit: named('unit'),
    headcount: named('headcount'),
    pay: named('pay'),
    payBand: named('pay-min', 'pay-max'),
    location: named('location'),
    grade: named('grade'),
  }
  const shown = Object.entries(fields).filter(([, columns]) => columns.length > 0)
  const given = Object.entries(linked).filter(([, column]) => column !== '')
  return { ...Object.fromEntries(given), ...Object.fromEntries(shown.map(([field, columns]) => [field, columns.join(' + ')])) }
}

const NAMED = 12
/** Says which columns were not read, the private ones apart; gives the private ones. */
function tellUnread(file: string, columns: readonly UnderstoodColumn[], diagnostics: Diagnostics): readonly string[] {
  const headers = (role: ColumnRole) => columns.filter((column) => column.role === role).map(({ header }) => header)
  // A sentence holds a dozen names and a number.
  const named = (all: readonly string[]) => ({
    columns: all.slice(0, NAMED).map((name) => shortened(name, 60)),
    more: Math.max(0, all.length - NAMED),
  })
  const [leftAside, others] = [headers('sensitive'), headers('left-out')]
  if (leftAside.length > 0) diagnostics.note('columns-private', { file, params: named(leftAside) }, 'not-read')
  if (others.length > 0) diagnostics.note('columns-unknown', { file, params: named(others) }, 'not-read')
  return leftAside
}

const FIRST_ROWS = 5
function firstRows(grid: Grid, roles: readonly RoledColumn[]) {
  return Array.from({ length: Math.min(FIRST_ROWS, grid.length) }, (_, row) => ({
    row: grid.at[row] as number,
    cells: roles.map(({ column, isHidden }) => (isHidden ? '' : shortened(cellText(column, row), 60))),
  }))
}
