// Work that may be interrupted: a generator that yields wherever it can wait. In a worker or in Node it is run to its end; the page runs it in
// slices between frames, or drops it.

export type Steps<T> = Generator<void, T, void>

/** Runs to the end at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
