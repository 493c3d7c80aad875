// @ts-check
// An organisation of n roles, the same for the same n on every machine: a tree with spans of 4 to 9 and ragged depth, branches that meet
// customers beside branches that do not, authority that grows towards the top. Siblings never share a title, so nothing can be stacked and
// n roles are n boxes.

/** @typedef {{ title: string, leaf: string, meets: boolean, channel: string }} Branch */
/** @typedef {{ id: string, depth: number, parent: Post | null, branch: Branch, unit: string, title: string, reports: number }} Post */

/** @type {readonly Branch[]} */
const branches = [
  { title: 'Stores', leaf: 'Cashier', meets: true, channel: 'store' },
  { title: 'Customer care', leaf: 'Service agent', meets: true, channel: 'phone' },
  { title: 'Logistics', leaf: 'Dispatcher', meets: false, channel: '' },
  { title: 'Field service', leaf: 'Technician', meets: true, channel: 'visit' },
  { title: 'Finance', leaf: 'Accountant', meets: false, channel: '' },
  { title: 'Business accounts', leaf: 'Account manager', meets: true, channel: 'email' },
  { title: 'Technology', leaf: 'Engineer', meets: false, channel: '' },
  { title: 'People and training', leaf: 'Trainer', meets: false, channel: '' },
  { title: 'Delivery', leaf: 'Driver', meets: true, channel: 'visit' },
]
const managers = ['Managing director', 'Head', 'Regional manager', 'Area manager', 'Site manager', 'Shift manager', 'Team lead']
const places = [
  ...['Ashford', 'Bramley', 'Castleton', 'Dunmore', 'Easthope', 'Fernley', 'Garstang', 'Holloway', 'Inverloch', 'Juniper Green'],
  ...['Kelso', 'Langholm', 'Marlow', 'Newbiggin', 'Ormskirk', 'Penrith', 'Quorn', 'Ripley', 'Selby', 'Thirsk'],
]
const segments = [
  { id: 'casual', name: 'Occasional customers', customers: 120_000, margin: 40, retention: 0.6 },
  { id: 'loyal', name: 'Members', customers: 30_000, margin: 150, retention: 0.85 },
  { id: 'biz', name: 'Business accounts', customers: 600, margin: 4000, retention: 0.9 },
]
const values = [
  { amount: 15, share: 0.5 },
  { amount: 40, share: 0.3 },
  { amount: 120, share: 0.2 },
]
const money = { kind: 'refund', amount: 'value' }
const issueTypes = [
  { id: 'faulty', name: 'Faulty item', apologyDue: true, needs: [{ anyOf: [money, { kind: 'replace', amount: 'value' }] }], values },
  { id: 'late', name: 'Late delivery', apologyDue: true, needs: [{ kind: 'schedule' }] },
  { id: 'elsewhere', name: 'Bought in another place', apologyDue: false, needs: [{ kind: 'exception', policy: 'other-place' }] },
  { id: 'concession', name: 'Price concession asked', apologyDue: false, needs: [{ kind: 'discount', amount: 'value' }], values },
  { id: 'claim', name: 'Damage claim', apologyDue: false, needs: [{ kind: 'admit-liability' }] },
  { id: 'where', name: 'Where is my order?', apologyDue: false, needs: [{ kind: 'information', system: 'orders' }] },
]

/**
 * The text of a file in Headstand's own format, and the name it is known by on the page.
 * @param {number} n roles
 */
export function organisation(n) {
  const roll = dice(n)
  const posts = tree(n, roll)
  const name = `Bench ${n}`
  const file = {
    headstand: '1.0',
    organization: { name, currency: 'EUR', periodDays: 30 },
    coverage: { authority: 'complete' },
    units: unitsOf(posts),
    roles: posts.map((post) => roleOf(post, roll)),
    segments,
    ...meetings(posts, roll),
    issueTypes: issueTypes.map((issue) => ({ ...issue, touchMinutes: 10, policyOwner: 'r0' })),
    grants: posts.flatMap((post) => grantsOf(post, roll)).map((grant, i) => ({ id: `g${i}`, ...grant })),
    routes: [],
    feedback: posts.flatMap(({ id, parent, reports }, i) =>
      parent && reports > 0 && roll() < 0.4 ? [{ id: `c${i}`, from: id, to: parent.id, everyDays: 30, delayDays: 2 }] : [],
    ),
    strategy: { discountRate: 0.1, lossIf: { escalated: 0.02, unresolved: 0.1 } },
  }
  return { name, text: JSON.stringify(file) }
}

