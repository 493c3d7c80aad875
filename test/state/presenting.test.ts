// Presenting is a guest: whatever is done in it, the page is afterwards as it was.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RoleId } from '../../src/model/types'
import { type App, createApp } from '../../src/state/app'
import { selectStory, selectStoryStep } from '../../src/state/derived'
import type { AppState, View } from '../../src/state/types'
import { read } from '../../src/worker/read'

const fileOf = (path: string) => ({ name: path, blob: new Blob([readFileSync(path)]) })
let app: App
const get = (): AppState => app.store.getState()
const step = () => selectStoryStep(get())?.key
const rest = () => app.step(100_000)

async function opened(path = 'fixtures/pinfold.json', given: Partial<View> = {}): Promise<App> {
  const made = createApp({ read: (files, report) => read(files, report), sample: async () => fileOf(path) }, given)
  await made.openSample('any')
  return made
}
beforeEach(async () => {
  app = await opened()
})

describe('the story', () => {
  test('begins at once with the conventional chart, wherever the page was', () => {
    app.show('flipped')
    app.select('agent' as RoleId)
    app.present()
    expect(step()).toBe('chart')
    expect(get().session.stand).toMatchObject({ turning: null, at: { orientation: 'conventional' } })
    expect(get().view.trail).toEqual([])
  })
  test('turns before the eyes of the room', () => {
    app.present()
    app.goToStep(2)
    expect(get().session.stand.turning?.to.orientation).toBe('flipped')
  })
  test('changes at once where motion is reduced', () => {
    app.setMotionReduced(true)
    app.present()
    app.goToStep(2)
    expect(get().session.stand).toMatchObject({ turning: null, at: { orientation: 'flipped', order: 'mirror' } })
  })
  test('walks its case hand by hand, forth and back, and stays at its ends', () => {
    app.present()
    app.goToStep(6)
    const upTo = () => get().view.trail.flatMap((topic) => (topic.kind === 'case' ? [topic.upTo] : []))[0] ?? step()
    const walked = ([1, 1, 1, 1, 1, -1, -1, -1, -1] as const).map((by) => {
      app.stepStory(by)
      return upTo()
    })
    expect(walked).toEqual([0, 1, 2, 3, 3, 2, 1, 0, 'stuck-3'])
    app.goToStep(0)
    app.stepStory(-1)
    expect(step()).toBe('chart')
  })
  test('goes on from its own view after somebody has turned the chart', () => {
    app.present()
    app.goToStep(3)
    rest()
    app.flip()
    rest()
    expect(get().view.orientation).toBe('conventional')
    expect(step()).toBe('distance')
    app.stepStory(1)
    rest()
    expect(step()).toBe('stuck')
    expect(get().session.stand.at).toMatchObject({ orientation: 'flipped', order: 'distance' })
  })
  test('a blank screen comes back with the next step', () => {
    app.present()
    app.blank()
    expect(get().session.presenting?.isBlank).toBe(true)
    app.stepStory(-1)
    expect(get().session.presenting).toMatchObject({ isBlank: false, step: 0 })
  })
  test('hides names until somebody asks, and again the next time', () => {
    app.present()
    expect(get().session.presenting?.areNamesShown).toBe(false)
    app.showNames()
    expect(get().session.presenting?.areNamesShown).toBe(true)
    app.stopPresenting()
    app.present()
    expect(get().session.presenting?.areNamesShown).toBe(false)
  })
  test('is over when another file is opened, which the page shows as it was asked to', async () => {
    app.setOrder('mirror')
    app.present()
    await app.openFiles([fileOf('public/samples/people-only.json')])
    expect(get().session.presenting).toBeNull()
    expect(get().view).toMatchObject({ order: 'mirror', trail: [] })
  })
  test('of nothing is not begun', () => {
    const empty = createApp({ read: (files, report) => read(files, report), sample: async () => fileOf('') })
    empty.present()
    expect(empty.store.getState().session.presenting).toBeNull()
  })
})

describe('afterwards', () => {
  const looking = fc.constantFrom<(app: App) => void>(
    (one) => one.flip(),
    (one) => one.showBoth(),
    (one) => one.setOrder('mirror'),
    (one) => one.select('agent' as RoleId),
    (one) => one.ask({ kind: 'way', from: 'agent' as RoleId, to: 'ceo' as RoleId }),
    (one) => one.toggleBranch('ops' as RoleId),
    (one) => one.togglePanel(),
    (one) => one.toggleOutline(),
    (one) => one.setSheetTall(true),
    (one) => one.setTheme('dark'),
    (one) => one.step(400),
  )
  const presenting = fc.oneof(
    fc.constantFrom<(app: App) => void>(
      (one) => one.stepStory(1),
      (one) => one.stepStory(-1),
      (one) => one.blank(),
      (one) => one.showNames(),
      (one) => one.present(),
      (one) => one.holdOrGo(),
      (one) => one.letGo(),
    ),
    fc.integer({ min: -2, max: 12 }).map((n) => (one: App) => one.goToStep(n)),
    looking,
  )
  test('the view is the one before, and stands there at rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(looking, { maxLength: 6 }), fc.array(presenting, { maxLength: 20 }), async (before, during) => {
        app = await opened()
        for (const act of before) act(app)
        const view = get().view
        const { trail, folded } = structuredClone({ trail: view.trail, folded: view.folded })
        app.present()
        for (const act of during) act(app)
        app.stopPresenting()
        expect(get().view).toBe(view)
        expect(view).toMatchObject({ trail, folded })
        expect(get().session.presenting).toBeNull()
        expect(get().session.stand).toMatchObject({ turning: null, at: { orientation: view.orientation, order: view.order } })
      }),
      { numRuns: 40 },
    )
  })
  test('a step is always one of the story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(presenting, { maxLength: 20 }), async (during) => {
        app = await opened('public/samples/people-only.json')
        app.present()
        for (const act of during) act(app)
        expect(selectStory(get()).map((one) => one.key)).toContain(step())
      }),
      { numRuns: 25 },
    )
  })
})
