// @ts-check
import { median, quantile } from './statistics.mjs'

/** @typedef {{ size: number, times: number, megabytes: number, values: Map<import('./run.mjs').Row, number[]> }} Column */

const cell = 18

/** @param {readonly Column[]} columns */
export function tableOf(columns) {
  const rows = [...(columns[0]?.values.keys() ?? [])]
  const lines = [
    ['boxes', '', ...columns.map(({ size }) => size.toLocaleString('en'))],
    ['file', 'MB', ...columns.map(({ megabytes }) => megabytes.toFixed(2))],
    ['repetitions', '', ...columns.map(({ times }) => String(times))],
    ...rows.map((row) => [row.what, row.unit, ...columns.map(({ values }) => shown(row, values.get(row) ?? []))]),
  ]
  const wide = Math.max(...lines.map(([what = '']) => what.length))
  const text = lines.map(([what = '', unit = '', ...cells]) => [
    what.padEnd(wide),
    unit.padStart(3),
    ...cells.map((one) => one.padStart(cell)),
  ])
  return [...text.map((parts) => parts.join(' ').trimEnd()), '', 'medians; / p95 of frames; (worst) of repetitions'].join('\n')
}

/** @param {import('./run.mjs').Row} row @param {readonly number[]} values */
function shown({ isFrame }, values) {
  const one = (/** @type {number} */ value) => value.toFixed(1)
  return isFrame ? `${one(median(values))} / ${one(quantile(values, 0.95))}` : `${one(median(values))} (${one(quantile(values, 1))})`
}
