// A page with a large organisation, whose worker and whose time are the test's.
import { createApp } from '../../src/state/app'
import { type Later, open, type Read } from '../../src/worker/open'
import type { ReadFile } from '../../src/worker/read'
import { organisation } from '../bench/organisation.mjs'

export const fileOf = (n: number, seed = 1): ReadFile => ({ name: `${n}-${seed}.json`, blob: new Blob([organisation(n, { seed }).text]) })
export const large = fileOf(2100)
export const other = fileOf(2200, 2)
export const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

/** A page whose worker hands over a part when the test says so, and whose spare time is the test's. */
export function slowPage() {
  const jobs: (() => void)[] = []
  const workers: { readonly parts: (() => void)[]; isEnded: boolean }[] = []
  let time = 0
  const wait = (job: () => void) => {
    jobs.push(job)
    return () => void jobs.splice(jobs.indexOf(job), 1)
  }
  const app = createApp(
    {
      async read(files, report, { looked, signal }) {
        const answers = open({ files, looked }, report)
        const worker = { parts: [] as (() => void)[], isEnded: false }
        const first = (await answers.next()).value as Read
        if (!first.org) return first
        workers.push(worker)
        const end = () => {
          worker.isEnded = true
          for (const part of worker.parts.splice(0)) part()
        }
        signal.addEventListener('abort', end)
        async function* later(): AsyncGenerator<Later, void> {
          try {
            for await (const part of answers) {
              await new Promise<void>((resolve) => worker.parts.push(resolve))
              if (signal.aborted) throw new Error('ended')
              yield part as Later
            }
          } finally {
            worker.isEnded = true
          }
        }
        return { ...first, later: later() }
      },
      sample: async () => large,
      slices: {
        now: () => (time += 4),
        soon: wait,
        seen: wait,
      },
    },
    { isMotionReduced: true },
  )
  return {
    app,
    get: app.store.getState,
    workers,
    jobs,
    async comes() {
      await settled()
      workers.at(-1)?.parts.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
      await settled()
    },
    /** The page has nothing else to do. */
    async idles() {
      while (jobs.length > 0) {
        jobs.shift()?.()
        await settled()
      }
    },
  }
}
export async function opened(file = large) {
  const page = slowPage()
  await page.app.openFiles([file])
  return page
}
