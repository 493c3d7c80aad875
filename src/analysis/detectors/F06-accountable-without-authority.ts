// F06 Accountable without authority: judged on what customers feel, without the power over it, and without help (domain.md F06).
import { once, onceEach } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { between } from '../../base/range'
import { cellAt } from '../../base/table'
import { openChannels } from '../../model/channels'
import { roleOrderOf } from '../../model/rank'
import { idOf } from '../../model/roles'
import type { Measure } from '../../model/types'
import { isAtLeast, judge, lowered, NOT_APPLICABLE, NOT_KNOWN, nothingArrives, type Verdict } from '../finding'
import type { Run } from '../kleene'
import { aboutEach } from '../listed'
import type { Survey } from '../survey'
import { groupsByLine } from '../totals'

interface MeasuredBy {
  readonly role: number
  readonly name: string
  readonly measure: Measure
}

/** What a role is accountable for, by what becomes of it: weights. */
interface Spans {
  readonly all: number
  readonly control: number
  /** What is beyond its control. */
  readonly beyond: number
  /** Of what others settle or nobody does, the share they settle within the promise. */
  readonly support: number
}

export const detector = aboutEach<MeasuredBy>({
  code: 'F06',
  whole: (survey) => {
    const nothing = nothingArrives(survey)
    if (nothing) return nothing
    if (!survey.org.contacts.areCounted) return { code: 'no-demand' }
    const { doc } = survey.org
    return doc.roles.columns.measures.kind === 'absent' && doc.coverage.measures !== 'complete' ? { code: 'no-measures' } : null
  },
  list: measuresIn,
  judge: (survey, one) => {
    if (!one.measure.about) return NOT_KNOWN
    const worst = spansOf(survey, one, 'pessimistic')
    if (worst.all === 0) return NOT_APPLICABLE
    return judge(verdict(survey, worst), verdict(survey, spansOf(survey, one, 'optimistic')))
  },
  subject: ({ org }, { role, name }) => ({ role: idOf(org, role), measure: name }),
  role: (_, { role }) => role,
  figures: (survey, one) => {
    if (!one.measure.about) return { contacts: null, share: null }
    const [worst, best] = [spansOf(survey, one, 'pessimistic'), spansOf(survey, one, 'optimistic')]
    return {
      contacts: between(worst.beyond, best.beyond),
      share: between(1 - worst.control, 1 - best.control),
    }
  },
  say: (survey, one) => {
    const { org } = survey
    const name = one.measure.name ?? one.name
    if (!one.measure.about) return { evidence: { measure: name }, because: { code: 'measure-about-not-known' } }
    const { all, control, support } = spansOf(survey, one, 'pessimistic')
    const routes = org.routes.filter(({ from }) => from === one.role).length
    return {
      evidence: {
        measure: name,
        accountability: all,
        control,
        support,
        influence: routes + openChannels(org).filter(({ from }) => from === one.role).length,
        isStretch: isAtLeast(support, survey.thresholds.support),
      },
      because: { code: 'depends-on-unknown' },
    }
  },
})

/** Effect measures, in order of the ids of role and measure. */
function measuresIn(survey: Survey): readonly MeasuredBy[] {
  const { org } = survey
  if (org.doc.roles.columns.measures.kind === 'absent') return []
  return Array.from(roleOrderOf(org).inOrder).flatMap((role) =>
    (cellAt(org.doc.roles, 'measures', role) ?? [])
      .filter(({ kind }) => kind === 'effect')
      .map((measure) => ({ role, measure, name: measure.id ?? measure.name ?? '' }))
      .sort((a, b) => byCodeUnit(a.name, b.name)),
  )
}

function verdict({ thresholds }: Survey, { beyond, control, support }: Spans): Verdict | null {
  const gap = 1 - control
  if (!isAtLeast(gap, thresholds.controlGap)) return null
  const severity = isAtLeast(gap, thresholds.controlGapHigh) ? 'high' : 'medium'
  return { weight: beyond, severity: isAtLeast(support, thresholds.support) ? lowered(severity) : severity }
}

/** Settled by whom: by their places in preorder, ascending, with sums up to and with each, so that a branch is a difference. */
interface Settled {
  readonly all: number
  readonly places: readonly number[]
  readonly within: readonly number[]
  /** The same of what is settled within the promise to its segment. */
  readonly inTime: readonly number[]
}

