// What was made becomes files: all of them or none, a little at a time, with a way to give it up.
import type { Steps } from '../../base/steps'
import { documentName } from '../../export/file-name'
import { findingSteps } from '../../export/formats/findings'
import { writeMatrix } from '../../export/formats/matrix'
import { reportSteps } from '../../export/formats/report'
import type { ExportedPage, Source } from '../../export/request'
import { withoutNames } from '../../export/unnamed'
import { ZIP, zipOf } from '../../export/zip'
import { textOf } from '../../model/write'
import { svgSteps } from '../../render/svg'
import { inSlices } from '../../state/slices'
import { slicesOfPage } from '../app/slices'
import type { TEXTS } from './choices'
import { pictureOf } from './picture'

export interface Written {
  readonly name: string
  readonly blob: Blob
}
export interface Told {
  /** Files that are written. */
  readonly done: (files: number) => void
  readonly signal: AbortSignal
}
/** Of the frame of a click; what takes longer goes on between frames. */
const AT_ONCE_MS = 20

/** A file for each page; null once nobody waits for them. */
export async function drawn(
  pages: readonly ExportedPage[],
  kind: 'svg' | 'png',
  ratio: number,
  { done, signal }: Told,
): Promise<readonly Written[] | null> {
  const files: Written[] = []
  for (const { name, scene } of pages) {
    const blob = kind === 'svg' ? await asSvg(scene, signal) : await pictureOf(scene, ratio, signal)
    if (!blob || signal.aborted) return null
    files.push({ name: `${name}.${kind}`, blob })
    done(files.length)
  }
  return files
}

export async function asSvg(scene: ExportedPage['scene'], signal: AbortSignal): Promise<Blob | null> {
  const file = await inSlices(svgSteps(scene), slicesOfPage(), signal, { atOnceMs: AT_ONCE_MS })
  return file && new Blob([...file.pieces], { type: 'image/svg+xml' })
}

/** One as it is, several as an archive named for what they are of. */
export async function asOne(files: readonly Written[], name: string): Promise<Written | null> {
  if (files.length < 2) return files[0] ?? null
  const entries = await Promise.all(
    files.map(async ({ name: of, blob }) => ({ name: of, bytes: new Uint8Array(await blob.arrayBuffer()) })),
  )
  return { name, blob: new Blob([...zipOf(entries)], { type: ZIP.mediaType }) }
}

/** What is no picture is made of this. */
export type Own = Pick<Source, 'org' | 'analysis' | 'words' | 'hidden'>

/** What is no picture. */
export async function written(what: (typeof TEXTS)[number], source: Own, signal: AbortSignal): Promise<Written | null> {
  const file = await inSlices(textSteps(what, source), slicesOfPage(), signal, { atOnceMs: AT_ONCE_MS })
  return file && { name: file.name, blob: new Blob([...file.pieces], { type: file.mediaType }) }
}

interface TextFile {
  readonly name: string
  readonly mediaType: string
  readonly pieces: readonly string[]
}
function* textSteps(what: (typeof TEXTS)[number], { org, analysis, words, hidden }: Own): Steps<TextFile> {
  const told = hidden?.names ? withoutNames(org, words) : org
  switch (what) {
    case 'report':
      return yield* reportSteps(told, analysis, words)
    case 'findings':
      return yield* findingSteps(told, analysis, words)
    case 'matrix': {
      const { text, ...file } = writeMatrix(org, words)
      return { ...file, pieces: [text] }
    }
    case 'document':
      return { name: documentName(org.doc.organization.name ?? ''), mediaType: 'application/json', pieces: [textOf(org.doc)] }
  }
}
