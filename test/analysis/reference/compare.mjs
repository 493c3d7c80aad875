// The differences between two `analyse` outputs, as a list of lines. Findings are matched by (code, subject), walks by (entry, issue
// type, value, path), everything else by id. Left aside: the order of rows, sentence, remedies, because, and all evidence but F04
// `elsewhere` and F05 `distance`; next questions (reference.mjs [D5]).

const CODES = new Set(['F01', 'F02', 'F03', 'F04', 'F05', 'F10'])
const TOLERANCE = 1e-6

const isRange = (x) => x !== null && typeof x === 'object' && !Array.isArray(x) && 'low' in x && 'high' in x

const sameNumber = (a, b) => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))

/** Equal within the tolerance; a number equals a range of that number twice. */
export const same = (left, right) => {
  const a = left ?? null
  const b = right ?? null
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b)
  if (isRange(a) && typeof b === 'number') return same(a, { low: b, high: b })
  if (isRange(b) && typeof a === 'number') return same({ low: a, high: a }, b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]))
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object' && !Array.isArray(a) && !Array.isArray(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => same(a[k], b[k]))
  }
  return a === b
}

const show = (x) => (x === undefined ? 'nothing' : JSON.stringify(x))

const sorted = (x) => {
  if (Array.isArray(x)) return x.map(sorted)
  if (x !== null && typeof x === 'object')
    return Object.fromEntries(
      Object.keys(x)
        .sort()
        .map((k) => [k, sorted(x[k])]),
    )
  return x
}

const group = (rows, key) => {
  const groups = new Map()
  for (const row of rows ?? []) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

const fields = (name, a, b, keys, out) => {
  for (const key of keys) if (!same(a?.[key], b?.[key])) out.push(`${name} ${key}: ${show(a?.[key])} | ${show(b?.[key])}`)
}

/** Rows matched by a key; of several rows with one key those without a difference are paired first, the rest as they come. */
const matched = (name, a, b, key, each, out) => {
  const left = group(a, key)
  const right = group(b, key)
  for (const k of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const r = [...(right.get(k) ?? [])]
    const l = (left.get(k) ?? []).filter((row) => {
      const twin = r.findIndex((other) => {
        const differences = []
        each('', row, other, differences)
        return differences.length === 0
      })
      if (twin !== -1) r.splice(twin, 1)
      return twin === -1
    })
    for (let i = 0; i < Math.max(l.length, r.length); i++) each(`${name} ${k}`, l[i], r[i], out)
  }
}

const whole = (keys) => (name, a, b, out) => {
  if (!a || !b) out.push(`${name}: ${show(a)} | ${show(b)}`)
  else fields(name, a, b, keys, out)
}

const nothing = (x) => x === undefined || x === null || same(x, 0)

const weighed = (name, a, b, out) => {
  if (nothing(a?.contacts) && nothing(b?.contacts)) return
  if (!same(a?.contacts, b?.contacts)) out.push(`${name}: ${show(a?.contacts)} | ${show(b?.contacts)}`)
}

const finding = (name, a, b, out) => {
  if (!a || !b) {
    const one = a ?? b
    out.push(
      `${name}: ${a ? `${one.state} | nothing` : `nothing | ${one.state}`} ${show({ severity: one.severity, contacts: one.contacts })}`,
    )
    return
  }
  fields(name, a, b, ['state'], out)
  if (a.state !== b.state) return
  // Whether an unknown row carries numbers is left open.
  for (const key of ['contacts', 'share']) {
    const bothSay = key in a && key in b
    if (a.state === 'flagged' || bothSay) fields(name, a, b, [key], out)
  }
  if (a.state !== 'flagged') return
  fields(name, a, b, ['severity'], out)
  if (a.code === 'F04') fields(`${name} evidence`, a.evidence, b.evidence, ['elsewhere'], out)
  if (a.code === 'F05') fields(`${name} evidence`, a.evidence, b.evidence, ['distance'], out)
}

const reported = (rows) => (rows ?? []).filter((f) => CODES.has(f.code) && (f.state === 'flagged' || f.state === 'unknown'))

export const compare = (a, b) => {
  const out = []
  for (const part of ['file', 'totals', 'distance']) {
    const keys = [...new Set([...Object.keys(a[part] ?? {}), ...Object.keys(b[part] ?? {})])].sort()
    fields(part, a[part], b[part], keys, out)
  }
  const money = ['contacts', 'firstContactResolution', 'clv', 'equity', 'riskPerPeriod']
  matched('segment', a.segments, b.segments, (s) => s.id, whole(money), out)
  const walkKey = (w) => JSON.stringify([w.entry, w.issueType, w.value ?? null, w.path, 'share' in w])
  const timing = ['contacts', 'step', 'hours', 'cost', 'share']
  matched('walk', a.walks, b.walks, walkKey, whole(timing), out)
  matched('roadblock', a.roadblocks, b.roadblocks, (r) => r.role, weighed, out)
  matched('finding', reported(a.findings), reported(b.findings), (f) => `${f.code} ${JSON.stringify(sorted(f.subject))}`, finding, out)
  return out
}
