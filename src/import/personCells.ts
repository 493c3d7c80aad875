// The cells of a row under our names: texts, numbers, a name in one column or two, a head count within a label, posts that are vacant.
import type { Diagnostics } from '../model/diagnostics'
import { amountIn, type DecimalMark, decimalMarkOf } from './amounts'
import { type RoledColumn, sampledRows } from './columnRoles'
import { type Column, type Grid, textAt } from './grid'
import type { ColumnRole } from './understood'

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

const TEXTS = ['title', 'unit', 'location', 'grade'] as const
const NUMBERS = ['headcount', 'pay', 'pay-min', 'pay-max'] as const
const VACANT =
  /^[\s"'([<*-]*(vacan(t|cy|te|cies)|vakan(t|z)|unbesetzt|unfilled|open position|to be (hired|confirmed|filled)|tb[cdh]|n\/[ad]|вакансия|вакантно|空缺|欠員|laus staða)[\s"')\]>*.-]*$/iu
export const ELIMINATED = /^\W*(eliminated|abolished|deleted post)\W*$/i
/** `Sales (114人)` */
const COUNTED = /^(.*\S)\s*[(（](\d+(?:[.,]\d+)?)\s?(?:人|名|people|persons|staff|employees|ftes?|heads|чел\.?)[)）]$/iu

export class CellReader {
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
      const number = typeof cell === 'number' && cell >= 0 ? cell : amountIn(text, mark, role !== 'headcount')
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
