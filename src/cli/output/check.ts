// `check/1`: what was recognised and every diagnostic (headless.md), as JSON and for people.

import { rowsOf } from '../../base/table'
import type { Words } from '../../base/words'
import { diagnosisOf, doneAbout, placesOf } from '../../i18n/diagnoses'
import type { ReadResult } from '../../import/read'
import { roleAt } from '../../model/roles'
import { isRecord } from '../../model/shape'
import type { Diagnostic, Org, Place } from '../../model/types'
import type { Opened } from '../files'

type Json = Readonly<Record<string, unknown>>

export function checkJson(opened: Opened, words: Words, withFields: boolean): Json {
  const { org, files } = opened
  const people = peopleOf(opened)
  return {
    headstand: 'check/1',
    files: files.map(fileJson),
    people,
    ...(org && people ? { roles: org.doc.roles.length, ...countsOf(org) } : {}),
    ...(withFields ? { fields: files.flatMap(rowsAsUnderstood) } : {}),
    diagnostics: opened.diagnostics.flatMap((one) => placesOf(one).map((place) => diagnosticJson(one, place, words))),
  }
}

export function checkText(opened: Opened, words: Words): string {
  const lines = opened.files.flatMap(({ recognised }) =>
    recognised ? [words.say('check.file', { name: recognised.name, format: recognised.format, records: recognised.records })] : [],
  )
  const people = peopleOf(opened)
  if (opened.org && people) {
    const { tops, layers, widestSpan } = countsOf(opened.org)
    lines.push(words.say('check.people', { ...people, roles: opened.org.doc.roles.length, tops, layers, widestSpan }))
  }
  for (const one of opened.diagnostics) {
    for (const place of placesOf(one)) lines.push(`${words.say(`check.${one.severity}`)}: ${diagnosisOf(one, place, words)}`)
  }
  return `${lines.join('\n')}\n`
}

function fileJson({ recognised, diagnostics }: ReadResult): Json {
  if (!recognised) return { name: diagnostics[0]?.places[0]?.file ?? null, format: null }
  const { name, format, encoding, shape, records, fields, runnerUp, leftAside } = recognised
  return { name, format, encoding, shape, records, fields, ...(runnerUp ? { runnerUp } : {}), leftAside }
}

function diagnosticJson(one: Diagnostic, place: Place, words: Words): Json {
  const done = doneAbout(one, words)
  return {
    code: one.code,
    severity: one.severity,
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.line === undefined ? {} : { line: place.line, column: place.column }),
    ...(place.subject === undefined ? {} : { subject: place.subject }),
    message: diagnosisOf(one, place, words),
    ...(done === undefined ? {} : { done }),
  }
}

/** read = placed + leftOut, always. Boxes of a file of roles count as people: one a post. */
function peopleOf({ org, files, diagnostics }: Opened): { read: number; placed: number; leftOut: number } | null {
  if (!org) return null
  const places = (code: string) => diagnostics.filter((one) => one.code === code).flatMap((one) => one.places)
  const isSomebody = ({ params }: Place) => params?.section === 'people' || params?.section === 'roles'
  // Left out in building: rows that say nothing, and people in a role that is not there.
  const unbuilt = [...places('row-left-out'), ...places('reference-missing')].filter(isSomebody).length
  const accounts = files.flatMap(({ draft, understood }) =>
    understood && (draft?.sections.people || draft?.sections.roles || draft?.tables) ? [understood.account] : [],
  )
  const read = accounts.reduce((sum, { rowsIn }) => sum + rowsIn, 0)
  const leftOut = unbuilt + accounts.reduce((sum, { rowsIn, placed }) => sum + rowsIn - placed, 0)
  return { read, placed: read - leftOut, leftOut }
}

/** One box a record that was read: of several people in one role each counts, a role of a file of roles once, whatever its headcount. */
function countsOf(org: Org): { tops: number; layers: number; widestSpan: number } {
  const { parent, tops, layers } = org.structure
  const people = new Map<number, number>()
  for (const { role } of org.doc.people ? rowsOf(org.doc.people) : []) {
    const at = roleAt(org, role)
    if (at !== undefined) people.set(at, (people.get(at) ?? 0) + 1)
  }
  const boxes = (role: number) => people.get(role) ?? 1
  const spans = new Map<number, number>()
  parent.forEach((manager, role) => {
    if (manager >= 0) spans.set(manager, (spans.get(manager) ?? 0) + boxes(role))
  })
  const widestSpan = [...spans.values()].reduce((widest, span) => Math.max(widest, span), 0)
  return { tops: tops.reduce((sum, role) => sum + boxes(role), 0), layers, widestSpan }
}

const UNDERSTOOD = ['id', 'reportsTo', 'name', 'title', 'unit', 'headcount', 'pay'] as const
function rowsAsUnderstood({ draft }: ReadResult): readonly Json[] {
  const rows = [...(draft?.sections.people?.rows ?? []), ...(draft?.sections.roles?.rows ?? [])].filter(isRecord)
  return rows.map((row) => Object.fromEntries(UNDERSTOOD.flatMap((key) => (Object.hasOwn(row, key) ? [[key, row[key]]] : []))))
}
