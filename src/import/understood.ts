// What reading a file tells about itself, and what a user may correct. Plain data both ways, for it crosses to a worker and back: reading
// again with corrections is the same pure function of name, bytes and options.

// ---- what was understood ----------------------------------------------------------------------------------------------------------

/** Everything a page needs to say what a file was taken for, why, and what else it might have been. */
export interface Understood {
  readonly format: Guess<string>
  readonly encoding: Guess<Encoding>
  /** Of a table in text form: the mark between cells. */
  readonly separator?: Separator
  /** Of a workbook. */
  readonly sheet?: UnderstoodSheet
  /** Row that names the columns, 1-based; null where none does. Absent where rows name their own fields. */
  readonly headerRow?: number | null
  readonly shape: Shape
  /** In the file's order. Empty where a format has no columns (outline, our own). */
  readonly columns: readonly UnderstoodColumn[]
  /** Ways to say who leads whom that were tried on the whole file, the best first: `links[0]` was taken, `links[1]` is the runner-up. */
  readonly links: readonly UnderstoodLink[]
  readonly account: Account
  /** The first rows as they were read, in the order of `columns`; what is left out is not in them. */
  readonly firstRows: readonly FirstRow[]
  /** Of a file that says who may do what. */
  readonly authority?: UnderstoodAuthority
  /** Nothing was guessed, repaired or left out, and nothing came close: one line is enough. */
  readonly isPlain: boolean
}

