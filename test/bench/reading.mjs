// @ts-check
// How long the readers of foreign files take, beside the parsers they stand on: `node --expose-gc test/bench/reading.mjs [people …]`. Reader and
// parser run in turns in one process, and the least time of each counts: 15 turns of 10,000 people, 7 of 100,000, 3 of a million. Memory is what the
// process grew by while the answer was held.
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'node_modules/.bench-reading')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: join(root, 'src/import/read.ts'), outDir: out, emptyOutDir: true, minify: false, copyPublicDir: false },
})
const { readAny } = await import(join(out, 'read.js'))
const { default: Papa } = await import('papaparse')
const { readXlsx, writeXlsx } = await import('hucre/xlsx')

const sizes = process.argv.slice(2).map(Number)
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const rows = staff(people)
  await compare(
    'JSON',
    people,
    () => text(JSON.stringify(rows)),
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
  )
  await compare(
    'CSV',
    people,
    () => text(csvOf(rows)),
    (bytes) => Papa.parse(new TextDecoder().decode(bytes)).data,
  )
  if (people <= 200_000) {
    await compare(
      'XLSX',
      people,
      () =>
        writeXlsx({
          sheets: [
            {
              name: 'Staff',
              rows: [Object.keys(rows[0] ?? {}), ...rows.map((row) => /** @type {(string | number | null)[]} */ (Object.values(row)))],
            },
          ],
        }),
      readXlsx,
    )
  }
}

/** @param {string} format @param {number} people @param {() => Uint8Array | Promise<Uint8Array>} write @param {(bytes: Uint8Array) => unknown} parse */
async function compare(format, people, write, parse) {
  const bytes = await write()
  const times = { reader: Infinity, parser: Infinity }
  let grown = 0
  const turns = people > 100_000 ? 3 : people > 10_000 ? 7 : 15
  for (let turn = 0; turn < turns; turn++) {
    globalThis.gc?.()
    times.parser = Math.min(times.parser, (await timed(() => parse(bytes))).took)
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    const { took, value } = await timed(() => readAny('x', bytes))
    grown = Math.max(grown, process.memoryUsage().rss - before)
    if (value.draft?.sections.people?.rows.length !== people)
      throw new Error(`${format}: ${value.draft?.sections.people?.rows.length} of ${people} were read`)
    times.reader = Math.min(times.reader, took)
  }
  const ratio = times.reader / times.parser
  console.log(
    `${format.padEnd(5)} ${String(people).padStart(9)} people ${mb(bytes.length)} MB: read ${ms(times.reader)}, parsed ${ms(times.parser)}, ${ratio.toFixed(2)}×, memory +${mb(grown)} MB`,
  )
}

/** @param {() => unknown} work */
async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { took: performance.now() - start, value: /** @type {any} */ (value) }
}

/** @param {number} people */
function staff(people) {
  const units = ['North', 'South', 'Online', 'Finance', 'Logistics']
  return Array.from({ length: people }, (_, i) => ({
    'Employee ID': `E${100_000 + i}`,
    'Manager ID': i === 0 ? null : `E${100_000 + Math.floor((i - 1) / 8)}`,
    Name: `Given${i % 977} Family${i % 7919}`,
    'Job Title': i < people / 8 ? 'Team lead' : `Agent ${i % 23}`,
    Department: units[i % units.length],
    FTE: i % 7 === 0 ? 0.5 : 1,
    Email: `p${i}@example.org`,
    Location: `City ${i % 40}`,
  }))
}

/** @param {readonly object[]} rows */
function csvOf(rows) {
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => cell ?? '')
      .join(','),
  )
  return [Object.keys(rows[0] ?? {}).join(','), ...lines].join('\r\n')
}

/** @param {string} written */
function text(written) {
  return new TextEncoder().encode(written)
}
/** @param {number} took */
function ms(took) {
  return `${took.toFixed(0)} ms`
}

/** @param {number} bytes */
function mb(bytes) {
  return (bytes / 1e6).toFixed(0)
}
