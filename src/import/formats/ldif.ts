// LDIF, what directories are dumped as: entries of `attribute: value` lines, values in Base64 after `::`, long lines folded.
import { once } from '../../base/memo'
import type { JsonObject } from '../cells'
import { gridOf } from '../grid'
import { type FoundGrid, gridFormat } from '../gridFormat'
import type { Source } from '../source'

export const format = gridFormat({
  id: 'ldif',
  confidence: { least: 0.6, most: 0.96, chosen: 0.97 },
  grids: (source) => gridsIn(source),
})

const gridsIn = once((source: Source): readonly FoundGrid[] => {
  if (!/^(\s*#[^\n]*\n|\s*\n|version: *\d+\s*\n)*dn::? ?\S/i.test(source.head?.slice(0, 8000) ?? '')) return []
  const entries = entriesOf(source.decoded().text)
  const people = entries.filter(({ row }) => isPerson(row))
  const taken = people.length > 0 ? people : entries
  const others = people.length > 0 ? entries.filter(({ row }) => !isPerson(row)).map(({ line }) => line) : []
  const grid = gridOf(
    taken.map(({ row }) => row),
    taken.map(({ line }) => line),
  )
  return [{ name: '', grid: { ...grid, others } }]
})

interface Entry {
  readonly row: JsonObject
  /** Where it begins, 1-based. */
  readonly line: number
}

function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = []
  let values: Record<string, string | string[]> | null = null
  let attribute = ''
  let value = ''
  const keep = () => {
    if (values === null || attribute === '') return
    const key = attribute.replace(/;.*$/, '')
    const plain = attribute.endsWith('::') ? decoded(value) : value
    const name = key.replace(/:+$/, '')
    const before = Object.hasOwn(values, name) ? values[name] : undefined
    if (before === undefined) values[name] = plain
    else if (Array.isArray(before)) before.push(plain)
    else values[name] = [before, plain]
    attribute = ''
  }
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    if (line.startsWith(' ')) {
      value += line.slice(1)
      return
    }
    keep()
    if (line === '' || line === '-' || line.startsWith('#')) return
    const found = /^([\w.;-]+)(::?<?) ?(.*)$/.exec(line)
    if (!found) return
    attribute = `${found[1]}${found[2] === '::' ? '::' : ':'}`
    value = found[3] ?? ''
    if ((found[1] as string).toLowerCase() === 'dn') {
      values = Object.create(null) as Record<string, string | string[]>
      entries.push({ row: values, line: i + 1 })
    }
  })
  keep()
  return entries
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64.trim()), (char) => char.charCodeAt(0)))
  } catch {
    return ''
  }
}

function isPerson(row: JsonObject): boolean {
  const classes = [row.objectClass ?? row.objectclass].flat().map((one) => String(one).toLowerCase())
  if (classes.includes('computer')) return false
  return classes.some((one) => /person$|^user$|posixaccount/.test(one))
}
