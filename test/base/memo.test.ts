import { expect, test } from 'vitest'
import { once, onceEach, onceInSteps } from '../../src/base/memo'
import { finish } from '../../src/base/steps'

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

test('made ahead in steps it is made once, and who asks meanwhile has the same as who waited', () => {
  let made = 0
  const listOf = onceInSteps(function* (of: { readonly length: number }) {
    for (let k = 0; k < of.length; k++) yield
    made++
    return [of.length]
  })
  const [ahead, meanwhile] = [{ length: 3 }, { length: 3 }]
  expect([...listOf.steps(ahead)]).toHaveLength(3)
  expect([...listOf.steps(ahead)]).toHaveLength(0)
  expect(listOf(ahead)).toBe(listOf(ahead))
  expect(made).toBe(1)
  const steps = listOf.steps(meanwhile)
  steps.next()
  const asked = listOf(meanwhile)
  expect(finish(steps)).toBe(asked)
  expect(listOf(meanwhile)).toBe(asked)
})
