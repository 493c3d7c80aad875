// Where a word can stand on the page without covering a box, the customers or another word. What has been placed is remembered.
import { type Box, overlaps } from '../base/geometry'
import { visibleRoles } from '../layout/find'
import type { Picture } from './picture'

export interface FreeRoom {
  readonly isFree: (box: Box) => boolean
  /** Covers no box and no customers, whatever else stands there. */
  readonly isClear: (box: Box) => boolean
  readonly take: (box: Box) => void
  /** Of several places the first that is free; where none is, the first that is on the page at least, and it is said so. */
  readonly choose: <T extends { readonly box: Box }>(places: readonly T[]) => { readonly place: T; readonly isFree: boolean } | null
}

const AIR = 2

export function freeRoomOn({ chart, view, furniture, moment }: Picture): FreeRoom {
  const taken: Box[] = []
  const layout = moment.to
  const left = furniture.isNarrow ? 2 : moment.isFlipped ? furniture.left - 8 : 4
  const isOnPage = ({ x, y, width, height }: Box) =>
    x >= left && y >= furniture.top && x + width <= view.width - 2 && y + height <= view.height - 2
  const isOverBox = (box: Box) => {
    let found = false
    visibleRoles(layout, inChart(box), () => {
      found = true
    })
    return found
  }
  const inChart = ({ x, y, width, height }: Box): Box => ({
    x: (x - AIR - view.x) / chart.kx,
    y: (y - AIR - view.y) / chart.ky,
    width: (width + 2 * AIR) / chart.kx,
    height: (height + 2 * AIR) / chart.ky,
  })
  const isClear = (box: Box) => isOnPage(box) && !isOverBox(box) && !(layout.customers && overlaps(layout.customers, inChart(box)))
  const isFree = (box: Box) => isClear(box) && !taken.some((other) => overlaps(other, box))
  return {
    isFree,
    isClear,
    take: (box) => {
      taken.push(box)
    },
    choose: (places) => {
      const free = places.find(({ box }) => isFree(box))
      const place = free ?? places.find(({ box }) => isOnPage(box)) ?? places[0]
      return place ? { place, isFree: free !== undefined } : null
    },
  }
}
