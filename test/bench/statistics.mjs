// @ts-check

/** The value that a share of all does not exceed; NaN of nothing. @param {readonly number[]} values @param {number} share 0 … 1 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
/** The middle one; between two, their mean. @param {readonly number[]} values */
export const median = (values) =>
  (quantile(values, 0.5) -
    quantile(
      values.map((value) => -value),
      0.5,
    )) /
  2

/**
 * How a measure grows with the number of boxes: the exponent of the power that fits best (least squares over logarithms). 0 = it does not, 1 = as
 * the organisation does; null where fewer than two sizes have something to say.
 * @param {readonly (readonly [size: number, value: number])[]} points
 */
export function growthOf(points) {
  const logs = points.filter(([, value]) => value > 0).map(([size, value]) => /** @type {const} */ ([Math.log(size), Math.log(value)]))
  if (logs.length < 2) return null
  const mean = (/** @type {0 | 1} */ at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const spread = logs.reduce((sum, pair) => sum + (pair[0] - x) ** 2, 0)
  return logs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0) / spread
}

/**
 * Of the frames in which the chart was painted: how long until the next one began, and how long the main thread was busy with it, from the
 * frame's own time, or from the end of the frame before where that came later.
 * @param {readonly import('./watch.mjs').Frame[]} frames
 */
export function framesOf(frames) {
  const painted = frames.flatMap((one, i) => {
    const next = frames[i + 1]
    const freeFrom = Math.max(one.start, frames[i - 1]?.end ?? 0)
    return one.isPainted && next ? [{ frame: next.start - one.start, work: one.end - freeFrom }] : []
  })
  return { frame: painted.map(({ frame }) => frame), work: painted.map(({ work }) => work) }
}

/** The longest task over 50 ms that began after `from`; 0 = there was none. @param {import('./watch.mjs').Seen} seen @param {number} [from] */
export const longestTask = ({ longTasks }, from = 0) => Math.max(0, ...longTasks.filter(({ start }) => start >= from).map(({ ms }) => ms))