function spansOf(survey: Survey, { role, measure }: MeasuredBy, run: Run): Spans {
  const { all, places, within, inTime } = settledAbout(survey, JSON.stringify([measure.about, run]), measure.about ?? {}, run)
  const { place, size } = placesIn(survey)
  const [from, to] = [place[role] as number, (place[role] as number) + (size[role] as number)].map((at) => countBelow(places, at))
  const upTo = (sums: readonly number[], count: number) => (count === 0 ? 0 : (sums[count - 1] as number))
  const part = (sums: readonly number[]) => upTo(sums, to as number) - upTo(sums, from as number)
  const settledWithin = part(within)
  const uncontrolled = all - settledWithin
  const helped = upTo(inTime, inTime.length) - part(inTime)
  const support = uncontrolled > 1e-9 ? helped / uncontrolled : 0
  const given = measure.controlledShare
  if (given !== undefined) return { all, control: given, beyond: all * (1 - given), support }
  return { all, control: all > 0 ? settledWithin / all : 0, beyond: uncontrolled, support }
}

/** How many places stand before one. */
function countBelow(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

const placesIn = once(({ org }: Survey) => {
  const { preorder, branchSize } = org.structure
  const place = new Int32Array(preorder.length)
  for (let k = 0; k < preorder.length; k++) place[preorder[k] as number] = k
  return { place, size: branchSize }
})

/** Once for all who are measured by the same. */
const settledAbout = onceEach((survey: Survey, _: string, about: NonNullable<Measure['about']>, run: Run): Settled => {
  const { org, cases, ways, thresholds } = survey
  const { contacts, doc } = org
  const { place } = placesIn(survey)
  const settled = new Map<number, { within: number; inTime: number }>()
  let all = 0
  for (const line of linesAbout(survey, about)) {
    const group = groupsIn(survey)[line] as number
    const weight = contacts.weight[line] as number
    all += weight
    const { issueType } = cases.kind(group)
    const promise = doc.segments?.[contacts.segment[line] as number]?.promiseHours ?? thresholds.promiseHours
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, run)
      if (step === null) continue
      const share = weight * cases.share(one)
      const hands = step === 0 ? [] : [...cases.handsOf(cases.outcome(one, run), issueType, ways)]
      const at = place[hands.at(-1) ?? cases.entry(group)] as number
      let sums = settled.get(at)
      if (!sums) settled.set(at, (sums = { within: 0, inTime: 0 }))
      sums.within += share
      const hours = Number.isNaN(cases.hours(one, run)) && run === 'pessimistic' ? Number.POSITIVE_INFINITY : cases.knownHours(one, run)
      if (step === 0 || hours <= promise + 1e-9) sums.inTime += share
    }
  }
  const inOrder = [...settled].sort(([a], [b]) => a - b)
  const upTo = (of: 'within' | 'inTime') => {
    let sum = 0
    return inOrder.map(([, sums]) => (sum += sums[of]))
  }
  return { all, places: inOrder.map(([at]) => at), within: upTo('within'), inTime: upTo('inTime') }
})

const groupsIn = once(groupsByLine)

/** In scope, and in every list that is given. */
function linesAbout(survey: Survey, { touchpoints, issueTypes, segments }: NonNullable<Measure['about']>): readonly number[] {
  const { org } = survey
  const { contacts } = org
  const places = (ids: readonly string[] | undefined, at: ReadonlyMap<string, number>) => ids && new Set(ids.map((id) => at.get(id) ?? -2))
  const [touched, issues, segmented] = [
    places(touchpoints, org.touchpointAt),
    places(issueTypes, org.issueTypeAt),
    places(segments, org.segmentAt),
  ]
  const lines = touched ? [...touched].flatMap((at) => linesByTouchpoint(survey).get(at) ?? []) : allLines(survey)
  return lines.filter(
    (line) =>
      (groupsIn(survey)[line] as number) >= 0 &&
      (issues?.has(contacts.issueType[line] as number) ?? true) &&
      (segmented?.has(contacts.segment[line] as number) ?? true),
  )
}

const allLines = once(({ org }: Survey): readonly number[] => Array.from({ length: org.contacts.length }, (_, line) => line))
const linesByTouchpoint = once((survey: Survey): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>()
  for (const line of allLines(survey)) {
    const at = survey.org.contacts.touchpoint[line] as number
    const known = found.get(at)
    if (known) known.push(line)
    else found.set(at, [line])
  }
  return found
})
