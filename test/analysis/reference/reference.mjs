// A naive second implementation of the analysis for F01-F05 and F10, written from design/domain.md (1-4, above all 3.6) and
// design/headless.md alone, never from src. Brute force and slow: it exists to be compared with the real one.
//
// CHOICES. Where the text leaves room, this is what was read. The tags [A1] ... appear beside the code.
//
// Reading the file
//  [A1] A top is a role whose `reportsTo` is null, absent, or names nobody in the file.
//  [A2] Titles fold by trimming, joining runs of white space into one blank, and lower case.
//  [A3] A reference that cannot be resolved (no such id, no such title, several of that title and none up the line) is as if absent:
//       an agreeing role drops out, a route is void, a policy owner counts as not recorded.
//  [A4] An agreeing role that is the grant's own role drops out: nobody agrees with themselves. A grant whose agreeing roles all drop
//       out needs no agreement.
//  [A5] An agreeing role that is a vacancy is still an extra stop.
//  [A6] null for a scope list, a need's or grant's policy/system/unit, a level, or a boundary's list = not given. An empty scope or
//       boundary list contains nothing. A route with `issueTypes` null or [] is a route without issue types.
//  [A7] A case whose touchpoint has unit or channel null is known to have none: a scope list naming some does not contain it.
//  [A8] `scope.segments` is unknown for a case without a segment (also where there is no demand); a boundary that lists segments does
//       not match such a case.
//  [A9] Values given as shares are taken as they stand: never scaled to 1. Parts of no probability (under 1e-9) are left out.
//  [A10] A `limit` absent matters only where the need carries an amount, and then for any kind of grant.
//  [A11] A need without `amount` ignores limits. A numeric `amount` is a fixed amount.
//  [A12] A level below 5, 4 included, does not cover, with or without agreeing roles (1.13 calls level 4 joint; `cover` wants >= 5).
//
// Cases
//  [B1] A touchpoint whose people all have headcount 0 is split equally. Entries that get nothing are no pair at all. One role named
//       twice (by id and by title) counts once. Shares in {role, share} are taken as they stand; a title there splits its share as
//       plain names would. "One headcount unknown" looks at the plain names only, as they are what is split by headcount.
//  [B2] Contacts of a touchpoint that nobody in the file staffs are left out of every total.
//  [B3] No demand means the key is absent; `demand: []` is known to be no contacts. Boundaries by issue type apply to pairs all the same.
//  [B4] A case with nothing needed is settled by the first role on the path that is not a vacancy.
//  [B5] Needs absent: pessimistic, nobody settles it (not even residual authority); optimistic, the first who is no vacancy. F01 and
//       F04 are unknown for such a pair whatever else holds; F05 says nothing of it.
//  [B6] A chosen walk is path[0..k] plus the extra stops, and everything (hours, cost, pass-through) reads it as the path.
//  [B7] A path that loops ends with the last new role; the repeated one is not listed again.
//
// Findings
//  [C1] F01's "grant of its kind" = `cover` with the limit ignored: policy / system / unit have to agree, as well as the scope.
//  [C2] Contacts: F01 the cases with a kind missing, F02 the others above step 0, F03 the escalated and resolved, F04 the unresolved,
//       F05 the cases with a need in the wrong branch, F10 the cases where apology is due and not permitted. Shares are of the entry
//       role's in-scope contacts (of its weights where there is no demand; contacts are null then).
//  [C3] Unknown rows carry contacts and share as ranges too, but no severity.
//  [C4] Numbers without a dagger are constants: F03's step 3, F04's 5%.
//  [C5] Thresholds are compared with a tolerance of 1e-9 in favour of "reached" (and against "exceeded").
//  [C6] F04 `elsewhere` lists who certainly holds a need open in the pessimistic run; the severity is judged in each run by its own
//       holders and open needs, and the lower one is taken.
//  [C7] A grant needing agreement makes its role a holder; so does residual authority; a vacancy never is one.
//  [C8] F05 is judged on (case, need). Routed = a holder stands on the path proper (agreeing roles beside the path do not count).
//       Holders are the certain ones in the pessimistic run, the possible ones in the optimistic; lower severity, range of distance.
//       Of several atoms the greatest distance is told (each the least over its holders); without a common manager in either run it is null
//       (settled with the real one).
//       Routed without a common manager is low.
//  [C9] F10 wants a grant that matches scope, has level absent or >= 5, and needs no agreement. `faultOf: null` covers nothing.
//       `causedBy: null` is known to be nobody's: only `any` covers it. `own-unit` compares with the role's unit: unknown where absent.
//  [C10] A code "cannot be judged at all" where `touchpoints` or `issueTypes` is absent, or nobody staffs any touchpoint.
//  [C11] F03: a promise is the segment's `promiseHours`, else the threshold; segments with equal promises are one group.
//
// Output
//  [D1] No demand: every total is null, also equity; a segment keeps clv and equity; roadblocks and questions have contacts null.
//  [D2] `settledAtStep` is as long as the longer run and always says step 0 (settled with the real one: an empty list says less). Totals of hours and cost are null if either run needs a number that is missing.
//  [D3] Risk needs lossIf and the clv of every segment (internal ones without inputs excepted) and a segment on every row; equity needs
//       clv and customers of every such segment.
//  [D4] Walks: path is the pessimistic one where the runs differ; hours and cost of an unresolved case are null, of a case resolved in
//       one run only null too (settled with the real one: headless.md allows {low, high: null} for `step` alone); a missing number makes them null. Bands and quantiles have value null and `share` = part of the
//       (entry, issue type)'s contacts that have such values.
//  [D5] Next questions: role r counts for a case if the two runs differ in step or path, and turning r's unknowns alone to yes in the
//       pessimistic run, or alone to no in the optimistic one, changes it. Only section "authority" is asked here. (Not
//       compared: the real one asks every role on the way whose authority over an open need is not known, also where two must be asked
//       together to change anything.)
//  [D6] Roadblocks without a recorded owner (absent or null or [A3]): the nearest holder of any need that the entry role does not cover,
//       ties by id; no holder or no common manager: nobody. Guesses add to the same row as recorded ownership. Each run by its holders.
//  [D7] A rung has an entry if any one of its things is there (null is not): 1 touchpoint, segment, meetsCustomers; 2 needs, grant,
//       route; 3 demand, values, responseHours, hourlyCost, escalationMinutes; 4 feedback, measure, priority, boundary; 5 pay, payBand,
//       tenureYears, workload, margin, retention, customers, clv, discountRate, lossIf.
//  [D8] No touchpoints and no meetsCustomers: every distance is null.
//  [D9] Findings here are ordered by code and subject only (compare.mjs ignores order).

