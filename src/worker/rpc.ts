// Named jobs off the main thread: one worker a call, so that to cancel is to terminate, and its memory goes with it. One is kept warm, with
// everything loaded, so that nobody waits for it to start. Where there is no Worker the job runs here.
import type { JobName, Jobs } from './jobs'

export interface Call {
  readonly name: JobName
  readonly input: unknown
}
/** What a worker does while nobody calls it. */
export interface Practise {
  readonly name: 'practise'
}
export type Answer =
  | { readonly kind: 'progress'; readonly value: unknown }
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly stack?: string | undefined }

export interface RunOptions<N extends JobName> {
  readonly report?: (progress: Jobs[N]['progress']) => void
  readonly signal?: AbortSignal
}
type Answers<N extends JobName> = AsyncGenerator<Jobs[N]['answer'], void>
/** The reader's own wish, not a fault: nothing needs to be said about it. */
export class Cancelled extends Error {}

/** The answers of a job, one after the other. Whoever stops listening ends it. */
export function run<N extends JobName>(name: N, input: Jobs[N]['input'], options: RunOptions<N> = {}): Answers<N> {
  return typeof Worker === 'undefined' ? runHere(name, input, options) : runInWorker(name, input, options)
}

async function* runHere<N extends JobName>(name: N, input: Jobs[N]['input'], { report, signal }: RunOptions<N>): Answers<N> {
  const stopAsked = () => {
    if (signal?.aborted) throw new Cancelled()
  }
  stopAsked()
  const { jobs } = await import('./jobs')
  for await (const answer of jobs[name](input, (progress) => !signal?.aborted && report?.(progress))) {
    stopAsked()
    yield answer
    stopAsked()
  }
}

async function* runInWorker<N extends JobName>(name: N, input: Jobs[N]['input'], { report, signal }: RunOptions<N>): Answers<N> {
  if (signal?.aborted) throw new Cancelled()
  const worker = taken()
  const came: (() => Jobs[N]['answer'] | null)[] = []
  let wake = () => {}
  const hear = (next: () => Jobs[N]['answer'] | null) => {
    came.push(next)
    wake()
  }
  const fail = (error: Error) =>
    hear(() => {
      throw error
    })
  const cancel = () => {
    worker.terminate() // at once: nobody may be listening
    came.length = 0
    fail(new Cancelled())
  }
  signal?.addEventListener('abort', cancel)
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    switch (data.kind) {
      case 'progress':
        return report?.(data.value as Jobs[N]['progress'])
      case 'answer':
        return hear(() => data.value as Jobs[N]['answer'])
      case 'done':
        return hear(() => null)
      case 'failed':
        return fail(Object.assign(new Error(data.message), { stack: data.stack }))
    }
  }
  worker.onerror = (event) => {
    event.preventDefault()
    fail(new Error(event.message))
  }
  worker.onmessageerror = () => fail(new Error('an answer could not be cloned'))
  try {
    worker.postMessage({ name, input } satisfies Call)
    for (;;) {
      const answer = came.shift()?.()
      if (answer === null) return
      if (answer !== undefined) yield answer
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    worker.terminate()
    signal?.removeEventListener('abort', cancel)
    if (isKeptWarm) setTimeout(prepareWorker, REST_MS)
  }
}

// ---- warm ------------------------------------------------------------------------------------------------------------------------

let warm: Worker | null = null
let isKeptWarm = false
/** After a call, before the next worker practises. */
const REST_MS = 1000

/** Has a worker ready for the next call, with everything loaded and run once; from now on there always is one. */
export function prepareWorker(): void {
  isKeptWarm = true
  if (warm || typeof Worker === 'undefined') return
  const worker = started()
  worker.onerror = (event) => {
    event.preventDefault()
    if (warm === worker) warm = null // the call that needs one says what is wrong
  }
  worker.postMessage({ name: 'practise' } satisfies Practise)
  warm = worker
}
function taken(): Worker {
  const worker = warm ?? started()
  warm = null
  return worker
}
function started(): Worker {
  return new Worker(new URL('./doorway.worker.ts', import.meta.url), { type: 'module' })
}
