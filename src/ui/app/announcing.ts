// What parts of the page want said aloud, for those who do not see it; `LiveRegion` says it.
import { createContext, use } from 'react'

export interface Announcer {
  readonly say: (text: string) => void
  /** Returns how to stop. */
  readonly listen: (listener: (text: string) => void) => () => void
}
export function createAnnouncer(): Announcer {
  const listeners = new Set<(text: string) => void>()
  return {
    say(text) {
      for (const listener of listeners) listener(text)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export const AnnouncerContext = createContext<Announcer>(createAnnouncer())
export const useAnnouncer = (): Announcer => use(AnnouncerContext)
