// What stands on each page of a request, planned before anything is drawn: which roles are placed how, seen how, under what headline.
import type { Steps } from '../base/steps'
import { placeSteps } from '../layout/place'
import { withoutCustomers } from '../layout/shelves'
import type { Layout, Orientation, Turn } from '../layout/types'
import { branchOf, partOf } from '../model/part'
import { roleAt } from '../model/roles'
import type { Org } from '../model/types'
import { FAR } from '../scene/far/farness'
import { type Headline, organisationName, type Said } from '../scene/headline'
import type { View } from '../scene/types'
import { bookSteps } from './book'
import { stemOf } from './file-name'
import { finenessOf, HALF_SHEET, HALF_SLIDE, shownView, wholeView } from './page'
import { type ChartOnPage, headlineFor, layoutOf, type Plan, pathTo, placingOf, type Sheet, wholeNumbers } from './plan'
import type { Request } from './request'
import type { Tag } from './tags'

/** Throws where the branch is of no role. */
export function* sheetSteps(plan: Plan): Steps<readonly Sheet[]> {
  const { source, request, said } = plan
  const { part, size } = request
  const now = layoutOf(source.chart)
  const { orientation } = now.placing
  const named = (what: string) => stemOf(organisationName(said), what)
  switch (part.kind) {
    case 'view': {
      if (!source.view) return [sheetOf(named(orientation), plan, [whole(plan, yield* placed(plan, orientation))])]
      const view = shownView(source.view, size)
      const chart = {
        chart: source.chart,
        view,
        ...('from' in source.chart ? { tags: [], below: 0 } : folds(plan, now, view)),
        isCut: true,
      }
      return [sheetOf(named(orientation), plan, [chart])]
    }
    case 'everything':
      return [sheetOf(named(orientation), plan, [whole(plan, yield* placed(plan, orientation))])]
    case 'levels': {
      const chart = yield* placed(plan, part.orientation ?? orientation, lastOf(source.org, part.levels))
      return [sheetOf(named(source.words.say('export.levels', { count: part.levels })), plan, [whole(plan, chart)])]
    }
    case 'branch':
      return [yield* branchSheet(plan, part.role)]
    case 'both': {
      const charts = [yield* placed(plan, 'conventional'), yield* placed(plan, 'flipped')]
      return [
        sheetOf(
          named('both'),
          plan,
          charts.map((chart) => whole(plan, chart, true)),
        ),
      ]
    }
    case 'before-after': {
      const before = whole(plan, yield* placed(plan, 'conventional'))
      return [sheetOf(named('1-before'), plan, [before]), sheetOf(named('2-after'), plan, [whole(plan, yield* placed(plan, 'flipped'))])]
    }
    case 'pages':
      return yield* bookSteps(plan)
  }
}

function* placed(plan: Plan, orientation: Orientation, alsoFolded: ReadonlySet<number> = new Set()): Steps<Layout> {
  const now = layoutOf(plan.source.chart)
  const placing = placingOf(plan)
  const { isNarrow = false, isTight = false } = now.placing
  const isSo = orientation === placing.orientation && !isNarrow && isTight === (placing.isTight ?? false)
  if (isSo && alsoFolded.size === 0 && !('from' in plan.source.chart)) return now
  const chart = yield* placeSteps(plan.source.org, { ...placing, orientation, folded: new Set([...placing.folded, ...alsoFolded]) })
  yield
  return chart
}

/** Managers of the last layer that is shown. */
function lastOf({ structure: { depth, firstChild } }: Org, levels: number): ReadonlySet<number> {
  const last = new Set<number>()
  for (let role = 0; role < depth.length; role++) if (depth[role] === levels - 1 && firstChild[role] !== -1) last.add(role)
  return last
}

function whole(plan: Plan, chart: Layout, isHalf = false, headline?: Headline): ChartOnPage {
  const { said, request } = plan
  const { size } = request
  const view = wholeView(headline ? { ...said, headline } : said, chart, size, ...(isHalf && size !== 'natural' ? [halfOf(size)] : []))
  const isBrief = size === 'natural' && finenessOf(chart) !== 'cards'
  return { chart, view, ...folds(plan, chart, view), isBrief, ...(headline ? { headline } : {}) }
}
const halfOf = (size: Request['size']) => (size === 'A4' ? HALF_SHEET : HALF_SLIDE)

/** Counted always; told on boxes where there are any. */
function folds({ source: { words }, labels }: Plan, { foldedAway }: Layout, view: View): Pick<ChartOnPage, 'tags' | 'below'> {
  const tags: Tag[] = []
  let all = 0
  for (let role = 0; role < foldedAway.length; role++) {
    const below = foldedAway[role] as number
    if (below === 0) continue
    all += below
    if (view.kx < FAR) continue
    const count = words.number(below)
    tags.push({
      role,
      side: 'below',
      texts: [words.say('export.below', { count }), words.say('export.below.short', { count })],
      about: words.say('export.below.about', { count: below, role: labels.title(role) }),
    })
  }
  return { tags, below: all }
}

/** A branch as a chart of its own. Where nobody in it meets customers there are none to draw, and nothing to turn it for. */
function* branchSheet(plan: Plan, id: string): Steps<Sheet> {
  const { source, labels, said } = plan
  const { org, words } = source
  const top = roleAt(org, id)
  if (top === undefined) throw new RangeError('there is no such role')
  const roles = branchOf(org.structure, top)
  const isMet = roles.some((role) => org.structure.distance[role] === 1)
  const placing = placingOf(plan)
  const isKnown = org.structure.distance.includes(1)
  const orientation = isMet || !isKnown ? placing.orientation : 'conventional'
  yield
  const part = partOf(org, roles)
  yield
  const chart = yield* placeSteps(part, { ...placing, orientation })
  yield
  const count = roles.length - 1
  const above = org.structure.depth[top] as number
  const rows = chart.rows.map((row) => (row.kind === 'rank' ? { ...row, step: row.step + above } : row))
  const drawn = { ...(orientation === 'conventional' && !isMet ? withoutCustomers(chart) : chart), rows }
  const path = pathTo(org, top).map((role) => labels.title(role))
  const whose =
    path.length > 0
      ? words.say('export.branch.under', { path: path.join(' › ') })
      : words.say('export.branch.top', { name: organisationName(said) })
  const ofAll = roles.length < org.doc.roles.length ? wholeNumbers(said, drawn) : ''
  const headline = headlineFor(plan, {
    first: words.say(count > 0 ? 'export.branch' : 'export.branch.alone', { role: labels.title(top), count }),
    second: ofAll === '' ? whose : words.say('export.branch.numbers', { whose, ofAll }),
  })
  return sheetOf(stemOf(organisationName(said), labels.title(top)), plan, [whole(plan, drawn, false, headline)])
}

function sheetOf(name: string, { said }: Plan, charts: readonly ChartOnPage[]): Sheet {
  const title = charts[0]?.headline?.first ?? charts.map(({ chart }) => titleOf(said, chart)).join(' · ')
  return { name, title, charts }
}
function titleOf(said: Said, chart: Layout | Turn): string {
  return said.words.say(`scene.title.${layoutOf(chart).placing.orientation}`, { name: organisationName(said) })
}
