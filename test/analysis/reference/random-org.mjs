// Random organisations in Headstand's own format, the same for the same seed on every machine. Small and dense on purpose: few kinds
// and few amounts, so that coverage, equality and ties happen often.

const generator = (seed) => {
  let state = (seed * 2654435761 + 12345) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low, high) => low + Math.floor(next() * (high - low + 1))
  const chance = (p) => next() < p
  const pick = (xs) => xs[int(0, xs.length - 1)]
  const shuffle = (xs) => {
    const copy = [...xs]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[copy[i], copy[j]] = [copy[j], copy[i]]
    }
    return copy
  }
  const some = (xs, low, high) => shuffle(xs).slice(0, int(low, Math.min(high, xs.length)))
  return { int, chance, pick, shuffle, some }
}

const times = (n, f) => Array.from({ length: n }, (_, i) => f(i))

/** An object without the keys whose value is undefined. */
const clean = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined))

const TITLES = ['Cashier', 'Care agent', 'Team lead', 'Store manager', 'Head of sales', 'Dispatcher', 'Controller', 'Director']
const AMOUNTS = [10, 20, 40, 50, 100, 200]
const LIMITS = [0, 10, 20, 40, 50, 100, 200, 500]
const MONETARY = ['refund', 'goodwill']
const OTHER = ['exception', 'information', 'schedule']
const POLICIES = ['returns', 'credit']
const SYSTEMS = ['oms', 'crm']
const CHANNELS = ['store', 'phone', 'email']
const UNITS = ['u-north', 'u-south', 'u-office', 'u-depot']