const EPS = 1e-9
const LEVELS = ['low', 'medium', 'high']

const THRESHOLDS = {
  severityHigh: 0.25,
  severityMedium: 0.05,
  deepStep: 2,
  promiseHours: 24,
  slowHours: 48,
  wrongBranchDistance: 4,
}

const given = (x) => x !== undefined && x !== null
const list = (x) => (Array.isArray(x) ? x : [])
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const sum = (xs) => xs.reduce((a, b) => a + b, 0)
const reached = (x, threshold) => x >= threshold - EPS
const exceeded = (x, threshold) => x > threshold + EPS
const unique = (xs) => [...new Set(xs)]
const lower = (a, b) => LEVELS[Math.min(LEVELS.indexOf(a), LEVELS.indexOf(b))]
const fold = (title) => title.trim().replace(/\s+/g, ' ').toLowerCase() // [A2]

/** What the two runs give, the smaller first; null is "cannot be said", unless `endless`: then it is beyond every number. */
const range = (a, b, endless = false) => {
  if (a === null && b === null) return null
  if (a === null || b === null) return endless ? { low: a ?? b, high: null } : null
  if (Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))) return a
  return { low: Math.min(a, b), high: Math.max(a, b) }
}

// ---------------------------------------------------------------------------------------------------------------- the normal curve

