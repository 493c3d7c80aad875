// Named jobs off the main thread: one worker a call, so that to cancel is to terminate. Where there is no Worker the job runs here.
import type { JobName, Jobs } from './jobs'

export interface Call {
  readonly name: JobName
  readonly input: unknown
}
export type Answer =
  | { readonly kind: 'progress'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack?: string | undefined }

export interface RunOptions<N extends JobName> {
  readonly report?: (progress: Jobs[N]['progress']) => void
  readonly signal?: AbortSignal
}
/** The reader's own wish, not a fault: nothing needs to be said about it. */
export class Cancelled extends Error {}

export function run<N extends JobName>(name: N, input: Jobs[N]['input'], options: RunOptions<N> = {}): Promise<Jobs[N]['output']> {
  if (options.signal?.aborted) return Promise.reject(new Cancelled())
  return typeof Worker === 'undefined' ? runHere(name, input, options) : runInWorker(name, input, options)
}

async function runHere<N extends JobName>(name: N, input: Jobs[N]['input'], { report, signal }: RunOptions<N>): Promise<Jobs[N]['output']> {
  const { jobs } = await import('./jobs')
  const output = await jobs[name](input, (progress) => {
    if (!signal?.aborted) report?.(progress)
  })
  if (signal?.aborted) throw new Cancelled()
  return output
}

function runInWorker<N extends JobName>(name: N, input: Jobs[N]['input'], { report, signal }: RunOptions<N>): Promise<Jobs[N]['output']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./doorway.worker.ts', import.meta.url), { type: 'module' })
    const cancel = () => end(() => reject(new Cancelled()))
    const end = (settle: () => void) => {
      worker.terminate()
      signal?.removeEventListener('abort', cancel)
      settle()
    }
    signal?.addEventListener('abort', cancel)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      switch (data.kind) {
        case 'progress':
          return report?.(data.value as Jobs[N]['progress'])
        case 'done':
          return end(() => resolve(data.value as Jobs[N]['output']))
        case 'failed':
          return end(() => reject(Object.assign(new Error(data.message), { stack: data.stack })))
      }
    }
    worker.onerror = (event) => {
      event.preventDefault()
      end(() => reject(new Error(event.message)))
    }
    worker.onmessageerror = () => end(() => reject(new Error('an answer could not be cloned')))
    worker.postMessage({ name, input } satisfies Call)
  })
}
