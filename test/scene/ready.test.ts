// What an overlay asks of a whole organisation is not made while the page waits.
import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { flowOf } from '../../src/analysis/flow'
import { feedbackReachOf } from '../../src/analysis/reach'
import { OVERLAYS } from '../../src/scene/overlays'
import { isReady, readySteps } from '../../src/scene/overlays/ready'
import { organisation } from '../bench/organisation.mjs'
import { orgFrom, pinfold } from '../gallery/org'

test('in a small file every overlay can be drawn at once', () => {
  const org = pinfold()
  const analysis = analyse(org)
  for (const id of OVERLAYS) expect(isReady(id, org, analysis), id).toBe(true)
})

test('in a large one flow and reach are made ahead, in many steps, and come to the same', () => {
  const org = orgFrom(organisation(6_000).text, 'large')
  const analysis = analyse(org)
  for (const id of ['escalation-flow', 'feedback-reach']) {
    expect(isReady(id, org, analysis), id).toBe(false)
    let steps = 0
    for (const _ of readySteps(id, analysis)) steps++
    expect(steps, id).toBeGreaterThan(2)
    expect(isReady(id, org, analysis), id).toBe(true)
  }
  const again = analyse(org)
  expect(flowOf(again)?.never).toEqual(flowOf(analysis)?.never)
  expect(feedbackReachOf(again)?.all).toEqual(feedbackReachOf(analysis)?.all)
  expect(isReady('contacts', org, analysis), 'what it adds up of the flow is made ahead too').toBe(false)
  for (const _ of readySteps('contacts', analysis));
  expect(isReady('contacts', org, analysis)).toBe(true)
  for (const steps of [flowOf.steps(again), feedbackReachOf.steps(again)]) for (const _ of steps); // again is no fault
})