export const randomOrg = (seed) => {
  const { int, chance, pick, shuffle, some } = generator(seed)

  // The mood of the whole file: what it knows at all.
  const size = chance(0.15) ? int(1, 3) : chance(0.6) ? int(4, 12) : int(13, 25)
  const complete = chance(0.5)
  const hoursKnown = chance(0.6) ? 1 : chance(0.5) ? 0.8 : 0
  const costsKnown = chance(0.6) ? 1 : chance(0.5) ? 0.8 : 0
  const headcountKnown = chance(0.6) ? 1 : chance(0.5) ? 0.8 : 0
  const grantDensity = chance(0.2) ? 0.5 : chance(0.6) ? 1.6 : 2.6
  const monetary = chance(0.5) ? [MONETARY[0]] : MONETARY
  const others = some(OTHER, 1, 2)
  const titledMood = chance(0.5) ? 0.35 : 0
  const scopedMood = chance(0.5) ? 0.4 : 0
  const agreementMood = chance(0.4) ? 0.3 : 0
  const limitAbsentMood = chance(0.3) ? 0.15 : 0

  const units = [{ id: 'u-all', name: 'All' }, ...UNITS.map((id) => ({ id, name: id, parent: 'u-all' }))]
  const tops = Math.min(size, chance(0.7) ? 1 : int(2, 3))
  // Ids in no order of rank, so that ties by id do not follow the line.
  const ids = shuffle(times(size, (i) => `r${String(i + 1).padStart(2, '0')}`))
  const roles = ids.map((id, i) =>
    clean({
      id,
      title: chance(0.97) ? pick(TITLES) : undefined,
      unit: chance(0.85) ? pick(UNITS) : chance(0.3) ? null : undefined,
      reportsTo: i < tops ? null : chance(0.5) ? ids[int(0, i - 1)] : ids[int(Math.max(0, i - 4), i - 1)],
      headcount: chance(0.09) ? 0 : chance(headcountKnown) ? (chance(0.1) ? 0.5 : int(1, 6)) : undefined,
      responseHours: chance(hoursKnown) ? pick([0, 1, 2, 8, 24, 48]) : undefined,
      hourlyCost: chance(costsKnown) ? pick([18, 24, 30, 60, 120]) : undefined,
      residualAuthority: i < tops && chance(0.12) ? true : undefined,
      known: !complete && chance(0.15) ? ['authority'] : undefined,
      meetsCustomers: chance(0.04) ? true : undefined,
      goSeeEveryDays: chance(0.1) ? null : undefined,
    }),
  )
  const parents = new Set(roles.map((r) => r.reportsTo))
  const leaves = ids.filter((id) => !parents.has(id))

  const titles = [...new Set(roles.map((r) => r.title).filter(Boolean))]
  const spell = (title) => {
    if (chance(0.3)) return `title:${title.toUpperCase()}`
    if (chance(0.2)) return `title: ${title.replace(' ', '  ')}`
    return `title:${title}`
  }
  const ref = (candidates = ids) => (titles.length > 0 && chance(titledMood) ? spell(pick(titles)) : pick(candidates))

  const lifetime = chance(0.8)
  const segments = times(int(1, 3), (i) => {
    const own = lifetime && chance(0.95)
    return clean({
      id: `s${i + 1}`,
      name: `Segment ${i + 1}`,
      customers: own ? pick([60, 300, 1000]) : undefined,
      margin: own ? pick([40, 150, 4000]) : undefined,
      retention: own ? pick([0.6, 0.85, 0.9]) : undefined,
      clv: own && chance(0.15) ? pick([48, 510]) : undefined,
      internal: chance(0.12) ? true : undefined,
      promiseHours: chance(0.35) ? pick([1, 8, 24, 48]) : undefined,
    })
  })
  const segmentIds = segments.map((s) => s.id)

  const staff = () => {
    const team = some(chance(0.8) ? leaves : ids, 1, chance(0.6) ? 1 : 3)
    if (team.length > 1 && chance(0.3)) {
      const shares = pick([
        [0.5, 0.5],
        [0.25, 0.75],
      ])
      if (team.length === 2)
        return chance(0.5) ? team.map((role, i) => ({ role, share: shares[i] })) : [{ role: team[0], share: 0.25 }, team[1]]
      return [{ role: team[0], share: 0.4 }, team[1], team[2]]
    }
    return titles.length > 0 && chance(titledMood) ? [spell(pick(titles)), ...(chance(0.3) ? team : [])] : team
  }
  const touchpoints = times(int(1, 4), (i) =>
    clean({
      id: `t${i + 1}`,
      name: `Touchpoint ${i + 1}`,
      channel: chance(0.85) ? pick(CHANNELS) : chance(0.3) ? null : undefined,
      unit: chance(0.85) ? pick(UNITS) : chance(0.3) ? null : undefined,
      staffedBy: chance(0.01) ? undefined : staff(),
    }),
  )

  const values = () => {
    const form = int(1, 100)
    if (form <= 45) {
      const shares = pick([[1], [0.5, 0.5], [0.5, 0.3, 0.2], [0.25, 0.75]])
      const amounts = some(AMOUNTS, shares.length, shares.length)
      return shares.map((share, i) => ({ amount: amounts[i], share }))
    }
    if (form <= 62) {
      return pick([
        [
          { from: 0, to: 20, share: 0.5 },
          { from: 20, to: 60, share: 0.3 },
          { from: 60, to: 200, share: 0.2 },
        ],
        [
          { from: 0, to: 50, share: 0.25 },
          { from: 50, to: 150, share: 0.75 },
        ],
        [
          { from: 20, to: 20, share: 0.5 },
          { from: 20, to: 120, share: 0.5 },
        ],
      ])
    }
    if (form <= 78) return { p50: pick([20, 40, 100]), p90: pick([150, 300]) }
    if (form <= 86) return { mean: pick([20, 40]) }
    return undefined
  }
  const need = () => {
    if (chance(0.65)) return { kind: pick(monetary), amount: chance(0.85) ? 'value' : pick(AMOUNTS) }
    const kind = pick(others)
    if (kind === 'exception') return clean({ kind, policy: chance(0.85) ? pick(POLICIES) : undefined })
    if (kind === 'information') return clean({ kind, system: chance(0.85) ? pick(SYSTEMS) : undefined })
    return { kind }
  }
  const needs = () => {
    if (chance(0.05)) return undefined
    if (chance(0.04)) return []
    const all = times(chance(0.65) ? 1 : int(2, 3), () => (chance(0.15) ? { anyOf: [need(), need()] } : need()))
    return chance(0.1) ? [...all, { kind: 'apologise' }] : all
  }
  const issueTypes = times(int(1, 5), (i) =>
    clean({
      id: `i${i + 1}`,
      name: `Issue ${i + 1}`,
      needs: needs(),
      values: values(),
      touchMinutes: chance(0.92) ? pick([5, 10, 30]) : undefined,
      apologyDue: chance(0.55) ? true : chance(0.75) ? false : undefined,
      causedBy: chance(0.8) ? pick(UNITS) : chance(0.3) ? null : undefined,
      policyOwner: chance(0.7) ? ref() : chance(0.4) ? null : undefined,
    }),
  )
  const issueIds = issueTypes.map((t) => t.id)

  const scope = () => {
    const one = {}
    const parts = some(['issueTypes', 'segments', 'units', 'channels'], 1, 2)
    for (const part of parts) one[part] = some({ issueTypes: issueIds, segments: segmentIds, units: UNITS, channels: CHANNELS }[part], 1, 2)
    return one
  }
  const grants = times(Math.round(size * grantDensity), (i) => {
    const kind = chance(0.18) ? 'apologise' : chance(0.7) ? pick(monetary) : pick(others)
    const role = chance(0.35) ? pick(leaves) : ref()
    const money = MONETARY.includes(kind)
    return clean({
      id: `g${String(i + 1).padStart(2, '0')}`,
      role,
      kind,
      limit: !money ? undefined : chance(limitAbsentMood) ? undefined : chance(0.08) ? null : pick(LIMITS),
      per: money && chance(0.8) ? 'case' : undefined,
      policy: kind === 'exception' && chance(0.8) ? pick(POLICIES) : undefined,
      system: kind === 'information' && chance(0.8) ? pick(SYSTEMS) : undefined,
      faultOf: kind !== 'apologise' || chance(0.08) ? undefined : chance(0.3) ? 'any' : chance(0.4) ? 'own-unit' : some(UNITS, 1, 2),
      scope: chance(scopedMood) ? scope() : undefined,
      level: chance(0.12) ? int(3, 7) : undefined,
      requiresAgreementOf: chance(agreementMood)
        ? times(int(1, 2), () => ref(ids.filter((id) => id !== role).concat(size === 1 ? ids : [])))
        : undefined,
    })
  })

  const routes = times(chance(0.6) ? int(1, Math.max(1, Math.min(6, size - 1))) : 0, (i) =>
    clean({
      id: `e${i + 1}`,
      from: ref(),
      to: ref(),
      issueTypes: chance(0.5) ? some(issueIds, 1, 2) : undefined,
      ownership: chance(0.3) ? pick(['stays', 'moves']) : undefined,
    }),
  )

  const demand = chance(0.82)
    ? times(int(1, 12), (i) =>
        clean({
          id: `d${String(i + 1).padStart(2, '0')}`,
          touchpoint: pick(touchpoints).id,
          segment: chance(0.985) ? pick(segmentIds) : undefined,
          issueType: pick(issueIds),
          perPeriod: pick([1, 2, 5, 10, 20, 40, 100]),
          values: chance(0.12) ? values() : undefined,
        }),
      )
    : undefined

  const boundaries = chance(0.35)
    ? times(int(1, 2), (i) =>
        clean({
          id: `b${i + 1}`,
          text: `We do not do this (${i + 1})`,
          issueTypes: chance(0.7) ? some(issueIds, 1, 1) : undefined,
          segments: chance(0.5) ? some(segmentIds, 1, 1) : undefined,
        }),
      )
    : undefined
  const strategy = clean({
    discountRate: chance(0.9) ? 0.1 : undefined,
    priorities: chance(0.5) ? ['keep-promises', 'solve-first-time', 'protect-margin'] : undefined,
    boundaries,
    lossIf: chance(0.75) ? { escalated: 0.02, unresolved: 0.1 } : undefined,
  })
  const thresholds = chance(0.25)
    ? clean({
        severityHigh: chance(0.5) ? pick([0.1, 0.5]) : undefined,
        severityMedium: chance(0.5) ? pick([0.01, 0.2]) : undefined,
        deepStep: chance(0.5) ? pick([1, 3]) : undefined,
        promiseHours: chance(0.5) ? pick([4, 72]) : undefined,
        slowHours: chance(0.5) ? pick([8, 100]) : undefined,
        wrongBranchDistance: chance(0.5) ? pick([2, 6]) : undefined,
      })
    : undefined

  return clean({
    headstand: '1.0',
    organization: { id: `org-${seed}`, name: `Random organisation ${seed}`, currency: 'EUR', periodDays: 30 },
    coverage: complete ? { authority: 'complete' } : chance(0.5) ? { authority: 'partial' } : undefined,
    units: shuffle(units),
    roles: shuffle(roles),
    segments: shuffle(segments),
    touchpoints: shuffle(touchpoints),
    issueTypes: shuffle(issueTypes),
    demand: demand && shuffle(demand),
    grants: shuffle(grants),
    routes: routes.length > 0 ? shuffle(routes) : undefined,
    strategy: chance(0.9) ? strategy : undefined,
    thresholds,
  })
}

/** The same file with every array in another order; priorities keep theirs, their order is data. */
export const shuffled = (file, seed) => {
  const { shuffle } = generator(seed)
  const turn = (x, key) => {
    if (Array.isArray(x)) return key === 'priorities' ? x : shuffle(x.map((y) => turn(y)))
    if (x !== null && typeof x === 'object') return Object.fromEntries(shuffle(Object.entries(x)).map(([k, v]) => [k, turn(v, k)]))
    return x
  }
  return turn(file)
}
