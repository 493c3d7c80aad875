// Keys of groups are made of ids, and an id may be somebody's name or address. Where names are left out, so are they: a running number takes
// the place of each, the same one wherever it stands.
import { cellAt, textColumn } from '../base/table'
import type { Words } from '../base/words'
import type { Org } from '../model/types'
import { labelsOf } from '../scene/labels'
import type { ConnectorMark, Mark, Scene } from '../scene/types'

export function withoutIds(scene: Scene): Scene {
  const numbers = new Map<string, number>()
  const keyFor = (key: string): string => {
    const at = key.indexOf('-')
    if (at < 0) return key
    const id = key.slice(at + 1)
    let number = numbers.get(id)
    if (number === undefined) numbers.set(id, (number = numbers.size + 1))
    return `${key.slice(0, at)}-${number}`
  }
  const end = ({ group, side }: ConnectorMark['from']) => ({ group: keyFor(group), side })
  const renamed = (mark: Mark): Mark =>
    mark.kind === 'group'
      ? { ...mark, key: keyFor(mark.key), marks: mark.marks.map(renamed) }
      : mark.kind === 'connector'
        ? { ...mark, from: end(mark.from), to: end(mark.to) }
        : mark
  return { ...scene, marks: scene.marks.map(renamed) }
}

/** For what is told in sentences: nobody in it is a person, nobody says who accepted what, and a role without a title is called by its unit, never by its id. */
export function withoutNames(org: Org, words: Words): Org {
  const { people: _, ...doc } = org.doc
  const { roles } = doc
  const { title } = labelsOf(org, 'screen', words, { names: true })
  const titles = Array.from({ length: roles.length }, (_, role) => cellAt(roles, 'title', role)?.trim() || title(role))
  const accepted = doc.accepted?.map(({ by: _by, ...line }) => line)
  const named = { ...roles, columns: { ...roles.columns, title: textColumn(titles) } }
  return { ...org, doc: { ...doc, roles: named, ...(accepted ? { accepted } : {}) } }
}
