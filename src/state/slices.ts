// Long work on the page: in slices of a few milliseconds between which everything else has its turn, or dropped when nobody wants it any more.
import { finish, type Steps } from '../base/steps'

/** The page's time; without it (in a test) work is done at once. */
export interface SlicePort {
  /** Calls once, when nobody waits for the page. Returns how to take it back. */
  readonly soon: (job: () => void) => () => void
  /** The same, after what the page shows now has been painted. */
  readonly seen: (job: () => void) => () => void
  /** Milliseconds from some beginning. */
  readonly now: () => number
}
/** Of a frame of 16 ms, what can be spared. */
const SLICE_MS = 8

export interface SliceOptions {
  /** Begins after what the page shows now has been painted. */
  readonly isSeen?: boolean
  /** Begins in the call, for so many milliseconds: what is small is then done in the frame of the click that asked for it. */
  readonly atOnceMs?: number
}

/** What the steps come to; null once `signal` says that nobody waits for it. Begins later, unless told to begin in the call. */
export function inSlices<T>(
  steps: Steps<T>,
  port: SlicePort | undefined,
  signal: AbortSignal,
  { isSeen = false, atOnceMs }: SliceOptions = {},
): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null)
  if (!port) return Promise.resolve(finish(steps))
  return new Promise((resolve, reject) => {
    const slice = (ms = SLICE_MS) => {
      const until = port.now() + ms
      try {
        do {
          const { done, value } = steps.next()
          if (done) return end(value)
        } while (port.now() < until)
      } catch (error) {
        signal.removeEventListener('abort', drop)
        return reject(error)
      }
      takeBack = port.soon(() => slice())
    }
    const end = (value: T | null) => {
      signal.removeEventListener('abort', drop)
      resolve(value)
    }
    const drop = () => {
      takeBack()
      end(null)
    }
    let takeBack = () => {}
    signal.addEventListener('abort', drop)
    if (atOnceMs !== undefined) slice(atOnceMs)
    else takeBack = isSeen ? port.seen(() => slice()) : port.soon(() => slice())
  })
}
