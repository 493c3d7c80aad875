// From far away: of each branch that is spoken of a well, as wide from row to row as the cases that its people hand on across that gap. It runs
// behind the slabs, so that it is seen where it passes on. Whoever stands above all branches has a well of their own.
import { type Flow, flowOf } from '../../analysis/flow'
import { once, onceEach } from '../../base/memo'
import { rounded } from '../../base/range'
import { isUnder, placesOf } from '../../layout/places'
import type { Layout } from '../../layout/types'
import { idOf } from '../../model/roles'
import type { Structure } from '../../model/types'
import { levelsOf } from '../far/levels'
import { drawBars } from '../far/signs'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import type { GroupMark, Mark, RectangleMark } from '../types'
import type { Amounts } from './between'
import { rungsOf } from './shape'
import { shownAt } from './shown'
import { colourOf, SORTS } from './streams'

/** All wells of the widest gap together take this much of the chart's width, and one no more of its branch. */
const OF_PAGE = 0.3
const OF_BRANCH = 0.6
const THINNEST = 1.5
const BAR = 5
/** The edge of a slab lies on paper. */
const CLEAR = 1.5

export function drawWells(picture: Picture): Mark[] {
  const { far, analysis, moment, org, view, chart } = picture
  const shown = shownAt(moment)
  const flow = flowOf(analysis)
  if (!far || !flow || shown <= 0) return []
  const gaps = gapsIn(flow)(moment.to)
  const branches = far.told.map(({ branch: { role }, box }) => ({
    role,
    x: box.x,
    width: box.width,
    gaps: gaps.ofBranch(role, org.structure),
  }))
  const { left, right, leaders } = far.spread
  const isAbove = (role: number) => !far.branches.some((branch) => isUnder(org.structure, branch.role, role))
  const above = leaders.filter(isAbove).map((role) => ({ role, x: left(role), width: right(role) - left(role), gaps: gaps.ofRole(role) }))
  const largest = gaps.largest(org.structure)
  const each = (moment.to.bounds.width * chart.kx * OF_PAGE) / Math.max(1, largest)
  const wells = [...branches, ...above].filter(({ x, width }) => x + width > 0 && x < view.width)
  return [...drawBars(picture, far.told), ...wells.flatMap((well) => drawWell(picture, well, each, shown))]
}

interface Well {
  readonly role: number
  readonly x: number
  readonly width: number
  readonly gaps: readonly Amounts[]
}

function drawWell(picture: Picture, { role, x, width, gaps }: Well, each: number, shown: number): GroupMark[] {
  const { moment, theme, org, words, labels } = picture
  const { edge, passes } = gapsOn(picture)
  const most = Math.max(...gaps.map(({ settled, never, open }) => settled + never + open), 0)
  if (rounded(most) <= 0) return []
  const scale = Math.min(each, (width * OF_BRANCH) / most)
  const marks: Mark[] = []
  gaps.forEach((amounts, gap) => {
    const widths = SORTS.map((sort) => (rounded(amounts[sort]) > 0 ? Math.max(THINNEST, amounts[sort] * scale) : 0))
    let at = x + width / 2 - widths.reduce((sum, one) => sum + one, 0) / 2
    const isCrossed = (next: number) => SORTS.some((sort) => rounded(gaps[next]?.[sort] ?? 0) > 0)
    const [top, foot] = [edge(gap, 'foot'), passes(gap + 1, isCrossed(gap + 1))]
    SORTS.forEach((sort, i) => {
      const wide = widths[i] as number
      if (wide === 0) return
      const colour = mix(theme.paper, colourOf(theme, sort), shown)
      const box: RectangleMark = { kind: 'rectangle', x: at, y: top, width: wide, height: foot - top, fill: colour }
      if (sort !== 'open') marks.push(box)
      else {
        marks.push({ ...box, fill: mix(theme.paper, theme.gauge.unknownGround, shown) })
        const rungs = rungsOf([at + wide / 2, top, at + wide / 2, foot], wide, 7, 2.6)
        if (rungs.length > 0) marks.push({ kind: 'path', commands: rungs, fill: colour })
      }
      if (sort === 'never' && isLastOf(gaps, gap, moment.isFlipped)) marks.push(barAt(at, wide, moment.isFlipped ? foot : top, colour))
      at += wide
    })
  })
  const sum = gaps.reduce(
    (all, { settled, never, open }) => ({
      settled: Math.max(all.settled, settled),
      never: Math.max(all.never, never),
      open: Math.max(all.open, open),
    }),
    { settled: 0, never: 0, open: 0 },
  )
  const said = SORTS.filter((sort) => rounded(sum[sort]) > 0).map((sort) => words.say(`flow.hop.${sort}`, { count: Math.round(sum[sort]) }))
  return [{ kind: 'group', key: keyOf('well', idOf(org, role)), title: `${labels.title(role)}: ${words.list(said)}`, marks }]
}

