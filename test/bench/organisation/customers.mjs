// @ts-check
// Where customers are met, what they bring, and who may settle it. As in real files most of it is said by title, which holds for thousands of
// roles in one row, and some by post.
import { branches, issueTypes, powersBy, segments } from './branches.mjs'
import { meetsCustomers, titleAt, titles } from './tree.mjs'

/** Of all teams that meet customers, those that keep a counter of their own. */
const counters = 0.02
/** Of all roles, those with a power of their own. */
const exceptions = 0.008

/** @param {import('./tree.mjs').Tree} tree @param {() => number} roll */
export function meetings(tree, roll) {
  const counts = countsByTitle(tree)
  const touchpoints = [...touchpointsByTitle(counts), ...touchpointsByPost(tree, roll)]
  const demand = touchpoints.flatMap(({ id, staff, kinds }) => {
    const start = Math.floor(roll() * issueTypes.length)
    return Array.from({ length: kinds }, (_, k) => ({
      touchpoint: id,
      segment: segments[Math.floor(roll() * segments.length)]?.id,
      issueType: issueTypes[(start + k) % issueTypes.length]?.id,
      perPeriod: staff * (4 + Math.floor(roll() * 16)),
    }))
  })
  return {
    touchpoints: touchpoints.map(({ staff, kinds, ...touchpoint }) => touchpoint),
    demand: demand.map((row, i) => ({ id: `d${i}`, ...row })),
  }
}

/** How many roles have each title. @param {import('./tree.mjs').Tree} tree */
function countsByTitle({ title }) {
  const counts = new Int32Array(titles.length)
  for (const one of title) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** `title:Cashier`, if there is one. @param {import('./tree.mjs').Tree} tree @returns {(title: string | undefined) => string[]} */
function refsIn(tree) {
  const present = new Set([...countsByTitle(tree).entries()].filter(([, count]) => count > 0).map(([title]) => titles[title]))
  return (title) => (present.has(title) ? [`title:${title}`] : [])
}

/** Every other title of a branch that meets customers shares a touchpoint with the next. @param {Int32Array} counts */
function touchpointsByTitle(counts) {
  return branches.flatMap(({ name, meeting, channel }, branch) => {
    const found = []
    for (let at = 0; at < meeting; at += 2) {
      const shared = [at, at + 1].filter((one) => one < meeting).map((one) => titleAt(branch, one))
      const staff = shared.reduce((sum, title) => sum + (counts[title] ?? 0), 0)
      const staffedBy = shared.filter((title) => counts[title]).map((title) => `title:${titles[title]}`)
      if (staff > 0) found.push({ id: `t${branch}-${at}`, name: `${name}, ${titles[shared[0] ?? 0]}`, channel, staffedBy, staff, kinds: 3 })
    }
    return found
  })
}

/** @param {import('./tree.mjs').Tree} tree @param {() => number} roll */
function touchpointsByPost({ n, tops, branch, below, parent, title, unit }, roll) {
  const found = []
  for (let first = tops; first < n; ) {
    const lead = /** @type {number} */ (parent[first])
    let after = first
    while (after < n && parent[after] === lead) after++
    const its = branches[branch[lead] ?? 0]
    const team = []
    for (let role = first; role < after; role++) if (below[role] === 0 && meetsCustomers(title[role] ?? 0)) team.push(`r${role}`)
    if (its && team.length > 1 && roll() < counters)
      found.push({
        ...{ id: `t-r${lead}`, name: `${its.name}, counter ${lead}`, channel: its.channel, unit: `u${unit[lead]}`, staffedBy: team },
        ...{ staff: team.length, kinds: 2 },
      })
    first = after
  }
  return found
}

/** @param {import('./tree.mjs').Tree} tree @param {() => number} roll @returns {object[]} */
export function grants(tree, roll) {
  const { n, tops, branch, below } = tree
  const refs = refsIn(tree)
  const byTitle = branches.flatMap(({ meeting, powers, ranks, titles: own }) =>
    meeting === 0
      ? []
      : powersBy[powers].flatMap((held, level) => {
          const holders = level === 0 ? own.slice(0, meeting) : [ranks[level - 1]]
          return holders.flatMap(refs).flatMap((role) => held.map((power) => ({ role, ...power })))
        }),
  )
  const ofTops = Array.from({ length: tops }, (_, top) =>
    ['refund', 'discount', 'replace', 'admit-liability', 'schedule'].map((kind) => ({ role: `r${top}`, kind, limit: null, per: 'case' })),
  ).flat()
  const byPost = []
  for (let role = tops; role < n; role++) {
    if (!branches[branch[role] ?? 0]?.meeting || roll() >= exceptions) continue
    const limit = (below[role] === 0 ? 30 : 500) * (1 + Math.floor(roll() * 5))
    byPost.push(roll() < 0.7 ? { role: `r${role}`, kind: 'refund', limit, per: 'case' } : { role: `r${role}`, kind: 'schedule' })
  }
  return [...byTitle, ...ofTops, ...byPost].map((grant, i) => ({ id: `g${i}`, ...grant }))
}

/** Who is asked outside the line, and who hears what customers say. @param {import('./tree.mjs').Tree} tree */
export function channels(tree) {
  const refs = refsIn(tree)
  const meeting = branches.filter((one) => one.meeting > 0)
  /** To the head of the branch: of that title there is one, whoever asks. @param {string | undefined} from @param {string | undefined} to */
  const between = (from, to) => refs(from).flatMap((one) => refs(to).map((other) => ({ from: one, to: other })))
  const routes = meeting
    .filter(({ powers }) => powers === 'hardly')
    .flatMap(({ titles: own, ranks }) => between(own[1], ranks.at(-1)))
    .map((ends, i) => ({ id: `e${i}`, ...ends, issueTypes: ['faulty', 'claim'], ownership: 'moves' }))
  const feedback = meeting
    .filter(({ powers }) => powers !== 'hardly')
    .flatMap(({ ranks }) => [
      ...between(ranks[0], ranks.at(-1)).map((ends) => ({ ...ends, everyDays: 30, delayDays: 2 })),
      ...between(ranks[1], ranks.at(-1)).map((ends) => ({ ...ends, everyDays: 7, delayDays: 1 })),
    ])
  return { routes, feedback: feedback.map((row, i) => ({ id: `c${i}`, ...row })) }
}
