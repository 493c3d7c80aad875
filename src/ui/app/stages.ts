// Which canvases are on the page, so that an export can ask what is seen.
import { createContext, use } from 'react'
import type { Orientation } from '../../layout/types'
import type { Stage } from '../chart/stage'

export interface OnStage {
  readonly orientation: Orientation | null
  readonly stage: Stage
}
export interface Stages {
  /** Returns how to leave. */
  readonly enter: (entry: OnStage) => () => void
  readonly list: () => readonly OnStage[]
}
export function createStages(): Stages {
  const entries = new Set<OnStage>()
  return {
    enter(entry) {
      entries.add(entry)
      return () => entries.delete(entry)
    },
    list: () => [...entries],
  }
}
export const StagesContext = createContext<Stages>(createStages())
export const useStages = (): Stages => use(StagesContext)
