// @ts-check
// The hand on the flipped chart: dragged where it fits the page, zoomed in by the wheel, dragged where single boxes can be read. Real input
// events, one after another as the browser takes them.
import { framesOf } from '../statistics.mjs'
import { turn } from './flip.mjs'

const moves = 40
const longestMs = 4000
/** Of a doubling, for each pixel of the wheel (d3-zoom, wheelDelta). */
const perPixel = 0.002
const middle = { x: 480, y: 400 }

/** @type {import('../run.mjs').Measurement} */
export const pan = {
  rows: {
    far: { what: 'pan:  a frame, chart fitted', unit: 'ms', isFrame: true },
    farWork: { what: '      … of it main thread', unit: 'ms', isFrame: true },
    zoom: { what: 'zoom: a frame, fitted → readable', unit: 'ms', isFrame: true },
    zoomWork: { what: '      … of it main thread', unit: 'ms', isFrame: true },
    near: { what: 'pan:  a frame, boxes readable', unit: 'ms', isFrame: true },
    nearWork: { what: '      … of it main thread', unit: 'ms', isFrame: true },
  },
  async run(stage) {
    const { page } = stage
    await turn(stage)
    await page.mouse.move(middle.x, middle.y)
    const far = await during(stage, () => drag(page))
    const zoom = await during(stage, () => wheel(page))
    const near = await during(stage, () => drag(page))
    return { far: far.frame, farWork: far.work, zoom: zoom.frame, zoomWork: zoom.work, near: near.frame, nearWork: near.work }
  },
}

/** @param {import('../run.mjs').Stage} stage @param {() => Promise<void>} gesture */
async function during({ watch }, gesture) {
  await watch.evaluate((its) => its.begin())
  await gesture()
  const { frames } = await watch.evaluate((its) => its.untilStill())
  return framesOf(frames)
}

/** Round and round, so that the chart stays on the page; cut short where it takes too long. @param {import('@playwright/test').Page} page */
async function drag(page) {
  const start = Date.now()
  await page.mouse.down()
  for (let i = 1; i <= moves && Date.now() - start < longestMs; i++)
    await page.mouse.move(middle.x + 160 * Math.sin(i / 8), middle.y + 80 * (1 - Math.cos(i / 8)))
  await page.mouse.up()
}
/** From the fit, which the canvas tells, to 1:1. @param {import('@playwright/test').Page} page */
async function wheel(page) {
  const view = await page.locator('canvas[data-view]').getAttribute('data-view')
  const doublings = Math.log2(1 / Number.parseFloat(view ?? ''))
  for (let i = 0; i < moves; i++) await page.mouse.wheel(0, -doublings / perPixel / moves)
}
