// Which canvases are on the page, so that an export can ask what is seen, and the strip how large it is seen.
import { createContext, use, useSyncExternalStore } from 'react'
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
  /** A stage says how large it shows the chart: 1 = a unit a pixel. */
  readonly looked: (orientation: Orientation | null, zoom: number) => void
  /** Of the first one, in whole percent. */
  readonly percent: () => number
  readonly subscribe: (listener: () => void) => () => void
}
/** What is written of a zoom follows it, though not frame by frame. */
const BEAT_MS = 120

export function createStages(): Stages {
  const entries = new Set<OnStage>()
  const listeners = new Set<() => void>()
  let percent = 100
  let isTold = true
  return {
    enter(entry) {
      entries.add(entry)
      return () => entries.delete(entry)
    },
    list: () => [...entries],
    looked(orientation, zoom) {
      const [first] = entries
      const next = Math.round(zoom * 100)
      if (first?.orientation !== orientation || next === percent) return
      percent = next
      if (!isTold) return
      isTold = false
      setTimeout(() => {
        isTold = true
        for (const listener of listeners) listener()
      }, BEAT_MS)
    },
    percent: () => percent,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export const StagesContext = createContext<Stages>(createStages())
export const useStages = (): Stages => use(StagesContext)
/** How large the chart is on the page, in percent of its own size. */
export function useZoom(): number {
  const stages = useStages()
  return useSyncExternalStore(stages.subscribe, stages.percent)
}
