// Several charts of one organisation on one page, one under the other: shelves. A role stands on one of them at most.
import type { Layout, Row } from './types'

/** Of conventional charts without customers; each begins at the left. Needs at least one. */
export function shelved(charts: readonly [Layout, ...Layout[]], gap: number): Layout {
  const [first] = charts
  const count = first.x.length
  const all = {
    x: new Float64Array(count),
    y: new Float32Array(count),
    w: new Uint16Array(count),
    h: new Uint16Array(count),
    boxOf: new Int32Array(count).fill(-1),
    stacked: new Int32Array(charts.some(({ stacked }) => stacked.length > 0) ? count : 0).fill(1),
    foldedAway: new Int32Array(charts.some(({ foldedAway }) => foldedAway.length > 0) ? count : 0),
    edges: new Uint8Array(count),
    pace: new Uint8Array(count),
    row: new Int32Array(count),
    manager: new Int32Array(count).fill(-1),
    ports: new Uint8Array(count),
  }
  const rows: Row[] = []
  const busY: number[] = []
  let [top, width] = [0, 0]
  for (const chart of charts) {
    const feet = rows.length
    for (let role = 0; role < count; role++) {
      if ((chart.boxOf[role] as number) < 0) continue
      all.x[role] = chart.x[role] as number
      all.y[role] = (chart.y[role] as number) + top
      all.row[role] = (chart.row[role] as number) + feet
      for (const column of ['w', 'h', 'boxOf', 'edges', 'pace', 'manager'] as const) all[column][role] = chart[column][role] as number
      all.ports[role] = chart.lines.ports[role] as number
      if (chart.stacked.length > 0) all.stacked[role] = chart.stacked[role] as number
      if (chart.foldedAway.length > 0) all.foldedAway[role] = chart.foldedAway[role] as number
    }
    for (const row of chart.rows) rows.push({ ...row, y: row.y + top })
    for (const y of chart.lines.busY) busY.push(y + top)
    width = Math.max(width, chart.bounds.width)
    top += chart.bounds.height + gap
  }
  const { ports, ...columns } = all
  return {
    ...first,
    ...columns,
    rows,
    lines: { ...first.lines, ports, busY: Float32Array.from(busY) },
    customers: null,
    bounds: { x: 0, y: 0, width, height: top - gap },
  }
}

/** The same chart with its trees further apart, so that one sees where one ends and the next begins. */
export function parted(chart: Layout, by: number): Layout {
  const x = chart.x.slice()
  const shift = new Float64Array(x.length)
  let trees = 0
  for (const { roles } of chart.rows)
    for (const role of roles) {
      const manager = chart.manager[role] as number
      shift[role] = manager < 0 ? by * trees++ : (shift[manager] as number)
      x[role] = (x[role] as number) + (shift[role] as number)
    }
  return { ...chart, x, bounds: { ...chart.bounds, width: chart.bounds.width + by * Math.max(0, trees - 1) } }
}

/** The same chart without its customers: for a part of which nobody meets any. */
export function withoutCustomers(chart: Layout): Layout {
  let bottom = 0
  for (const { roles } of chart.rows)
    for (const role of roles)
      bottom = Math.max(bottom, (chart.y[role] as number) + (chart.h[role] as number) + (chart.edges[role] as number))
  return { ...chart, customers: null, bounds: { ...chart.bounds, height: bottom - chart.bounds.y } }
}
