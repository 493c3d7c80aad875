// @ts-check
// A large file is being read when its reader thinks better of it.
import { hold } from '../stage.mjs'

const limits = [100, 100, 100, 100, 100]

/** @type {import('../run.mjs').Measurement} */
export const cancel = {
  name: 'cancel',
  rows: {
    usable: { what: 'reading cancelled: click → the chart before answers', unit: 'ms', limits },
    ended: { what: '… → its worker has ended', unit: 'ms', limits },
  },
  from: 100_000,
  isAlone: true,
  async run(stage) {
    const { page, watch } = stage
    await hold(stage)
    await watch.evaluate((its) => {
      its.begin()
      its.drop()
    })
    const button = page.getByRole('button', { name: 'Cancel' })
    await button.waitFor()
    const ended = Promise.race(page.workers().map((worker) => new Promise((resolve) => worker.on('close', () => resolve(Date.now())))))
    await watch.evaluate((its) => its.begin())
    await button.click()
    const ringed = await watch.evaluate(async (its) => {
      while (document.querySelector('main progress')) await new Promise((resolve) => requestAnimationFrame(resolve))
      return { epoch: performance.timeOrigin + its.seen().pressed, pressed: its.seen().pressed, gone: performance.now() }
    })
    const endedAt = await ended
    return { usable: [ringed.gone - ringed.pressed], ended: [Math.max(0, Number(endedAt) - ringed.epoch)] }
  },
}