/** What was taken, how sure that is (0–1), and what else it might be, the likeliest first. */
export interface Guess<T> {
  readonly is: T
  readonly confidence: number
  readonly others: readonly { readonly is: T; readonly confidence: number }[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1251' | 'windows-1250'
export type Separator = ',' | ';' | '\t' | '|'

/** How the file says who leads whom. */
export type Shape =
  | 'own'
  | 'outline'
  /** Each row names its manager: by id, name, e-mail, DN. */
  | 'flat'
  | 'nested'
  /** Objects by id or name. */
  | 'dict'
  /** Nodes and edges. */
  | 'graph'
  /** Each row names those below it. */
  | 'downward'
  /** Each row has the whole way from the top, in one cell or one column a level. */
  | 'path'
  | 'levels'
  /** Left and right bounds of a nested set. */
  | 'nested-set'
  /** Role or title × kind of authority, or one line a grant. */
  | 'matrix'
  | 'grants'

export interface UnderstoodSheet {
  readonly name: string
  readonly isHidden: boolean
  /** The others, in the workbook's order; `lead` says how well one would do, 0–1. */
  readonly siblings: readonly { readonly name: string; readonly isHidden: boolean; readonly rows: number; readonly lead: number }[]
}

export const COLUMN_ROLES = [
  'id',
  'manager',
  'manager-name',
  'name',
  'first-name',
  'last-name',
  'title',
  'unit',
  'location',
  'grade',
  'email',
  'pay',
  'pay-min',
  'pay-max',
  'headcount',
  'status',
  'path',
  'level',
  'children',
  'left',
  'right',
  /** Private by its name or its values: left out unless asked for. */
  'sensitive',
  /** Not read. */
  'left-out',
] as const
/** What a column is for us. Of most roles there is one column; `level` and `name` may have several. */
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export interface UnderstoodColumn {
  /** As the file calls it; `manager.id` = one level down. Corrections name columns by it. */
  readonly header: string
  readonly role: ColumnRole
  /** 0–1 */
  readonly confidence: number
  /** Nobody named it so: its values did. */
  readonly isGuess: boolean
  /** A few different values, shortened. Empty where the column is sensitive. */
  readonly samples: readonly string[]
  /** Of the `of` rows that were looked at: how many say something, and how many different things. */
  readonly filled: number
  readonly distinct: number
  readonly of: number
}

export interface UnderstoodLink {
  readonly shape: Shape
  /** Column that says who a row is; `''` where its place does. */
  readonly id: string
  /** Column whose values say who leads it; of levels all, joined by ` › `. */
  readonly manager: string
  /** Rows that name somebody above them, and of these, those whose manager is in the file. */
  readonly named: number
  readonly resolved: number
  /** Rows that lead back to themselves. */
  readonly cycles: number
  /** Rows with nobody above. */
  readonly tops: number
  /** Ids that more than one row has. */
  readonly repeated: number
  /** Share of the links whose manager bears the name the file gives beside it, 0–1; null where no column does. */
  readonly agreement: number | null
  /** 0–1 */
  readonly score: number
}

/** rowsIn = placed + the rows of leftOut. Every row is in one of the three lists once. */
export interface Account {
  /** Rows or objects of the file that could be somebody. */
  readonly rowsIn: number
  /** Rows that became a person or a role; of these `asTheyAre` needed nothing. */
  readonly placed: number
  readonly asTheyAre: number
  readonly repaired: readonly RepairedRows[]
  readonly leftOut: readonly LeftOutRows[]
  /** Boxes that no row stands for (levels, paths, managers who are only named). */
  readonly made: number
}
export interface RepairedRows {
  readonly code: RepairCode
  /** 1-based, as the file's owner counts them. */
  readonly rows: readonly number[]
  /** A repair, or what is done unasked: the circle cut once, the row named by its content, the id numbered. */
  readonly done: Repair['do'] | 'cut' | 'named' | 'renamed'
  /** What else could be done about them. */
  readonly alternatives: readonly Repair['do'][]
}
export interface LeftOutRows {
  readonly because: LeftOutReason
  readonly rows: readonly number[]
}
export type RepairCode = 'manager-missing' | 'self-manager' | 'cycle' | 'id-missing' | 'id-repeated'
export type LeftOutReason =
  /** Not an object with fields. */
  | 'unreadable'
  /** Neither an id nor a name: a total, a footnote. */
  | 'empty'
  | 'eliminated'
  /** An entry of another kind: a group, a machine. */
  | 'nobody'
  /** Because a correction says so. */
  | 'asked'
  /** No column was found that says who leads whom. */
  | 'unlinked'

export interface FirstRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** How a file about authority was joined with people and roles; who was not found and what was not understood is listed, not guessed. */
export interface UnderstoodAuthority {
  readonly grants: number
  /** Column or axis that says who may. */
  readonly subject: string
  readonly kinds: readonly { readonly header: string; readonly kind: string; readonly isGuess: boolean }[]
  readonly notUnderstood: readonly { readonly row: number; readonly column: string; readonly text: string }[]
  /** Whom the file names. `by` is null until `joinAuthority` has seen the people, and where it found nobody. */
  readonly subjects: readonly { readonly said: string; readonly by: 'id' | 'title' | 'name' | null; readonly found: number }[]
}

// ---- what may be corrected --------------------------------------------------------------------------------------------------------

/** What to do with rows of one kind, or with one row. */
export type Repair = { readonly do: 'top' } | { readonly do: 'under'; readonly id: string } | { readonly do: 'leave-out' }

/** All of them may be absent: what is not corrected is understood as before. */
export interface Corrections {
  readonly format?: string
  readonly encoding?: Encoding
  readonly separator?: Separator
  /** Of a workbook, by its name. */
  readonly sheet?: string
  /** Row that names the columns, 1-based; null = none does. */
  readonly headerRow?: number | null
  /** Column by its header → what it is. A role that has one column is taken from the column that had it. */
  readonly columns?: Readonly<Record<string, ColumnRole>>
  /** Headers of the two columns that say who leads whom. */
  readonly link?: { readonly id: string; readonly manager: string }
  readonly repairs?: Readonly<Partial<Record<RepairCode, Repair>>>
  /** Single rows, by their number; stronger than `repairs`. */
  readonly rows?: Readonly<Record<number, Repair>>
  /** Headers of sensitive columns that are to be read as they are named, or all of them. */
  readonly keepSensitive?: boolean | readonly string[]
  /** Of an approval matrix: header → kind of authority; '' = not read. */
  readonly kinds?: Readonly<Record<string, string>>
}
