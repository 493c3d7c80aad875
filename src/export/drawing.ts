// What is put on the page, as marks: all file formats of a drawing begin here.

import type { Steps } from '../base/steps'
import type { Layout } from '../layout/types'
import { beside } from '../scene/beside'
import { type SceneInput, saidOf, sceneSteps } from '../scene/build'
import { type Cut, cutToPage } from '../scene/cut'
import { organisationName } from '../scene/headline'
import type { Scene, View } from '../scene/types'
import { fileName } from './file-name'
import { boxesOf, finenessOf, HALF_SLIDE, isFar, type Size, SLIDE, shownView, type What, wholeView } from './page'

export interface DrawingInput extends Omit<SceneInput, 'medium' | 'view' | 'isBrief'> {
  readonly size: Size
  readonly what: What
  /** What the page shows now; needed for `what: 'view'`. */
  readonly view?: View
  /** A second chart on the same page, to the right of the first; everything of both is drawn. */
  readonly beside?: Layout
}
/** `pinfold-outfitters-flipped.svg` */
export function drawingName(input: DrawingInput, extension: string): string {
  const said = { org: input.org, analysis: input.analysis, words: input.words, medium: 'slide' } as const
  return fileName(organisationName(said), input.beside ? 'both' : layoutOf(input.chart).placing.orientation, extension)
}

function layoutOf(chart: DrawingInput['chart']): Layout {
  return 'from' in chart ? chart.to : chart
}

export function* drawingSteps(input: DrawingInput): Steps<Cut> {
  const { size, view } = input
  if (input.what === 'view' && view) return cutToPage(yield* drawn(input, input.chart, shownView(view, size)))
  const said = saidOf({ ...input, medium: 'slide' })
  const whole = (chart: DrawingInput['chart'], slide = SLIDE) => drawn(input, chart, wholeView(said, chart, size, slide))
  if (!input.beside) return { scene: yield* whole(input.chart), leftOut: [] }
  const left = yield* whole(input.chart, HALF_SLIDE)
  const right = yield* whole(input.beside, HALF_SLIDE)
  return { scene: beside([left, right]), leftOut: [] }
}

function* drawn(input: DrawingInput, chart: DrawingInput['chart'], view: View): Steps<Scene> {
  const layout = layoutOf(chart)
  const isBrief = input.what === 'everything' && input.size === 'natural' && finenessOf(layout) !== 'cards'
  const scene = yield* sceneSteps({ ...input, chart, medium: 'slide', view, isBrief })
  if (!isFar(layout, view)) return scene
  return { ...scene, description: `${scene.description} ${input.words.say('export.slabs', { boxes: boxesOf(layout) })}` }
}
