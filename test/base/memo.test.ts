import { expect, test } from 'vitest'
import { once, onceEach } from '../../src/base/memo'

test('what is made of a value is made once, even where it is nothing', () => {
  const asked: object[] = []
  const nothing = once((of: object) => {
    asked.push(of)
    return undefined
  })
  const [one, other] = [{}, {}]
  for (const of of [one, other, one]) expect(nothing(of)).toBeUndefined()
  expect(asked).toEqual([one, other])
  expect(asked[0]).toBe(one)
})

test('of a value and a key it is the same object for the same two, and another for others', () => {
  const pair = onceEach((of: { readonly name: string }, key: number) => [of.name, key])
  const [one, other] = [{ name: 'one' }, { name: 'other' }]
  expect(pair(one, 1)).toBe(pair(one, 1))
  expect([pair(one, 2), pair(other, 1), pair(other, Number.NaN)]).toEqual([
    ['one', 2],
    ['other', 1],
    ['other', Number.NaN],
  ])
  expect(pair(other, Number.NaN)).toBe(pair(other, Number.NaN))
})
