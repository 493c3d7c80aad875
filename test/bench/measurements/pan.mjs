// @ts-check
// The hand on the flipped chart: dragged where it fits the page, zoomed in by the wheel, dragged where titles can be read and where cards
// can. Real input events, one after another as the browser takes them.
import { turned } from '../stage.mjs'
import { framesOf, longestTask } from '../statistics.mjs'

const moves = 40
const longestMs = 4000
/** Of a doubling, for each pixel of the wheel (d3-zoom, wheelDelta). */
const perPixel = 0.002
const middle = { x: 480, y: 400 }
const limits = [18, 18, 18, 19, 20]

/** @type {import('../run.mjs').Measurement} */
export const pan = {
  name: 'pan',
  rows: {
    far: { what: 'pan, chart fitted: a frame', unit: 'ms', isFrame: true, limits },
    farWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    zoom: { what: 'zoom, fitted → 1:1: a frame', unit: 'ms', isFrame: true, limits },
    zoomWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    middle: { what: 'pan, titles readable: a frame', unit: 'ms', isFrame: true, limits },
    middleWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    near: { what: 'pan, cards readable: a frame', unit: 'ms', isFrame: true, limits },
    nearWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const { page } = stage
    await turned(stage)
    await page.mouse.move(middle.x, middle.y)
    const far = await during(stage, () => drag(page))
    const closer = await during(stage, () => wheel(page, 0.3))
    const between = await during(stage, () => drag(page))
    const closest = await during(stage, () => wheel(page, 1))
    const near = await during(stage, () => drag(page))
    return {
      ...{ far: far.frame, farWork: far.work, middle: between.frame, middleWork: between.work, near: near.frame, nearWork: near.work },
      zoom: [...closer.frame, ...closest.frame],
      zoomWork: [...closer.work, ...closest.work],
      blocked: [Math.max(...[far, closer, between, closest, near].map((one) => one.blocked))],
    }
  },
}

/** @param {import('../stage.mjs').Stage} stage @param {() => Promise<void>} gesture */
async function during({ watch }, gesture) {
  await watch.evaluate((its) => its.begin())
  await gesture()
  await watch.evaluate((its) => its.untilStill())
  const seen = await watch.evaluate((its) => its.seen())
  return { blocked: longestTask(seen), ...framesOf(seen.frames) }
}

/** Round and round, so that the chart stays on the page; cut short where it takes too long. @param {import('@playwright/test').Page} page */
async function drag(page) {
  const start = Date.now()
  await page.mouse.down()
  for (let i = 1; i <= moves && Date.now() - start < longestMs; i++)
    await page.mouse.move(middle.x + 160 * Math.sin(i / 8), middle.y + 80 * (1 - Math.cos(i / 8)))
  await page.mouse.up()
}
/** From where it is, which the canvas tells, to a scale. @param {import('@playwright/test').Page} page @param {number} scale */
async function wheel(page, scale) {
  const view = await page.locator('canvas[data-view]').getAttribute('data-view')
  const doublings = Math.log2(scale / Number.parseFloat(view ?? ''))
  for (let i = 0; i < moves; i++) await page.mouse.wheel(0, -doublings / perPixel / moves)
}
