// Which subject of one analysis is which of another: edits leave roles and issue types where they are, but may bring a pair, a need, a grant.
import type { Detector } from './finding'
import type { Survey } from './survey'

/** A name for each subject before and after, the same for the same one; null where all stand where they stood. */
export interface Names {
  readonly was: (at: number) => string | number
  readonly is: (at: number) => string | number
}

export class Alike {
  readonly pairs: Names | null
  private readonly entries: Names | null

  constructor(
    private readonly was: Survey,
    private readonly is: Survey,
  ) {
    // Where only powers changed walks are kept with their places.
    const isKept = was.columns.groupStart === is.columns.groupStart
    this.pairs = isKept ? null : namesIn(pairsIn(was), pairsIn(is))
    this.entries = isKept ? null : namesIn(entriesIn(was), entriesIn(is))
  }

  of(rule: Detector): Names | null {
    if (rule.of !== 'listed') return rule.of === 'pair' ? this.pairs : this.entries
    if (rule.isByRole && this.was.org.doc.roles.length === this.is.org.doc.roles.length) return null
    const nameIn = (survey: Survey) => (at: number) => JSON.stringify(rule.subject(survey, at))
    return { was: nameIn(this.was), is: nameIn(this.is) }
  }

  /** By pair after the edit, where it was before; -1 = nowhere. */
  earlierPairs(): (pair: number) => number {
    const { pairs, was } = this
    if (!pairs) return (pair) => pair
    const at = new Map(Array.from({ length: was.pairCount }, (_, pair) => [pairs.was(pair), pair]))
    return (pair) => at.get(pairs.is(pair)) ?? -1
  }
}

function namesIn(before: Float64Array, after: Float64Array): Names | null {
  if (before.length === after.length && before.every((name, at) => name === after[at])) return null
  return { was: (at) => before[at] as number, is: (at) => after[at] as number }
}

/** More kinds of case than any file has. */
const KINDS = 2 ** 20
function pairsIn({ columns: { groupStart, entry }, cases, pairCount }: Survey): Float64Array {
  const names = new Float64Array(pairCount)
  for (let pair = 0; pair < pairCount; pair++) {
    const group = groupStart[pair] as number
    names[pair] = (entry[group] as number) * KINDS + cases.kind(group).issueType
  }
  return names
}
function entriesIn({ columns: { pairStart, groupStart, entry }, entryCount }: Survey): Float64Array {
  const names = new Float64Array(entryCount)
  for (let at = 0; at < entryCount; at++) names[at] = entry[groupStart[pairStart[at] as number] as number] as number
  return names
}
