// Changes tried before they are made: chosen ones stay tried, what is pointed at only while it is.
import type { Edit } from '../../model/edits/edit'
import { trialEdits } from '../trial'
import type { Trial } from '../types'
import type { Tools } from './tools'

export const trying = ({ get, setSession, maker, endTrial }: Tools) => {
  const go = (trial: Trial) => {
    const before = trialEdits(get())
    if (trial.chosen.length === 0 && !trial.glanced) return endTrial()
    setSession({ trial })
    if (trialEdits(get()) !== before) maker.tryOut()
  }
  return {
    /** Tries these on a copy, all together, until they are made, let go, or others are tried; none ends it. */
    tryOut: (chosen: readonly Edit[]) => go({ chosen, glanced: null }),
    /** What would be if these were tried; null: back to what is chosen. */
    glance: (glanced: readonly Edit[] | null) => go({ chosen: get().session.trial?.chosen ?? NONE, glanced }),
    endTrial,
  }
}
const NONE: readonly Edit[] = []
