// The page's spare time: what waits for it comes after input and frames where the browser knows the difference.
import type { SlicePort } from '../../state/slices'

interface Scheduler {
  readonly postTask: (job: () => void, options: { readonly priority: 'background'; readonly signal: AbortSignal }) => Promise<void>
}
/** A page that nobody sees paints nothing. */
const UNSEEN_MS = 200

export function slicesOfPage(): SlicePort {
  return { now: () => performance.now(), soon, seen }
}

function soon(job: () => void): () => void {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler }
  if (!scheduler) {
    const timer = setTimeout(job)
    return () => clearTimeout(timer)
  }
  const wish = new AbortController()
  scheduler.postTask(job, { priority: 'background', signal: wish.signal }).catch(() => {}) // taken back
  return () => wish.abort()
}

function seen(job: () => void): () => void {
  const go = () => {
    takeBack()
    takeBack = soon(job)
  }
  const frame = requestAnimationFrame(() => requestAnimationFrame(go))
  const timer = setTimeout(go, UNSEEN_MS)
  let takeBack = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return () => takeBack()
}
