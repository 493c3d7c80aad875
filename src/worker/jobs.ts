// The named jobs. A job takes values that can be cloned and hands over its answers one after the other; it reports how far it is.
import { type OpenAnswer, type OpenInput, open } from './open'
import type { ReadProgress } from './read'

export interface Jobs {
  readonly open: { readonly input: OpenInput; readonly answer: OpenAnswer; readonly progress: ReadProgress }
}
export type JobName = keyof Jobs
/** What is handed over is not looked at again: its buffers travel. */
type Job<N extends JobName> = (
  input: Jobs[N]['input'],
  report: (progress: Jobs[N]['progress']) => void,
) => AsyncGenerator<Jobs[N]['answer'], void>

export const jobs: { readonly [N in JobName]: Job<N> } = { open }
