// @ts-check
// What the bench sees of a page, from outside and in its own time: every frame, whether the chart was painted in it, when the main thread was
// done with it, tasks that held it up. The page says of itself only what anybody can read in it: `data-view` of the canvas, written after each
// paint, its label, which names the organisation, and the strip with the totals.

/**
 * In ms of `performance.now()`. `start` is what requestAnimationFrame was told; `end` is when the main thread took its next task, after
 * the canvas was handed on.
 * @typedef {{ start: number, end: number, isPainted: boolean }} Frame
 * @typedef {object} Seen since `begin`
 * @property {Frame[]} frames
 * @property {number} pressed when the last key or click came, by its own time stamp
 * @property {{ start: number, ms: number }[]} longTasks
 * @property {{ at: number, bytes: number }[]} written files handed to the browser
 *
 * @typedef {object} Watch
 * @property {() => void} begin forgets what was seen
 * @property {() => Seen} seen
 * @property {() => number} elements
 * @property {(source: HTMLInputElement) => Promise<void>} hold takes the text of the file chosen there into memory: the next one to be dropped
 * @property {() => number} drop the file that is held falls on the page; when
 * @property {(name: string) => Promise<number>} untilShown end of the frame in which the chart first shows `name`
 * @property {() => Promise<number>} untilCounted end of the first frame with a chart painted while the totals stand in the strip
 * @property {() => string} totals
 * @property {(before: string) => Promise<number>} untilCountedAnew the same, once they are others
 * @property {() => Promise<number>} untilPainted end of the first frame since `begin` in which the chart was painted after the last key or click
 * @property {(quietFrames?: number) => Promise<void>} untilStill until the chart was not painted for a while
 * @property {(selector: string) => Promise<void>} listen from now on changes under `selector` count for …
 * @property {() => Promise<number>} untilSaid end of the last frame in which something changed there, once nothing does for a while
 */

/** Runs in the page before anything of its own does, and is therefore one function without surroundings. */
export function watchPage() {
  /** @returns {Seen} */
  const nothing = () => ({ frames: [], pressed: 0, longTasks: [], written: [] })
  let seen = nothing()
  /** @type {Frame} */
  let frame = { start: 0, end: 0, isPainted: false }
  /** Asked at every paint. @type {Set<() => void>} */
  const asking = new Set()
  /** @type {Frame | null} */
  let lastChange = null
  let isChanged = false
  /** @type {File | null} */
  let held = null
  /** @type {Frame[]} */
  const open = []
  const ends = new MessageChannel()
  ends.port1.onmessage = () => {
    const ended = open.shift()
    if (ended) ended.end = performance.now()
  }
  // The first callback of every frame: it was there before the page's own.
  requestAnimationFrame(function tick(start) {
    requestAnimationFrame(tick)
    frame = { start, end: 0, isPainted: false }
    seen.frames.push(frame)
    open.push(frame)
    if (isChanged) lastChange = frame // what changed between two frames is seen with the second
    isChanged = false
    ends.port2.postMessage(null)
  })
  new MutationObserver(() => {
    frame.isPainted = true
    for (const ask of asking) ask()
  }).observe(document, { subtree: true, attributeFilter: ['data-view'] })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ start: startTime, ms: duration })
  }).observe({ type: 'longtask' })
  const press = (/** @type {Event} */ { timeStamp }) => (seen.pressed = timeStamp)
  addEventListener('keydown', press, true)
  addEventListener('click', press, true)
  const { createObjectURL } = URL
  URL.createObjectURL = (made) => {
    if (made instanceof Blob) seen.written.push({ at: performance.now(), bytes: made.size })
    return createObjectURL.call(URL, made)
  }

  const nextTask = () => new Promise((resolve) => setTimeout(resolve))
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** @param {Frame} one */
  const endOf = async (one) => {
    while (one.end === 0) await nextTask()
    return one.end
  }
  /**
   * The end of the first frame with a paint in which something holds; if nothing is painted any more, of the first in which it holds.
   * @param {() => boolean} holds
   */
  const firstFrame = async (holds) => {
    /** @type {Frame | null} */
    let found = null
    const ask = () => {
      if (!found && holds()) found = frame
    }
    asking.add(ask)
    /** @type {Frame | null} */
    let unpainted = null
    for (let quiet = 0; !found && quiet < 10; await nextFrame()) {
      if (!holds()) continue
      unpainted ??= frame
      quiet++
    }
    asking.delete(ask)
    return endOf(/** @type {Frame} */ (found ?? unpainted))
  }
  const label = () => document.querySelector('canvas[data-view]')?.getAttribute('aria-label') ?? ''
  const strip = () => document.querySelector('footer :has(> [data-total])')
  const totals = () => (strip()?.closest('[aria-busy=true]') ? '' : (strip()?.textContent ?? ''))

  /** @type {Watch} */
  const watch = {
    begin: () => (seen = nothing()),
    seen: () => seen,
    elements: () => document.querySelectorAll('*').length,
    async hold(source) {
      const file = source.files?.[0]
      if (!file) throw new Error('no file was chosen')
      held = new File([await file.arrayBuffer()], file.name, { type: 'application/json' })
      source.remove()
    },
    drop() {
      const data = new DataTransfer()
      if (held) data.items.add(held)
      held = null
      const start = performance.now()
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
      return start
    },
    untilShown: (name) => firstFrame(() => label().includes(name)),
    untilCounted: () => firstFrame(() => totals() !== ''),
    totals,
    untilCountedAnew: (before) => firstFrame(() => totals() !== '' && totals() !== before),
    async untilPainted() {
      for (;;) {
        const first = seen.pressed > 0 && seen.frames.find(({ isPainted, end }) => isPainted && (end > seen.pressed || end === 0))
        if (first) return endOf(first)
        await nextFrame()
      }
    },
    async untilStill(quietFrames = 20) {
      const from = seen.frames.length
      while (seen.frames.length - from < quietFrames || seen.frames.slice(-quietFrames).some((one) => one.isPainted)) await nextFrame()
      await nextTask()
    },
    async listen(selector) {
      const place = document.querySelector(selector)
      if (!place) throw new Error(`nothing is at ${selector}`)
      new MutationObserver(() => {
        if (frame.end === 0) lastChange = frame
        else isChanged = true
      }).observe(place, { subtree: true, childList: true, characterData: true, attributes: true })
    },
    async untilSaid() {
      const quietFrames = 15
      for (let quiet = 0, last = lastChange; quiet < quietFrames || !last || (last.end > 0 && last.end < seen.pressed); await nextFrame()) {
        quiet = lastChange === last && !isChanged ? quiet + 1 : 0
        last = lastChange
      }
      return endOf(/** @type {Frame} */ (/** @type {unknown} */ (lastChange)))
    },
  }
  Object.assign(globalThis, { benchWatch: watch })
}
