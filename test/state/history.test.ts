import { expect, test } from 'vitest'
import type { Edit } from '../../src/model/edits/edit'
import type { OrgDoc } from '../../src/model/types'
import { begun, changed, redone, undone } from '../../src/state/history'

const docs = ['one', 'two', 'three'].map((name) => ({ organization: { name, periodDays: 30 } }) as OrgDoc)
const [one, two, three] = docs as [OrgDoc, OrgDoc, OrgDoc]
const edit = (limit: number): readonly Edit[] => [{ kind: 'limit', grant: 'g1', limit }]

test('undo gives back the very document that was there, and redo the very one that came', () => {
  const history = changed(changed(begun(one), edit(40), two), edit(60), three)
  const back = undone(history)
  expect(back.doc).toBe(two)
  expect(undone(back).doc).toBe(one)
  expect(redone(undone(back)).doc).toBe(two)
  expect(redone(back)).toEqual(history)
})

test('the label of a step is its edits', () => {
  const history = changed(begun(one), edit(40), two)
  expect(history.past.at(-1)?.edits).toEqual(edit(40))
  expect(undone(history).future.at(-1)?.edits).toEqual(edit(40))
})

test('a change after an undo forgets what was undone', () => {
  const history = changed(undone(changed(begun(one), edit(40), two)), edit(60), three)
  expect(history.future).toEqual([])
  expect(undone(history).doc).toBe(one)
})

test('with nothing to undo or redo, nothing happens', () => {
  const history = begun(one)
  expect(undone(history)).toBe(history)
  expect(redone(history)).toBe(history)
})
