// The browser under test never tells of a new screen, so its part is played here.
import { expect, test, vi } from 'vitest'
import { whenDensityChanges } from '../../src/ui/chart/density'

test('each change of screen is noticed, not only the first, and none after it is let go', () => {
  const listeners = new Map<string, Set<() => void>>()
  vi.stubGlobal('matchMedia', (query: string) => ({
    addEventListener: (_: string, listener: () => void) => listeners.set(query, new Set([...(listeners.get(query) ?? []), listener])),
    removeEventListener: (_: string, listener: () => void) => listeners.get(query)?.delete(listener),
  }))
  /** What listens for the end of the density before hears of it. */
  const moveTo = (density: number) => {
    const before = `(resolution: ${devicePixelRatio}dppx)`
    vi.stubGlobal('devicePixelRatio', density)
    for (const listener of listeners.get(before) ?? []) listener()
  }
  vi.stubGlobal('devicePixelRatio', 1)
  let told = 0
  const forget = whenDensityChanges(() => told++)
  for (const density of [2, 3, 1]) moveTo(density)
  expect(told).toBe(3)
  forget()
  moveTo(2)
  expect(told).toBe(3)
})
