// @ts-check

/** What is measured, and written, where nothing is said. */
const sizes = [100, 1_000, 10_000, 100_000, 1_000_000]

/**
 * `isWritten`: a whole run is kept in RESULTS.md, a part of it is printed only.
 * @typedef {{ sizes: readonly number[], times: number | null, only: readonly string[], hasPeers: boolean, isWritten: boolean }} Wishes
 * @param {readonly string[]} args @returns {Wishes}
 */
export function wishes(args) {
  const flags = args.filter((one) => one.startsWith('--'))
  const numbers = args.filter((one) => !one.startsWith('--')).map(Number)
  const value = (/** @type {string} */ name) => flags.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
  const unknown = flags.find((one) => !/^--(no-peers|write|only=[\w,]+|times=\d+)$/.test(one))
  if (unknown) throw new Error(`npm run bench does not know ${unknown}`)
  if (numbers.some((size) => !(size >= 20))) throw new Error('sizes are numbers of boxes, 20 at least: npm run bench -- 100 1000')
  const only = value('only')?.split(',') ?? []
  const isWhole = numbers.length === 0 && only.length === 0 && !flags.includes('--no-peers')
  return {
    sizes: numbers.length > 0 ? numbers : sizes,
    times: value('times') ? Number(value('times')) : null,
    only,
    hasPeers: !flags.includes('--no-peers') && (only.length === 0 || only.includes('peers')),
    isWritten: isWhole || flags.includes('--write'),
  }
}
