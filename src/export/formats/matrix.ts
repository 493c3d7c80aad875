// An approval matrix to be filled in by whoever knows it, and read again: the organisation's own titles down, what cases need across.
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import type { Words } from '../../base/words'
import { heldAt, roleAt } from '../../model/roles'
import { foldedTitle } from '../../model/titles'
import type { Grant, Need, Org } from '../../model/types'
import { fileName } from '../file-name'

export const format = { id: 'matrix', extension: 'csv', mediaType: 'text/csv' } as const

/** Where nobody has said yet what customers bring. */
const USUAL = ['refund', 'discount', 'replace', 'goodwill', 'exception']

/**
 * Those who meet customers first, then whoever they hand cases to. Cells say what the organisation says already, as far as a cell can.
 * In the form that spreadsheets of the language open: with semicolons where a comma stands in numbers.
 */
export function writeMatrix(org: Org, words: Words): { readonly name: string; readonly mediaType: string; readonly text: string } {
  const kinds = kindsIn(org)
  const between = words.number(1.5, 1).includes(',') ? ';' : ','
  const headers = [words.say('matrix.title'), ...kinds.map((kind) => (KNOWN.has(kind) ? words.say(`import.kind.${kind}`) : kind))]
  const said = saidIn(org, words)
  const lines = [headers, ...titlesIn(org).map((title) => [title, ...kinds.map((kind) => said(title, kind))])]
  const text = lines.map((cells) => cells.map((one) => cell(one, between)).join(between)).join('\r\n')
  return {
    name: fileName(org.doc.organization.name ?? '', 'approval-matrix', format.extension),
    mediaType: format.mediaType,
    text: `\ufeff${text}\r\n`,
  }
}

const KNOWN: ReadonlySet<string> = new Set([
  ...['refund', 'discount', 'replace', 'goodwill', 'spend', 'exception', 'apologise', 'schedule', 'information', 'commit-unit'],
  'admit-liability',
])

/** What the cases of the organisation need, in order of first appearance. */
export function kindsIn({ doc }: Org): readonly string[] {
  const kinds = new Set<string>()
  const add = (need: Need) => {
    if ('anyOf' in need) need.anyOf.forEach(add)
    else kinds.add(need.kind)
  }
  for (const issueType of doc.issueTypes ?? []) issueType.needs?.forEach(add)
  return kinds.size > 0 ? [...kinds] : USUAL
}

/** Each once, the nearest to customers first; where nobody is known to meet any, from the top. */
function titlesIn({ doc, structure }: Org): readonly string[] {
  const nearest = new Map<string, { readonly title: string; readonly away: number }>()
  for (const role of structure.preorder) {
    const title = cellAt(doc.roles, 'title', role)
    if (!title?.trim()) continue
    const distance = structure.distance[role] as number
    const away = distance > 0 ? distance : doc.roles.length + (structure.depth[role] as number)
    const known = nearest.get(foldedTitle(title))
    if (!known || away < known.away) nearest.set(foldedTitle(title), { title, away })
  }
  return [...nearest.values()].sort((a, b) => a.away - b.away || byCodeUnit(a.title, b.title)).map(({ title }) => title)
}

/**
 * What a cell says of a title and a kind: where all with the title may do the same, and that is all there is to say of it. Read again it
 * gives nobody a power that they lack: what is bound to a policy, a system or anything else is left to whoever fills it in.
 */
function saidIn(org: Org, words: Words): (title: string, kind: string) => string {
  const held = new Map<string, Map<number, string>>()
  for (let line = 0; line < org.held.length; line++) {
    const { grant, role, agreement } = heldAt(org, line)
    const byRole = held.get(grant.kind) ?? new Map<number, string>()
    held.set(grant.kind, byRole.set(role, byRole.has(role) || agreement.length > 0 ? '' : limitOf(grant, words)))
  }
  const titled = new Map<string, number[]>()
  for (const role of org.structure.preorder) {
    const title = foldedTitle(cellAt(org.doc.roles, 'title', role) ?? '')
    const roles = titled.get(title)
    if (roles) roles.push(role)
    else titled.set(title, [role])
  }
  return (title, kind) => {
    const byRole = held.get(kind)
    // A kind of somebody's own may be read as another.
    if (!byRole || !KNOWN.has(kind) || !isReadAsItself(org, title)) return ''
    const cells = new Set((titled.get(foldedTitle(title)) ?? []).map((role) => byRole.get(role) ?? ''))
    return cells.size === 1 ? ([...cells][0] as string) : ''
  }
}

const SAID: ReadonlySet<string> = new Set(['id', 'role', 'kind', 'limit', 'per'])
const AMOUNT = /^\d{1,8}(\.\d\d?)?$/
/** Empty where a cell cannot say it. */
function limitOf(grant: Grant, words: Words): string {
  const { limit, per } = grant
  const isMore = Object.entries(grant).some(([key, value]) => !SAID.has(key) && value !== undefined && value !== null)
  if (isMore || (per !== undefined && per !== null && per !== 'case')) return ''
  if (limit === null) return words.say('matrix.no-limit')
  if (limit === undefined) return words.say('matrix.yes')
  return limit > 0 && AMOUNT.test(String(limit)) ? String(limit) : ''
}

/** Not as two, nor as the id of somebody else. */
function isReadAsItself(org: Org, title: string): boolean {
  return (
    !/[_;\r\n]|\s\/\s|limit\)?\s*$/i.test(title) && roleAt(org, title.trim()) === undefined && roleAt(org, `title:${title}`) === undefined
  )
}

/** A text that a spreadsheet would take for a formula gets a blank before it, which reading takes off again. */
function cell(text: string, between: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text
  return plain.includes(between) || /["\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}
