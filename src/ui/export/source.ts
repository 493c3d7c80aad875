// What the page holds that an export is made of: the charts as they stand on it, one after the other where both are shown.
import type { Source } from '../../export/request'
import { isReady } from '../../scene/overlays/ready'
import { selectKnown, selectLayout, selectOrg } from '../../state/derived'
import type { AppState } from '../../state/types'
import type { Stages } from '../app/stages'
import { sceneryOf } from '../chart/scenery'

/** On a phone a chart may be a list one scrolls: as it is seen, but on paper it is a chart. */
export function sourcesOf(state: AppState, stages: Stages, isSeen: boolean): readonly Source[] {
  return stages.list().flatMap(({ orientation, stage }) => {
    const scenery = sceneryOf(state, orientation ?? undefined)
    const view = stage.view()
    if (!scenery || !view) return []
    const { org, analysis, words, turn, followed, overlay, hidden, headline } = scenery
    const { placing } = turn.to
    const wide = placing.isNarrow && !isSeen ? selectLayout(state, { ...placing, isNarrow: false }) : null
    const chart = wide ?? (turn.from === turn.to ? turn.to : turn)
    const told = { ...(hidden ? { hidden } : {}), ...(headline ? { headline } : {}) } // a trial says that it is one
    return [{ org, analysis, words, chart, followed, overlays: [overlay], view, ...told }]
  })
}

/** What was chosen to be laid over the chart can be: until then the page, and what is made of it, shows what it shows first. */
export function selectIsOverlayMade(state: AppState): boolean {
  const [org, analysis] = [selectOrg(state), selectKnown(state)]
  return org !== null && analysis !== null && isReady(state.view.overlay, org, analysis)
}
