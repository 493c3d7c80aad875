// Whatever is done on the page, in whatever order: nothing breaks, the picture can be drawn, the view can be kept, undo gives back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../../src/analysis/why'
import type { OrgDoc } from '../../src/model/types'
import { createApp } from '../../src/state/app'
import { selectBranch, selectDoc, selectFollowed, selectOrg, selectStory, selectStoryStep } from '../../src/state/derived'
import { selectLevelsShown } from '../../src/state/doors/folding'
import { hashOf, linkedIn } from '../../src/state/hash'
import { lookAsValue, lookIn } from '../../src/state/keeping/view'
import { search } from '../../src/state/search'
import type { AppState } from '../../src/state/types'
import { sayChange } from '../../src/ui/app/sayChange'
import { coveredBy, fitOf, labelOf, sceneOf, sceneryOf } from '../../src/ui/chart/scenery'
import { read } from '../../src/worker/read'
import { acts, FILES } from './doing'

const PAGES = [
  { width: 1280, height: 680 },
  { width: 390, height: 420 },
  { width: 60, height: 40 },
]

/** Everything that is made of a state can be made of this one. */
function holds(state: AppState, before: AppState) {
  const { view } = state
  const org = selectOrg(state)
  if (!org) return
  expect(structuredClone(view)).toEqual(view)
  const kept = JSON.parse(JSON.stringify(lookAsValue(view)))
  const { theme, language, trail, ...look } = view
  expect({ ...lookIn(kept, org), trail: [] }).toEqual({ ...look, trail: [] })
  for (const topic of lookIn(kept, org).trail ?? []) expect(trail).toContainEqual(topic)
  expect(hashOf({ ...view, ...linkedIn(hashOf(view)) })).toBe(hashOf(view))
  expect(selectFollowed(state)).toBe(selectFollowed(state))
  for (const topic of trail) if (topic.kind === 'why') explain(org, topic.figure)
  expect(state.session.presenting === null || selectStoryStep(state) !== null).toBe(true)
  expect(selectStory(state).length).toBeGreaterThan(0)
  selectLevelsShown(state)
  selectBranch(state, 0)
  sayChange(before, state)
  labelOf(state)
  search(org, 'a', { most: 5, areNamesHidden: false })
  const scenery = sceneryOf(state)
  if (!scenery) throw new Error('nothing to draw')
  const drawn = PAGES.map(({ width, height }) => {
    const fit = fitOf(scenery, scenery.turn.to, width, height)
    coveredBy(scenery, width, height)
    return sceneOf(scenery, fit)
  })
  expect(JSON.stringify(drawn)).not.toMatch(/NaN|Infinity|null,null|undefined/)
}

test('nothing that is done on the page breaks it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(FILES.length - 2), fc.array(acts, { minLength: 1, maxLength: 25 }), async (first, all) => {
      const given = FILES[first] as (typeof FILES)[number]
      const app = createApp({ read: (files, report) => read(files, report), sample: async () => given })
      await app.openSample('any')
      for (const act of all) {
        const before = app.store.getState()
        await act(app)
        holds(app.store.getState(), before)
      }
      const { history } = app.store.getState().workbook
      const doc = selectDoc(app.store.getState()) as OrgDoc
      for (let i = 0; i < (history?.past.length ?? 0); i++) app.undo()
      expect(selectDoc(app.store.getState())).toBe(history?.past[0]?.doc ?? doc)
      for (let i = 0; i < (history?.past.length ?? 0); i++) app.redo()
      expect(selectDoc(app.store.getState())).toBe(doc)
    }),
    { numRuns: 60, seed: 20_261_122 },
  )
})
