// Who tells whom, drawn between boxes: a dashed line with its head at who is told; darker where notes come that way to somebody who could
// change the rule. Where notes stop that nobody hears a dash runs out of the box to an ear, struck through.
import type { Box } from '../../base/geometry'
import { once } from '../../base/memo'
import { rounded } from '../../base/range'
import type { Layout } from '../../layout/types'
import { idOf } from '../../model/roles'
import { headAt, lineThrough } from '../arrows'
import { groundAt } from '../bands'
import type { FreeRoom } from '../free-room'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import { scaleOf } from '../thread'
import type { Colour, GroupMark, Mark } from '../types'
import { AIR, piecesOf, placesBeside, saidBeside, sizeOn } from './beside'
import { drawEar, EAR } from './ear'
import { shownAt } from './shown'
import { type Laid, layStrands, type Strand } from './strands'
import { drawArrivals } from './streams'
import { daysOf, type Line, type VoicesOn, voicesOn } from './voices'

export interface Channels {
  readonly voices: VoicesOn
  readonly lines: readonly { readonly line: Line; readonly laid: Laid }[]
  readonly ends: readonly { readonly box: number; readonly kind: Kind; readonly laid: Laid }[]
}
type Kind = 'silent' | 'open'

const WIDTH = 3
const LAYING = { gap: 13, corner: 8, stub: 14, standing: 36 } as const
/** A chart of more boxes is not laid at once: only what meets the page. */
const MOST = 600

export function channelsOf(picture: Picture): Channels | null {
  const voices = voicesOn(picture)
  const layout = picture.moment.to
  if (!voices || picture.far || layout.isList) return null
  if (layout.x.length <= MOST) return laidOf(voices)(layout)
  const seen = new Set(picture.roles)
  return layOut(voices, layout, (box) => seen.has(box))
}
const laidOf = once((voices: VoicesOn) => once((layout: Layout) => layOut(voices, layout, () => true)))

function layOut(voices: VoicesOn, layout: Layout, isSeen: (box: number) => boolean): Channels {
  const lines = voices.lines.filter(({ from, to }) => isSeen(from) || isSeen(to))
  const ends = voices.ends.filter(isSeen).flatMap((box) => {
    const { silent, open } = voices.of(box)?.stopping ?? { silent: 0, open: 0 }
    const kinds: Kind[] = [...(silent > 0 ? (['silent'] as const) : []), ...(open > 0 ? (['open'] as const) : [])]
    return kinds.map((kind) => ({ box, kind }))
  })
  // Each line is a stream of its own.
  const strands: Strand[] = [
    ...lines.map(({ from, to }, i) => ({ from, to, sort: i, width: WIDTH })),
    ...ends.map(({ box }, i) => ({ from: box, to: -1, sort: lines.length + i, width: EAR.width })),
  ]
  const { laid } = layStrands(layout, strands, LAYING)
  return {
    voices,
    lines: lines.map((line, i) => ({ line, laid: laid[i] as Laid })),
    ends: ends.map((end, i) => ({ ...end, laid: laid[lines.length + i] as Laid })),
  }
}

const HEAD = { length: 11, half: 6.5 } as const
const DASH = [7, 5] as const
const STROKE = { carrying: 2.6, idle: 1.6 } as const

export function drawChannels(picture: Picture): Mark[] {
  const shown = shownAt(picture.moment)
  const channels = shown > 0 ? channelsOf(picture) : null
  if (!channels) return []
  const inOrder = [...channels.lines].sort((a, b) => a.line.contacts - b.line.contacts)
  return [
    ...drawArrivals(picture, shown),
    ...inOrder.map((one) => drawLine(picture, one, shown)),
    ...channels.ends.map((end) => drawStub(picture, end, shown)),
  ]
}

function drawLine(picture: Picture, { line, laid }: Channels['lines'][number], shown: number): GroupMark {
  const { page, theme, org, words, labels } = picture
  const s = scaleOf(picture)
  const isCarrying = line.contacts > 0
  const colour = mix(theme.paper, isCarrying ? theme.gauge.solid : theme.line, shown)
  const points = onPage(picture, laid.points)
  const head = HEAD.length * s * (isCarrying ? 1 : 0.8)
  const half = HEAD.half * s * (isCarrying ? 1 : 0.8)
  const dashed = line.isTwoWay ? reversed(shortened(reversed(points), head - 1)) : points
  const stroke = {
    colour,
    width: (isCarrying ? STROKE.carrying : STROKE.idle) * s,
    dash: DASH.map((one) => one * s),
    join: 'round',
  } as const
  const marks: Mark[] = [
    page.path(lineThrough(dashed, LAYING.corner * s, head - 1), { stroke }),
    page.path(headAt(points, head, half), { fill: colour }),
    ...(line.isTwoWay ? [page.path(headAt(reversed(points), head, half), { fill: colour })] : []),
  ]
  const said = saidOf(picture, line)[0] as string
  const title = `${words.say('flow.hop', { from: labels.title(line.from), to: labels.title(line.to) })}: ${said}`
  return { kind: 'group', key: `${keyOf('channel', idOf(org, line.from))}_to_${keyOf('', idOf(org, line.to)).slice(1)}`, title, marks }
}

