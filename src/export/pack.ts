// Blocks on pages: shelves of them, in the order of the reporting line, a later one where it fills what would stay empty.
import type { Sizes } from '../layout/sizes'

/** What a page holds, in chart units. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly sizes: Sizes
  /** Between two trees, and between two shelves. */
  readonly apart: number
  readonly between: number
  /** Roles that are shown nowhere else. */
  readonly most: number
}
export interface Block {
  /** Stands over its team here, and in it on another page; -1 for the tops. */
  readonly head: number
  /** The head first; managers before their reports. */
  readonly roles: readonly number[]
  /** Of a team that needs several pages: which piece, of how many. */
  readonly piece: readonly [number, number] | null
  readonly boxes: number
  readonly width: number
  /** Of each of its levels. */
  readonly heights: readonly number[]
}
/** One under the other, blocks of one side by side. */
export type Shelves = readonly (readonly Block[])[]

/** Blocks that are tried for what is left of a page: the order of the reporting line matters more than the last gap. */
const LOOKED_AT = 48

/** A team comes after its head: on a later page than the one where the head stands among others. */
export function packed(blocks: readonly Block[], overview: readonly Block[], room: Room): Shelves[] {
  const pages: Shelves[] = []
  const waiting = [...blocks]
  const shown = new Set(overview.flatMap(({ roles }) => roles))
  while (waiting.length > 0) {
    const page = new Page(room)
    for (let k = 0, looked = 0; k < waiting.length && looked < LOOKED_AT; ) {
      const block = waiting[k] as Block
      if (!shown.has(block.head)) k++
      else {
        looked++
        if (page.take(block)) waiting.splice(k, 1)
        else k++
      }
    }
    pages.push(page.shelves)
    for (const { roles } of page.shelves.flat()) for (const role of roles) shown.add(role)
  }
  return pages
}

class Page {
  readonly shelves: Block[][] = []
  private readonly roles = new Set<number>()
  private boxes = 0

  constructor(private readonly room: Room) {}

  /** False where there is no room, or where somebody would stand on the page twice. */
  take(block: Block): boolean {
    const { most } = this.room
    const own = block.boxes - 1
    if (this.shelves.length > 0 && (this.boxes + own > most || block.head < 0 || block.roles.some((role) => this.roles.has(role))))
      return false
    const shelf = this.shelves.find((one) => this.holds(one, block))
    if (shelf) shelf.push(block)
    else if (this.shelves.length === 0 || this.heightWith(block) <= this.room.height) this.shelves.push([block])
    else return false
    this.boxes += own
    for (const role of block.roles) this.roles.add(role)
    return true
  }

  private holds(shelf: readonly Block[], block: Block): boolean {
    const { width, height, apart } = this.room
    const wide = shelf.reduce((sum, one) => sum + one.width + apart, block.width)
    const higher = heightOf([...shelf, block], this.room) - heightOf(shelf, this.room)
    return wide <= width && this.height() + higher <= height
  }

  private heightWith(block: Block): number {
    return this.height() + this.room.between + heightOf([block], this.room)
  }

  private height(): number {
    return this.shelves.reduce((sum, shelf) => sum + heightOf(shelf, this.room), (this.shelves.length - 1) * this.room.between)
  }
}

/** Levels of one shelf stand level. */
export function heightOf(shelf: readonly Block[], { sizes }: Room): number {
  const levels = Math.max(...shelf.map(({ heights }) => heights.length))
  let sum = (levels - 1) * sizes.rowGap.conventional
  for (let level = 0; level < levels; level++) sum += Math.max(...shelf.map(({ heights }) => heights[level] ?? 0))
  return sum
}