/** Where a gap begins and ends on the page. By distance rows are loose, and a well passes behind them; elsewhere it is seen in the gaps. */
function gapsOn({ moment, chart, org }: Picture) {
  const { placing } = moment.to
  const isLoose = placing.orientation === 'flipped' && placing.order === 'distance'
  const levels = levelsOf(moment.to, org.structure)
  const edge = (row: number, side: 'top' | 'foot') => chart.y(levels[side][row] as number) + (side === 'top' ? -CLEAR : CLEAR)
  const passes = (row: number, isCrossedBelow: boolean) => {
    const [top, foot] = [edge(row, 'top'), edge(row, 'foot')]
    return !isLoose ? top : isCrossedBelow ? foot : (top + foot) / 2
  }
  return { edge, passes }
}

/** No other gap beyond it, away from the customers, is crossed by cases that are never settled. */
function isLastOf(gaps: readonly Amounts[], gap: number, isFlipped: boolean): boolean {
  const beyond = isFlipped ? gaps.slice(gap + 1) : gaps.slice(0, gap)
  return beyond.every(({ never }) => rounded(never) <= 0)
}

function barAt(x: number, width: number, y: number, fill: RectangleMark['fill']): RectangleMark {
  const wide = Math.max(width + 8, 14)
  return { kind: 'rectangle', x: x + width / 2 - wide / 2, y: y - BAR / 2, width: wide, height: BAR, ...(fill ? { fill } : {}) }
}

// ---- what crosses the gaps -------------------------------------------------------------------------------------------------------

interface Gaps {
  /** Under each row, what is handed on across it by those of a branch; by one role. */
  readonly ofBranch: (branch: number, structure: Structure) => readonly Amounts[]
  readonly ofRole: (role: number) => readonly Amounts[]
  /** Across the gap that most cross, everybody's. */
  readonly largest: (structure: Structure) => number
}

const gapsIn = once((flow: Flow) =>
  once((layout: Layout): Gaps => {
    const count = Math.max(0, layout.rows.length - 1)
    const none = () => Array.from({ length: count }, (): Amounts => ({ settled: 0, never: 0, open: 0 }))
    const ofBranch = onceEach((structure: Structure, branch: number) => {
      const sums = none()
      const from = placesOf(structure)[branch] as number
      for (let k = 0; k < (structure.branchSize[branch] as number); k++)
        addCrossings(flow, layout, structure.preorder[from + k] as number, sums)
      return sums
    })
    return {
      ofBranch: (branch, structure) => ofBranch(structure, branch),
      ofRole: (role) => {
        const sums = none()
        addCrossings(flow, layout, role, sums)
        return sums
      },
      largest: once((structure: Structure) => {
        const all = none()
        for (const top of structure.tops)
          ofBranch(structure, top).forEach((one, gap) => {
            const sum = all[gap] as Amounts
            for (const sort of SORTS) sum[sort] += one[sort]
          })
        return Math.max(0, ...all.map(({ settled, never, open }) => settled + never + open))
      }),
    }
  }),
)

function addCrossings({ start, to, hops }: Flow, { row, boxOf }: Layout, role: number, sums: readonly Amounts[]): void {
  for (let hop = start[role] as number; hop < (start[role + 1] as number); hop++) {
    const [a, b] = [row[boxOf[role] as number] as number, row[boxOf[to[hop] as number] as number] as number]
    for (let gap = Math.min(a, b); gap < Math.max(a, b); gap++) {
      const sum = sums[gap]
      if (!sum) continue
      sum.settled += hops.settled[hop] as number
      sum.never += hops.never[hop] as number
      sum.open += Math.max(hops.open.pessimistic[hop] as number, hops.open.optimistic[hop] as number)
    }
  }
}
