// What is under a point of the picture. Boxes and customers are found in the layout by halving; flags and legend are looked up among the
// marks themselves, so that what is met is what was drawn, wherever a scene has put it.
import type { Figure } from '../../analysis/types'
import { type Box, type Point, unionOf } from '../../base/geometry'
import { roleAtPoint } from '../../layout/find'
import type { Layout, SegmentBox } from '../../layout/types'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { boundsOf } from '../../scene/cut'
import { seenBox, sightOf } from '../../scene/far/sight'
import { keyOf } from '../../scene/keys'
import type { GroupMark, Mark, Scene, TextMark, View } from '../../scene/types'
import { boxOnPage, toChart } from './camera'

export type Hit =
  | { readonly kind: 'role' | 'flags'; readonly role: number }
  /** Index into doc.segments. */
  | { readonly kind: 'segment'; readonly segment: number }
  /** A number of the organisation as a whole, which has its reason. */
  | { readonly kind: 'figure'; readonly figure: Figure['name'] }
  | { readonly kind: 'paper' }

/** A chart at rest, as it was drawn last. */
export interface Drawn {
  readonly scene: Scene
  readonly org: Org
  readonly layout: Layout
  readonly view: View
  /** Above and left of these the headline and the names of the bands cover the chart; px of the page. */
  readonly top: number
  readonly left: number
}
export interface Met {
  readonly hit: Hit
  /** What would be ringed, on the page. */
  readonly box: Box | null
}

export function hitAt(drawn: Drawn, point: Point): Met {
  if (point.y < drawn.top || point.x < drawn.left) return NOTHING
  const sign = signsOf(drawn).find(({ reach }) => isIn(reach, point))
  if (sign) return sign
  const { layout } = drawn
  const role = roleAt(drawn, point)
  if (role >= 0) return { hit: { kind: 'role', role }, box: seenRole(drawn, role) }
  for (const segment of layout.customers?.segments ?? []) {
    const box = seenOnPage(drawn, segment)
    if (isIn(roomy(box), point)) return { hit: hitOf(segment), box }
  }
  return NOTHING
}
const NOTHING: Met = { hit: { kind: 'paper' }, box: null }

export function isSame(a: Hit, b: Hit): boolean {
  return (
    a.kind === b.kind &&
    (!('role' in a) || a.role === (b as typeof a).role) &&
    (a.kind !== 'segment' || a.segment === (b as typeof a).segment) &&
    (a.kind !== 'figure' || a.figure === (b as typeof a).figure)
  )
}

type Placed = Pick<Drawn, 'org' | 'layout' | 'view'>

export function segmentBox(placed: Placed, segment: number): Box | null {
  const box = placed.layout.customers?.segments.find((one) => one.segment === segment)
  return box ? seenOnPage(placed, box) : null
}
function seenOnPage({ org, layout, view }: Placed, box: Box): Box {
  return boxOnPage(view, seenBox(layout, org.structure, view, box))
}
function roleAt({ org, layout, view }: Placed, point: Point): number {
  const sight = sightOf(layout, org.structure, view)
  if (sight) return sight.roleAt(point)
  const { x, y } = toChart(view, point)
  return roleAtPoint(layout, x, y)
}
function seenRole({ org, layout, view }: Placed, role: number): Box {
  return sightOf(layout, org.structure, view)?.boxOf(role) ?? boxOnPage(view, roleBox(layout, role))
}
export function roleBox({ x, y, w, h }: Layout, role: number): Box {
  return { x: x[role] as number, y: y[role] as number, width: w[role] as number, height: h[role] as number }
}
/** Customers as a whole have no story of their own but how many cases they bring. */
function hitOf({ segment }: SegmentBox): Hit {
  return segment < 0 ? { kind: 'figure', figure: 'contacts' } : { kind: 'segment', segment }
}

// ---- flags and legend, once a scene

interface Sign extends Met {
  readonly reach: Box
}
const known = new WeakMap<Scene, readonly Sign[]>()

function signsOf(drawn: Drawn): readonly Sign[] {
  let signs = known.get(drawn.scene)
  if (!signs) {
    signs = drawn.scene.marks.flatMap((mark) => {
      if (mark.kind !== 'group') return []
      if (mark.key.startsWith('flags-')) return flagsOf(drawn, mark)
      return mark.key === 'legend' ? figuresIn(mark) : []
    })
    known.set(drawn.scene, signs)
  }
  return signs
}

/** They belong to the box that their pole stands on, from far away to the manager of the branch that they speak of. */
function flagsOf(drawn: Drawn, group: GroupMark): readonly Sign[] {
  const { org, layout, view } = drawn
  const box = boundsOf(group)
  const branch = sightOf(layout, org.structure, view)?.branches.find((role) => keyOf('flags', idOf(org, role)) === group.key)
  const role = branch ?? roleAt(drawn, { x: box.x + 2, y: box.y + box.height + 1 })
  return role < 0 ? [] : [{ hit: { kind: 'flags', role }, box, reach: box }]
}

const FIGURES: readonly Figure['name'][] = ['settled', 'afterHandOffs', 'deadEnds']
/** All cases; the bar; and three numbers with a caption each: the largest bold ones. */
function figuresIn({ marks }: GroupMark): readonly Sign[] {
  const bold = marks.filter((mark): mark is TextMark => mark.kind === 'text' && mark.bold === true)
  const largest = Math.max(...bold.map((mark) => mark.size))
  const numbers = bold.filter((mark) => mark.size === largest)
  const [heading] = marks
  if (numbers.length !== FIGURES.length || heading?.kind !== 'text') return []
  const bar = marks.slice(1, marks.indexOf(numbers[0] as Mark))
  return [
    signFor('contacts', [heading]),
    signFor('settled', bar),
    ...numbers.map((number, i) => signFor(FIGURES[i] as Figure['name'], [number, marks[marks.indexOf(number) + 1] as Mark])),
  ]
}
function signFor(figure: Figure['name'], marks: readonly Mark[]): Sign {
  const box = unionOf(marks.map(boundsOf))
  return { hit: { kind: 'figure', figure }, box, reach: box }
}

// ---- room for a finger

/** A hairline of five pixels is met a little above and below. */
const LEAST = 16
function roomy({ x, y, width, height }: Box): Box {
  const more = Math.max(0, LEAST - height) / 2
  return { x, y: y - more, width, height: height + 2 * more }
}
function isIn({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}
