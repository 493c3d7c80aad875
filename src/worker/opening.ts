// Files are opened: small ones here and at once, large ones in a worker, part by part.
import type { Looked } from './looked'
import type { Later, Read } from './open'
import type { ReadFile, ReadOutput, ReadProgress } from './read'
import { Cancelled, prepareWorker, run } from './rpc'

export interface Opened extends ReadOutput {
  readonly layout?: Read['layout']
  readonly ready?: Read['ready']
  readonly uncounted?: Read['uncounted']
  /** What is made in a worker meanwhile; whoever stops listening ends it. Without it nothing more comes. */
  readonly later?: AsyncGenerator<Later, void>
}
export interface OpenOptions {
  /** How it will be looked at: that chart comes first. */
  readonly looked: Looked
  /** What day it is. */
  readonly today?: string | undefined
  readonly report: (progress: ReadProgress) => void
  readonly signal: AbortSignal
}

/** About 2,000 roles: to read them takes less than a worker does to hand them over. */
const SMALL_BYTES = 600_000

export async function openFiles(files: readonly ReadFile[], options: OpenOptions): Promise<Opened> {
  return (await isSmall(files)) ? readHere(files, options) : readInWorker(files, options)
}

/** Loads what opening needs, before it is needed. */
export function prepareOpening(): void {
  prepareWorker()
  void import('./read').catch(() => {}) // the file that needs it says so
}

/** It is over before anybody could read how far it is. */
async function readHere(files: readonly ReadFile[], { signal }: OpenOptions): Promise<Opened> {
  const { read } = await import('./read')
  const output = await read(files, () => {})
  if (signal.aborted) throw new Cancelled()
  return output
}

async function readInWorker(files: readonly ReadFile[], { looked, today, ...options }: OpenOptions): Promise<Opened> {
  const answers = run('open', { files, looked, today }, options)
  const { value: first } = await answers.next()
  if (first?.kind !== 'read') throw new Error('a file was opened without an answer')
  return { ...first, later: answers as AsyncGenerator<Later, void> }
}

/** Packed files hold more than they weigh. */
async function isSmall(files: readonly ReadFile[]): Promise<boolean> {
  if (files.reduce((sum, { blob }) => sum + blob.size, 0) > SMALL_BYTES) return false
  const beginnings = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.slice(0, 2).arrayBuffer())))
  return beginnings.every((bytes) => !PACKED.some((magic) => magic.every((byte, i) => bytes[i] === byte)))
}
const PACKED = [
  [0x50, 0x4b], // zip, and with it workbooks
  [0x1f, 0x8b], // gzip
  [0xd0, 0xcf], // a workbook of before 2007
  [0x25, 0x50], // PDF
] as const
