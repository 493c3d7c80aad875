// What a reader may choose in the dialog, and what of it fits together: a choice that does not apply now is kept for when it does.
import type { Size } from '../../export/page'
import type { Part, Request } from '../../export/request'
import type { RoleId } from '../../model/types'
import type { ThemeId } from '../../scene/theme'

/** Pictures first, in the order of the list; then what is no picture. */
export const PICTURES = ['svg', 'pdf', 'png'] as const
export const TEXTS = ['report', 'findings', 'matrix', 'document'] as const
export type Picture = (typeof PICTURES)[number]
export type Purpose = Picture | (typeof TEXTS)[number]

export const PARTS = ['everything', 'view', 'branch', 'levels', 'both', 'before-after', 'pages'] as const satisfies readonly Part['kind'][]
export type PartKind = (typeof PARTS)[number]

/** `poster`: natural size over sheets of paper; where it is printed. */
export type Paper = Size | 'poster'
export const RATIOS = [1, 2, 3, 4] as const

export interface Choices {
  readonly purpose: Purpose
  readonly paper: Paper
  readonly part: PartKind
  /** Whose branch; null = nobody has been picked. */
  readonly role: RoleId | null
  readonly levels: number
  readonly areNamesHidden: boolean
  readonly isPayHidden: boolean
  readonly theme: ThemeId
  readonly ratio: (typeof RATIOS)[number]
}
export const FIRST: Choices = {
  purpose: 'svg',
  paper: '16:9',
  part: 'everything',
  role: null,
  levels: 3,
  areNamesHidden: false,
  isPayHidden: false,
  theme: 'light',
  ratio: 3,
}

/** As they were kept; what is not known is as at first. Whose branch is never kept: it is of one organisation. */
export function choicesIn(kept: Readonly<Record<string, unknown>> | null): Omit<Choices, 'role'> {
  const one = <K extends keyof Choices>(key: K, known: readonly Choices[K][]): Choices[K] =>
    known.includes(kept?.[key] as Choices[K]) ? (kept?.[key] as Choices[K]) : FIRST[key]
  return {
    purpose: one('purpose', [...PICTURES, ...TEXTS]),
    paper: one('paper', papersFor('pdf')),
    part: one('part', PARTS),
    levels: one('levels', LEVELS),
    areNamesHidden: kept?.areNamesHidden === true,
    isPayHidden: kept?.isPayHidden === true,
    theme: one('theme', themesFor('png')),
    ratio: one('ratio', RATIOS),
  }
}
const LEVELS = Array.from({ length: 50 }, (_, i) => i + 1)

export const isPicture = (purpose: Purpose): purpose is Picture => (PICTURES as readonly Purpose[]).includes(purpose)

export function papersFor(purpose: Picture): readonly Paper[] {
  return purpose === 'pdf' ? ['16:9', 'A4', 'natural', 'poster'] : ['16:9', 'A4', 'natural']
}
/** Dark is for screens: what is printed or put on a slide of another's is light. */
export function themesFor(purpose: Picture): readonly ThemeId[] {
  return purpose === 'png' ? ['light', 'ink', 'dark'] : ['light', 'ink']
}

/** What is asked of the export; null where nothing can be: no picture, or a branch of nobody. */
export function requestOf(choices: Choices): Request | null {
  const { purpose, paper, theme, ratio, areNamesHidden: names, isPayHidden: pay } = choices
  const part = partOf(choices)
  if (!isPicture(purpose) || !part) return null
  const isPoster = paper === 'poster' && purpose === 'pdf'
  return {
    kind: purpose,
    size: paper === 'poster' ? 'natural' : paper,
    part,
    hide: { names, pay },
    theme: themesFor(purpose).includes(theme) ? theme : 'light',
    ratio,
    paper: isPoster ? 'poster' : part.kind === 'pages' ? 'paged' : 'one',
  }
}

function partOf({ part, role, levels }: Choices): Part | null {
  if (part === 'branch') return role === null ? null : { kind: part, role }
  // A picture of the reporting line: turned over it would lose whoever meets customers.
  return part === 'levels' ? { kind: part, levels, orientation: 'conventional' } : { kind: part }
}
