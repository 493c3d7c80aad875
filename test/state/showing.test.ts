// Something else is shown on a large chart: what it asks of all roles is made between frames, and until then the chart shows findings.
import { expect, test } from 'vitest'
import { isReady } from '../../src/scene/overlays/ready'
import { selectKnown, selectOrg } from '../../src/state/derived'
import type { AppState } from '../../src/state/types'
import { sceneryOf } from '../../src/ui/chart/scenery'
import { opened } from './slow-page'

const isThere = (state: AppState, id: string) => {
  const [org, analysis] = [selectOrg(state), selectKnown(state)]
  return org !== null && analysis !== null && isReady(id, org, analysis)
}

async function counted() {
  const page = await opened()
  await page.comes()
  await page.comes()
  return page
}

test.each(['escalation-flow', 'feedback-reach'])('%s is made while nobody waits for the page, and then shown', async (id) => {
  const { app, get, idles, jobs } = await counted()
  app.showOverlay(id)
  expect(get().view.overlay).toBe(id)
  expect(isThere(get(), id)).toBe(false)
  expect(sceneryOf(get())?.overlay).toBe('findings')
  expect(jobs.length).toBe(1)
  await idles()
  expect(isThere(get(), id)).toBe(true)
  expect(sceneryOf(get())?.overlay).toBe(id)
})

test('what nobody looks at any more is not made', async () => {
  const { app, get, jobs, idles } = await counted()
  app.showOverlay('escalation-flow')
  app.showOverlay('pay')
  expect(jobs).toEqual([])
  await idles()
  expect(isThere(get(), 'escalation-flow')).toBe(false)
  expect(sceneryOf(get())?.overlay).toBe('pay')
})

test('what was chosen before anything is counted is shown when it is', async () => {
  const { app, get, comes, idles } = await opened()
  app.showOverlay('escalation-flow')
  await comes()
  await comes()
  await idles()
  expect(sceneryOf(get())?.overlay).toBe('escalation-flow')
})
