// @ts-check
// An organisation of n roles as real ones are, the same for the same n and seed on every machine. For the bench, and for tests of what holds at
// any size. What is in it stands in organisation/: the branches, who reports to whom, customers and authority.
import { branches, issueTypes, segments } from './organisation/branches.mjs'
import { channels, grants, meetings } from './organisation/customers.mjs'
import { nameOf } from './organisation/names.mjs'
import { titles, treeOf } from './organisation/tree.mjs'

/**
 * `hasStacks`: reports of a team share titles, so that those who meet nobody can be stacked; without it every role is a box.
 * `hasPeople`: a named person in every role that is filled.
 * @typedef {{ seed?: number, tops?: 1 | 2 | 3, hasStacks?: boolean, hasPeople?: boolean }} Options
 *
 * @typedef {object} Organisation
 * @property {string} name as the page shows it
 * @property {string} manager title of a manager in the middle of the reporting line, who heads many
 * @property {import('./organisation/tree.mjs').Tree} tree
 * @property {() => Generator<string>} pieces of the text of a file in Headstand's own format, a few hundred kB each
 * @property {string} text all pieces
 * @property {() => Generator<string>} flatPieces of the text of a JSON list of { id, parentId, name, title }, as other libraries read it
 */

/** @param {number} n roles @param {Options} [options] @returns {Organisation} */
export function organisation(n, { seed = 1, tops = 1, hasStacks = false, hasPeople = false } = {}) {
  const roll = dice(Math.imul(n, 31) + seed)
  const tree = treeOf(n, { tops, hasStacks }, roll)
  const name = `Bench ${n}${seed === 1 ? '' : ` no. ${seed}`}`
  const head = {
    headstand: '1.0',
    organization: { name, currency: 'EUR', periodDays: 30 },
    coverage: { authority: 'complete', feedback: 'complete' },
    strategy: { discountRate: 0.1, lossIf: { escalated: 0.02, unresolved: 0.1 } },
    segments: segments.map(({ each, ...segment }) => ({ ...segment, customers: Math.ceil(each * n) })),
    issueTypes: issueTypes.map((issue) => ({ ...issue, touchMinutes: 10, policyOwner: 'r0' })),
    ...meetings(tree, roll),
    grants: grants(tree, roll),
    ...channels(tree),
  }
  const pieces = function* () {
    yield `${JSON.stringify(head).slice(0, -1)},\n"units":[`
    yield* inPieces(unitRows(tree))
    yield '],\n"roles":['
    yield* inPieces(roleRows(tree, dice(seed)))
    if (hasPeople) {
      yield '],\n"people":['
      yield* inPieces(peopleRows(tree))
    }
    yield ']}\n'
  }
  const flatPieces = function* () {
    yield '['
    yield* inPieces(flatRows(tree))
    yield ']\n'
  }
  return {
    name,
    manager: /** @type {string} */ (titles[tree.title[middleOf(tree)] ?? 0]),
    tree,
    pieces,
    flatPieces,
    get text() {
      return [...pieces()].join('')
    },
  }
}

/** Of half the depth, with the most below. @param {import('./organisation/tree.mjs').Tree} tree */
function middleOf({ n, depth, below }) {
  const level = Math.ceil(depth.reduce((most, one) => Math.max(most, one), 0) / 2)
  let found = 0
  for (let role = 0; role < n; role++) if (depth[role] === level && (found === 0 || (below[role] ?? 0) > (below[found] ?? 0))) found = role
  return found
}

/** @param {Iterable<string>} rows */
function* inPieces(rows) {
  let lines = []
  let mark = '\n'
  for (const row of rows) {
    lines.push(row)
    if (lines.length < 4096) continue
    yield mark + lines.join(',\n')
    mark = ',\n'
    lines = []
  }
  if (lines.length > 0) yield mark + lines.join(',\n')
}

/** @param {import('./organisation/tree.mjs').Tree} tree */
function* unitRows({ n, tops, unit, parent, branch }) {
  for (let role = 0; role < n; role++) {
    if (unit[role] !== role) continue
    const up = parent[role] ?? -1
    const name = branches[branch[role] ?? 0]?.name ?? 'All'
    const isWhole = up >= 0 && up < tops
    yield `{"id":"u${role}","name":"${name}${isWhole ? '' : ` ${role}`}"${up < 0 ? '' : `,"parent":"u${unit[up]}"`}}`
  }
}

/** Rows are lean, as they come out of a directory; of managers a little more is known. @param {import('./organisation/tree.mjs').Tree} tree @param {() => number} roll */
function* roleRows({ n, tops, title, unit, parent, below, depth }, roll) {
  for (let role = 0; role < n; role++) {
    const isLeaf = below[role] === 0
    const headcount = isLeaf && roll() < 0.02 ? 0 : 1
    const more = isLeaf
      ? ''
      : `,"responseHours":${Math.max(2, 48 >> (depth[role] ?? 0))},"escalationMinutes":600,"hourlyCost":${20 + ((below[role] ?? 0) % 60)}`
    const line = role < tops ? 'null' : `"r${parent[role]}"`
    yield `{"id":"r${role}","title":"${titles[title[role] ?? 0]}","unit":"u${unit[role]}","reportsTo":${line},"headcount":${headcount}${more}}`
  }
}

/** @param {import('./organisation/tree.mjs').Tree} tree */
function* peopleRows({ n }) {
  for (let role = 0; role < n; role++) yield `{"id":"p${role}","name":"${nameOf(role)}","role":"r${role}"}`
}

/** @param {import('./organisation/tree.mjs').Tree} tree */
function* flatRows({ n, tops, parent, title }) {
  for (let role = 0; role < n; role++)
    yield `{"id":"r${role}","parentId":"${role < tops ? '' : `r${parent[role]}`}","name":"${nameOf(role)}","title":"${titles[title[role] ?? 0]}"}`
}

/** 0 ≤ x < 1, always the same row for the same seed (Mulberry32, Tommy Ettinger 2017, public domain). @param {number} seed */
function dice(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
