// From far away a box is a slab as wide as its branch, so that each row says how the whole is parted, as in an icicle. Slabs too thin to be
// seen are drawn together by the smallest branch that can be: never more marks than the page has pixels.
import { placesOf } from '../../layout/places'
import type { MovingBox } from '../../layout/types'
import { GAUGE } from '../card-body'
import { lookOf } from '../cards'
import type { Look } from '../looks'
import { mix } from '../mix'
import type { Ground } from '../picture'
import { Patches } from '../readings/patches'
import type { Colour, Mark, RectangleMark } from '../types'
import { lanesOf } from './lanes'
import { reachOf } from './reach'
import type { Spread } from './spread'

/** px: thinner slabs are drawn together; between two slabs; narrower than this there is no room for an edge. */
const GRAIN = 4
const GAP = 1
const EDGED = 22

/** A slab that is wide enough to say something. */
export interface Slab {
  readonly role: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly look: Look
}
export interface Slabs {
  readonly marks: readonly Mark[]
  /** From left to right, a line after another. */
  readonly wide: readonly Slab[]
}

/** px; narrower slabs are not told of. */
const TOLD = 30

/** What slabs are drawn from. */
export type SlabGround = Pick<Ground, 'org' | 'moment' | 'view' | 'chart' | 'theme' | 'dimming' | 'medium' | 'worn'>

export function drawSlabs(picture: SlabGround, spread: Spread): Slabs {
  const marks: Mark[] = []
  const wide: Slab[] = []
  const hand = new Hand(picture, spread)
  for (const { roles } of inOrder(picture, lanesOf(picture.moment))) hand.drawLane(roles, marks, wide)
  for (const role of spread.leaders) hand.drawOne(role, marks, wide)
  return { marks, wide }
}

/** Those near the customers first, so that in a turn who comes from far passes over them. */
function inOrder({ org, moment }: SlabGround, lanes: readonly { readonly roles: Int32Array }[]) {
  const filled = lanes.filter(({ roles }) => roles.length > 0)
  if (!moment.isTurning) return filled
  const { distance } = org.structure
  const rank = ({ roles }: { readonly roles: Int32Array }) => {
    const steps = distance[roles[0] as number] as number
    return steps < 0 ? Number.MAX_SAFE_INTEGER : steps
  }
  return filled.toSorted((a, b) => rank(a) - rank(b))
}

class Hand {
  private readonly looks = new Map<string, readonly Look[]>()
  private readonly at: MovingBox = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
  private readonly patches: Patches

  constructor(
    private readonly picture: SlabGround,
    private readonly spread: Spread,
  ) {
    this.patches = new Patches(picture.theme)
  }

  /** Boxes of one line, from left to right, as far as the page shows them. */
  drawLane(roles: Int32Array, marks: Mark[], wide: Slab[]) {
    const { view } = this.picture
    let k = this.firstWhere(roles, 0, (role) => this.spread.right(role) >= -GRAIN)
    while (k < roles.length) {
      const role = roles[k] as number
      if (this.spread.isLeader(role)) {
        k++
        continue
      }
      const left = this.spread.left(role)
      if (left > view.width + GRAIN) break
      const right = this.spread.right(role)
      if (right - left >= GRAIN) {
        this.drawOne(role, marks, wide)
        k++
        continue
      }
      k = this.drawMany(roles, k, marks)
    }
    marks.push(...this.patches.drawn())
  }

  drawOne(role: number, marks: Mark[], wide: Slab[]) {
    const left = this.spread.left(role)
    const right = this.spread.right(role)
    const span = this.spanOf(role)
    if (!span) return
    const band = this.picture.worn?.bandOf(role)
    const look = this.lookOf(role, role, band)
    const x = this.spread.parting(left, 1)
    const width = Math.max(0.5, this.spread.parting(right, -1) - x)
    const gap = width > 3 * GRAIN ? GAP * this.spread.share : 0
    // On a slide an edge may lie on nothing that it cannot be told from; a leader's may lie on others that are not yet clear of it.
    const isClear = this.spread.isClear(role) && (this.picture.medium === 'screen' || !this.spread.isLeader(role))
    const isEdged = width >= EDGED && look.edge !== look.fill && isClear
    const box = { x, y: span.top, width: width - gap, height: span.bottom - span.top }
    const edged = { x: x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 }
    marks.push({
      kind: 'rectangle',
      ...(isEdged ? edged : box),
      fill: isEdged || band !== undefined || look.edge === look.fill ? look.fill : mix(look.fill, look.edge, 0.4 * (1 - width / EDGED)),
      ...(isEdged ? { stroke: { colour: look.edge, width: 1 } } : {}),
    } satisfies RectangleMark)
    this.patches.add(box, band, this.spread.isLeader(role) ? marks : undefined)
    if (width >= TOLD) wide.push({ role, left: x, right: x + box.width, top: span.top, bottom: span.bottom, look })
  }