/** Row by row from the top, until there are n. @param {number} n @param {() => number} roll @returns {Post[]} */
function tree(n, roll) {
  /** @type {Branch} */
  const all = { title: '', leaf: '', meets: false, channel: '' }
  /** @type {Post[]} */
  const posts = [{ id: 'r0', depth: 0, parent: null, branch: all, unit: 'u0', title: 'Managing director', reports: 0 }]
  for (let at = 0; posts.length < n; at++) {
    const parent = /** @type {Post} */ (posts[at])
    const isLast = at === posts.length - 1
    if (parent.depth > 1 && roll() < 0.2 && !isLast) continue // an expert without reports, high in the line
    const span = Math.min(n - posts.length, 4 + Math.floor(roll() * 6))
    const start = Math.floor(roll() * places.length)
    for (let k = 0; k < span; k++) {
      const branch = parent.depth === 0 ? /** @type {Branch} */ (branches[k % branches.length]) : parent.branch
      const place = places[(start + k) % places.length]
      const title = parent.depth === 0 ? branch.title : `${branch.leaf}, ${place}`
      const unit = parent.depth < 4 ? `u${posts.length}` : parent.unit
      posts.push({ id: `r${posts.length}`, depth: parent.depth + 1, parent, branch, unit, title, reports: 0 })
    }
    parent.reports = span
    if (parent.parent) {
      const rank = managers[Math.min(parent.depth, managers.length - 1)]
      parent.title = parent.depth === 1 ? `${rank} of ${parent.title.toLowerCase()}` : parent.title.replace(parent.branch.leaf, `${rank}`)
    }
  }
  return posts
}

/** @param {readonly Post[]} posts */
function unitsOf(posts) {
  return posts
    .filter((post) => post.unit === `u${post.id.slice(1)}`)
    .map(({ unit, title, parent }) => ({ id: unit, name: title.split(', ').at(-1), ...(parent && { parent: parent.unit }) }))
}

/** @param {Post} post @param {() => number} roll */
function roleOf({ id, title, unit, parent, reports, depth, branch }, roll) {
  const isLeaf = reports === 0
  return {
    id,
    title,
    unit,
    reportsTo: parent?.id ?? null,
    headcount: isLeaf ? 1 + Math.floor(roll() * 9) : 1,
    pay: Math.round(24_000 + 90_000 / (depth + 1)),
    tenureYears: Math.round(roll() * 100) / 10,
    hourlyCost: Math.round(18 + 90 / (depth + 1)),
    responseHours: isLeaf ? 1 : Math.max(2, 48 >> depth),
    escalationMinutes: isLeaf ? 0 : 600,
    customerTime: branch.meets && isLeaf ? 0.8 : 0.1,
  }
}

/** A touchpoint a team that meets customers, staffed by most of it, with two to four kinds of case. @param {readonly Post[]} posts @param {() => number} roll */
function meetings(posts, roll) {
  /** @type {Map<Post, Post[]>} */
  const teams = new Map()
  for (const post of posts) {
    if (post.reports > 0 || !post.parent || !post.branch.meets || roll() < 0.15) continue
    teams.set(post.parent, [...(teams.get(post.parent) ?? []), post])
  }
  const touchpoints = [...teams].map(([lead, team], i) => ({
    id: `t${i}`,
    name: `${lead.branch.title}, ${lead.title.split(', ').at(-1)}`,
    channel: lead.branch.channel,
    unit: lead.unit,
    staffedBy: team.map(({ id }) => id),
  }))
  const demand = touchpoints.flatMap(({ id }) => {
    const start = Math.floor(roll() * issueTypes.length)
    return Array.from({ length: 2 + Math.floor(roll() * 3) }, (_, k) => ({
      touchpoint: id,
      segment: segments[Math.floor(roll() * segments.length)]?.id,
      issueType: issueTypes[(start + k) % issueTypes.length]?.id,
      perPeriod: 5 + Math.floor(roll() * 80),
    }))
  })
  return { touchpoints, demand: demand.map((row, i) => ({ id: `d${i}`, ...row })) }
}

/** @param {Post} post @param {() => number} roll @returns {object[]} */
function grantsOf({ id: role, depth, reports, branch }, roll) {
  if (depth === 0) return ['refund', 'discount', 'admit-liability', 'schedule'].map((kind) => ({ role, kind, limit: null, per: 'case' }))
  if (!branch.meets) return branch.title === 'Logistics' && reports > 0 ? [{ role, kind: 'schedule' }] : []
  const limit = reports === 0 ? 20 : Math.round(2000 / 2 ** depth)
  const chances = [
    { chance: 0.6, grant: { kind: 'refund', limit, per: 'case' } },
    { chance: reports > 0 ? 0.5 : 0.1, grant: { kind: 'exception', policy: 'other-place' } },
    { chance: reports > 0 ? 0.4 : 0, grant: { kind: 'discount', limit, per: 'case' } },
    { chance: 0.3, grant: { kind: 'information', system: 'orders' } },
    { chance: 0.3, grant: { kind: 'apologise', faultOf: reports > 0 ? 'any' : 'own-unit' } },
  ]
  return chances.flatMap(({ chance, grant }) => (roll() < chance ? [{ role, ...grant }] : []))
}

/** 0 ≤ x < 1, always the same row for the same seed (Mulberry32, Tommy Ettinger 2017, public domain). @param {number} seed */
function dice(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
