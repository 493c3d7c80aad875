// Flat JSON: one list of objects, each naming itself and who leads it, under whatever names. The list may stand in an object
// (`{ "data": [ … ] }`); the longest one is read.
import { isObject } from '../columns'
import type { Format, ReadOptions } from '../format'
import { isChosen, type Linked, type Listed, linked, readList } from '../list'
import type { Source } from '../source'

const WEAKEST = 0.02

export const format: Format = {
  id: 'flat',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    if (looked?.isChosen) return 0.95
    const best = looked?.linked.pairs[0]
    return best && best.score >= WEAKEST ? 0.5 + 0.35 * best.score : 0
  },
  read: (source, diagnostics, options) => {
    const looked = lookAt(source, options)
    return looked ? readList(source.name, 'flat', looked.listed, looked.linked, diagnostics, options) : { draft: null, recognised: null }
  },
}

interface Looked {
  readonly listed: Listed
  readonly linked: Linked
  /** Whether somebody named the columns. */
  readonly isChosen: boolean
}
/** Trying out the pairs is the work; sniffing and reading share it. */
const looks = new WeakMap<Source, Looked | null>()
function lookAt(source: Source, options: ReadOptions): Looked | null {
  let looked = looks.get(source)
  if (looked === undefined) {
    const listed = listIn(source)
    const found = listed && linked(listed.rows, options)
    looked = found && { listed, linked: found, isChosen: isChosen(found.columns, options) }
    looks.set(source, looked)
  }
  return looked
}

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
