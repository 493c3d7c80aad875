// On each card a bar for what it settles, on the scale of the strands.
import { between as rangeOf, rounded } from '../../base/range'
import { idOf } from '../../model/roles'
import { bodyOf } from '../card-body'
import { lookOf } from '../cards'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import type { Mark } from '../types'
import { shownAt } from './shown'
import { colourOf, type Streams } from './streams'

const BAR = { height: 3.5, inset: 12, foot: 1.75 } as const

/** On each card what it settles, as wide as the strands are for as many; what it may settle besides is an outline. */
export function drawSettled(picture: Picture, streams: Streams): Mark[] {
  const { moment, chart, org, words, theme } = picture
  const shown = shownAt(moment)
  const at = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
  return picture.roles.flatMap((role): Mark[] => {
    const { settled, mostSettled } = streams.between.endsOf(role)
    if (rounded(mostSettled) <= 0) return []
    const { x, y, w, h, presence } = moment.boxOf(role, at)
    if (h * chart.ky < 34) return []
    const state = { box: { x, y, width: w, height: h }, turned: moment.turned(role), presence }
    const isLarge = org.structure.distance[role] === 1 && moment.isFlipped
    const body = bodyOf(state, org.structure.distance[role] === 1)
    const look = lookOf(picture, role, state)
    const colour = mix(look.fill, isLarge ? look.ink : mix(look.ink, colourOf(theme, 'settled'), 0.35), shown)
    const most = body.width - 2 * BAR.inset
    const wide = (cases: number) => (rounded(cases) > 0 ? Math.min(most, Math.max(2, cases * streams.perCase)) : 0)
    const [sure, may] = [wide(settled), wide(mostSettled)]
    const left = body.x + BAR.inset + (isLarge ? 2 : 0)
    const top = body.y + body.height - BAR.foot * (isLarge ? 2 : 1) - BAR.height
    const marks: Mark[] = sure > 0 ? [chart.rectangle({ x: left, y: top, width: sure, height: BAR.height }, { fill: colour })] : []
    if (may > sure + 1) {
      const open = { x: left + sure + 0.5, y: top + 0.5, width: may - sure - 1, height: BAR.height - 1 }
      marks.push(chart.rectangle(open, { stroke: { colour, width: 1 } }))
    }
    const count = rangeOf(rounded(settled), rounded(mostSettled))
    const title = words.say('flow.bar', { count, areKinds: org.contacts.areCounted ? 0 : 1 })
    return [{ kind: 'group', key: keyOf('flow-bar', idOf(org, role)), title, marks }]
  })
}
