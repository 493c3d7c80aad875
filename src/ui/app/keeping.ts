// What keeping needs from this browser, and what the page tells it: when it is left and looked at again, what other tabs say, what stands
// in the address. Nothing of it is ever sent anywhere.
import type { App } from '../../state/app'
import { hashOf, type Linked, linkedIn } from '../../state/hash'
import { drawerOfBrowser } from '../../state/keeping/indexeddb'
import type { KeepPort, Slip } from '../../state/keeping/types'

/** Safari takes a hundred changes of the address in half a minute. */
const ADDRESS_PAUSE_MS = 300

export type PagePort = KeepPort & { readonly hear: (listener: (message: unknown) => void) => void }

export function keepPortOfPage(): PagePort {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('headstand')
  return {
    drawer: drawerOfBrowser(),
    preferences: slipIn(() => localStorage, 'headstand'),
    tab: slipIn(() => sessionStorage, 'headstand'),
    later(ms, job) {
      const timer = setTimeout(job, ms)
      return () => clearTimeout(timer)
    },
    now: Date.now,
    freshId: () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(''),
    tell: (message) => channel?.postMessage(message),
    hear: (listener) => channel?.addEventListener('message', ({ data }) => listener(data)),
  }
}

/** A browser that keeps nothing throws at the first touch. */
function slipIn(storage: () => Storage, name: string): Slip {
  return {
    read() {
      try {
        return JSON.parse(storage().getItem(name) ?? 'null')
      } catch {
        return null
      }
    },
    write(value) {
      try {
        if (value === null) storage().removeItem(name)
        else storage().setItem(name, JSON.stringify(value))
      } catch {} // it is small, and the drawer tells
    },
  }
}

/** Until the page is gone. */
export function attend(app: App, port: PagePort) {
  followWithAddress(app)
  const leave = () => void app.keepNow()
  port.hear(app.heard)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
    else void app.lookAround()
  })
  addEventListener('hashchange', () => app.heed(linkedIn(location.hash)))
  addEventListener('beforeunload', (event) => {
    if (app.isAtRisk()) event.preventDefault()
  })
}

/** What this page wrote into the address itself: no link, and over a reload older than what was kept. */
const trace = slipIn(() => sessionStorage, 'headstand.address')

/** What a link asks for that somebody opened. */
export function linkFollowed(): Linked {
  return location.hash === trace.read() ? {} : linkedIn(location.hash)
}

/** The address follows what is seen, a little later, and without a step in the browser's history. */
function followWithAddress(app: App) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    const { view, session } = app.store.getState()
    if (session.isFirstVisit || session.presenting) return
    const hash = hashOf(view)
    if (hash !== location.hash) history.replaceState(history.state, '', hash)
    trace.write(hash)
  }
  app.store.subscribe((state, before) => {
    if (state.view === before.view && state.session.isFirstVisit === before.session.isFirstVisit) return
    clearTimeout(timer)
    timer = setTimeout(write, ADDRESS_PAUSE_MS)
  })
}
