// @ts-check
// Who reports to whom: every manager has 3 to 12 reports, some of them without reports of their own beside others who head thousands. A branch
// is handed down as a number of people and parted at each manager, unevenly; so sizes are exact and no list is ever walked twice.
import { branches, rankedFrom, titlesEach } from './branches.mjs'

export const spans = { least: 3, most: 12 }
/** Head and reports. */
const leastBranch = 1 + spans.least

/**
 * By role, row by row from the tops: managers stand before their reports, and reports of one manager beside each other.
 * @typedef {object} Tree
 * @property {number} n
 * @property {Int32Array} parent -1 = a top
 * @property {Int32Array} below people in the branch, without its head
 * @property {Uint8Array} depth
 * @property {Uint8Array} branch index into `branches`; `branches.length` for tops
 * @property {Uint16Array} title index into `titles`
 * @property {Int32Array} unit the role that heads it
 * @property {number} tops
 */

/** A leaf title of a branch, then its ranks; at the end that of the tops. */
export const titles = [...branches.flatMap((one) => [...one.titles, ...one.ranks]), 'Managing director']
const ranks = /** @type {import('./branches.mjs').Branch} */ (branches[0]).ranks.length
/** Index into `titles`. @param {number} branch @param {number} at below `titlesEach` a leaf's, from there on a rank */
export const titleAt = (branch, at) => branch * (titlesEach + ranks) + at
/** Whether somebody with this title meets customers. @param {number} title index into `titles` */
export const meetsCustomers = (title) => title % (titlesEach + ranks) < (branches[Math.floor(title / (titlesEach + ranks))]?.meeting ?? 0)
const topTitle = titles.length - 1
/** From so many people below on a manager heads a unit. */
const unitFrom = 25

/** @param {number} n @param {{ tops: number, hasStacks: boolean }} options @param {() => number} roll @returns {Tree} */
export function treeOf(n, { tops, hasStacks }, roll) {
  const heads = Math.max(tops * spans.least, Math.min(branches.length, Math.floor((n - tops) / (2 * leastBranch))))
  if (tops > branches.length / spans.least || n < tops + heads * leastBranch) throw new Error(`${n} roles are too few for ${tops} tops`)
  const column = () => new Int32Array(n)
  const small = () => new Uint8Array(n)
  const tree = { n, tops, parent: column(), below: column(), unit: column(), depth: small(), branch: small(), title: new Uint16Array(n) }
  const sizes = parted(
    n - tops,
    branches.slice(0, heads).map(({ weight }) => weight * (0.9 + 0.2 * roll())),
    leastBranch,
  )
  let count = tops
  for (let top = 0; top < tops; top++) {
    const [from, to] = [Math.floor((top * heads) / tops), Math.floor(((top + 1) * heads) / tops)]
    tree.parent[top] = -1
    tree.branch[top] = branches.length
    tree.title[top] = topTitle
    for (let k = from; k < to; k++) {
      const size = /** @type {number} */ (sizes[k])
      addRole(tree, count, top, k, size - 1)
      tree.title[count++] = titleAt(k, titlesEach + ranks - 1)
      tree.below[top] = /** @type {number} */ (tree.below[top]) + size
    }
    tree.unit[top] = top
  }
  for (let at = tops; count < n; at++) count = addReports(tree, at, count, hasStacks, roll)
  return tree
}

/** @param {Tree} tree @param {number} role @param {number} parent @param {number} branch @param {number} below */
function addRole(tree, role, parent, branch, below) {
  tree.parent[role] = parent
  tree.branch[role] = branch
  tree.below[role] = below
  tree.depth[role] = /** @type {number} */ (tree.depth[parent]) + 1
  tree.unit[role] = below >= unitFrom ? role : /** @type {number} */ (tree.unit[parent])
}

/** @param {Tree} tree @param {number} at @param {number} count @param {boolean} hasStacks @param {() => number} roll @returns {number} roles so far */
function addReports(tree, at, count, hasStacks, roll) {
  const below = /** @type {number} */ (tree.below[at])
  if (below === 0) return count
  const branch = /** @type {number} */ (tree.branch[at])
  const span = spanFor(below, roll)
  const sizes = branchSizes(below - span, span, roll)
  const isTeam = sizes.length === 0
  // Who has no reports beside those who have is somebody who plans or looks after things, and meets no customers.
  const start = isTeam ? (roll() < 0.6 ? 0 : Math.floor(roll() * titlesEach)) : titlesEach / 2
  for (let k = 0; k < span; k++) {
    const role = count + k
    const size = sizes[k] ?? 0
    addRole(tree, role, at, branch, size)
    const among = hasStacks ? Math.floor(k / 3) : k
    tree.title[role] = titleAt(branch, size === 0 ? (start + among) % titlesEach : titlesEach + rankOf(size))
  }
  return count + span
}

/** So that nobody below is left with fewer reports than the least. @param {number} below @param {() => number} roll */
function spanFor(below, roll) {
  if (below <= spans.most) return below
  const most = Math.min(spans.most, below - spans.least)
  return spans.least + Math.floor(roll() * (most - spans.least + 1))
}

/** How many are below each of the first reports; the others have none. @param {number} left @param {number} span @param {() => number} roll */
function branchSizes(left, span, roll) {
  if (left === 0) return []
  const most = Math.min(span, Math.floor(left / spans.least))
  const managers = Math.max(1, Math.min(most, Math.ceil(span * (0.5 + 0.5 * roll()))))
  const weights = Array.from({ length: managers }, () => 0.3 + roll() ** 2)
  return parted(left, weights, spans.least)
}

/** Whole numbers that add up to `total`, none below `least`, the rest by weight. @param {number} total @param {readonly number[]} weights @param {number} least */
function parted(total, weights, least) {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const free = total - least * weights.length
  let sum = 0
  let given = 0
  return weights.map((weight, i) => {
    sum += weight
    const until = i === weights.length - 1 ? free : Math.floor((free * sum) / all)
    const part = least + until - given
    given = until
    return part
  })
}

/** @param {number} below */
const rankOf = (below) => rankedFrom.filter((from) => below >= from).length
