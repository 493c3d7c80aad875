// What an overlay asks of the whole organisation is made ahead, in steps: in a large file it takes longer than a frame.
import type { Analysis } from '../../analysis/types'
import type { Steps } from '../../base/steps'
import type { Org } from '../../model/types'
import { overlaysFor } from '.'

/** Of so few roles it is made when it is asked for. */
const FEW = 2000

/** Whether it can be drawn without anybody waiting for it. */
export function isReady(id: string, org: Org, analysis: Analysis): boolean {
  return org.doc.roles.length <= FEW || overlaysFor([id]).every(({ ready }) => ready?.isThere(analysis) ?? true)
}

export function* readySteps(id: string, analysis: Analysis): Steps<void> {
  for (const { ready } of overlaysFor([id])) if (ready && !ready.isThere(analysis)) yield* ready.steps(analysis)
}
