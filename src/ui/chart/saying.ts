// What stands at a place of the chart, in words: whole for those who do not see it, and in a few lines beside the pointer where a box is
// too small for what it holds.

import type { Words } from '../../base/words'
import { segmentName } from '../../i18n/sentences'
import type { Place } from '../../layout/neighbour'
import type { Layout } from '../../layout/types'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { factsOf } from '../../scene/facts'
import { keyOf } from '../../scene/keys'
import { labelsOf, peopleInBox } from '../../scene/labels'
import { overlaysFor } from '../../scene/overlays'
import { readingsIn } from '../../scene/readings/told'
import { wornOn } from '../../scene/readings/worn'
import type { GroupMark, TextMark } from '../../scene/types'
import type { Drawn, Hit } from './hit'
import type { Scenery } from './scenery'

export interface Tip {
  readonly title: string
  readonly lines: readonly string[]
}

/** Everything that the box and its flags say, and what no box says: how far away, what is folded below. */
export function sayPlace(scenery: Scenery, place: Place): string {
  if (place.kind === 'segment') return listed([nameOfSegment(scenery, place.segment), ...factsOfSegment(scenery, place.segment)])
  const { org, turn, words } = scenery
  const role = turn.to.boxOf[place.role] ?? -1
  if (role < 0) return ''
  const { title, unit, people } = namesOf(scenery, role)
  const parts = [title, unit, people, distanceOf(org, turn.to, words, role), ...factsOfRole(scenery, role), toldOf(scenery, role)]
  const stacked = turn.to.stacked[role] ?? 1
  const folded = turn.to.foldedAway[role] ?? 0
  if (stacked > 1) parts.push(words.say('page.place.stacked', { count: stacked }))
  if (folded > 0) parts.push(words.say('page.place.folded', { count: folded }))
  return listed([...parts, stuckAt(scenery, role)])
}

/** Null where the picture itself says it. */
export function tipFor(hit: Hit, { scene }: Drawn, scenery: Scenery): Tip | null {
  const groupOf = (kind: string, id: string) =>
    scene.marks.find((mark): mark is GroupMark => mark.kind === 'group' && mark.key === keyOf(kind, id))
  switch (hit.kind) {
    case 'role': {
      const { title, unit, people } = namesOf(scenery, hit.role)
      const isSaid = saysAll(groupOf('role', idOf(scenery.org, hit.role)), [title, unit])
      return isSaid
        ? null
        : {
            title,
            lines: [joined([unit, people]), toldOf(scenery, hit.role) || joined(factsOfRole(scenery, hit.role))].filter(isSomething),
          }
    }
    case 'flags':
      return { title: namesOf(scenery, hit.role).title, lines: [stuckAt(scenery, hit.role)].filter(isSomething) }
    case 'segment': {
      const title = nameOfSegment(scenery, hit.segment)
      const isSaid = saysAll(groupOf('segment', scenery.org.doc.segments?.[hit.segment]?.id ?? ''), [title])
      return isSaid ? null : { title, lines: [joined(factsOfSegment(scenery, hit.segment))].filter(isSomething) }
    }
    case 'figure':
    case 'paper':
      return null
  }
}

/** Whether the marks of a box spell all of it, on however many lines. */
function saysAll(group: GroupMark | undefined, wanted: readonly string[]): boolean {
  const letters = (text: string) => text.replace(/[\s\u00ad\u200e\u200f\u2066-\u2069-]/gu, '')
  const said = letters((group?.marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [(mark as TextMark).text] : [])).join(''))
  return wanted.every((text) => said.includes(letters(text)))
}

// ---- parts

function namesOf({ org, turn, words, hidden }: Scenery, role: number) {
  const labels = labelsOf(org, 'screen', words, hidden)
  const count = peopleInBox(turn.to, role, labels)
  const people = labels.isVacant(role) ? words.say('scene.vacant') : count > 1 ? words.say('scene.people', { count }) : ''
  return { title: labels.title(role), unit: labels.unit(role), people }
}
function distanceOf({ structure }: Org, { placing, rows, row }: Layout, words: Words, role: number): string {
  if (placing.orientation === 'conventional' || rows[row[role] as number]?.kind === 'rank')
    return words.say('scene.band.layer', { layer: (structure.depth[role] as number) + 1 })
  const steps = structure.distance[role] as number
  if (steps < 0) return words.say('scene.band.unlinked')
  return steps === 1 ? words.say('scene.band.meet') : words.say('scene.band.away', { steps: steps - 1 })
}
/** What customers bring to it, and how much of that is settled there. */
function factsOfRole({ analysis, words }: Scenery, role: number): readonly string[] {
  const met = factsOf(analysis).metBy(role)
  if (!met) return []
  const { contacts, weight, settled } = met
  const share = typeof settled === 'number' ? settled / weight : { low: settled.low / weight, high: settled.high / weight }
  const count = contacts === null ? words.say('scene.kinds', { count: weight }) : words.say('scene.cases', { count: contacts })
  return [count, words.say('scene.share', { share: words.percent(share) })]
}
/** What the overlay that is shown says of it. */
function toldOf({ org, analysis, words, overlay, hidden, turn, followed }: Scenery, role: number): string {
  const overlays = overlaysFor([overlay])
  const readings = followed ? null : readingsIn({ org, analysis, words, overlays, ...(hidden ? { hidden } : {}) })
  const said = readings ? wornOn(readings, turn.to, org).saidOf(role, words) : ''
  return readings && said !== '' ? words.say('overlay.told', { overlay: words.say(`overlay.${overlay}`), said }) : ''
}
/** On the flipped chart only, as the flags. */
function stuckAt({ analysis, turn, words }: Scenery, role: number): string {
  const flags = factsOf(analysis).flagsOf(role)
  const count = flags ? flags.high + flags.medium + flags.low : 0
  return count > 0 && turn.to.placing.orientation === 'flipped' ? words.say('page.cards.stuck', { count }) : ''
}

function nameOfSegment({ org, words }: Scenery, segment: number): string {
  return segmentName(org, segment) || words.say('scene.band.customers')
}
function factsOfSegment({ org, analysis, words }: Scenery, segment: number): readonly string[] {
  const customers = org.doc.segments?.[segment]?.customers
  const totals = factsOf(analysis).segmentOf.get(segment)
  const parts = typeof customers === 'number' ? [words.say('scene.customers.count', { count: customers })] : []
  if (totals && totals.contacts !== null) parts.push(words.say('scene.cases', { count: totals.contacts }))
  if (totals && totals.firstContactResolution !== null)
    parts.push(words.say('scene.share', { share: words.percent(totals.firstContactResolution) }))
  return parts
}

const isSomething = (text: string) => text !== ''
const listed = (parts: readonly string[]) => parts.filter(isSomething).join(', ')
const joined = (parts: readonly string[]) => parts.filter(isSomething).join(' · ')
