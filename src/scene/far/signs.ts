// What becomes of the cases that a branch meets, on one bar, and its flags on one pole.
import { idOf } from '../../model/roles'
import { GAUGE } from '../card-body'
import { drawPennant, FLAG, type FlagKind, flagText, POLE, poleHeight } from '../flags'
import { drawGauge } from '../gauge'
import { keyOf } from '../keys'
import { mix } from '../mix'
import { penFor } from '../pen'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import type { GroupMark, Mark } from '../types'
import { inSight, type Told } from './places'
import { sumOf } from './sums'

/** px: the narrowest branch with a bar, with flags. */
const BARRED = 14
const FLAGGED = 46

export function drawBars(picture: Picture, told: readonly Told[]): Mark[] {
  const { moment, org, chart, page, theme, words } = picture
  const height = GAUGE.height * chart.ky
  if (moment.gauges <= 0 || height < 3 || picture.analysis.isUncounted) return []
  return told.flatMap(({ branch: { role }, isFront, box }): GroupMark[] => {
    if (!isFront || box.width < BARRED) return []
    const { outcome } = sumOf(picture.analysis, role, org)
    const bar = { x: box.x, y: box.y, width: box.width - 1, height }
    const title = words.say('scene.gauge', { settled: outcome.settled, escalated: outcome.escalated, never: outcome.never })
    return [
      {
        kind: 'group',
        key: keyOf('gauge', idOf(org, role)),
        title,
        marks: drawGauge(page, bar, outcome, theme, theme.band, moment.gauges),
      },
    ]
  })
}

const SHOWN: readonly FlagKind[] = ['high', 'medium', 'unknown']
/** px between the highest flag and the customers. */
const AIR = 6
/** Flags are as large as they are many, against the branch that has most: 0.7 to 1.25. */
const SMALLEST = 0.7
const LARGEST = 1.25
const READABLE = 0.62
/** Of all flags of a branch: fewer than this of one kind would only be noise beside the others. */
const NOISE = 0.01

export function drawBranchFlags(picture: Picture, told: readonly Told[]): Mark[] {
  const { moment, org, words, chart, analysis } = picture
  if (moment.flags <= 0 || analysis.isUncounted) return []
  const field = moment.to.customers
  const flown = told.filter(({ isFront, branch }) => isFront && picture.dimming.ofRole(branch.role) === 0)
  const numberOf = ({ branch: { role } }: Told) => {
    const { high, medium, unknown } = sumOf(analysis, role, org).flags
    return high + medium + unknown
  }
  const most = flown.reduce((largest, one) => Math.max(largest, numberOf(one)), 1)
  return flown.flatMap((one): GroupMark[] => {
    const { branch, box } = one
    const { role } = branch
    const { left, right } = inSight(picture, { left: box.x, right: box.x + box.width })
    if (right - left < FLAGGED) return []
    const { flags } = sumOf(analysis, role, org)
    const all = numberOf(one)
    const wanted = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(all / most)
    const room = field && moment.isFlipped ? box.y - chart.y(field.y + field.height) - AIR : 90
    const kinds = SHOWN.filter((kind) => flags[kind] > (kind === 'unknown' ? 0 : all * NOISE))
    while (kinds.length > 0 && room / poleHeight(kinds.length) < READABLE) kinds.pop()
    if (kinds.length === 0) return []
    const texts = kinds.map((kind) => flagText(kind, flags[kind]).replace(String(flags[kind]), words.number(flags[kind])))
    const wide = Math.max(FLAG.width, ...texts.map((text) => roomFor(text, { size: 12, bold: true }) * 1.6 + 16))
    const scale = Math.min(wanted, room / poleHeight(kinds.length), (right - left - 4) / wide)
    if (scale < READABLE) return []
    const x = Math.max(left, Math.min(right - wide * scale - 4, left + (right - left) * 0.62))
    const pen = penFor({ kx: scale, ky: scale, x, y: box.y })
    const marks = pole(pen, kinds, texts, wide, picture)
    return [{ kind: 'group', key: keyOf('flags', idOf(org, role)), title: words.say('scene.flags', { ...flags }), marks }]
  })
}

function pole(
  pen: Picture['page'],
  kinds: readonly FlagKind[],
  texts: readonly string[],
  width: number,
  { theme, moment }: Picture,
): Mark[] {
  const ground = mix(theme.paper, theme.customers.zone, moment.zone)
  const drop = moment.flags
  const lift = (1 - drop) * 14
  const top = -FLAG.clear + 12 - kinds.length * FLAG.pitch - lift
  const colour = mix(ground, theme.flag.pole, drop)
  return [
    pen.rectangle({ x: -POLE / 2, y: top + 2, width: POLE, height: -lift - top - 2 }, { fill: colour }),
    pen.rectangle({ x: -2.6, y: top - 2.6, width: 5.2, height: 5.2 }, { fill: colour, radius: 2.6 }),
    ...kinds.flatMap((kind, i) => drawPennant(pen, 0, top + 5 + i * FLAG.pitch, kind, texts[i] as string, theme, ground, drop, width)),
  ]
}
