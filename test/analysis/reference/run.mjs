// node test/analysis/reference/run.mjs --seeds 1-300 [--only N] [--against path/to/module.mjs] [--show] [--lines N]
// Runs the reference over random organisations. With --against, a module exporting `analyseFile(json): object` (or a promise of one),
// each output is compared with the reference's; left = reference, right = the other. --only N takes one seed and with --show prints
// the file and both outputs. Always checked on the reference itself: F01 + F02 = contacts - step 0, and that order changes nothing.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { compare, same } from './compare.mjs'
import { randomOrg, shuffled } from './random-org.mjs'
import { analyse } from './reference.mjs'

const option = (name) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? undefined : process.argv[at + 1]
}

const [first, last] = (option('--only') ?? option('--seeds') ?? '1-100').split('-').map(Number)
const against = option('--against')
const perFile = Number(option('--lines') ?? 8)
const other = against ? (await import(pathToFileURL(path.resolve(against)).href)).analyseFile : undefined

const low = (x) => (typeof x === 'number' ? x : x.low)
const high = (x) => (typeof x === 'number' ? x : x.high)

const selfCheck = (file, result) => {
  const lines = compare(result, analyse(shuffled(file, 7))).map((line) => `order matters: ${line}`)
  if (!result.totals.contacts) return lines
  // In the pessimistic run: every case above step 0 or unresolved belongs to F01 or F02 (unless needs are unknown in that run).
  const rows = result.findings.filter((f) => f.code === 'F01' || f.code === 'F02')
  const exact = rows.every((f) => typeof f.contacts === 'number')
  const total = rows.reduce((a, f) => a + f.contacts, 0)
  const left = result.totals.contacts - low(result.totals.settledAtStep[0] ?? 0)
  if (exact && low(result.totals.settledAtStep[0] ?? 0) === high(result.totals.settledAtStep[0] ?? 0) && !same(total, left)) {
    lines.push(`F01 + F02 = ${total}, contacts - step 0 = ${left}`)
  }
  return lines
}

const counts = {}
const kinds = {}
let differing = 0
for (let seed = first; seed <= (last ?? first); seed++) {
  const file = randomOrg(seed)
  const result = analyse(file)
  for (const f of result.findings) {
    const key = `${f.code} ${f.state}${f.severity ? ` ${f.severity}` : ''}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  let lines = selfCheck(file, result)
  let answer
  if (other) {
    try {
      answer = await other(structuredClone(file))
      lines = [...lines, ...compare(result, answer)]
    } catch (error) {
      lines.push(`threw: ${error?.stack ?? error}`)
    }
  }
  if (process.argv.includes('--show')) console.log(JSON.stringify({ file, reference: result, other: answer }, null, 1))
  if (lines.length === 0) continue
  differing++
  console.log(`seed ${seed}: ${lines.length} differences`)
  for (const line of lines.slice(0, perFile)) console.log(`  ${line}`)
  for (const kind of new Set(lines.map((l) => l.split(' ').slice(0, 2).join(' ').replace(/\[.*/, '')))) kinds[kind] = (kinds[kind] ?? 0) + 1
}

console.log(
  `findings seen: ${Object.keys(counts)
    .sort()
    .map((k) => `${k} ${counts[k]}`)
    .join(', ')}`,
)
if (differing > 0) console.log(`files by kind of difference: ${JSON.stringify(kinds)}`)
console.log(`${differing} of ${(last ?? first) - first + 1} files differ`)
process.exitCode = differing > 0 ? 1 : 0
