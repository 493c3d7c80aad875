// What a role is paid, in wide bands: never of a group under three, and never so that what anybody is paid could be read. Edges come from the
// groups that may be shown, so that they tell nothing of the others.
import { type Cell, cellAt, numberAt } from '../../base/table'
import type { Words } from '../../base/words'
import type { Org } from '../../model/types'
import { bandIn, bandsOf, hasNumbers, hasValues, roundEdges } from '../readings/bands'
import { isSmallGroup } from '../readings/groups'
import { frontHeadline } from '../readings/headline'
import { readingsIn } from '../readings/told'
import { KEPT, NOT_ASKED, NOT_KNOWN, type Overlay } from './overlay'

const BANDS = 5
const THOUSAND = 1000

export const overlay: Overlay = {
  id: 'pay',
  place: 6,
  lacks: ({ doc }) => !hasNumbers(doc.roles.columns.pay) && !hasValues(doc.roles.columns.payBand),
  tells: ({ org, words, hidden }) => {
    const isKept = (role: number) => hidden.pay === true || isSmallGroup(org, role)
    const edges = roundEdges(shownIn(org, isKept), BANDS)
    const bands = edges.length === 0 ? [words.say('overlay.pay.alike')] : payBands(edges, org, words)
    const bandOf = bandsOf(org, (role) => {
      if (isKept(role)) return KEPT
      const pay = payOf(org, role)
      return pay === null ? NOT_ASKED : pay === undefined ? NOT_KNOWN : bandIn(edges, pay)
    })
    return { bands, scale: 'ordered', bandOf, saidOf: (role) => bands[bandOf(role)] ?? '', title: words.say('overlay.pay.title') }
  },
  headline: (said) => ((readingsIn(said)?.bands.length ?? 0) > 1 ? frontHeadline(said, 'pay', (band) => band === 0) : null),
}

function payOf({ doc }: Org, role: number): Cell<number> {
  const band = cellAt(doc.roles, 'payBand', role)
  return numberAt(doc.roles.columns.pay, role) ?? (band ? (band.min + band.max) / 2 : band)
}

function shownIn(org: Org, isKept: (role: number) => boolean): readonly number[] {
  const shown: number[] = []
  for (let role = 0; role < org.doc.roles.length; role++) {
    const pay = isKept(role) ? undefined : payOf(org, role)
    if (typeof pay === 'number') shown.push(pay)
  }
  return shown
}

function payBands(edges: readonly number[], { doc }: Org, words: Words): readonly string[] {
  const { currency = '' } = doc.organization
  const isLarge = edges.every((edge) => edge % (THOUSAND / 2) === 0)
  const unit = isLarge ? THOUSAND : 1
  const money = (edge: number | undefined) => (edge === undefined ? null : words.money(edge / unit, currency))
  return [undefined, ...edges].map((from, band) => {
    const to = edges[band]
    const params = { from: money(from), to: money(to), last: to === undefined ? null : words.number(to / unit), isLarge: isLarge ? 1 : 0 }
    return words.say('overlay.pay.band', params as Parameters<Words['say']>[1])
  })
}
