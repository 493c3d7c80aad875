// From far away: of each branch that is spoken of how much is heard of what its people are told, as a bar.
import { type FeedbackReach, feedbackReachOf } from '../../analysis/reach'
import { once, onceEach } from '../../base/memo'
import { between, rounded } from '../../base/range'
import { placesOf } from '../../layout/places'
import { idOf } from '../../model/roles'
import type { Structure } from '../../model/types'
import { GAUGE } from '../card-body'
import { drawGauge } from '../gauge'
import { keyOf } from '../keys'
import type { Picture } from '../picture'
import type { GroupMark } from '../types'
import { shownAt } from './shown'

/** px: the narrowest branch with a bar. */
const BARRED = 14

export function drawHeard(picture: Picture): GroupMark[] {
  const { far, analysis, moment, org, chart, page, theme, words } = picture
  const reach = feedbackReachOf(analysis)
  const shown = shownAt(moment)
  const height = GAUGE.height * chart.ky
  if (!far || !reach || shown <= 0 || height < 3 || !moment.isFlipped) return []
  return far.told.flatMap(({ branch: { role }, isFront, box }): GroupMark[] => {
    const { heard, silent, open } = sumsIn(reach)(org.structure, role)
    const all = heard + silent + open
    if (!isFront || box.width < BARRED || all <= 0) return []
    const [settled, never] = [between(heard, heard + open), between(silent, silent + open)]
    const bar = { x: box.x, y: box.y, width: box.width - 1, height }
    const marks = drawGauge(page, bar, { all, settled, escalated: 0, never }, theme, theme.band, shown)
    const title = words.say('reach.bar', { heard: settled, silent: never })
    return [{ kind: 'group', key: keyOf('heard', idOf(org, role)), title, marks }]
  })
}

const sumsIn = once((reach: FeedbackReach) =>
  onceEach((structure: Structure, branch: number) => {
    const sums = { heard: 0, silent: 0, open: 0 }
    const from = placesOf(structure)[branch] as number
    for (let k = from; k < from + (structure.branchSize[branch] as number); k++) {
      const own = reach.at.get(structure.preorder[k] as number)
      if (!own) continue
      sums.heard += own.heard
      sums.silent += own.silent
      sums.open += own.open
    }
    return { heard: rounded(sums.heard), silent: rounded(sums.silent), open: rounded(sums.open) }
  }),
)
