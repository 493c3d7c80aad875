// A page as SVG text that PowerPoint, Keynote, Impress, Figma and Inkscape read alike (slide-safe.json, core).
import { finish, type Steps } from '../../base/steps'
import { svgSteps } from '../../render/svg'
import type { ExportedPage } from '../request'

export const format = { id: 'svg', extension: 'svg', mediaType: 'image/svg+xml' } as const

export interface SvgFile {
  readonly name: string
  readonly mediaType: string
  /** Of its text, in a row. */
  readonly pieces: readonly string[]
}

/** Byte-equal for equal input, in steps of a few milliseconds. */
export function* fileSteps({ name, scene }: Pick<ExportedPage, 'name' | 'scene'>): Steps<SvgFile> {
  const { pieces } = yield* svgSteps(scene)
  return { name: `${name}.${format.extension}`, mediaType: format.mediaType, pieces }
}

export function writeSvg(page: Pick<ExportedPage, 'name' | 'scene'>): SvgFile {
  return finish(fileSteps(page))
}
