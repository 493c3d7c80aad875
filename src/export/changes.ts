// What had to be changed in the texts of an organisation so that every program draws them, counted, with the first few places.
import type { Steps } from '../base/steps'
import { textsIn } from '../base/table'
import type { Org } from '../model/types'
import type { Hidden } from '../scene/labels'
import { cleanText, type Uncleanness, uncleanIn } from '../scene/text/clean'
import type { Change } from './request'

const PLACES = 3
/** Distinct texts of a kind that are looked at. */
const LOOKED_AT = 20_000
const SLICE = 2000

/** In what is drawn: titles, units, segments, and names unless they are left out. */
export function* changeSteps({ doc }: Org, { names }: Hidden): Steps<readonly Change[]> {
  const found = new Map<Uncleanness, { count: number; places: string[] }>()
  let looked = 0
  for (const text of textsOf()) {
    if (++looked % SLICE === 0) yield
    for (const kind of uncleanIn(text)) {
      const of = found.get(kind) ?? { count: 0, places: [] }
      found.set(kind, of)
      of.count++
      const place = cleanText(text, 'slide')
      if (of.places.length < PLACES && place !== '') of.places.push(place)
    }
  }
  return [...found].map(([kind, { count, places }]) => ({ kind, count, places }))

  function* textsOf(): Generator<string> {
    const { organization, units, roles, people, segments = [] } = doc
    if (organization.name) yield organization.name
    yield* firstOf(textsIn(roles.columns.title))
    for (const { name } of units.slice(0, LOOKED_AT)) if (name) yield name
    for (const { name } of segments) if (name) yield name
    if (people && !names) yield* firstOf(textsIn(people.columns.name))
  }
}

function* firstOf(texts: Iterable<string>): Generator<string> {
  let count = 0
  for (const text of texts) {
    if (++count > LOOKED_AT) return
    yield text
  }
}
