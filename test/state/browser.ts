// A browser in which tabs are opened: one drawer, a clock that is moved by hand, and tabs that hear each other.
import { readFileSync } from 'node:fs'
import { type App, createApp } from '../../src/state/app'
import type { KeepPort } from '../../src/state/keeping/types'
import type { Session, View } from '../../src/state/types'
import { type ReadFile, read } from '../../src/worker/read'

export const file = (name: string, text: string): ReadFile => ({ name, blob: new Blob([text]) })
export const sampleFile = (name: string) => file(`${name}.json`, readFileSync(`public/samples/${name}.json`, 'utf8'))

export interface Tab {
  readonly app: App
  readonly get: App['store']['getState']
  /** What is due happens: timers, idle time, writing. */
  readonly pause: () => Promise<void>
  /** Only what is due now. */
  readonly pass: () => Promise<void>
  /** The page goes: what is handed over in that moment is there, nothing is waited for. */
  readonly vanish: () => void
  readonly leave: () => Promise<void>
}

export function browser() {
  const drawer = new Map<string, unknown>()
  const preferences = slip()
  const ears = new Map<KeepPort, App>()
  let ids = 0
  let time = 1_700_000_000_000
  const written: string[] = []
  const deaf: (() => void)[] = []
  let fault: Error | null = null
  let isSilent = false

  const portOf = (own: KeepPort['tab'], isDeaf: boolean) => {
    const jobs = new Set<() => void>()
    const wait = (job: () => void) => {
      const one = () => {
        jobs.delete(one)
        job()
      }
      jobs.add(one)
      return () => void jobs.delete(one)
    }
    const port: KeepPort = {
      drawer: {
        async names() {
          if (fault) throw fault
          if (isDeaf) await new Promise<void>((resolve) => deaf.push(resolve))
          return [...drawer.keys()]
        },
        async read(names) {
          if (fault) throw fault
          return names.map((name) => structuredClone(drawer.get(name)))
        },
        async put(values) {
          if (fault) throw fault
          for (const [name, value] of Object.entries(values)) {
            written.push(name)
            if (value === undefined) drawer.delete(name)
            else drawer.set(name, structuredClone(value))
          }
        },
        async clear() {
          if (fault) throw fault
          drawer.clear()
        },
      },
      preferences,
      tab: own,
      later: (_, job) => wait(job),
      now: () => time++,
      freshId: () => `id-${++ids}`,
      tell: (message) => {
        for (const [other, app] of ears) if (other !== port && !isSilent) app.heard(structuredClone(message))
      },
    }
    return { port, jobs, wait }
  }

  return {
    drawer,
    preferences,
    /** Names under which something was written, in order. */
    written,
    /** Nobody hears anybody. */
    areDeaf: (is: boolean) => {
      isSilent = is
    },
    /** The drawers that did not open do now. */
    async opensLate() {
      for (const open of deaf.splice(0)) open()
      for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
    },
    breaks: (error: Error | null) => {
      fault = error
    },
    /** Opens the page; `own` is what the tab itself remembers over a reload. */
    async open(
      own = slip(),
      given: Partial<Session & View> = {},
      { isDeaf = false, isPatient = false, isSlow = false } = {},
    ): Promise<Tab> {
      const { port, jobs, wait } = portOf(own, isDeaf)
      const slices = { now: () => (time += 5), soon: wait, seen: wait }
      const app = createApp(
        {
          read: (files, report) => read(files, report),
          sample: async (name) => sampleFile(name),
          keep: port,
          ...(isSlow ? { slices } : {}),
        },
        given,
      )
      ears.set(port, app)
      const begun = app.begin('pinfold')
      if (isDeaf && !isPatient) for (const job of [...jobs]) job()
      await begun
      const settle = async () => {
        await app.keepNow()
        await new Promise((resolve) => setImmediate(resolve))
      }
      const pass = async () => {
        for (const job of [...jobs]) job()
        await new Promise((resolve) => setImmediate(resolve))
      }
      const pause = async () => {
        while (jobs.size > 0) await pass()
      }
      return { app, get: app.store.getState, pause, pass, vanish: () => void app.keepNow(), leave: settle }
    },
  }
}

export function slip(): KeepPort['tab'] {
  let held: unknown = null
  return {
    read: () => structuredClone(held),
    write: (value) => {
      held = structuredClone(value)
    },
  }
}
