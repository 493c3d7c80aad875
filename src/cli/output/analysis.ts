// `analysis/1`: the analysis as other programs read it (headless.md). Ids instead of indexes, at most nine decimals, nothing that depends on
// the order of the file.

import { acceptanceIn } from '../../analysis/accepted-lines'
import { whereOf } from '../../analysis/said-at'
import type { Analysis, Finding, Walk } from '../../analysis/types'
import { byCodeUnit } from '../../base/order'
import { isRange, type Measured, rounded } from '../../base/range'
import { cellAt } from '../../base/table'
import type { Words } from '../../base/words'
import { sentenceOf } from '../../i18n/sentences'
import { idOf, roleAt } from '../../model/roles'
import { foldedTitle } from '../../model/titles'
import type { Accepted, Org } from '../../model/types'

export interface AnalysisOptions {
  /** Rows that are ok or not applicable too. */
  readonly all: boolean
  /** Walks left out, findings with one reason grouped with a count of places. */
  readonly summary: boolean
}
type Json = Readonly<Record<string, unknown>>

export function analysisJson(org: Org, analysis: Analysis, words: Words, options: AnalysisOptions): Json {
  const findings = analysis.findings.filter((one) => options.all || one.state === 'flagged' || one.state === 'unknown')
  const acceptanceOf = acceptanceIn(analysis, org)
  const rows = findings.map((finding) => findingJson(org, finding, acceptanceOf(finding), words))
  return {
    headstand: 'analysis/1',
    file: { ...analysis.file, people: rounded(analysis.file.people) },
    totals: totalsJson(analysis),
    distance: distanceJson(org),
    segments: segmentsJson(org, analysis),
    ...(options.summary ? {} : { walks: analysis.walks.map((walk) => walkJson(org, walk)) }),
    roadblocks: analysis.roadblocks.map(({ role, contacts, guessed }) => ({
      role: idOf(org, role),
      contacts: said(contacts),
      ...(guessed === 0 || guessed === null ? {} : { guessed: said(guessed) }),
    })),
    findings: options.summary ? grouped(org, findings, rows) : rows,
    nextQuestions: analysis.nextQuestions.map(({ role, issueType, section, contacts }) => ({
      ...(role === undefined ? {} : { role: idOf(org, role) }),
      ...(issueType === undefined ? {} : { issueType: org.doc.issueTypes?.[issueType]?.id }),
      section,
      contacts: org.contacts.areCounted ? rounded(contacts) : null,
    })),
  }
}

function said(value: Measured): Measured {
  return value === null ? null : isRange(value) ? { low: rounded(value.low), high: rounded(value.high) } : rounded(value)
}

function totalsJson({ totals }: Analysis): Json {
  return {
    contacts: said(totals.contacts),
    outOfScope: said(totals.outOfScope),
    settledAtStep: totals.settledAtStep?.map(said) ?? null,
    unresolved: said(totals.unresolved),
    firstContactResolution: said(totals.firstContactResolution),
    escalatedResolved: said(totals.escalatedResolved),
    handOffs: said(totals.handOffs),
    passThrough: said(totals.passThrough),
    waitingHours: said(totals.waitingHours),
    extraCost: said(totals.extraCost),
    apologyNotPermitted: said(totals.apologyNotPermitted),
    customerEquity: totals.contacts === null ? null : said(totals.customerEquity),
    riskPerPeriod: said(totals.riskPerPeriod),
  }
}

function distanceJson(org: Org): Json {
  const byId = Array.from(org.structure.distance, (distance, role) => [idOf(org, role) as string, distance] as const)
  return Object.fromEntries(byId.sort(([a], [b]) => byCodeUnit(a, b)).map(([id, steps]) => [id, steps < 0 ? null : steps]))
}

function segmentsJson(org: Org, analysis: Analysis): readonly Json[] {
  return analysis.segments
    .map((one) => ({
      id: org.doc.segments?.[one.segment]?.id as string,
      contacts: said(one.contacts),
      firstContactResolution: said(one.firstContactResolution),
      clv: said(one.clv),
      equity: said(one.equity),
      riskPerPeriod: said(one.riskPerPeriod),
    }))
    .sort((a, b) => byCodeUnit(a.id, b.id))
}

function walkJson(org: Org, walk: Walk): Json {
  return {
    entry: idOf(org, walk.entry),
    issueType: org.doc.issueTypes?.[walk.issueType]?.id,
    value: said(walk.value),
    ...(walk.isStretch ? { share: rounded(walk.share) } : {}),
    contacts: said(walk.contacts),
    path: walk.path.map((role) => idOf(org, role)),
    step: walk.step,
    hours: said(walk.hours),
    cost: said(walk.cost),
    ...(walk.loop ? { loop: true } : {}),
  }
}

function findingJson(org: Org, finding: Finding, accepted: Accepted | undefined, words: Words): Json {
  const { code, state, severity, subject, because } = finding
  return {
    code,
    state,
    ...(severity === null ? {} : { severity }),
    subject,
    contacts: said(finding.contacts),
    share: said(finding.share),
    ...(state === 'flagged' ? { sentence: sentenceOf(org, finding, words) } : {}),
    ...(because
      ? { because: { code: because.code, text: words.say(`because.${because.code}`, because.params), where: whereOf(finding) } }
      : {}),
    evidence: decimals(finding.evidence),
    ...(state === 'flagged' ? { remedies: finding.remedies } : {}),
    ...(accepted ? { accepted: reasonOf(accepted) } : {}),
  }
}

/** It stays flagged: who reads this decides what an acceptance is worth, and until when. */
function reasonOf({ because, by, until }: Accepted): Json {
  return { because, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) }
}

/** Nine decimals everywhere below. */
function decimals(value: unknown): unknown {
  if (typeof value === 'number') return rounded(value)
  if (Array.isArray(value)) return value.map(decimals)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decimals(one)]))
  return value
}

/** By code, title of the role (case and spaces folded), issue type and reason, with a count of places; the first of each speaks. */
function grouped(org: Org, findings: readonly Finding[], rows: readonly Json[]): readonly Json[] {
  const groups = new Map<string, { row: Json; places: number }>()
  findings.forEach((finding, i) => {
    const { role, issueType } = finding.subject
    const title = role === undefined ? undefined : titleOf(org, role)
    const reason = JSON.stringify([
      finding.state,
      finding.severity,
      rows[i]?.accepted,
      finding.because?.code,
      (finding.evidence as { missing?: unknown }).missing,
    ])
    const key = JSON.stringify([finding.code, title, issueType, reason])
    const known = groups.get(key)
    if (known) known.places++
    else groups.set(key, { row: rows[i] as Json, places: 1 })
  })
  return [...groups.values()].map(({ row, places }) => ({ ...row, places }))
}

function titleOf(org: Org, id: string): string {
  const at = roleAt(org, id)
  const title = at === undefined ? undefined : cellAt(org.doc.roles, 'title', at)
  return title ? foldedTitle(title) : id
}
