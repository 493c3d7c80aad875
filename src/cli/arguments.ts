// Arguments of one command, checked against what it takes. Unusable ones are told in a plain sentence and end with 2.
import { parseArgs } from 'node:util'
import type { Words } from '../base/words'
import { LANGUAGES, wordsFor } from '../i18n/words'

export class UnusableArguments extends Error {}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly default?: string | boolean }>>

/** What every command that reads files takes. */
export const READING: Options = { map: { type: 'string' }, sheet: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' } }

/** `--lang CODE`: a language that we have. */
export function wordsOf(given: Arguments): Words {
  return wordsFor(given.oneOf('lang', LANGUAGES, 'en'))
}

export interface Arguments {
  readonly files: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly is: (name: string) => boolean
  readonly number: (name: string) => number | undefined
  readonly oneOf: <V extends string>(name: string, values: readonly V[], otherwise: V) => V
}

export function argumentsOf(args: readonly string[], options: Options): Arguments {
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UnusableArguments(error instanceof Error ? error.message : String(error))
  }
  const text = (name: string) => parsed.values[name] as string | undefined
  return {
    files: parsed.positionals,
    text,
    is: (name) => parsed.values[name] === true,
    number: (name) => {
      const given = text(name)
      if (given === undefined) return undefined
      const value = Number(given)
      if (!Number.isFinite(value)) throw new UnusableArguments(`--${name} takes a number, not “${given}”.`)
      return value
    },
    oneOf: (name, values, otherwise) => {
      const given = text(name)
      if (given === undefined) return otherwise
      const found = values.find((value) => value === given)
      if (!found) throw new UnusableArguments(`--${name} takes ${values.join(', ')}, not “${given}”.`)
      return found
    },
  }
}
