// The named jobs. A job takes values that can be cloned and gives one back; it reports how far it is.
import { type ReadFile, type ReadOutput, type ReadProgress, read } from './read'

export interface Jobs {
  readonly read: { readonly input: readonly ReadFile[]; readonly output: ReadOutput; readonly progress: ReadProgress }
}
export type JobName = keyof Jobs
type Job<N extends JobName> = (input: Jobs[N]['input'], report: (progress: Jobs[N]['progress']) => void) => Promise<Jobs[N]['output']>

export const jobs: { readonly [N in JobName]: Job<N> } = { read }
