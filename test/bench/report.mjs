// @ts-check
// What was measured as a page of text: tables with the targets beside, how each row grows, and Headstand beside the fastest of the others.
import { peerMeasures, peers } from './peers.mjs'
import { growthOf, median, quantile } from './statistics.mjs'

/** @typedef {import('./run.mjs').Row} Row */
/**
 * `values` and `missing` by id of a row; of the others by `<library>.<measure>`.
 * @typedef {object} Column
 * @property {number} size
 * @property {number} times
 * @property {import('./stage.mjs').Given} given
 * @property {Map<string, readonly number[]>} values
 * @property {Map<string, string>} missing why
 * @property {Map<string, readonly number[]>} peers
 *
 * @typedef {object} Report
 * @property {string} machine
 * @property {number} busyBefore
 * @property {number} [busyAfter]
 * @property {string} browser
 * @property {string} commit
 * @property {readonly { id: string, row: Row, from?: number | undefined, to?: number | undefined }[]} rows
 * @property {Column[]} columns
 */

const limitSizes = [100, 1_000, 10_000, 100_000, 1_000_000]
/** Of our median to that of the fastest other library, at these sizes. */
const ratios = /** @type {const} */ ({
  load: { of: 'load.painted', limits: [null, 0.45, 0.15, 0.05] },
  flip: { of: 'flip.distance', limits: [null, 0.4, 0.08, 0.01] },
  svg: { of: 'svg.written', limits: [null, 0.15, 0.12, 0.12] },
  png: { of: 'png.written', limits: [null, null, null, null] },
})

/** @param {Report} report */
export function reportOf(report) {
  const { columns, rows } = report
  const sizes = columns.map(({ size }) => size.toLocaleString('en'))
  const head = [
    ['boxes', ...sizes, 'grows as'],
    ['file, MB', ...columns.map(({ given }) => given.megabytes.toFixed(2)), ''],
    ['repetitions', ...columns.map(({ times }) => String(times)), ''],
  ]
  const body = rows.map(({ id, row }) => [named(row), ...columns.map((column) => cell(id, row, column)), grows(id, row, columns)])
  const misses = rows.flatMap(({ id, row }) => columns.flatMap((column) => missed(id, row, column)))
  const others = columns.filter(({ peers: measured, missing }) => measured.size > 0 || [...missing.keys()].some((key) => key in peersByKey))
  return [
    '# What the bench measured',
    '',
    'Written by `npm run bench`; how it measures stands in [README.md](README.md). Times hold beside each other within this run only.',
    '',
    `- machine: ${report.machine}; load average ${report.busyBefore.toFixed(1)} before, ${(report.busyAfter ?? 0).toFixed(1)} after`,
    `- browser: ${report.browser}`,
    `- Headstand as built from ${report.commit}`,
    '',
    '## Headstand',
    '',
    ...table([...head, ...body]),
    '',
    'Median (worst of the repetitions); of frames median / 95th percentile. ✓ = within the target that stands after it, ✗ = beyond it; the target',
    'of frames is one of the 95th percentile. *Grows as* is the exponent over the number of boxes: 0 not at all, 1 as the organisation does.',
    '',
    `${misses.length === 0 ? 'Every target is met.' : 'Beyond the target:'}`,
    '',
    ...misses.map((line) => `- ${line}`),
    ...(others.length > 0 ? ['', '## Beside other libraries', '', ...beside(others)] : []),
    '',
  ].join('\n')
}

const named = (/** @type {Row} */ { what, unit }) => `${what}${unit ? `, ${unit}` : ''}`
const limitAt = (/** @type {readonly (number | null)[] | undefined} */ limits, /** @type {number} */ size) =>
  limits?.[limitSizes.indexOf(size)] ?? null
/** What is held against a target. */
const judged = (/** @type {Row} */ { isFrame }, /** @type {readonly number[]} */ values) =>
  isFrame ? quantile(values, 0.95) : median(values)

