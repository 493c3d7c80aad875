// Outline notation: one role a line, indentation is the reporting line, and on the same line what the role settles and what it meets.
// People paste it, tests are written in it. The grammar stands in README.md of this room.
import type { Diagnostics } from '../../model/diagnostics'
import type { DraftSection, SectionName } from '../../model/types'
import type { Format, FormatResult } from '../format'
import { looksLikeJson } from '../json'
import { type Clause, clausesOf, KEYWORD, type MetIssue, type Settled } from '../outlineClauses'
import { isTable } from '../seen'
import type { Source } from '../source'

export const format: Format = {
  id: 'outline',
  sniff,
  read: (source, diagnostics) => readOutline(source, diagnostics),
}

const LONGEST_TITLE = 100
/** A longer line is no role with what it settles; nothing is looked for in it. */
const LONGEST_LINE = 2000

/** Sure where lines say what they settle or meet; else the indentation must look like a hierarchy of short titles, not prose or code. */
function sniff(source: Source): number {
  const { head } = source
  if (head === null || looksLikeJson(head) || head.trimStart().startsWith('<')) return 0
  const lines = linesOf(wholeLines(head))
  if (lines.length === 0 || isTable(lines.map((line) => line.title).join('\n'))) return 0
  const titled = lines.filter((line) => isTitle(line.title)).length / lines.length
  if (lines.some((line) => line.clauses.length > 0) && titled > 0.9) return 0.9
  const isIndented = lines.some((line, i) => i > 0 && line.indent > (lines[0] as Line).indent)
  const startsAtTop = lines.every((line) => line.indent >= (lines[0] as Line).indent)
  return isIndented && startsAtTop && titled === 1 ? 0.6 : 0
}

/** A title is short and has letters; a full stop at its end, brackets of code or a key before a colon make it something else. */
function isTitle(title: string): boolean {
  return (
    title.length > 0 &&
    title.length <= LONGEST_TITLE &&
    /\p{L}/u.test(title) &&
    !/[.;:{}[\]=<>\t|\\]/.test(title.replace(/\b(\p{L}{1,4}|\d+)\./gu, '$1')) &&
    !/\p{L}\((?!s\))/u.test(title) &&
    title.split(/\s+/).length <= 12
  )
}

/** The head may stop within a line. */
function wholeLines(head: string): string {
  return head.length < 60_000 ? head : head.slice(0, Math.max(head.lastIndexOf('\n'), 0))
}

interface Line {
  readonly number: number
  readonly indent: number
  readonly title: string
  readonly headcount: number | null
  readonly clauses: readonly Clause[]
}

const BULLET = /^(?:[-*+•‣◦▪–—·○●]|\d{1,3}[.)])\s+/u
const HEADCOUNT = /\s+[×x]\s?(\d+(?:\.\d+)?)$/iu

function linesOf(text: string): readonly Line[] {
  const raw = text.split(/\r\n|\r|\n/)
  const tab = tabWidth(raw)
  return raw.flatMap((line, i) => {
    if (line.trim() === '') return []
    const blanks = /^[\s\u00a0]*/.exec(line)?.[0] ?? ''
    const written = line.slice(blanks.length).trimEnd()
    if (written.length > LONGEST_LINE)
      return [{ number: i + 1, indent: widthOf(blanks, tab), title: written, headcount: null, clauses: [] }]
    const body = written.replace(BULLET, '')
    const keyword = KEYWORD.exec(body)
    const label = (keyword ? body.slice(0, keyword.index) : body).replace(/[\s,;:–—-]+$/u, '')
    const count = HEADCOUNT.exec(label)
    return {
      number: i + 1,
      indent: widthOf(blanks, tab),
      title: (count ? label.slice(0, count.index) : label).trim(),
      headcount: count ? Number(count[1]) : null,
      clauses: keyword ? clausesOf(body.slice(keyword.index)) : [],
    }
  })
}

/** Where tabs and blanks are mixed, a tab is as wide as the narrowest indentation in blanks. */
function tabWidth(lines: readonly string[]): number {
  const widths = lines.flatMap((line) => /^( +)\S/.exec(line)?.[1]?.length ?? [])
  const narrowest = widths.reduce((least, width) => Math.min(least, width), 8)
  return narrowest === 8 ? 4 : narrowest
}

function widthOf(blanks: string, tab: number): number {
  let width = 0
  for (const char of blanks) width += char === '\t' ? tab : 1
  return width
}

interface OutlineRole {
  readonly id: string
  readonly title: string
  readonly reportsTo: string | null
  readonly line: Line
}

