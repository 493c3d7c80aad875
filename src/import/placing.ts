// Where every row goes: placed as it is, placed with a repair that a correction asks for, or left out and said why. The rest is mended in
// `model/build.ts`.
import type { Diagnostics } from '../model/diagnostics'
import { cellText, isPrivate, shortened } from './columnRoles'
import { isSensitive } from './fields'
import { type Column, type Grid, textAt } from './grid'
import { circles, type Linkage, MISSING, NOBODY } from './linkage'
import { type CellReader, ELIMINATED } from './personCells'
import type { Account, Corrections, LeftOutReason, Repair, RepairCode, RepairedRows } from './understood'

export interface PlacedRows {
  readonly ids: readonly string[]
  readonly leftOut: ArrayLike<number>
  readonly reportsTo: (box: number) => string | null
  readonly account: Account
}

/** Why a row is left out, in `leftOut`; 0 = it is not. */
const REASONS: readonly LeftOutReason[] = ['unreadable', 'empty', 'eliminated', 'asked']

export function placeRows(
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
