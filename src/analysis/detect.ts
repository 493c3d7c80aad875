// All rules, each a file of its own.
import type { Detector } from './finding'

const modules = import.meta.glob<{ readonly detector: Detector }>('./detectors/*.ts', { eager: true })
/** In order of code. */
export const detectors: readonly Detector[] = Object.keys(modules)
  .sort()
  .map((path) => (modules[path] as { readonly detector: Detector }).detector)
