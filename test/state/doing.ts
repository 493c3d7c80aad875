// Whatever a reader can do on the page, as moves that a test makes in any order, over files of every kind.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { CaseRef, Figure } from '../../src/analysis/types'
import type { Edit } from '../../src/model/edits/edit'
import { idsOf } from '../../src/model/roles'
import type { RoleId } from '../../src/model/types'
import type { App } from '../../src/state/app'
import { selectAnalysis, selectOrg } from '../../src/state/derived'
import { linkedIn } from '../../src/state/hash'
import type { Topic } from '../../src/state/types'
import { randomOrg } from '../analysis/reference/random-org.mjs'
import { hostileFile } from './hostile'

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) })
export const FILES = [
  ...['pinfold', 'approval-ladder', 'teams-without-managers', 'people-only'].map((name) =>
    file(name, readFileSync(`public/samples/${name}.json`, 'utf8')),
  ),
  ...[1, 7, 23, 58].map((seed) => file(`random ${seed}`, JSON.stringify(randomOrg(seed)))),
  file('hostile', JSON.stringify(hostileFile())),
  file('broken', '{"roles": ['),
]
const NAMES: readonly Figure['name'][] = [
  ...(['contacts', 'settled', 'afterHandOffs', 'deadEnds', 'handOffs', 'waiting', 'extraCost', 'risk', 'finding'] as const),
  ...(['people', 'roles', 'layers', 'span'] as const),
]
const CODES = ['F01', 'F02', 'F03', 'F04', 'F05', 'F10', 'F99', '__proto__']
/** Numbers that are read as *the so-manieth of what there is*; some point at what another file had, or nobody. */
const pick = fc.nat(400)
const STRANGE = ['', '__proto__', 'constructor', 'agent', 'no such id']
function ids(app: App) {
  const org = selectOrg(app.store.getState())
  const of = (own: readonly string[]) => (n: number) => {
    const all = [...own, ...STRANGE]
    return all[n % all.length] as string
  }
  return {
    role: (n: number) => of(org ? idsOf(org) : [])(n) as RoleId,
    issue: of((org?.doc.issueTypes ?? []).map((one) => one.id)),
    segment: of((org?.doc.segments ?? []).map((one) => one.id)),
  }
}
const owned = (app: App, n: number): RoleId => {
  const org = selectOrg(app.store.getState())
  const own = org ? idsOf(org) : []
  return own[n % own.length] as RoleId
}
function topicOf(app: App, [kind, a, b, c]: readonly [number, number, number, number]): Topic {
  const { role, issue, segment } = ids(app)
  const scope = {
    ...(a % 2 ? { role: role(b) } : {}),
    ...(b % 2 ? { issueType: issue(c) } : {}),
    ...(c % 3 ? {} : { segment: segment(a) }),
  }
  const walks = selectAnalysis(app.store.getState())?.walks ?? []
  const walk = walks[a % Math.max(1, walks.length)]
  const org = selectOrg(app.store.getState())
  const ref: CaseRef =
    walk && org && kind < 9
      ? { entry: role(walk.entry), issueType: issue(walk.issueType), value: walk.isStretch ? null : walk.value, segment: null }
      : { entry: role(a), issueType: issue(b), value: c % 3 ? c : null, segment: c % 2 ? segment(c) : null }
  switch (kind) {
    case 0:
      return { kind: 'role', role: role(a) }
    case 1:
      return { kind: 'segment', segment: segment(a) }
    case 2:
      return { kind: 'issue', issueType: issue(a) }
    case 3:
      return { kind: 'card', role: role(a), issueType: b % 4 ? issue(b) : '' }
    case 4:
      return { kind: 'way', from: role(a), to: role(b) }
    case 5:
    case 6: {
      const name = NAMES[c % NAMES.length] as Figure['name']
      return { kind: 'why', figure: { name, ...scope, ...(name === 'finding' ? { code: CODES[b % CODES.length] as string } : {}) } }
    }
    default:
      return { kind: 'case', of: ref, by: b % 2 ? 'chart' : 'route', upTo: c % 4 ? c % 7 : null }
  }
}
function remedyOf(app: App, n: number): readonly Edit[] {
  const findings = selectAnalysis(app.store.getState())?.findings ?? []
  const offered = findings.flatMap(({ remedies }) => remedies)
  const other: Edit = { kind: 'limit', grant: 'no such grant', limit: 40 }
  return [offered[n % Math.max(1, offered.length + 1)] ?? other]
}

