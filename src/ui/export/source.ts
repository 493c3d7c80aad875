// What the page holds that an export is made of: the charts as they stand on it, one after the other where both are shown.
import type { Source } from '../../export/request'
import type { AppState } from '../../state/types'
import type { Stages } from '../app/stages'
import { sceneryOf } from '../chart/scenery'

export function sourcesOf(state: AppState, stages: Stages): readonly Source[] {
  return stages.list().flatMap(({ orientation, stage }) => {
    const scenery = sceneryOf(state, orientation ?? undefined)
    const view = stage.view()
    if (!scenery || !view) return []
    const { org, analysis, words, turn, followed, overlay } = scenery
    return [{ org, analysis, words, chart: turn.from === turn.to ? turn.to : turn, followed, overlays: [overlay], view }]
  })
}
