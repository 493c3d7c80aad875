// Organisations for tests: the worked example, changed at will, and small ones in outline notation.
import { readFileSync } from 'node:fs'
import { readText } from '../src/import/read'
import { buildOrg } from '../src/model/build'
import type { Diagnostic, Org } from '../src/model/types'
import { type Analysis, analyse, type Finding } from './analysis/public'

// biome-ignore lint/suspicious/noExplicitAny: a file to be broken in every way
export type File = any

export function pinfoldFile(): File {
  return JSON.parse(readFileSync(new URL('../fixtures/pinfold.json', import.meta.url), 'utf8'))
}

export function built(file: unknown): { org: Org | null; diagnostics: readonly Diagnostic[] } {
  const { draft, diagnostics } = readText('test', typeof file === 'string' ? file : JSON.stringify(file))
  if (!draft) return { org: null, diagnostics }
  const result = buildOrg([draft])
  return { org: result.org, diagnostics: [...diagnostics, ...result.diagnostics] }
}

export function orgOfFile(file: unknown): Org {
  const { org } = built(file)
  if (!org) throw new Error('no organisation')
  return org
}

export function analysed(file: unknown): Analysis {
  return analyse(orgOfFile(file))
}

/** Pinfold after a change of its file. */
export function pinfold(change: (file: File) => void = () => {}): Org {
  const file = pinfoldFile()
  change(file)
  return orgOfFile(file)
}

/** `F01 cash-s tag high 50`: flagged rows of a code, sorted. */
export function rowsOf(findings: readonly Finding[], code: string): string[] {
  return findings
    .filter((one) => one.code === code && one.state === 'flagged')
    .map((one) => [one.subject.role, one.subject.issueType, one.severity, one.contacts].filter((part) => part !== undefined).join(' '))
    .sort()
}
