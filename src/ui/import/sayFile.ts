// What a file was taken for, in a sentence and in the few facts below it.
import type { Words } from '../../base/words'
import type { Encoding, Separator, Understood } from '../../import/understood'

export const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'utf-16le', 'utf-16be']
export const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|']

export function separatorKey(separator: Separator): string {
  return { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }[separator]
}

/** A table of which it is not known yet who leads whom. */
export function isUnlinked({ account }: Understood): boolean {
  return account.leftOut.some(({ because }) => because === 'unlinked')
}

export function titleOf(name: string, understood: Understood, { say }: Words): string {
  const { shape, authority } = understood
  if (isUnlinked(understood)) return say('import.title.unlinked', { name })
  return say(`import.title.${authority ? 'matrix' : shape}`, { name })
}

export function factsOf({ encoding, separator, sheet, account }: Understood, words: Words): string {
  const { say } = words
  const facts = [
    ...(sheet ? [say(sheet.isHidden ? 'import.fact.sheet.hidden' : 'import.fact.sheet', { sheet: sheet.name })] : []),
    ...(separator ? [say(`import.separator.${separatorKey(separator)}`)] : []),
    ...(sheet ? [] : [say(`import.encoding.${encoding.is}`)]),
    say('import.fact.rows', { count: account.rowsIn }),
  ]
  return `${facts.join(', ')}.`
}
