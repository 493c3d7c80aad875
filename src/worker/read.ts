// Files in, one organisation out, with everything that was wrong.

import { joinFiles } from '../import/join'
import type { ReadResult, Recognised } from '../import/read'
import { readAny } from '../import/read'
import type { Corrections, Understood } from '../import/understood'
import { buildOrg } from '../model/build'
import type { Diagnostic, Org } from '../model/types'

export interface ReadFile {
  readonly name: string
  readonly blob: Blob
  /** What the reader said it is. */
  readonly corrections?: Corrections
}
export type ReadProgress =
  | { readonly stage: 'bytes'; readonly done: number; readonly total: number }
  | { readonly stage: 'understanding' | 'building' | 'placing' }
export interface ReadOutput {
  /** null where no file could be read, or nobody is in them. */
  readonly org: Org | null
  readonly diagnostics: readonly Diagnostic[]
  readonly recognised: readonly Recognised[]
  /** What each file was taken for, in the order of the files; null where it could not be read. */
  readonly understood: readonly (Understood | null)[]
}

export async function read(files: readonly ReadFile[], report: (progress: ReadProgress) => void): Promise<ReadOutput> {
  const total = files.reduce((sum, file) => sum + file.blob.size, 0)
  const read: ReadResult[] = []
  let done = 0
  for (const { name, blob, corrections } of files) {
    const bytes = await bytesOf(blob, (size) => report({ stage: 'bytes', done: done + size, total }))
    done += blob.size
    report({ stage: 'understanding' })
    read.push(await readAny(name, bytes, corrections))
  }
  const results = read.length > 1 || read[0]?.understood?.authority ? joinFiles(read) : read
  const diagnostics = results.flatMap((result) => result.diagnostics)
  const drafts = results.flatMap((result) => result.draft ?? [])
  const recognised = results.flatMap((result) => result.recognised ?? [])
  const understood = results.map((result) => result.understood)
  if (drafts.length === 0) return { org: null, diagnostics, recognised, understood }
  report({ stage: 'building' })
  const built = buildOrg(drafts)
  return { org: built.org && named(built.org, files), diagnostics: [...diagnostics, ...built.diagnostics], recognised, understood }
}

/** An organisation that does not say its name goes by that of its file. */
function named(org: Org, [first]: readonly ReadFile[]): Org {
  const name = first?.name.replace(/\.[^.]*$/, '')
  const { doc } = org
  return doc.organization.name || !name ? org : { ...org, doc: { ...doc, organization: { ...doc.organization, name } } }
}

async function bytesOf(blob: Blob, report: (size: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(blob.size)
  const reader = blob.stream().getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return at === bytes.length ? bytes : bytes.subarray(0, at)
    bytes.set(value, at)
    at += value.length
    report(at)
  }
}
