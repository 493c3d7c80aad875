// What a role is measured on: results (how much, how fast), effects (what became of it for the customer), both, or nothing.
import { cellAt } from '../../base/table'
import type { Org } from '../../model/types'
import { bandsOf, hasValues } from '../readings/bands'
import { frontHeadline } from '../readings/headline'
import { NOT_KNOWN, type Overlay } from './overlay'

const KINDS = ['result', 'both', 'effect', 'none']
const [RESULT, BOTH, EFFECT, NONE] = [0, 1, 2, 3] as const

export const overlay: Overlay = {
  id: 'measures',
  place: 13,
  lacks: ({ doc }) => !hasValues(doc.roles.columns.measures) && doc.coverage.measures !== 'complete',
  tells: ({ org, words }) => {
    const bandOf = bandsOf(org, (role) => kindOf(org, role))
    const bands = KINDS.map((kind) => words.say(`overlay.measures.${kind}`))
    return { bands, scale: 'apart', bandOf, saidOf: (role) => bands[bandOf(role)] ?? '', title: words.say('overlay.measures.title') }
  },
  headline: (said) => frontHeadline(said, 'measures', (band) => band === RESULT),
}

function kindOf({ doc }: Org, role: number): number {
  const measures = cellAt(doc.roles, 'measures', role)
  if (measures === undefined) return doc.coverage.measures === 'complete' ? NONE : NOT_KNOWN
  if (!measures?.length) return NONE
  const has = (kind: 'result' | 'effect') => measures.some((one) => one.kind === kind)
  if (has('result') && has('effect')) return BOTH
  if (measures.some(({ kind }) => kind === undefined)) return NOT_KNOWN // it may be the other
  return has('result') ? RESULT : EFFECT
}
