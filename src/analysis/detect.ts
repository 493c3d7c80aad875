// All rules, each a file of its own, asked of one survey.
import { once } from '../base/memo'
import type { Detector, Judgements } from './finding'
import type { Survey } from './survey'

const modules = import.meta.glob<Detector>('./detectors/*.ts', { eager: true })
/** In order of code. */
export const detectors: readonly Detector[] = Object.keys(modules)
  .sort()
  .map((path) => modules[path] as Detector)

/** In order of code. */
export const judgementsOf = once((survey: Survey): readonly Judgements[] => detectors.map((detector) => detector.detect(survey)))
