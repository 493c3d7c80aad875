// The page's spare time: what waits for it comes after input and frames where the browser knows the difference.
import type { SlicePort } from '../../state/slices'

interface Scheduler {
  readonly postTask: (job: () => void, options: { readonly priority: 'background'; readonly signal: AbortSignal }) => Promise<void>
}

export function slicesOfPage(): SlicePort {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler }
  return {
    now: () => performance.now(),
    soon(job) {
      if (!scheduler) {
        const timer = setTimeout(job)
        return () => clearTimeout(timer)
      }
      const wish = new AbortController()
      scheduler.postTask(job, { priority: 'background', signal: wish.signal }).catch(() => {}) // taken back
      return () => wish.abort()
    },
  }
}
