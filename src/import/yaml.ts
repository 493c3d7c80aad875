// YAML as people keep team files in. The library comes on demand: few files need it.
import type { Source } from './source'

/** It is some twenty times slower than JSON. */
export const LARGEST_YAML = 20_000_000
/** Aliases may stand for so many nodes in all; a bomb of them stands for billions. */
const MOST_ALIASED = 1000

const KEY_LINE = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[\p{L}_][^:#\n"'{}[\]]{0,60}):(?: +\S|\s*$)/u
const ITEM_LINE = /^\s*- +\S/

/** Whether most lines of a text are keys and items. */
export function looksLikeYaml(head: string): boolean {
  const lines = head.split(/\r?\n/, 400).filter((line) => line.trim() !== '' && !/^\s*#|^---|^%YAML|^\.\.\./.test(line))
  const first = lines[0]
  if (first === undefined || lines.length < 2 || !KEY_LINE.test(first) || /^(dn|version):/i.test(first)) return false
  const keyed = lines.filter((line) => KEY_LINE.test(line)).length
  const fits = lines.filter((line) => KEY_LINE.test(line) || ITEM_LINE.test(line)).length
  return keyed >= 2 && fits >= lines.length * 0.7
}

/** undefined where it is none after all; several documents are a list. */
export async function readYaml(source: Source): Promise<unknown> {
  const { parseAllDocuments } = await import('yaml')
  try {
    const documents = parseAllDocuments(source.decoded().text, { logLevel: 'silent' })
    if (!Array.isArray(documents) || documents.some((document) => document.errors.length > 0)) return undefined
    const values = documents.map((document) => document.toJS({ maxAliasCount: MOST_ALIASED }) as unknown)
    return values.length === 1 ? values[0] : values
  } catch {
    return undefined
  }
}
