import type { EachEdit, EditKind } from './edit'

/** Does the same at many places: one step of history. */
export const each: EditKind<EachEdit> = {
  kind: 'each',
  validate: (doc, { edits }, every) => {
    if (edits.length === 0) return 'nothing-to-add'
    return edits.map((edit) => every.validate(doc, edit)).find((code) => code !== null) ?? null
  },
  apply: (doc, { edits }, every) => edits.reduce(every.apply, doc),
}