function readOutline(source: Source, diagnostics: Diagnostics): FormatResult {
  const lines = linesOf(source.decoded().text).filter((line) => line.title !== '')
  const ids = new Ids()
  const roles = rolesOf(lines, ids)
  const speaks = roles.some((role) => role.line.clauses.length > 0)
  if (speaks) diagnostics.note('outline-complete', { file: source.name })
  for (const { line, title } of roles) {
    for (const clause of line.clauses) {
      if (clause.unread.length === 0) continue
      const place = { file: source.name, row: line.number, subject: title, params: { texts: clause.unread } }
      diagnostics.warn('clause-unreadable', place, 'left-out')
    }
  }
  const authority = speaks ? authorityOf(roles, ids) : {}
  if (authority.demand && roles.some((role) => role.line.clauses.some((clause) => clause.meets.some((item) => item.perPeriod === null))))
    diagnostics.note('outline-counted-once', { file: source.name })
  const at = roles.map((role) => role.line.number)
  const rows = roles.map(({ id, title, reportsTo, line }) => ({
    id,
    title,
    reportsTo,
    ...(line.headcount === null ? {} : { headcount: line.headcount }),
  }))
  return {
    draft: {
      sections: { roles: { rows, at }, ...authority },
      whole: speaks ? { coverage: { authority: 'complete' } } : {},
    },
    recognised: { shape: 'outline', records: roles.length, fields: {}, leftAside: [] },
  }
}

function rolesOf(lines: readonly Line[], ids: Ids): readonly OutlineRole[] {
  const line: { readonly indent: number; readonly id: string }[] = []
  return lines.map((one) => {
    while (line.length > 0 && (line.at(-1) as { indent: number }).indent >= one.indent) line.pop()
    const id = ids.fresh(slugOf(one.title))
    const reportsTo = line.at(-1)?.id ?? null
    line.push({ indent: one.indent, id })
    return { id, title: one.title, reportsTo, line: one }
  })
}

function authorityOf(roles: readonly OutlineRole[], ids: Ids): { readonly [S in SectionName]?: DraftSection } {
  const settled = roles.flatMap((role) => role.line.clauses.flatMap((clause) => clause.settles.map((item) => ({ role, item }))))
  const met = roles.flatMap((role) => role.line.clauses.flatMap((clause) => clause.meets.map((item) => ({ role, item }))))
  const limited = new Set(settled.filter(({ item }) => item.limit !== null).map(({ item }) => item.kind))
  const touchpoints = new Map(
    roles
      .filter((role) => role.line.clauses.some((clause) => clause.meets.length > 0))
      .map((role) => [role.id, { id: ids.fresh(`at-${role.id}`), name: role.title, staffedBy: [role.id] }]),
  )
  const issueTypes = issueTypesOf(
    met.map(({ item }) => item),
    limited,
    ids,
  )
  const grants = settled.map(({ role, item }) => grantOf(role, item, ids.fresh(`${role.id}-${slugOf(item.kind)}`)))
  const demand = met.map(({ role, item }) => ({
    id: ids.fresh(`${role.id}-meets-${slugOf(item.name)}`),
    touchpoint: touchpoints.get(role.id)?.id,
    issueType: issueTypes.get(item.name.toLowerCase())?.id,
    perPeriod: item.perPeriod ?? 1,
    ...(item.value === null ? {} : { values: [{ amount: item.value, share: 1 }] }),
  }))
  return {
    touchpoints: { rows: [...touchpoints.values()] },
    issueTypes: { rows: [...issueTypes.values()] },
    grants: { rows: grants },
    ...(saysWhoMeetsWhat(met, touchpoints.size, issueTypes.size) ? { demand: { rows: demand } } : {}),
  }
}

/** Without demand every place meets every issue; rows are needed as soon as that is not so, or numbers are given. */
function saysWhoMeetsWhat(
  met: readonly { readonly role: OutlineRole; readonly item: MetIssue }[],
  places: number,
  issues: number,
): boolean {
  const pairs = new Set(met.map(({ role, item }) => `${role.id} ${item.name.toLowerCase()}`))
  return pairs.size < places * issues || met.some(({ item }) => item.perPeriod !== null || item.value !== null)
}

function issueTypesOf(met: readonly MetIssue[], limited: ReadonlySet<string>, ids: Ids): ReadonlyMap<string, { readonly id: string }> {
  const found = new Map<string, { id: string; name: string; needs: readonly unknown[] }>()
  for (const item of met) {
    const key = item.name.toLowerCase()
    if (found.has(key)) continue
    const hasAmount = item.isMonetary || limited.has(item.kind)
    const need = { kind: item.kind, ...(hasAmount ? { amount: 'value' } : {}) }
    found.set(key, { id: ids.fresh(slugOf(item.name)), name: item.name, needs: [need] })
  }
  return found
}

function grantOf(role: OutlineRole, item: Settled, id: string): Readonly<Record<string, unknown>> {
  const limit = item.isMonetary || item.limit !== null ? { limit: item.limit, per: 'case' } : {}
  return { id, role: role.id, kind: item.kind, ...limit, ...(item.kind === 'apologise' ? { faultOf: 'any' } : {}) }
}

/** `Service lead` → `service-lead`; letters of any script stay. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'role' : slug
}

/** Ids that are given out once: `agent`, `agent-2` … */
class Ids {
  private readonly used = new Map<string, number>()

  fresh(wanted: string): string {
    let id = wanted
    let n = this.used.get(wanted) ?? 0
    while (this.used.has(id)) id = `${wanted}-${++n}`
    this.used.set(wanted, Math.max(n, 1))
    if (id !== wanted) this.used.set(id, 1)
    return id
  }
}