  /** Neighbours from `k` on that are too thin, as far as the smallest branch above them reaches that is not. Gives where the next begins. */
  private drawMany(roles: Int32Array, k: number, marks: Mark[]): number {
    const { org, theme } = this.picture
    const first = roles[k] as number
    const branch = this.branchAbove(first)
    const end = Math.max(k + 1, this.endOf(roles, k, branch))
    const span = this.spanOf(first)
    if (!span) return end
    const last = roles[end - 1] as number
    const left = this.spread.left(first)
    const right = Math.max(this.spread.right(last), left + 0.5)
    const middle = roles[(k + end) >> 1] as number
    const each =
      (this.spread.right(first) -
        left +
        (this.spread.right(middle) - this.spread.left(middle)) +
        (this.spread.right(last) - this.spread.left(last))) /
      3
    const isFront = org.structure.distance[middle] === 1
    // In a turn a row comes together from several lines: each would be pale, and together they are not.
    const density = isFront && this.picture.moment.isTurning ? 1 : Math.min(1, ((end - k) * each * 1.12) / (right - left))
    const x = this.spread.parting(left, 1)
    // The colour of a band says something, and is never mixed.
    const band = this.picture.worn?.bandOfMany(roles, k, end)
    const look = this.lookOf(middle, branch, band)
    const ground = isFront ? theme.band : theme.paper
    const fill: Colour = look.edge === look.fill || band !== undefined ? look.fill : mix(look.fill, look.edge, 0.4)
    const box = {
      x,
      y: span.top,
      width: Math.max(0.5, this.spread.parting(right, -1) - x - (end - k > 1 && density > 0.5 ? 0.6 : 0)),
      height: span.bottom - span.top,
    }
    marks.push({
      kind: 'rectangle',
      ...box,
      fill: density < 0.92 && band === undefined ? mix(ground, fill, Math.max(0.45, density)) : fill,
    })
    this.patches.add(box, band)
    return end
  }

  /** From top to bottom on the page; null where it is not there, or not on it. */
  private spanOf(role: number): { readonly top: number; readonly bottom: number } | null {
    const { moment, org, view, worn } = this.picture
    const { presence } = moment.boxOf(role, this.at)
    if (presence <= 0.02) return null
    const gauge = org.structure.distance[role] === 1 && !worn ? (GAUGE.height + GAUGE.gap) * moment.turned(role) : 0
    const top = view.y + view.ky * (this.spread.top(role) + gauge)
    const bottom = view.y + view.ky * this.spread.foot(role)
    return bottom < 0 || top > view.height ? null : { top, bottom }
  }

  /** The manager of the smallest branch around `role` that is wide enough on the page to be seen. */
  private branchAbove(role: number): number {
    const { org, chart, moment } = this.picture
    const { parent } = org.structure
    const reach = reachOf(moment.to, org.structure)
    let branch = role
    for (let up = parent[role] as number; up >= 0; up = parent[up] as number) {
      branch = up
      if (((reach.right[up] as number) - (reach.left[up] as number)) * chart.kx >= GRAIN) break
    }
    return branch
  }

  /** Where in a line the branch ends that `roles[k]` is in. */
  private endOf(roles: Int32Array, k: number, branch: number): number {
    const { structure } = this.picture.org
    const place = placesOf(structure)
    const from = place[branch] as number
    const to = from + (structure.branchSize[branch] as number)
    const isIn = (at: number) => {
      const it = place[roles[at] as number] as number
      return it >= from && it < to
    }
    // Doubling, then halving: those of one branch stand together.
    let step = 1
    let known = k
    while (known + step < roles.length && isIn(known + step)) {
      known += step
      step *= 2
    }
    let open = Math.min(roles.length, known + step)
    while (open - known > 1) {
      const middle = (known + open) >> 1
      if (isIn(middle)) known = middle
      else open = middle
    }
    return known + 1
  }

  private firstWhere(roles: Int32Array, from: number, holds: (role: number) => boolean): number {
    let low = from
    let high = roles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(roles[middle] as number)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Neighbours differ a little, so that the grain shows without lines. `branch`: what is drawn as one. */
  private lookOf(role: number, branch: number, band: number | undefined): Look {
    const { org, moment, dimming } = this.picture
    const { depth, distance, parent } = org.structure
    const turned = moment.turned(role)
    const steps = distance[role] as number
    const key = `${band} ${Math.min(3, depth[role] as number)} ${Math.min(4, steps)} ${turned} ${this.at.presence} ${dimming.ofRole(role)}`
    let looks = this.looks.get(key)
    if (!looks) {
      const box = { x: 0, y: 0, width: 1, height: 1 }
      const look = lookOf(this.picture, role, { box, turned, presence: this.at.presence || 1 }, false, band)
      const grains = band === undefined ? [0, 0.07, 0.14] : [0, 0, 0]
      looks = grains.map((share) => ({ ...look, fill: mix(look.fill, this.picture.theme.paper, share) }))
      this.looks.set(key, looks)
    }
    const grain = branch === role && distance[role] !== 1 ? 0 : mod3((branch === role ? (parent[role] as number) : branch) + 1)
    return looks[grain] as Look
  }
}

function mod3(n: number): number {
  return ((n % 3) + 3) % 3
}
