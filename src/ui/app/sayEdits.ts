// The label of a step of history: its edits in words, as they were said when they were chosen.
import type { Words } from '../../base/words'
import { sentenceOfEdit } from '../../i18n/sentences'
import type { Edit } from '../../model/edits/edit'
import type { Org } from '../../model/types'

export function sayEdits(org: Org, edits: readonly Edit[], words: Words): string {
  return words.list(edits.map((edit) => sentenceOfEdit(org, edit, words)))
}
