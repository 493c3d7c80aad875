// A planned page becomes marks.
import type { Steps } from '../base/steps'
import type { Layout } from '../layout/types'
import { beside } from '../scene/beside'
import { sceneSteps } from '../scene/build'
import { cutToPage } from '../scene/cut'
import type { Followed } from '../scene/followed'
import type { Scene } from '../scene/types'
import { drawContents } from './contents'
import { boxesOf, isFar } from './page'
import { type ChartOnPage, layoutOf, type Plan, type Sheet } from './plan'
import { withTags } from './tags'
import { withoutIds } from './unnamed'

export interface DrawnSheet {
  readonly scene: Scene
  readonly boxes: number
  /** Boxes that were not wholly on the page. */
  readonly leftOut: number
  readonly below: number
  readonly isFollowedLeftOut: boolean
}

export function* drawSheet(plan: Plan, { charts, contents, title }: Sheet): Steps<DrawnSheet> {
  if (contents) return { scene: drawContents(plan, contents), boxes: 0, leftOut: 0, below: 0, isFollowedLeftOut: false }
  const drawn: DrawnSheet[] = []
  for (const chart of charts) drawn.push(yield* drawChart(plan, chart))
  const scenes = drawn.map(({ scene }) => scene) as [Scene, ...Scene[]]
  const sum = (of: 'boxes' | 'leftOut' | 'below') => drawn.reduce((all, one) => all + one[of], 0)
  const scene = scenes.length === 1 ? scenes[0] : beside(scenes)
  return {
    scene: { ...scene, title },
    boxes: sum('boxes'),
    leftOut: sum('leftOut'),
    below: Math.max(...drawn.map(({ below }) => below)),
    isFollowedLeftOut: drawn.some((one) => one.isFollowedLeftOut),
  }
}

const NOTHING_FOLDED = new Int32Array(0)

function* drawChart({ source, theme, hidden }: Plan, on: ChartOnPage): Steps<DrawnSheet> {
  const { org, analysis, words, overlays, followed } = source
  const { chart, view, tags, below, isBrief = false, headline = source.headline } = on
  const layout = layoutOf(chart)
  const isFollowed = followed ? isOnPage(followed, layout) : false
  const scene = yield* sceneSteps({
    ...{ org, analysis, words, theme, view, hidden, isBrief, medium: 'slide' },
    // What is below is told by its tag.
    chart: tags.length > 0 && chart === layout ? { ...layout, foldedAway: NOTHING_FOLDED } : chart,
    ...(overlays ? { overlays } : {}),
    ...(headline ? { headline } : {}),
    ...(isFollowed && followed ? { followed } : {}),
  })
  yield
  const far = isFar(layout, view)
  const description = [
    scene.description,
    ...(far ? [words.say('export.slabs', { boxes: boxesOf(layout) })] : []),
    ...(below > 0 ? [words.say('export.cut', { count: below })] : []),
  ].join(' ')
  const all = withTags({ ...scene, description }, org, layout, view, theme, tags)
  const { scene: shown, leftOut } = on.isCut ? cutToPage(all) : { scene: all, leftOut: [] }
  const boxes = far ? boxesOf(layout) : shown.marks.filter((mark) => mark.kind === 'group' && mark.key.startsWith('role-')).length
  return {
    scene: hidden.names ? withoutIds(shown) : shown,
    ...{ boxes, leftOut: leftOut.length, below },
    isFollowedLeftOut: Boolean(followed) && !isFollowed,
  }
}

/** Only where every stop is on the page: a path with gaps would tell of hand-offs that are not there. */
function isOnPage({ path }: Followed, { boxOf }: Layout): boolean {
  const stops = path.kind === 'way' ? path.roles : path.stops.map(({ role }) => role)
  return stops.every((role) => role < 0 || (boxOf[role] as number) >= 0)
}
