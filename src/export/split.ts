// Which roles stand on which page (slides.md 7). First an overview: the top and as many whole levels as fit. Then every manager who was cut
// off becomes the head of a block: all of the branch where a page holds it, else the team. Blocks are packed on pages (pack.ts).
// A team is never cut; one that no page holds is a grid continued on the next pages.
import { columnsFor, gridHeight, gridWidth } from '../layout/grid'
import { alikeIn } from '../layout/looks'
import { placesOf } from '../layout/places'
import type { Org } from '../model/types'
import { type Block, heightOf, packed, type Room, type Shelves } from './pack'

/** Pages in the order of the reporting line, the overview first. `folded`: whose branch is kept out. */
export function splitPages(org: Org, folded: ReadonlySet<number>, isGrouped: boolean, room: Room): readonly Shelves[] {
  const teams = new Teams(org, folded, isGrouped, room)
  const [first = [], ...others] = teams.blocks()
  const pages = first.map((block) => [[block]])
  return [...pages, ...packed(others.flat(), first, room)]
}

class Teams {
  private readonly stackOf: Int32Array
  private readonly places: Int32Array

  constructor(
    private readonly org: Org,
    private readonly folded: ReadonlySet<number>,
    isGrouped: boolean,
    private readonly room: Room,
  ) {
    this.stackOf = new Int32Array(org.structure.parent.length).fill(-1)
    this.places = placesOf(org.structure)
    if (!isGrouped) return
    const { members, heads } = alikeIn(org)
    members.forEach((role, k) => {
      this.stackOf[role] = heads[k] as number
    })
  }

  /** The overview, which may need several pages, then the blocks of each head. */
  blocks(): readonly (readonly Block[])[] {
    const all: (readonly Block[])[] = []
    const open: number[] = []
    const tell = ({ blocks, cut }: Grown) => {
      all.push(blocks)
      const inOrder = [...cut].sort((a, b) => (this.places[b] as number) - (this.places[a] as number))
      open.push(...inOrder)
    }
    tell(this.overview())
    for (let head = open.pop(); head !== undefined; head = open.pop()) tell(this.below(head))
    return all
  }

  private reports(role: number): number[] {
    const { firstChild, nextSibling } = this.org.structure
    const reports: number[] = []
    if (!this.folded.has(role)) for (let at = firstChild[role] as number; at >= 0; at = nextSibling[at] as number) reports.push(at)
    return reports
  }

  /** The tops, and as many whole levels below them as fit. */
  private overview(): Grown {
    const tops = [...this.org.structure.tops]
    const head = tops.length === 1 ? (tops[0] as number) : -1
    const first = head < 0 ? tops : [head, ...this.reports(head)]
    if (!this.fits(head, first)) return this.pieces(head, head < 0 ? tops : this.reports(head))
    let roles = first
    let cut = this.managersIn(head < 0 ? tops : this.reports(head))
    while (cut.length > 0) {
      const level = cut.flatMap((role) => this.reports(role))
      if (!this.fits(head, [...roles, ...level])) break
      roles = [...roles, ...level]
      cut = this.managersIn(level)
    }
    return { blocks: [this.block(head, roles, null)], cut }
  }

  /** A branch that a page holds stands together; of any other the team of its head does. */
  private below(head: number): Grown {
    const branch = this.branch(head)
    if (branch && this.fits(head, branch)) return { blocks: [this.block(head, branch, null)], cut: [] }
    const team = this.reports(head)
    if (!this.fits(head, [head, ...team])) return this.pieces(head, team)
    return { blocks: [this.block(head, [head, ...team], null)], cut: this.managersIn(team) }
  }

  private managersIn(roles: readonly number[]): readonly number[] {
    return roles.filter((role) => this.reports(role).length > 0)
  }

  /** Null where there are too many even if most of them are alike. */
  private branch(head: number): readonly number[] | null {
    if ((this.org.structure.branchSize[head] as number) > 25 * this.room.most) return null
    const roles = [head]
    for (let k = 0; k < roles.length; k++) roles.push(...this.reports(roles[k] as number))
    return roles
  }

  /** A team that no page holds: as many of it as a page of a grid does, stacks together. */
  private pieces(head: number, team: readonly number[]): Grown {
    const stacks = new Map<number, number[]>()
    for (const role of team) {
      const stack = this.stackOf[role] as number
      const known = stacks.get(stack < 0 ? role : stack)
      if (known) known.push(role)
      else stacks.set(role, [role])
    }
    const boxes = [...stacks.values()]
    const most = this.mostInGrid()
    const count = Math.max(1, Math.ceil(boxes.length / most))
    const each = Math.ceil(boxes.length / count)
    const blocks = Array.from({ length: count }, (_, k) => {
      const own = boxes.slice(k * each, (k + 1) * each).flat()
      return this.block(head, head < 0 ? own : [head, ...own], count > 1 ? [k + 1, count] : null)
    })
    return { blocks, cut: this.managersIn(team) }
  }

  private mostInGrid(): number {
    const { sizes, most } = this.room
    return Math.min(most, (sizes.grid.ofPage?.columns ?? 1) * sizes.grid.mostLines)
  }

  private fits(head: number, roles: readonly number[]): boolean {
    const { most, width, height } = this.room
    if (this.drawn(roles).size - (head < 0 ? 0 : 1) > most) return false
    const block = this.block(head, roles, null)
    return block.width <= width && heightOf([block], this.room) <= height
  }

  private block(head: number, roles: readonly number[], piece: Block['piece']): Block {
    const inOrder = [...roles].sort((a, b) => (this.places[a] as number) - (this.places[b] as number))
    const drawn = this.drawn(inOrder)
    return { head, roles: inOrder, piece, boxes: drawn.size, ...this.measured(drawn) }
  }

  /** Of several that are alike the first. */
  private drawn(roles: readonly number[]): ReadonlySet<number> {
    const all = new Set(roles)
    return new Set(roles.filter((role) => !all.has(this.stackOf[role] as number)))
  }

  /** Never less than the chart takes: branches side by side, each level as high as the highest of it. */
  private measured(drawn: ReadonlySet<number>): Pick<Block, 'width' | 'heights'> {
    const { parent } = this.org.structure
    const { plain, grid } = this.room.sizes
    const below = new Map<number, number[]>()
    for (const role of drawn) {
      const manager = drawn.has(parent[role] as number) ? (parent[role] as number) : -1
      below.set(manager, [...(below.get(manager) ?? []), role])
    }
    const heights: number[] = []
    const widthOf = (manager: number, depth: number): number => {
      const team = below.get(manager) ?? []
      if (team.length === 0) return 0
      const isGrid = team.length > grid.longestRow && team.every((role) => !below.has(role))
      const columns = columnsFor(team.length, this.room.sizes)
      const lines = isGrid ? Math.ceil(team.length / columns) : 1
      heights[depth] = Math.max(heights[depth] ?? 0, gridHeight({ lines }, plain, this.room.sizes))
      if (isGrid) return gridWidth({ columns }, plain, this.room.sizes) + plain.gap
      return team.reduce((sum, role) => sum + Math.max(plain.width + plain.gap, widthOf(role, depth + 1)), 0)
    }
    return { width: widthOf(-1, 0), heights }
  }
}

interface Grown {
  readonly blocks: readonly Block[]
  /** Managers whose teams are elsewhere. */
  readonly cut: readonly number[]
}
