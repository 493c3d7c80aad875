// Flat JSON: one list of objects, each naming itself and who leads it, under whatever names. The list may stand in an object
// (`{ "data": [ … ] }`); the longest one is read.
import { once } from '../../base/memo'
import { isObject } from '../columns'
import type { Format, ReadOptions } from '../format'
import { confidenceIn, type Linked, type Listed, linked, readList } from '../list'
import type { Source } from '../source'

export const format: Format = {
  id: 'flat',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    return looked ? confidenceIn(looked.linked, { least: 0.5, most: 0.85, chosen: 0.95 }) : 0
  },
  read: (source, diagnostics, options) => {
    const looked = lookAt(source, options)
    return looked ? readList(source.name, 'flat', looked.listed, looked.linked, diagnostics, options) : { draft: null, recognised: null }
  },
}

interface Looked {
  readonly listed: Listed
  readonly linked: Linked
}
/** Trying out the pairs is the work; sniffing and reading share it. */
const lookAt = once((source: Source, options: ReadOptions): Looked | null => {
  const listed = listIn(source)
  return listed && { listed, linked: linked(listed.rows, options) }
})

/** The longest list of objects, at most three levels down. */
function listIn(source: Source): Listed | null {
  const json = source.json()
  if (json.kind !== 'value') return null
  const lists: { readonly name: string; readonly items: readonly unknown[] }[] = []
  let level: { readonly name: string; readonly value: unknown }[] = [{ name: '', value: json.value }]
  for (let depth = 0; depth <= 3; depth++) {
    const below: typeof level = []
    for (const { name, value } of level) {
      if (Array.isArray(value)) {
        if (value.some(isObject)) lists.push({ name, items: value })
      } else if (isObject(value)) {
        for (const [key, one] of Object.entries(value)) below.push({ name: name === '' ? key : `${name}.${key}`, value: one })
      }
    }
    level = below
  }
  const longest = lists.reduce((best, list) => (list.items.length > (best?.items.length ?? 0) ? list : best), lists[0])
  if (!longest) return null
  const at = longest.items.flatMap((item, i) => (isObject(item) ? [i + 1] : []))
  return {
    rows: longest.items.filter(isObject),
    at,
    strangers: longest.items.flatMap((item, i) => (isObject(item) ? [] : [i + 1])),
    others: lists.filter((list) => list !== longest).map((list) => list.name),
  }
}