export type Act = (app: App) => unknown
const topics = fc.tuple(fc.nat(9), pick, pick, pick)
const by = fc.constantFrom(1 as const, -1 as const)
const flag = fc.boolean()
export const acts: fc.Arbitrary<Act> = fc.oneof(
  topics.map(
    (asked): Act =>
      (app) =>
        app.tell(topicOf(app, asked)),
  ),
  topics.map(
    (asked): Act =>
      (app) =>
        app.ask(topicOf(app, asked)),
  ),
  topics.map(
    (asked): Act =>
      (app) =>
        app.rephrase(topicOf(app, asked)),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.select(n % 5 ? ids(app).role(n) : null),
  ),
  fc.constantFrom<Act>(
    (app) => app.back(),
    (app) => app.letGo(),
    (app) => app.undo(),
    (app) => app.redo(),
    (app) => app.flip(),
    (app) => app.showBoth(),
    (app) => app.show('conventional'),
    (app) => app.release(),
    (app) => app.holdOrGo(),
    (app) => app.unfoldAll(),
    (app) => app.present(),
    (app) => app.stopPresenting(),
    (app) => app.blank(),
    (app) => app.showNames(),
    (app) => app.showDiagnostics(),
    (app) => app.togglePanel(),
    (app) => app.toggleOutline(),
  ),
  fc.tuple(by, fc.nat(9)).map(
    ([step, stops]): Act =>
      (app) =>
        app.stepCase(step, stops),
  ),
  fc.constantFrom('mirror' as const, 'distance' as const).map(
    (order): Act =>
      (app) =>
        app.setOrder(order),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.toggleBranch(ids(app).role(n)),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.reveal(ids(app).role(n)),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.unfoldBranch(ids(app).role(n)),
  ),
  fc.tuple(pick, pick, flag).map(
    ([a, b, is]): Act =>
      (app) =>
        app.foldAll([owned(app, a), owned(app, b)], is),
  ),
  fc.integer({ min: -1, max: 6 }).map(
    (level): Act =>
      (app) =>
        app.foldToLevel(level),
  ),
  by.map(
    (step): Act =>
      (app) =>
        app.foldOneLevel(step),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.apply(remedyOf(app, n)),
  ),
  fc.tuple(pick, pick, flag).map(
    ([n, m, is]): Act =>
      (app) =>
        is ? app.tryOut(remedyOf(app, n)) : app.glance(m % 3 ? [...remedyOf(app, n), ...remedyOf(app, m)] : null),
  ),
  by.map(
    (step): Act =>
      (app) =>
        app.stepStory(step),
  ),
  fc.integer({ min: -3, max: 12 }).map(
    (step): Act =>
      (app) =>
        app.goToStep(step),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.openFiles([FILES[n % FILES.length] as (typeof FILES)[number]]),
  ),
  flag.map(
    (is): Act =>
      (app) =>
        app.setNarrow(is),
  ),
  flag.map(
    (is): Act =>
      (app) =>
        app.setMotionReduced(is),
  ),
  fc.double({ min: -1, max: 2, noNaN: true }).map(
    (t): Act =>
      (app) =>
        app.scrub(t),
  ),
  fc.constantFrom(0, 16, 300, 5000).map(
    (ms): Act =>
      (app) =>
        app.step(ms),
  ),
  pick.map(
    (n): Act =>
      (app) =>
        app.point((n % 40) - 1),
  ),
  fc.constantFrom('#view=both', '#view=flipped&order=mirror&outline=open', '').map(
    (hash): Act =>
      (app) =>
        app.heed(linkedIn(hash)),
  ),
)
