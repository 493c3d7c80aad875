import { expect, test } from 'vitest'
import type { Steps } from '../../src/base/steps'
import { inSlices, type SlicePort } from '../../src/state/slices'

/** Time that passes by one with each step; what waits is called by hand. */
function page() {
  let now = 0
  const waiting: (() => void)[] = []
  const later = (job: () => void) => {
    waiting.push(job)
    return () => void waiting.splice(waiting.indexOf(job), 1)
  }
  const port: SlicePort = { now: () => now, soon: later, seen: later }
  const steps = function* (count: number): Steps<string> {
    for (let step = 0; step < count; step++) {
      now++
      yield
    }
    return 'done'
  }
  return { port, steps, waiting }
}

test('what is small is done in the call, when told to begin there', async () => {
  const { port, steps, waiting } = page()
  const done = inSlices(steps(20), port, new AbortController().signal, { atOnceMs: 32 })
  expect(waiting).toEqual([])
  expect(await done).toBe('done')
})

test('what takes longer goes on in slices, none of which is longer than any other', async () => {
  const { port, steps, waiting } = page()
  const done = inSlices(steps(60), port, new AbortController().signal, { atOnceMs: 32 })
  let slices = 0
  for (; waiting.length > 0; slices++) waiting.shift()?.()
  expect(slices).toBe(4) // 60 − 32 in slices of 8
  expect(await done).toBe('done')
})

test('given up it comes to nothing, and nothing waits any more', async () => {
  const { port, steps, waiting } = page()
  const asked = new AbortController()
  const done = inSlices(steps(60), port, asked.signal, { atOnceMs: 32 })
  expect(waiting).toHaveLength(1)
  asked.abort()
  expect(waiting).toEqual([])
  expect(await done).toBeNull()
})

test('without the call it begins later', () => {
  const { port, steps, waiting } = page()
  void inSlices(steps(1), port, new AbortController().signal)
  expect(waiting).toHaveLength(1)
})
