// @ts-check
// The headstand: the key F there and back, in both orders of the rows. The first order is shown for the first time.
import { framesOf, longestTask } from '../statistics.mjs'

const first = [20, 20, 25, 30, 40]
const frame = [18, 18, 20, 25, 33]

/** @type {import('../run.mjs').Measurement} */
export const flip = {
  name: 'flip',
  rows: {
    distance: { what: 'flip, by distance: key → first frame', unit: 'ms', limits: first },
    distanceFrame: { what: '… a frame of the turn', unit: 'ms', isFrame: true, limits: frame },
    distanceWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    mirror: { what: 'flip, by reporting line: key → first frame', unit: 'ms', limits: first },
    mirrorFrame: { what: '… a frame of the turn', unit: 'ms', isFrame: true, limits: frame },
    mirrorWork: { what: '… of it main thread', unit: 'ms', isFrame: true },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const distance = [await turn(stage, 'f')]
    const other = await turn(stage, 'm')
    const mirror = [await turn(stage, 'f'), await turn(stage, 'f')]
    const back = await turn(stage, 'm')
    distance.push(await turn(stage, 'f'), await turn(stage, 'f')) // and is left flipped
    const all = [...distance, other, ...mirror, back]
    return {
      distance: distance.map((one) => one.first),
      distanceFrame: distance.flatMap((one) => one.frame),
      distanceWork: distance.flatMap((one) => one.work),
      mirror: mirror.map((one) => one.first),
      mirrorFrame: mirror.flatMap((one) => one.frame),
      mirrorWork: mirror.flatMap((one) => one.work),
      blocked: [Math.max(...all.map((one) => one.blocked))],
    }
  },
}

/** @param {import('../stage.mjs').Stage} stage @param {string} key */
export async function turn({ page, watch }, key) {
  await watch.evaluate((its) => its.begin())
  await page.keyboard.press(key)
  const painted = await watch.evaluate((its) => its.untilPainted())
  await watch.evaluate((its) => its.untilStill())
  const seen = await watch.evaluate((its) => its.seen())
  return { first: painted - seen.pressed, blocked: longestTask(seen), ...framesOf(seen.frames) }
}