function drawStub(picture: Picture, { box, kind, laid }: Channels['ends'][number], shown: number): GroupMark {
  const { page, org, labels, theme } = picture
  const s = scaleOf(picture)
  const points = onPage(picture, laid.points)
  const colour = mix(theme.paper, inkOf(picture, kind), shown)
  const ear = earOn(picture, laid)
  const stroke = { colour, width: STROKE.carrying * s, dash: [4 * s, 3 * s] } as const
  const ground = groundAt(picture, ear.y + ear.height / 2)
  const marks = [page.path(lineThrough(points, 0), { stroke }), ...drawEar(page, ear.x, ear.y, s, colour, ground, kind === 'silent')]
  const title = `${labels.title(box)}: ${endSaid(picture, box, kind, voicesOn(picture))}`
  return { kind: 'group', key: keyOf(`unheard-${kind}`, idOf(org, box)), title, marks }
}

/** Behind the end of its dash. */
function earOn(picture: Picture, { points }: Laid): Box {
  const s = scaleOf(picture)
  const [x, y] = onPage(picture, points.slice(-2)) as [number, number]
  const isDown = (points.at(-1) as number) > (points[1] as number)
  const [width, height] = [EAR.width * s, EAR.height * s]
  return { x: x - width / 2 - 1, y: isDown ? y + 2 : y - 2 - height, width, height }
}

const inkOf = ({ theme }: Picture, kind: Kind): Colour => (kind === 'silent' ? theme.gauge.never : theme.inkSecond)

function endSaid({ words, org }: Picture, box: number, kind: Kind, voices: VoicesOn | null): string {
  const own = voices?.of(box)
  const count = rounded(own?.stopping[kind] ?? 0)
  const isFirst = own?.entry !== null && own?.passesOn === 0
  return words.say(`reach.end.${kind}${isFirst ? '' : '.far'}`, { count, areKinds: org.contacts.areCounted ? 0 : 1 })
}

/** Lines and ears on the page. */
export function takenByChannels(picture: Picture): Box[] {
  const { lines = [], ends = [] } = channelsOf(picture) ?? {}
  return [
    ...[...lines, ...ends].flatMap(({ laid }) => piecesOf(picture, laid).map(({ box }) => box)),
    ...ends.map(({ laid }) => earOn(picture, laid)),
  ]
}

/** Days on the lines, and what is not heard beside the ears, where there is room. */
export function drawChannelWords(picture: Picture, { lines, ends, voices }: Channels, room: FreeRoom): Mark[] {
  const { page, theme } = picture
  const shown = shownAt(picture.moment)
  const size = sizeOn(picture)
  for (const box of takenByChannels(picture)) room.take(box)
  const ears = ends.map((end) => ({ ...end, ear: earOn(picture, end.laid) }))
  const atEars = ears.flatMap(({ box, kind, ear, laid }): Mark[] => {
    const text = endSaid(picture, box, kind, voices)
    const width = roomFor(text, { size, bold: true })
    const y = ear.y + (ear.height - size) / 2
    const question = kind === 'open' ? 8 : 0
    const middle = ear.x + ear.width / 2
    const beyond = ear.y > (onPage(picture, laid.points)[1] as number) ? ear.y + ear.height + 3 : ear.y - 3 - size
    const places = [
      { x: ear.x + ear.width + AIR + question, y, width, height: size },
      { x: ear.x - AIR - width, y, width, height: size },
      { x: middle - width / 2, y: beyond, width, height: size },
      { x: middle + 4 - width, y: beyond, width, height: size },
    ]
    const place = places.find((one) => room.isFree(one))
    if (!place) return []
    room.take(place)
    return [page.text(place.x, place.y + size * 0.86, text, { size, bold: true, fill: mix(theme.paper, inkOf(picture, kind), shown) })]
  })
  const onLines = [...lines]
    .sort((a, b) => b.line.contacts - a.line.contacts)
    .flatMap(({ line, laid }): Mark[] => {
      const bold = line.contacts > 0
      const pieces = piecesOf(picture, laid)
      const said = saidBeside(saidOf(picture, line), (width) => placesBeside(pieces, width, size, true), { size, bold }, room)
      if (!said) return []
      room.take(said.box)
      const fill = mix(theme.paper, bold ? theme.ink : theme.inkSecond, shown)
      return [page.text(said.box.x, said.box.y + size * 0.86, said.text, { size, ...(bold ? { bold } : {}), fill })]
    })
  return [...atEars, ...onLines]
}

function saidOf(picture: Picture, { contacts, days }: Line): readonly string[] {
  const { words, org } = picture
  const said = daysOf(picture, days)
  if (contacts <= 0) return [said]
  const count = rounded(contacts)
  return [words.say('reach.line', { count, days: said, areKinds: org.contacts.areCounted ? 0 : 1 }), said]
}

const onPage = ({ chart }: Picture, points: readonly number[]): number[] =>
  points.map((value, i) => (i % 2 === 0 ? chart.x(value) : chart.y(value)))
function reversed(points: readonly number[]): number[] {
  const turned: number[] = []
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i] as number, points[i + 1] as number)
  return turned
}
function shortened(points: readonly number[], by: number): number[] {
  const [x0, y0, x1, y1] = points.slice(-4) as [number, number, number, number]
  const long = Math.hypot(x1 - x0, y1 - y0)
  const share = long > 0 ? Math.min(0.9, by / long) : 0
  return [...points.slice(0, -2), x1 + (x0 - x1) * share, y1 + (y0 - y1) * share]
}