const erfc = (x) => {
  if (x < 0) return 2 - erfc(-x)
  if (x < 2.5) {
    let term = x
    let total = x
    for (let n = 1; n < 200; n++) {
      term *= -(x * x) / n
      total += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * total
  }
  let fraction = 0
  for (let n = 200; n >= 1; n--) fraction = n / 2 / (x + fraction)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
}

/** P(V <= amount) of a log-normal told by its median and its ninth decile. */
export const quantileShareWithin = ({ p50, p90 }, amount) => {
  if (amount <= 0) return 0
  if (amount === Number.POSITIVE_INFINITY) return 1
  const sigma = Math.log(p90 / p50) / 1.28155
  if (sigma === 0) return amount >= p50 - EPS ? 1 : 0
  return 0.5 * erfc(-(Math.log(amount) - Math.log(p50)) / sigma / Math.SQRT2)
}

// ------------------------------------------------------------------------------------------------------------- reading the file

const read = (file) => {
  const org = { file, thresholds: { ...THRESHOLDS, ...(file.thresholds ?? {}) } }

  org.roles =
    file.roles ??
    list(file.people).map((p) => ({
      id: p.id,
      title: p.title,
      reportsTo: p.reportsTo ?? p.manager ?? p.managerId ?? p.parentId,
      headcount: 1,
    }))
  org.roleById = new Map(org.roles.map((r) => [r.id, r]))
  org.manager = (id) => {
    const boss = org.roleById.get(id).reportsTo
    return given(boss) && org.roleById.has(boss) ? boss : null // [A1]
  }
  org.chain = (id) => {
    const chain = []
    for (let r = id; r !== null && !chain.includes(r); r = org.manager(r)) chain.push(r)
    return chain
  }
  org.isTop = (id) => org.manager(id) === null
  org.isVacant = (id) => org.roleById.get(id).headcount === 0

  const titled = (title) => org.roles.filter((r) => given(r.title) && fold(r.title) === fold(title)).map((r) => r.id)
  const isTitle = (ref) => typeof ref === 'string' && ref.startsWith('title:')
  /** Every role a reference stands for as a source. */
  org.sources = (ref) => {
    if (!given(ref)) return []
    if (isTitle(ref)) return titled(ref.slice(6)).sort(byText)
    return org.roleById.has(ref) ? [ref] : []
  }
  /** The one role a reference means as a target, seen from `concerned`; null where there is none. [A3] */
  org.target = (ref, concerned) => {
    if (!given(ref)) return null
    if (!isTitle(ref)) return org.roleById.has(ref) ? ref : null
    const candidates = titled(ref.slice(6))
    const up = org.chain(concerned).slice(1)
    const nearest = up.find((r) => candidates.includes(r))
    if (nearest !== undefined) return nearest
    return candidates.length === 1 ? candidates[0] : null
  }

  org.touchpoints = list(file.touchpoints)
  org.issueTypes = list(file.issueTypes)
  org.segments = list(file.segments)
  org.touchpointById = new Map(org.touchpoints.map((t) => [t.id, t]))
  org.issueById = new Map(org.issueTypes.map((t) => [t.id, t]))
  org.segmentById = new Map(org.segments.map((s) => [s.id, s]))

  org.grants = []
  for (const grant of list(file.grants)) {
    for (const role of org.sources(grant.role)) {
      const agreeing = list(grant.requiresAgreementOf).map((ref) => org.target(ref, role))
      const extras = unique(agreeing.filter((r) => r !== null && r !== role)) // [A3] [A4]
      org.grants.push({ ...grant, role, extras })
    }
  }
  org.grantsOf = (role) => org.grants.filter((g) => g.role === role)

  org.routes = []
  for (const route of list(file.routes)) {
    for (const from of org.sources(route.from)) {
      const to = org.target(route.to, from)
      if (to !== null && to !== from) org.routes.push({ id: route.id, from, to, issueTypes: list(route.issueTypes) })
    }
  }
  org.routes.sort((a, b) => byText(a.id, b.id))

  const complete = file.coverage?.authority === 'complete'
  org.knownForAuthority = (id) => complete || org.grantsOf(id).length > 0 || list(org.roleById.get(id).known).includes('authority')
  return org
}

// ------------------------------------------------------------------------------------------------------------------------ structure

/** Steps up from a to the lowest common manager and down to b, or null where there is none. */
const cross = (org, a, b) => {
  const up = org.chain(a)
  const down = org.chain(b)
  const meeting = up.find((r) => down.includes(r))
  return meeting === undefined ? null : { steps: up.indexOf(meeting) + down.indexOf(meeting), meeting }
}

const distances = (org) => {
  const distance = new Map(org.roles.map((r) => [r.id, null]))
  let front = org.roles.filter((r) => r.meetsCustomers === true).map((r) => r.id)
  for (const t of org.touchpoints) {
    for (const s of list(t.staffedBy)) front.push(...org.sources(typeof s === 'string' ? s : s.role))
  }
  for (let d = 1; front.length > 0; d++) {
    for (const id of front) if (distance.get(id) === null) distance.set(id, d)
    const next = org.roles.map((r) => r.id).filter((id) => front.includes(org.manager(id)))
    for (const id of front) if (org.manager(id) !== null) next.push(org.manager(id))
    front = unique(next).filter((id) => distance.get(id) === null)
  }
  return distance
}

const rung = (org) => {
  const { file } = org
  const some = (things, ...keys) => things.some((thing) => keys.some((key) => given(thing?.[key])))
  const full = (x) => Array.isArray(x) && x.length > 0
  const strategy = file.strategy ?? {}
  const rungs = [
    org.roles.length > 0,
    full(file.touchpoints) || full(file.segments) || org.roles.some((r) => r.meetsCustomers === true),
    org.issueTypes.some((t) => full(t.needs)) || full(file.grants) || full(file.routes),
    full(file.demand) || some(org.issueTypes, 'values') || some(org.roles, 'responseHours', 'hourlyCost', 'escalationMinutes'),
    full(file.feedback) ||
      org.roles.some((r) => full(r.measures) || full(r.priorities)) ||
      full(strategy.priorities) ||
      full(strategy.boundaries),
    some(org.roles, 'pay', 'payBand', 'tenureYears', 'workload') ||
      some(org.segments, 'margin', 'retention', 'customers', 'clv') ||
      some([strategy], 'discountRate', 'lossIf'),
  ] // [D7]
  const missing = rungs.indexOf(false)
  return missing === -1 ? 5 : Math.max(0, missing - 1)
}

// ---------------------------------------------------------------------------------------------------------------------------- cases

/** Who staffs a touchpoint, and which part of its contacts each of them meets. [B1] */
const staffing = (org, touchpoint) => {
  const parts = new Map()
  const headcount = (id) => org.roleById.get(id).headcount
  const split = (ids, whole) => {
    const equal = ids.some((id) => !given(headcount(id))) || sum(ids.map(headcount)) === 0
    for (const id of ids) {
      const part = equal ? 1 / ids.length : headcount(id) / sum(ids.map(headcount))
      parts.set(id, (parts.get(id) ?? 0) + whole * part)
    }
  }
  const entries = list(touchpoint.staffedBy)
  const told = entries.filter((s) => typeof s !== 'string' && given(s.share))
  for (const s of told) split(org.sources(s.role), s.share)
  const plain = unique(entries.filter((s) => !told.includes(s)).flatMap((s) => org.sources(typeof s === 'string' ? s : s.role)))
  const left = Math.max(0, 1 - sum(told.filter((s) => org.sources(s.role).length > 0).map((s) => s.share)))
  split(
    plain.filter((id) => !parts.has(id)),
    left,
  )
  return [...parts].filter(([, part]) => part > EPS).map(([role, part]) => ({ role, part }))
}

/**
 * The values of a case, cut so finely that every limit in the file lies between two parts. Each part says whether it is within a
 * limit: true, false or null (not known).
 */
const valueParts = (org, values) => {
  if (!given(values) || (!Array.isArray(values) && !given(values.p50))) {
    return [{ share: 1, value: null, form: 'unknown', within: (limit) => (limit > 0 ? null : false) }]
  }
  const limits = unique(org.grants.map((g) => g.limit).filter(given)).sort((a, b) => a - b)
  const point = (amount, share, form) => ({ share, value: form === 'points' ? amount : null, form, within: (l) => amount <= l + EPS })
  const pieces = (cuts, shareBetween) =>
    cuts.slice(1).map((to, i) => ({ share: shareBetween(cuts[i], to), value: null, form: 'spread', within: (l) => to <= l + EPS }))

  let parts = []
  if (!Array.isArray(values)) {
    if (values.p50 === values.p90) parts = [point(values.p50, 1, 'spread')]
    else {
      const cuts = [0, ...limits.filter((l) => l > 0), Number.POSITIVE_INFINITY]
      parts = pieces(cuts, (a, b) => quantileShareWithin(values, b) - quantileShareWithin(values, a))
    }
  } else {
    for (const v of values) {
      if (given(v.amount)) parts.push(point(v.amount, v.share, 'points'))
      else if (v.from === v.to) parts.push(point(v.from, v.share, 'spread'))
      else {
        const cuts = [v.from, ...limits.filter((l) => l > v.from && l < v.to), v.to]
        parts.push(...pieces(cuts, (a, b) => (v.share * (b - a)) / (v.to - v.from)))
      }
    }
  }
  return parts.filter((p) => p.share > 1e-9) // [A9]
}

const isOutOfScope = (org, row) =>
  list(org.file.strategy?.boundaries).some((b) => {
    if (!given(b.issueTypes) && !given(b.segments)) return false
    if (given(b.issueTypes) && !b.issueTypes.includes(row.issueType)) return false
    return !given(b.segments) || b.segments.includes(row.segment) // [A8]
  })

const listCases = (org) => {
  const hasDemand = org.file.demand !== undefined // [B3]
  const rows = hasDemand
    ? list(org.file.demand).map((d) => ({ ...d, volume: d.perPeriod }))
    : org.touchpoints.flatMap((t) => org.issueTypes.map((i) => ({ touchpoint: t.id, issueType: i.id, volume: 1 })))
  const cases = []
  let outOfScope = 0
  let staffed = 0
  for (const row of rows) {
    const touchpoint = org.touchpointById.get(row.touchpoint)
    const issue = org.issueById.get(row.issueType)
    if (!touchpoint || !issue) continue
    const people = staffing(org, touchpoint) // [B2]
    staffed += people.length
    if (isOutOfScope(org, row)) {
      if (people.length > 0) outOfScope += row.volume
      continue
    }
    for (const { role: entry, part } of people) {
      for (const value of valueParts(org, row.values ?? issue.values)) {
        const weight = row.volume * part * value.share
        if (weight > 0) cases.push({ entry, issue, touchpoint, segment: row.segment, weight, value })
      }
    }
  }
  return { hasDemand, cases, outOfScope, staffed }
}

// ------------------------------------------------------------------------------------------------------------------------- the walk

// A run says what becomes of the unknown: `role(id)` for what is not known of a role's authority, `other` for the rest.
const PESSIMISTIC = { role: () => false, other: false }
const OPTIMISTIC = { role: () => true, other: true }

const openNeeds = (issue) =>
  list(issue.needs)
    .map((need) => (need.anyOf ? need.anyOf : [need]).filter((n) => n.kind !== 'apologise'))
    .filter((alternatives) => alternatives.length > 0)

const agrees = (a, b) => !given(a) || !given(b) || a === b

/** Does the grant's scope contain the case? true, false or null. */
const scopeContains = (grant, kase) => {
  const scope = grant.scope ?? {}
  const place = kase.touchpoint
  const verdicts = [
    [scope.issueTypes, kase.issue.id],
    [scope.segments, kase.segment],
    [scope.units, place.unit],
    [scope.channels, place.channel],
  ].map(([wanted, actual]) => {
    if (!given(wanted)) return true
    if (actual === undefined) return null // [A8]
    return wanted.includes(actual) // [A7]
  })
  if (verdicts.includes(false)) return false
  return verdicts.includes(null) ? null : true
}

const empowered = (grant) => !given(grant.level) || grant.level >= 5 // [A12]

/** May the role meet this one alternative, and who has to agree? A list of sets of agreeing roles; empty = it may not. */
const coverings = (org, role, need, kase, run, { ignoreLimit = false } = {}) => {
  if (org.isVacant(role)) return []
  if (org.isTop(role) && org.roleById.get(role).residualAuthority === true) return [[]]
  if (!org.knownForAuthority(role)) return run.role(role) ? [[]] : []
  const found = []
  for (const g of org.grantsOf(role)) {
    if (g.kind !== need.kind || !empowered(g)) continue
    if (!agrees(g.policy, need.policy) || !agrees(g.system, need.system) || !agrees(g.unit, need.unit)) continue
    const inScope = scopeContains(g, kase)
    if (inScope === false || (inScope === null && !run.other)) continue
    if (given(need.amount) && !ignoreLimit) {
      if (g.limit === undefined) {
        if (!run.role(role)) continue // [A10]
      } else if (g.limit !== null) {
        const within = need.amount === 'value' ? kase.value.within(g.limit) : need.amount <= g.limit + EPS
        if (within === false || (within === null && !run.other)) continue
      }
    }
    found.push(g.extras)
  }
  return found
}

const needCoverings = (org, role, alternatives, kase, run, options) => {
  const all = alternatives.flatMap((need) => coverings(org, role, need, kase, run, options))
  return all.some((extras) => extras.length === 0) ? [[]] : all
}

const holds = (org, role, alternatives, kase, run) => needCoverings(org, role, alternatives, kase, run).length > 0

const fullPath = (org, entry, issue) => {
  const path = [entry]
  for (;;) {
    const here = path.at(-1)
    const routes = org.routes.filter((r) => r.from === here)
    const route = routes.find((r) => r.issueTypes.includes(issue.id)) ?? routes.find((r) => r.issueTypes.length === 0)
    const next = route ? route.to : org.manager(here)
    if (next === null || path.includes(next)) return path // [B7]
    path.push(next)
  }
}

const combinations = (lists) => lists.reduce((all, options) => all.flatMap((a) => options.map((o) => [...a, o])), [[]])

/** The way one case goes: { path, step } with step null where it is not settled, and the needs left open. */
const walk = (org, kase, run) => {
  const path = fullPath(org, kase.entry, kase.issue)
  const firstPresent = path.findIndex((r) => !org.isVacant(r))
  if (kase.issue.needs === undefined) {
    const settled = run.other && firstPresent !== -1 // [B5]
    return settled ? { path: path.slice(0, firstPresent + 1), step: firstPresent, open: [] } : { path, step: null, open: [] }
  }
  const needs = openNeeds(kase.issue)
  if (needs.length === 0) {
    return firstPresent === -1 ? { path, step: null, open: [] } : { path: path.slice(0, firstPresent + 1), step: firstPresent, open: [] } // [B4]
  }
  let best = null
  for (let k = 0; k < path.length; k++) {
    const visited = path.slice(0, k + 1)
    const options = needs.map((need) => {
      const all = visited.flatMap((r) => needCoverings(org, r, need, kase, run))
      return all.some((extras) => extras.length === 0) ? [[]] : all
    })
    for (const choice of combinations(options)) {
      const extras = unique(choice.flat())
        .filter((r) => !visited.includes(r))
        .sort(byText)
      const candidate = { step: k + extras.length, k, extras, path: [...visited, ...extras], open: [] } // [B6]
      const better =
        best === null ||
        candidate.step < best.step ||
        (candidate.step === best.step && candidate.k < best.k) ||
        (candidate.step === best.step && candidate.k === best.k && candidate.extras.join('\n') < best.extras.join('\n'))
      if (better) best = candidate
    }
  }
  if (best) return best
  return { path, step: null, open: needs.filter((need) => !path.some((r) => holds(org, r, need, kase, run))) }
}

/** Some kind is missing at the entry role: the rule of F01 for one case. */
const kindMissing = (org, kase, run) => {
  if (kase.issue.needs === undefined) return !run.other
  return openNeeds(kase.issue).some((need) => {
    const held = needCoverings(org, kase.entry, need, kase, run, { ignoreLimit: true }) // [C1]
    return !held.some((extras) => extras.length === 0)
  })
}

const apologyDue = (kase, run) => (kase.issue.apologyDue === undefined ? !run.other : kase.issue.apologyDue === true)

const mayApologise = (org, kase, run) => {
  const role = org.roleById.get(kase.entry)
  if (org.isVacant(role.id)) return false
  if (org.isTop(role.id) && role.residualAuthority === true) return true
  if (!org.knownForAuthority(role.id)) return run.role(role.id)
  return org.grantsOf(role.id).some((g) => {
    if (g.kind !== 'apologise' || !empowered(g) || g.extras.length > 0) return false
    const inScope = scopeContains(g, kase)
    if (inScope === false || (inScope === null && !run.other)) return false
    if (g.faultOf === 'any') return true
    if (g.faultOf === null) return false // [C9]
    if (g.faultOf === undefined) return run.role(role.id)
    if (kase.issue.causedBy === undefined) return run.other
    if (kase.issue.causedBy === null) return false
    if (g.faultOf !== 'own-unit') return list(g.faultOf).includes(kase.issue.causedBy)
    return role.unit === undefined ? run.other : role.unit === kase.issue.causedBy
  })
}

const hoursOf = (org, path) => path.slice(1).map((r) => org.roleById.get(r).responseHours)
const costsOf = (org, path, issue) => path.slice(1).map((r) => [org.roleById.get(r).hourlyCost, issue.touchMinutes])
const sumOrNull = (xs) => (xs.every(given) ? sum(xs) : null)
const hoursTotal = (org, w) => (w.step === null ? null : sumOrNull(hoursOf(org, w.path)))
const costTotal = (org, w, issue) =>
  w.step === null ? null : sumOrNull(costsOf(org, w.path, issue).map(([c, m]) => (given(c) && given(m) ? (c / 60) * m : null)))

// ---------------------------------------------------------------------------------------------------------------------------- totals

const weigh = (cases) => sum(cases.map((c) => c.weight))

const segmentMoney = (org, segment) => {
  const d = org.file.strategy?.discountRate
  const { margin, retention, customers } = segment
  const inputs = given(margin) && given(retention) && given(d)
  const clv = given(segment.clv) ? segment.clv : inputs ? (margin * retention) / (1 + d - retention) : null
  return { clv, customers: customers ?? null, leftOut: segment.internal === true && clv === null }
}

/** The totals of one run over some cases. */
const runTotals = (org, cases, key) => {
  const done = cases.filter((c) => c[key].step !== null)
  const escalated = done.filter((c) => c[key].step > 0)
  const settledAtStep = [0]
  for (const c of done) settledAtStep[c[key].step] = (settledAtStep[c[key].step] ?? 0) + c.weight
  const all = weigh(cases)
  const waits = escalated.map((c) => hoursTotal(org, c[key]))
  const costs = escalated.map((c) => costTotal(org, c[key], c.issue))
  return {
    settledAtStep: Array.from(settledAtStep, (x) => x ?? 0),
    unresolved: weigh(cases.filter((c) => c[key].step === null)),
    firstContactResolution: all > 0 ? (settledAtStep[0] ?? 0) / all : null,
    escalatedResolved: weigh(escalated),
    handOffs: sum(done.map((c) => c.weight * c[key].step)),
    passThrough: sum(escalated.map((c) => c.weight * (c[key].step - 1))),
    waitingHours: waits.every(given) ? sum(escalated.map((c, i) => c.weight * waits[i])) : null,
    extraCost: costs.every(given) ? sum(escalated.map((c, i) => c.weight * costs[i])) : null,
    apologyNotPermitted: weigh(cases.filter((c) => c.sorry[key])),
  }
}

const riskOf = (org, cases, key) => {
  const loss = org.file.strategy?.lossIf
  if (!given(loss?.escalated) || !given(loss?.unresolved)) return null
  let risk = 0
  for (const c of cases) {
    const segment = org.segmentById.get(c.segment)
    if (!segment) return null
    const { clv, leftOut } = segmentMoney(org, segment)
    if (leftOut) continue
    if (clv === null) return null
    const w = c[key]
    risk += c.weight * clv * (w.step === null ? loss.unresolved : w.step > 0 ? loss.escalated : 0)
  }
  return risk
}

const makeTotals = (org, cases, hasDemand, outOfScope) => {
  const names = ['contacts', 'outOfScope', 'settledAtStep', 'unresolved', 'firstContactResolution', 'escalatedResolved', 'handOffs']
  names.push('passThrough', 'waitingHours', 'extraCost', 'apologyNotPermitted', 'customerEquity', 'riskPerPeriod')
  if (!hasDemand) return Object.fromEntries(names.map((n) => [n, null])) // [D1]
  const p = runTotals(org, cases, 'pess')
  const o = runTotals(org, cases, 'opt')
  const totals = { contacts: weigh(cases), outOfScope }
  const length = Math.max(p.settledAtStep.length, o.settledAtStep.length)
  totals.settledAtStep = Array.from({ length }, (_, k) => range(p.settledAtStep[k] ?? 0, o.settledAtStep[k] ?? 0)) // [D2]
  for (const n of names.slice(3, 11)) totals[n] = range(p[n], o[n])
  const money = org.segments.map((s) => segmentMoney(org, s)).filter((m) => !m.leftOut)
  const sayable = money.length > 0 && money.every((m) => m.clv !== null) // [D3]
  totals.customerEquity = sayable && money.every((m) => m.customers !== null) ? sum(money.map((m) => m.clv * m.customers)) : null
  totals.riskPerPeriod = sayable ? range(riskOf(org, cases, 'pess'), riskOf(org, cases, 'opt')) : null
  return totals
}

const makeSegments = (org, cases, hasDemand) =>
  [...org.segments]
    .sort((a, b) => byText(a.id, b.id))
    .map((s) => {
      const mine = cases.filter((c) => c.segment === s.id)
      const { clv, customers, leftOut } = segmentMoney(org, s)
      const fcr = (key) => runTotals(org, mine, key).firstContactResolution
      return {
        id: s.id,
        contacts: hasDemand ? weigh(mine) : null,
        firstContactResolution: hasDemand ? range(fcr('pess'), fcr('opt')) : null,
        clv,
        equity: clv !== null && customers !== null ? clv * customers : null,
        riskPerPeriod: hasDemand && !leftOut && clv !== null ? range(riskOf(org, mine, 'pess'), riskOf(org, mine, 'opt')) : null,
      }
    })

const makeWalks = (org, cases, hasDemand) => {
  const groups = new Map()
  for (const c of cases) {
    const key = JSON.stringify([c.entry, c.issue.id, c.value.form, c.value.value, c.pess.path, c.pess.step, c.opt.path, c.opt.step])
    groups.set(key, [...(groups.get(key) ?? []), c])
  }
  return [...groups.values()].map((group) => {
    const [c] = group
    const number = (f) => {
      const [p, o] = [f(c.pess), f(c.opt)]
      return p === null || o === null ? null : range(p, o) // [D4]
    }
    const row = {
      entry: c.entry,
      issueType: c.issue.id,
      value: c.value.value,
      contacts: hasDemand ? weigh(group) : null,
      path: c.pess.path,
      step: range(c.pess.step, c.opt.step, true),
      hours: number((w) => hoursTotal(org, w)),
      cost: number((w) => costTotal(org, w, c.issue)),
    }
    if (c.value.form === 'spread') {
      row.share = weigh(group) / weigh(cases.filter((x) => x.entry === c.entry && x.issue === c.issue && x.value.form === 'spread'))
    }
    return row
  })
}

// -------------------------------------------------------------------------------------------------------------------------- findings

const shareSeverity = (org, share) =>
  reached(share, org.thresholds.severityHigh) ? 'high' : reached(share, org.thresholds.severityMedium) ? 'medium' : 'low'

const raise = (severity) => LEVELS[Math.min(2, LEVELS.indexOf(severity) + 1)]

const holdersOf = (org, need, kase, run) => org.roles.map((r) => r.id).filter((r) => holds(org, r, need, kase, run))

/** Each judge looks at the cases of one (entry, issue type) in one run: { contacts, severity } or null for "not so". */
const judges = {
  F01: (org, cases, key, all) => {
    const hit = cases.filter((c) => c.missing[key])
    if (hit.length === 0) return null
    const severity = shareSeverity(org, weigh(hit) / all)
    return { contacts: weigh(hit), severity: hit.some((c) => c[key].step === null) ? raise(severity) : severity }
  },
  F02: (org, cases, key, all) => {
    const hit = cases.filter((c) => !c.missing[key] && c[key].step !== 0)
    if (hit.length === 0) return null
    return { contacts: weigh(hit), severity: shareSeverity(org, weigh(hit) / all) }
  },
  F03: (org, cases, key) => {
    const hit = cases.filter((c) => c[key].step > 0)
    if (hit.length === 0) return null
    const endless = key === 'pess' ? Number.POSITIVE_INFINITY : 0
    const elapsed = (c) => sum(hoursOf(org, c[key].path).map((h) => h ?? endless))
    const mean = (group) => sum(group.map((c) => c.weight * elapsed(c))) / weigh(group)
    const promise = (c) => org.segmentById.get(c.segment)?.promiseHours ?? org.thresholds.promiseHours // [C11]
    const late = unique(hit.map(promise)).some((p) => exceeded(mean(hit.filter((c) => promise(c) === p)), p))
    const deepest = Math.max(...hit.map((c) => c[key].step))
    if (!late && deepest < org.thresholds.deepStep) return null
    const high = deepest >= 3 || reached(mean(hit), org.thresholds.slowHours) // [C4]
    return { contacts: weigh(hit), severity: high ? 'high' : 'medium' }
  },
  F04: (org, cases, key, all, run) => {
    const hit = cases.filter((c) => c[key].step === null)
    if (hit.length === 0) return null
    const elsewhere = unique(hit.flatMap((c) => c[key].open.flatMap((need) => holdersOf(org, need, c, run)))).sort(byText)
    const high = elsewhere.length === 0 || reached(weigh(hit) / all, 0.05) // [C4]
    return { contacts: weigh(hit), severity: high ? 'high' : 'medium', evidence: { elsewhere } } // [C6]
  },
}

const judgePair = (org, code, entry, issue, cases, all, hasDemand) => {
  const p = judges[code](org, cases, 'pess', all, PESSIMISTIC)
  const o = judges[code](org, cases, 'opt', all, OPTIMISTIC)
  const undecided = issue.needs === undefined && (code === 'F01' || code === 'F04') // [B5]
  if (!p && !o && !undecided) return null
  const contacts = range(p?.contacts ?? 0, o?.contacts ?? 0)
  const finding = {
    code,
    state: p && o && !undecided ? 'flagged' : 'unknown',
    subject: { role: entry, issueType: issue.id },
    contacts: hasDemand ? contacts : null,
    share: range((p?.contacts ?? 0) / all, (o?.contacts ?? 0) / all),
  }
  if (finding.state === 'flagged') {
    finding.severity = lower(p.severity, o.severity)
    if (p.evidence) finding.evidence = p.evidence
  }
  return finding
}

const judgeWrongBranch = (org, entry, issue, cases, all, hasDemand) => {
  const chain = org.chain(entry)
  const path = fullPath(org, entry, issue)
  const flagged = new Set()
  const unknown = new Set()
  const atoms = { pess: [], opt: [] }
  for (const c of cases) {
    for (const need of openNeeds(issue)) {
      const certain = holdersOf(org, need, c, PESSIMISTIC)
      const possible = holdersOf(org, need, c, OPTIMISTIC)
      const inChain = (ids) => ids.some((id) => chain.includes(id))
      const outside = (ids) => ids.filter((id) => !chain.includes(id))
      if (inChain(certain) || outside(possible).length === 0) continue
      if (inChain(possible) || outside(certain).length === 0) {
        unknown.add(c)
        continue
      }
      flagged.add(c)
      for (const [key, holders] of [
        ['pess', certain],
        ['opt', possible],
      ]) {
        const steps = outside(holders)
          .map((h) => cross(org, entry, h))
          .filter((x) => x !== null)
          .map((x) => x.steps)
        atoms[key].push({ routed: holders.some((h) => path.includes(h)), distance: steps.length > 0 ? Math.min(...steps) : null })
      }
    }
  }
  if (flagged.size === 0 && unknown.size === 0) return null
  const certain = weigh([...flagged])
  const possible = weigh(cases.filter((c) => flagged.has(c) || unknown.has(c)))
  const finding = {
    code: 'F05',
    state: flagged.size > 0 ? 'flagged' : 'unknown',
    subject: { role: entry, issueType: issue.id },
    contacts: hasDemand ? range(certain, possible) : null,
    share: range(certain / all, possible / all),
  }
  if (flagged.size > 0) {
    const severity = (list) => {
      const unrouted = list.filter((a) => !a.routed)
      if (unrouted.length === 0) return 'low'
      const far = unrouted.some((a) => a.distance === null || a.distance >= org.thresholds.wrongBranchDistance)
      return far ? 'high' : 'medium'
    }
    const farthest = (list) => (list.some((a) => a.distance === null) ? null : Math.max(...list.map((a) => a.distance)))
    finding.severity = lower(severity(atoms.pess), severity(atoms.opt)) // [C8]
    const [far, near] = [farthest(atoms.pess), farthest(atoms.opt)]
    finding.evidence = { distance: far === null || near === null ? null : range(far, near) }
  }
  return finding
}

const judgeApology = (org, entry, cases, all, hasDemand) => {
  const p = weigh(cases.filter((c) => c.sorry.pess))
  const o = weigh(cases.filter((c) => c.sorry.opt))
  if (p === 0 && o === 0) return null
  const finding = {
    code: 'F10',
    state: p > 0 && o > 0 ? 'flagged' : 'unknown',
    subject: { role: entry },
    contacts: hasDemand ? range(p, o) : null,
    share: range(p / all, o / all),
  }
  if (finding.state === 'flagged') finding.severity = lower(shareSeverity(org, p / all), shareSeverity(org, o / all))
  return finding
}

const CODES = ['F01', 'F02', 'F03', 'F04', 'F05', 'F10']

const makeFindings = (org, { cases, hasDemand, staffed }) => {
  const blind = org.file.touchpoints === undefined || org.file.issueTypes === undefined
  const nobody = staffed === 0 && !(hasDemand && list(org.file.demand).length === 0)
  if (blind || nobody) return CODES.map((code) => ({ code, state: 'unknown', subject: {} })) // [C10]
  const findings = []
  for (const entry of unique(cases.map((c) => c.entry))) {
    const mine = cases.filter((c) => c.entry === entry)
    const all = weigh(mine)
    for (const issue of unique(mine.map((c) => c.issue))) {
      const pair = mine.filter((c) => c.issue === issue)
      for (const code of Object.keys(judges)) findings.push(judgePair(org, code, entry, issue, pair, all, hasDemand))
      findings.push(judgeWrongBranch(org, entry, issue, pair, all, hasDemand))
    }
    findings.push(judgeApology(org, entry, mine, all, hasDemand))
  }
  const place = (f) => [f.code, f.subject.role, f.subject.issueType ?? ''].join('\n')
  return findings.filter(Boolean).sort((a, b) => byText(place(a), place(b))) // [D9]
}

// ------------------------------------------------------------------------------------------------------- roadblocks and questions

const guessedOwner = (org, kase, run) => {
  let best = null
  for (const need of openNeeds(kase.issue)) {
    if (holds(org, kase.entry, need, kase, run)) continue
    for (const holder of holdersOf(org, need, kase, run)) {
      const way = cross(org, kase.entry, holder)
      if (way === null) continue
      if (best === null || way.steps < best.steps || (way.steps === best.steps && holder < best.holder)) best = { ...way, holder }
    }
  }
  return best === null ? null : best.meeting // [D6]
}

const makeRoadblocks = (org, { cases, hasDemand }) => {
  const rows = new Map()
  for (const [key, run] of [
    ['pess', PESSIMISTIC],
    ['opt', OPTIMISTIC],
  ]) {
    for (const c of cases) {
      if (c[key].step === 0) continue
      const recorded = org.target(c.issue.policyOwner, c.entry)
      const owner = recorded ?? guessedOwner(org, c, run)
      if (owner === null) continue
      if (!rows.has(owner)) rows.set(owner, { pess: 0, opt: 0, guess: false })
      rows.get(owner)[key] += c.weight
      if (recorded === null) rows.get(owner).guess = true
    }
  }
  return [...rows]
    .map(([role, r]) => ({ role, contacts: hasDemand ? range(r.pess, r.opt) : null, ...(r.guess ? { guess: true } : {}), weight: r.pess }))
    .sort((a, b) => b.weight - a.weight || byText(a.role, b.role))
    .map(({ weight: _, ...row }) => row)
}

const sameWay = (a, b) => a.step === b.step && a.path.join('\n') === b.path.join('\n')

const makeQuestions = (org, { cases, hasDemand }) => {
  const weights = new Map()
  for (const c of cases) {
    if (sameWay(c.pess, c.opt)) continue
    for (const role of fullPath(org, c.entry, c.issue)) {
      const onlyYes = { role: (r) => r === role, other: false }
      const onlyNo = { role: (r) => r !== role, other: true }
      const matters = !sameWay(walk(org, c, onlyYes), c.pess) || !sameWay(walk(org, c, onlyNo), c.opt)
      if (matters) weights.set(role, (weights.get(role) ?? 0) + c.weight) // [D5]
    }
  }
  return [...weights]
    .sort(([a, x], [b, y]) => y - x || byText(a, b))
    .map(([role, weight]) => ({ role, section: 'authority', contacts: hasDemand ? weight : null }))
}

// ---------------------------------------------------------------------------------------------------------------------------- analyse

export const analyse = (file) => {
  const org = read(file)
  const all = listCases(org)
  for (const c of all.cases) {
    c.pess = walk(org, c, PESSIMISTIC)
    c.opt = walk(org, c, OPTIMISTIC)
    c.missing = { pess: kindMissing(org, c, PESSIMISTIC), opt: kindMissing(org, c, OPTIMISTIC) }
    const sorry = (run) => apologyDue(c, run) && !mayApologise(org, c, run)
    c.sorry = { pess: sorry(PESSIMISTIC), opt: sorry(OPTIMISTIC) }
  }
  const distance = distances(org) // [D8]
  return {
    headstand: 'analysis/1',
    file: {
      roles: org.roles.length,
      people: sum(org.roles.map((r) => r.headcount ?? 1)),
      tops: org.roles.filter((r) => org.isTop(r.id)).length,
      layers: Math.max(0, ...org.roles.map((r) => org.chain(r.id).length)),
      rung: rung(org),
    },
    totals: makeTotals(org, all.cases, all.hasDemand, all.outOfScope),
    distance: Object.fromEntries([...distance].sort(([a], [b]) => byText(a, b))),
    segments: makeSegments(org, all.cases, all.hasDemand),
    walks: makeWalks(org, all.cases, all.hasDemand),
    roadblocks: makeRoadblocks(org, all),
    findings: makeFindings(org, all),
    nextQuestions: makeQuestions(org, all),
  }
}
