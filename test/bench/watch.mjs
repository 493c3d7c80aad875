// @ts-check
// What the bench sees of the page, from outside and in its own time: every frame, whether the chart was painted in it, when the main thread
// was done with it. The page says of itself only what anybody can read in it: `data-view` of the canvas, written after each paint, and its
// label, which names the organisation.

/**
 * In ms of `performance.now()`. `start` is what requestAnimationFrame was told; `end` is when the main thread took its next task, after
 * the canvas was handed on.
 * @typedef {{ start: number, end: number, isPainted: boolean }} Frame
 * @typedef {{ frames: Frame[], pressed: number, longTasks: { start: number, ms: number }[] }} Seen
 * @typedef {object} Watch
 * @property {(text: string) => void} hold the text of the next file
 * @property {(name: string) => Promise<number>} open drops it on the page; ms until the frame that shows `name` has ended
 * @property {() => void} begin forgets what was seen
 * @property {(quietFrames?: number) => Promise<Seen>} untilStill what was seen since, once the chart was painted and then was not for a while
 */

/** Runs in the page before anything of its own does, and is therefore one function without surroundings. */
export function watchPage() {
  /** @type {Seen} */
  let seen = { frames: [], pressed: 0, longTasks: [] }
  /** @type {Frame} */
  let frame = { start: 0, end: 0, isPainted: false }
  let text = ''
  let onPaint = () => {}
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
    ends.port2.postMessage(null)
  })
  new MutationObserver(() => {
    frame.isPainted = true
    onPaint()
  }).observe(document, { subtree: true, attributeFilter: ['data-view'] })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ start: startTime, ms: duration })
  }).observe({ type: 'longtask' })
  addEventListener('keydown', ({ timeStamp }) => (seen.pressed = timeStamp), true)

  const label = () => document.querySelector('canvas[data-view]')?.getAttribute('aria-label') ?? ''
  const nextTask = () => new Promise((resolve) => setTimeout(resolve))
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  /** @type {Watch} */
  const watch = {
    hold: (given) => (text = given),
    async open(name) {
      const start = performance.now()
      const data = new DataTransfer()
      data.items.add(new File([text], 'bench.json', { type: 'application/json' }))
      text = ''
      /** @type {Promise<Frame>} */
      const painted = new Promise((resolve) => (onPaint = () => label().includes(name) && resolve(frame)))
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
      const shown = await painted
      onPaint = () => {}
      while (shown.end === 0) await nextTask()
      return shown.end - start
    },
    begin: () => (seen = { frames: [], pressed: 0, longTasks: [] }),
    async untilStill(quietFrames = 20) {
      const isStill = () => seen.frames.some((one) => one.isPainted) && seen.frames.slice(-quietFrames).every((one) => !one.isPainted)
      while (!isStill()) await nextFrame()
      await nextTask()
      return seen
    },
  }
  Object.assign(globalThis, { benchWatch: watch })
}
