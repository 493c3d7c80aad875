// Files named on the command line, read as the browser reads them; `-` is standard input.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { joinFiles } from '../import/join'
import { type ReadResult, readAny } from '../import/read'
import { buildOrg } from '../model/build'
import type { Diagnostic, Org } from '../model/types'
import { UnusableArguments } from './arguments'

export interface Opened {
  readonly org: Org | null
  readonly files: readonly ReadResult[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A file that cannot be read at all, by its name. */
export class UnreadableFile extends Error {}

export async function open(names: readonly string[], map: string | undefined, sheet?: string): Promise<Opened> {
  if (names.length === 0) throw new UnusableArguments('Name at least one file, or - for standard input.')
  const fields = map === undefined ? {} : fieldsFrom(map)
  const each: ReadResult[] = []
  for (const name of names)
    each.push(
      await readAny(name === '-' ? 'standard input' : basename(name), bytesOf(name), { fields, ...(sheet === undefined ? {} : { sheet }) }),
    )
  const files = joinFiles(each)
  refuseUnknownColumns(fields, files)
  const read = files.flatMap((file) => file.diagnostics)
  const drafts = files.flatMap((file) => (file.draft ? [file.draft] : []))
  if (drafts.length === 0) return { org: null, files, diagnostics: read }
  const { org, diagnostics } = buildOrg(drafts)
  return { org, files, diagnostics: [...read, ...diagnostics] }
}

function bytesOf(name: string): Uint8Array {
  try {
    return readFileSync(name === '-' ? 0 : name)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code ?? error)
    throw new UnreadableFile(`${name} cannot be read: ${why}.`)
  }
}

/** `reportsTo=Boss,id=Staff No` */
function fieldsFrom(map: string): Readonly<Record<string, string>> {
  const pairs = map.split(',').map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) throw new UnusableArguments(`--map takes our field = their column, as in 'reportsTo=Boss,id=Staff No', not “${pair}”.`)
    const field = pair.slice(0, at).trim()
    if (!MAPPED.includes(field)) throw new UnusableArguments(`--map takes ${MAPPED.join(', ')} as our field, not “${field}”.`)
    return [field, pair.slice(at + 1).trim()] as const
  })
  return Object.fromEntries(pairs)
}
const MAPPED = ['id', 'reportsTo', 'name', 'title', 'unit', 'headcount', 'pay']

/** A column that was asked for and that no file has would otherwise be replaced in silence by what was recognised. */
function refuseUnknownColumns(fields: Readonly<Record<string, string>>, files: readonly ReadResult[]): void {
  const recognised = files.flatMap((file) => (file.recognised ? [file.recognised] : []))
  if (recognised.length === 0) return
  for (const [field, column] of Object.entries(fields)) {
    if (!recognised.some((one) => one.fields[field] === column))
      throw new UnusableArguments(`--map: no file has a column “${column}” that could be read as ${field}.`)
  }
}

/** Piece by piece to a file where one is named, else to standard output. */
export function put(out: string | undefined, pieces: Iterable<string>): void {
  if (out === undefined || out === '-') {
    for (const piece of pieces) process.stdout.write(piece)
    return
  }
  try {
    const file = openSync(out, 'w')
    for (const piece of pieces) writeSync(file, piece)
    closeSync(file)
  } catch (error) {
    throw new UnreadableFile(`${out} cannot be written: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
}

/** Several files into a folder, which is made where it is not there; all of them are written under another name first. */
export function putAll(folder: string, files: readonly { readonly name: string; readonly pieces: Iterable<string> }[]): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new UnreadableFile(`${folder} is no folder that can be written to: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
  const written: string[] = []
  try {
    for (const { name, pieces } of files) {
      written.push(join(folder, `${name}.part`))
      put(join(folder, `${name}.part`), pieces)
    }
  } catch (error) {
    for (const part of written) rmSync(part, { force: true })
    throw error
  }
  for (const { name } of files) renameSync(join(folder, `${name}.part`), join(folder, name))
}
