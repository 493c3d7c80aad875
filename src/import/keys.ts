// Ids of rows, and how values that should be ids find them: exactly first; then as people and programs bend them.
import { type Column, type Grid, textAt } from './grid'

/** Ids compare exactly; names and addresses without case and doubled blanks. */
export function foldedKey(text: string, isLabel: boolean): string {
  return isLabel ? text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase() : text
}

/** `Berg, Anna` and `Anna Berg` are one; `CN=Anna Berg,OU=…` is another. */
export function foldedName(text: string): string {
  return foldedKey(text, true)
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

/** `007`, `7` and `7.0` (which a table with holes makes of 7) are one number; `{7A…}` is a GUID in braces. */
function looseKey(text: string): string {
  const number = /^0*(\d+?)(?:\.0+)?$/.exec(text)?.[1]
  return number ?? text.replace(/^\{(.*)\}$/, '$1').toLowerCase()
}

const AMBIGUOUS = -1
const LONGEST_KEY = 500
/** `Anna Berg (E-02)`, both parts; `CN=Anna Berg,OU=…`; the last part of an address such as `…/Users/26118915`. */
const BENT = [/[([]([^()[\]]+)[)\]]$/, /^([^([]+)[([]/, /^cn=([^,]+)/i, /^https?:.*\/([^/]+)$/]

export class Keys {
  /** Key → first row that has it. */
  private readonly rowOf = new Map<string, number>()
  private loose: Map<string, number> | null = null
  /** Rows whose key another row has before them. */
  repeated = 0

  constructor(
    grid: Grid,
    readonly column: Column,
    readonly isLabel: boolean,
  ) {
    for (let i = 0; i < grid.length; i++) {
      const text = textAt(column, i)
      if (text === null) {
        this.repeated++
        continue
      }
      const key = isLabel ? foldedKey(text, true) : text
      if (this.rowOf.has(key)) this.repeated++
      else this.rowOf.set(key, i)
    }
  }

  /** The row that is meant; undefined = none. */
  find(text: string): number | undefined {
    return this.rowOf.get(this.isLabel ? foldedKey(text, true) : text) ?? this.findLoosely(text)
  }

  /** What fits two rows fits none. */
  private findLoosely(text: string): number | undefined {
    if (text.length > LONGEST_KEY) return undefined
    const at =
      this.looseRow(text) ?? BENT.reduce<number | undefined>((found, bent) => found ?? this.looseRow(bent.exec(text)?.[1]), undefined)
    return at === AMBIGUOUS ? undefined : at
  }

  private looseRow(text: string | undefined): number | undefined {
    if (text === undefined) return undefined
    this.loose ??= this.looseRows()
    return this.loose.get(this.isLabel ? foldedName(text) : looseKey(text.trim()))
  }

  private looseRows(): Map<string, number> {
    const rows = new Map<string, number>()
    for (const [key, row] of this.rowOf) {
      const loose = this.isLabel ? foldedName(key) : looseKey(key)
      rows.set(loose, rows.has(loose) ? AMBIGUOUS : row)
    }
    return rows
  }
}

/** Words that stand for "nobody" where no row has them for an id. */
const NOBODIES = new Set(
  'null none na nil nan xx 0 00 ceo root undefined top nobody vacant notapplicable nd self n no nomanager unassigned keine keiner kein aucun ninguno nessuno geen brak ingen yok нет - — #'
    .split(' ')
    .concat(''),
)
export function isNobody(folded: string): boolean {
  return NOBODIES.has(folded)
}
