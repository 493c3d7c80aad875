// Which cards come first, without sorting all of them: a page shows a dozen of a quarter of a million.
import { byCodeUnit } from '../base/order'
import { rounded } from '../base/range'
import { idOf } from '../model/roles'
import type { CardFace } from './judge'
import type { Survey } from './survey'

/** So many are known to be first; to see more of them all are put in order. */
const MOST = 60

/** More than this no number grows by being rounded. */
const ROUNDS_UP_BY = 1e-8
const ROUNDS_UP_TO = 1 + 1e-12

interface Placed extends CardFace {
  readonly subject: number
  readonly stake: number
}

/** Flagged before unknown, then as on the screen (domain.md 3.1): stake, severity, code, subject. */
export class Foremost {
  private readonly placed: Placed[] = []

  constructor(private readonly survey: Survey) {}

  /** `exact`: what is at stake, before it is rounded. */
  offer(subject: number, face: CardFace, exact: number): void {
    const { placed } = this
    const last = placed[MOST - 1]
    // Most are far from it, and a number or two tell so.
    if (last && (face.isFlagged === last.isFlagged ? exact * ROUNDS_UP_TO < last.stake - ROUNDS_UP_BY : last.isFlagged)) return
    const stake = rounded(exact)
    const one = { ...face, subject, stake }
    if (last && this.compare(one, last) > 0) return
    let [low, high] = [0, placed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.compare(one, placed[middle] as Placed) < 0) high = middle
      else low = middle + 1
    }
    placed.splice(low, 0, one)
    if (placed.length > MOST) placed.pop()
  }

  subjects(): Int32Array<ArrayBuffer> {
    return Int32Array.from(this.placed, ({ subject }) => subject)
  }

  private compare(a: Placed, b: Placed): number {
    return (
      Number(b.isFlagged) - Number(a.isFlagged) ||
      b.stake - a.stake ||
      b.severity - a.severity ||
      a.code - b.code ||
      a.place - b.place ||
      byCodeUnit(this.nameOf(a.subject), this.nameOf(b.subject)) ||
      a.subject - b.subject
    )
  }

  /** Pairs of one role stand in order of their issue types. */
  private nameOf(subject: number): string {
    const { org, columns, pairCount } = this.survey
    if (subject >= pairCount) return idOf(org, subject - pairCount)
    return idOf(org, columns.entry[columns.groupStart[subject] as number] as number)
  }
}
