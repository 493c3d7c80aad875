// An approval matrix to be filled in by whoever knows it, and read again: the organisation's own titles down, what cases need across.
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import type { Words } from '../../base/words'
import { foldedTitle } from '../../model/titles'
import type { Need, Org } from '../../model/types'
import { fileName } from '../file-name'

export const format = { id: 'matrix', extension: 'csv', mediaType: 'text/csv' } as const

/** Where nobody has said yet what customers bring. */
const USUAL = ['refund', 'discount', 'replace', 'goodwill', 'exception']

/**
 * Those who meet customers first, then whoever they hand cases to. Cells are empty but where the organisation says already who may what.
 * In the form that spreadsheets of the language open: with semicolons where a comma stands in numbers.
 */
export function writeMatrix(org: Org, words: Words): { readonly name: string; readonly mediaType: string; readonly text: string } {
  const kinds = kindsIn(org)
  const between = words.number(1.5, 1).includes(',') ? ';' : ','
  const headers = [words.say('matrix.title'), ...kinds.map((kind) => (KNOWN.has(kind) ? words.say(`import.kind.${kind}`) : kind))]
  const lines = [headers, ...titlesIn(org).map((title) => [title, ...kinds.map((kind) => saidIn(org, title, kind, words))])]
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

/** A limit that holds for all with the title and for every case; anything narrower is left to whoever fills it in. */
function saidIn({ doc }: Org, title: string, kind: string, words: Words): string {
  const said = (doc.grants ?? []).filter(
    (one) => one.kind === kind && one.role.startsWith('title:') && foldedTitle(one.role.slice(6)) === foldedTitle(title),
  )
  const [grant] = said
  if (!grant || said.length > 1 || grant.scope || grant.policy || grant.conditions || grant.requiresAgreementOf?.length) return ''
  if (grant.limit === null) return words.say('matrix.no-limit')
  return grant.limit === undefined ? words.say('matrix.yes') : String(grant.limit)
}

/** A text that a spreadsheet would take for a formula gets a blank before it, which reading takes off again. */
function cell(text: string, between: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text
  return plain.includes(between) || /["\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}
