import { expect, test } from 'vitest'
import { buffersIn, copied } from '../../src/base/transfer'

const shared = Float64Array.from({ length: 200 }, (_, i) => i)
const value = {
  name: 'n',
  list: [{ column: new Int32Array(300) }, { column: null }],
  again: shared,
  shared,
  ids: ['a', 'b'],
  none: [{ a: 1 }],
}

test('buffers are found wherever they lie, each once', () => {
  expect(buffersIn(value)).toHaveLength(2)
})
test('small ones stay: a constant may be in many values', () => {
  expect(buffersIn({ none: new Int32Array(1) })).toEqual([])
})
test('a copy reads the same after the buffers of the first have travelled', () => {
  const first = structuredClone(value)
  const copy = copied(first)
  structuredClone(first, { transfer: buffersIn(first) })
  expect(first.shared).toHaveLength(0)
  expect(copy).toEqual(value)
})
test('a copy holds what is one once, and shares what has no buffers', () => {
  const copy = copied(value)
  expect(copy.again).toBe(copy.shared)
  expect(copy.ids).toBe(value.ids)
  expect(copy.none).toBe(value.none)
  expect(buffersIn(copy)).toHaveLength(2)
})
