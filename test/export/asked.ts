// What a page shows and what somebody asks of it: the worked example by distance, everything on a slide, unless told otherwise.
import { analyse } from '../../src/analysis/analyse'
import { exported } from '../../src/export/pages'
import type { Exported, Request, Source } from '../../src/export/request'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { svgText } from '../../src/render/svg'
import { organisation } from '../bench/organisation.mjs'
import { orgFrom, pinfold } from '../gallery/org'
import { DISTANCE } from '../gallery/scenes'
import { everyElement, readSvg, type SvgElement } from './svg-reader'

export function asked(change: Partial<Request> = {}): Request {
  return { kind: 'svg', size: '16:9', part: { kind: 'everything' }, hide: {}, theme: 'light', ratio: 1, paper: 'one', ...change }
}
export function sourceOf(org: Org = pinfold(), placing: Placing = DISTANCE, change: Partial<Source> = {}): Source {
  return { org, analysis: analyse(org), words: wordsFor('en'), chart: placeOrg(org, placing), ...change }
}
export const benchOrg = (boxes: number, options = {}) => orgFrom(organisation(boxes, options).text)

export interface Written extends Exported {
  readonly texts: readonly string[]
  readonly text: string
}
export function written(source: Source, request: Request = asked()): Written {
  const made = exported(source, request)
  const texts = made.pages.map(({ scene }) => svgText(scene))
  return { ...made, texts, text: texts[0] as string }
}

export function elementsOf(svg: string): readonly SvgElement[] {
  const root = readSvg(svg)
  if (typeof root === 'string') throw new Error(root)
  return [...everyElement(root)]
}
export function idsIn(svg: string): string[] {
  return elementsOf(svg).flatMap(({ attributes }) => attributes.get('id') ?? [])
}
