// What the columns of a file mean, as lines of a list: what is taken, in the order in which one asks for it; what is private; what is not read.
import { once } from '../../base/memo'
import type { ColumnRole, Corrections, Shape, Understood, UnderstoodColumn, UnderstoodLink } from '../../import/understood'

export interface TakenLine {
  readonly role: ColumnRole
  /** null = the file has none, or none was found. */
  readonly column: UnderstoodColumn | null
}
export interface ColumnLines {
  readonly taken: readonly TakenLine[]
  readonly notRead: readonly UnderstoodColumn[]
  readonly sensitive: readonly UnderstoodColumn[]
}

/** In the order of the list, and of what a column may be taken for. */
export const ROLES_TAKEN: readonly ColumnRole[] = [
  ...(['id', 'manager', 'manager-name', 'path', 'level', 'children', 'left', 'right', 'name', 'first-name', 'last-name'] as const),
  ...(['title', 'unit', 'location', 'grade', 'email', 'headcount', 'status', 'pay', 'pay-min', 'pay-max'] as const),
]
const SEVERAL: ReadonlySet<ColumnRole> = new Set(['level', 'name'])
const KEYED: ReadonlySet<Shape> = new Set(['flat', 'graph', 'downward'])

export const linesOf = once(({ columns, shape }: Understood): ColumnLines => {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  const isAsked = (role: ColumnRole) => {
    if (role === 'id' || role === 'manager') return KEYED.has(shape) && !(role === 'manager' && shape === 'downward')
    return role === 'name' ? !has('first-name') && !has('last-name') : role === 'title' || role === 'unit'
  }
  const taken = ROLES_TAKEN.flatMap((role): readonly TakenLine[] => {
    const found = columns.filter((column) => column.role === role)
    return found.length > 0 ? found.map((column) => ({ role, column })) : isAsked(role) ? [{ role, column: null }] : []
  })
  return {
    taken,
    notRead: columns.filter(({ role }) => role === 'left-out'),
    sensitive: columns.filter(({ role }) => role === 'sensitive'),
  }
})

/** `header` is to be `role` from now on; whoever was said to be it before is so no longer. '' = no column is. */
export function withRole(corrections: Corrections, role: ColumnRole, header: string, before: string): Corrections {
  const kept = Object.entries(corrections.columns ?? {}).filter(([name, one]) => name !== before && (SEVERAL.has(role) || one !== role))
  const columns: Record<string, ColumnRole> = Object.fromEntries(kept)
  if (before !== '' && (header === '' || SEVERAL.has(role))) columns[before] = 'left-out'
  if (header !== '') columns[header] = role
  return { ...corrections, columns }
}

/** Another way to say who leads whom, by two columns; what was said of such columns one by one is forgotten. */
export function withLink({ columns, ...corrections }: Corrections, { id, manager }: UnderstoodLink): Corrections {
  const kept = Object.entries(columns ?? {}).filter(([, role]) => role !== 'id' && role !== 'manager')
  return { ...corrections, ...(kept.length > 0 ? { columns: Object.fromEntries(kept) } : {}), link: { id, manager } }
}

/** A private column is read after all, or no more. */
export function withPrivate(corrections: Corrections, header: string, isRead: boolean): Corrections {
  const others = keptOf(corrections).filter((one) => one !== header)
  return { ...corrections, keepSensitive: isRead ? [...others, header] : others }
}
export function keptOf({ keepSensitive }: Corrections): readonly string[] {
  return typeof keepSensitive === 'object' ? keepSensitive : []
}

/** How sure one may be of a column, as one says it. */
export type Sureness = 'sure' | 'likely' | 'guess'
export function surenessOf({ confidence, isGuess }: UnderstoodColumn): Sureness {
  if (isGuess || confidence < 0.6) return 'guess'
  return confidence < 0.8 ? 'likely' : 'sure'
}
