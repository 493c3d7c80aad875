// How a followed case comes in: an ink thread inside the ribbon, from the customers to the role that meets them.
import { visibleRoles } from '../layout/find'
import { ribbonsTo } from '../layout/ribbon'
import type { Ribbon } from '../layout/types'
import { headAt } from './arrows'
import type { Following } from './following'
import type { FreeRoom } from './free-room'
import type { Picture } from './picture'
import { ribbonPath } from './ribbons'
import { drawArrow, scaleOf, THREAD } from './thread'
import type { Colour, GroupMark, Mark } from './types'

export function drawArrival(picture: Picture, following: Following, room: FreeRoom): GroupMark[] {
  const { moment, chart, words, theme } = picture
  const box = following.boxes[0]
  if (box === undefined || following.followed.path.kind === 'way') return []
  const s = scaleOf(picture)
  const ribbon = moment.poured && widest(ribbonsTo(moment.poured, box).filter(({ segment }) => following.segments.has(segment)))
  const points = ribbon
    ? [chart.x(ribbon.x1), chart.y(ribbon.y1), chart.x(ribbon.x1), chart.y(moment.to.y[box] as number)]
    : upright(picture, box)
  if (!points) return []
  room.take({
    x: (points[0] as number) - 10 * s,
    y: Math.min(points[1] as number, points[3] as number),
    width: 20 * s,
    height: Math.abs((points[3] as number) - (points[1] as number)),
  })
  const ground = moment.isFlipped ? theme.customers.zone : theme.paper
  const marks = ribbon ? drawInRibbon(picture, ribbon, ground) : drawArrow(picture, points, ground)
  return [{ kind: 'group', key: 'followed-arrival', title: words.say('scene.thread'), marks }]
}

function widest(ribbons: readonly Ribbon[]): Ribbon | undefined {
  return ribbons.toSorted((a, b) => b.contacts - a.contacts || b.width - a.width)[0]
}

/** Down the middle of the ribbon. */
function drawInRibbon(picture: Picture, ribbon: Ribbon, ground: Colour): Mark[] {
  const { chart, page, theme, moment } = picture
  const s = scaleOf(picture)
  const { x0, y0, x1, y1, role } = ribbon
  const [left, top, x] = [chart.x(x0), chart.y(y0) + 2 * s, chart.x(x1)]
  const foot = chart.y(moment.to.y[role] as number)
  const end = foot - THREAD.head * s + 1
  const straight = Math.min(chart.y(y1), end)
  const middle = (top + straight) / 2
  const halo = ribbonPath({ ...ribbon, width: (THREAD.halo * s) / chart.kx }, y1, 1, chart.kx / chart.ky)
  const stroke = { colour: theme.ink, width: THREAD.width * s, join: 'round' } as const
  return [
    chart.path(halo, { fill: ground }),
    page.path(
      [
        ['M', left, top],
        ['C', left, middle, x, middle, x, straight],
        ['L', x, end],
      ],
      { stroke },
    ),
    page.path(headAt([x, end, x, foot], THREAD.head * s, THREAD.half * s), { fill: theme.ink }),
  ]
}

/** Without a ribbon: straight from the customers, where nobody stands between. */
function upright({ moment, chart, hidden }: Picture, role: number): number[] | null {
  const { customers, x, y, w, h, edges } = moment.to
  if (!customers || (hidden.customers && !moment.isFlipped)) return null
  const middle = (x[role] as number) + (w[role] as number) / 2
  const from = moment.isFlipped ? customers.y + customers.height : customers.y
  const to = moment.isFlipped ? (y[role] as number) : (y[role] as number) + (h[role] as number) + (edges[role] as number)
  if (middle < customers.x || middle > customers.x + customers.width) return null
  let isClear = true
  visibleRoles(moment.to, { x: middle, y: Math.min(from, to), width: 0, height: Math.abs(to - from) }, (other) => {
    if (other !== role) isClear = false
  })
  return isClear ? [chart.x(middle), chart.y(from), chart.x(middle), chart.y(to)] : null
}
