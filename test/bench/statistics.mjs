// @ts-check

/** The value that a share of all does not exceed; NaN of nothing. @param {readonly number[]} values @param {number} share 0 … 1 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5)

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
