// An organisation without the names of its people: where a role has no title, what the page would call it instead may be somebody's name,
// or an id made of one.
import { type Cell, cellAt, textColumn } from '../../base/table'
import type { Words } from '../../base/words'
import type { Org } from '../../model/types'

const made = new WeakMap<Org, { readonly language: string; readonly nameless: Org }>()

/** The same roles under the same indexes; those without a title are called by their unit, else “Untitled”. */
export function namelessOf(org: Org, words: Words): Org {
  const held = made.get(org)
  if (held?.language === words.language) return held.nameless
  const { roles, units } = org.doc
  const nameOf = new Map<string | null | undefined, string | undefined>(units.map((unit) => [unit.id, unit.name]))
  const titles = Array.from({ length: roles.length }, (_, role): Cell<string> => {
    return cellAt(roles, 'title', role) || nameOf.get(cellAt(roles, 'unit', role)) || words.say('scene.role.untitled')
  })
  const nameless = { ...org, doc: { ...org.doc, roles: { ...roles, columns: { ...roles.columns, title: textColumn(titles) } } } }
  made.set(org, { language: words.language, nameless })
  return nameless
}