/** @param {string} id @param {Row} row @param {Column} column */
function cell(id, row, { size, values, missing }) {
  const measured = values.get(id)
  if (!measured) return missing.get(id) ?? '–'
  const other = row.isFrame
    ? ` / ${number(quantile(measured, 0.95))}`
    : measured.length > 1 && row.unit === 'ms'
      ? ` (${number(quantile(measured, 1))})`
      : ''
  const limit = limitAt(row.limits, size)
  const verdict = limit === null ? '' : ` ${judged(row, measured) <= limit ? '✓' : '✗'} ${limit}`
  return `${number(median(measured))}${other}${verdict}`
}

/** @param {string} id @param {Row} row @param {Column} column @returns {string[]} */
function missed(id, row, { size, values, missing }) {
  const limit = limitAt(row.limits, size)
  const measured = values.get(id)
  const where = `${named(row).replace(/^… /, `${id.split('.')[0]}: `)} at ${size.toLocaleString('en')}`
  if (limit === null || (!measured && !missing.has(id))) return []
  if (!measured) return [`${where}: ${missing.get(id)}, target ${limit}`]
  const value = judged(row, measured)
  return value <= limit
    ? []
    : [`${where}: ${number(value)}, target ${limit}${limit > 0 ? `, ${(value / limit).toFixed(1)} times as much` : ''}`]
}

/** @param {string} id @param {Row} row @param {readonly Column[]} columns */
function grows(id, row, columns) {
  const growth = growthOf(
    columns.flatMap(({ size, values }) => {
      const measured = values.get(id)
      return measured ? [/** @type {const} */ ([size, judged(row, measured)])] : []
    }),
  )
  return growth === null ? '–' : growth.toFixed(2).replace('-', '−')
}

/** Keys of what other libraries were asked for. @type {Record<string, string>} */
const peersByKey = Object.fromEntries(
  Object.entries(peers).flatMap(([id, name]) => peerMeasures.map((measure) => [`${id}.${measure}`, `${name}, ${measure}`])),
)

/** @param {readonly Column[]} columns */
function beside(columns) {
  const medianOf = (/** @type {readonly number[] | undefined} */ values) => (values ? median(values) : null)
  const rows = Object.entries(peersByKey).map(([key, what]) => [
    `${what}, ms`,
    ...columns.map(({ peers: measured, missing }) => {
      const value = medianOf(measured.get(key))
      return value === null ? (missing.get(key) ?? '–') : number(value)
    }),
  ])
  const shares = peerMeasures.map((measure) => [
    `**Headstand to the fastest, ${measure}**`,
    ...columns.map(({ size, values, peers: measured }) => {
      const ours = medianOf(values.get(ratios[measure].of))
      const theirs = Object.keys(peers).flatMap((id) => medianOf(measured.get(`${id}.${measure}`)) ?? [])
      if (ours === null || theirs.length === 0) return '–'
      const ratio = ours / Math.min(...theirs)
      const limit = limitAt(ratios[measure].limits, size)
      return `${ratio.toPrecision(2)}${limit === null ? '' : ` ${ratio <= limit ? '✓' : '✗'} ${limit}`}`
    }),
  ])
  return table([['boxes', ...columns.map(({ size }) => size.toLocaleString('en'))], ...rows, ...shares])
}

/** @param {readonly (readonly string[])[]} rows the first is the head */
function table([head = [], ...rows]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)]
}

/** @param {number} value */
function number(value) {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

/** A page of this size that is not through in time has come to nothing; of a larger one it is a result. */
const always = 1000

/** Rows that have no value at the smallest size that they are measured at, and not because it takes too long. @param {Report} report */
export function unmeasured({ rows, columns }) {
  if (columns.length === 0) return ['anything']
  return rows.flatMap(({ id, row, from = 0, to = Number.POSITIVE_INFINITY }) => {
    const [first] = columns.filter(({ size }) => size >= from && size <= to)
    if (!first || first.values.has(id)) return []
    const why = first.missing.get(id) ?? 'nobody asked'
    return why.startsWith('not in') && first.size > always ? [] : [`${named(row)} (${why})`]
  })
}
