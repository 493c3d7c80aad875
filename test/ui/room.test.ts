// What a room sees and hears of a file: never the name of a person, unless somebody asked for it.
import { Blob as NodeBlob } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellAt } from '../../src/base/table'
import { allMarks } from '../../src/scene/cut'
import { type App, createApp } from '../../src/state/app'
import { selectDoc, selectStory } from '../../src/state/derived'
import { fitOf, labelOf, type Scenery, sceneOf, sceneryOf } from '../../src/ui/chart/scenery'
import { selectSaid } from '../../src/ui/workshop/said'
import { read } from '../../src/worker/read'

async function presented(path: string, bytes: Buffer | string = readFileSync(path)): Promise<App | null> {
  const file = { name: path, blob: new NodeBlob([bytes]) as unknown as Blob }
  const app = createApp({ read: (files, report) => read(files, report), sample: async () => file }, { isMotionReduced: true })
  await app.openSample('any')
  if (!selectDoc(app.store.getState())) return null
  app.present()
  return app
}

function seenAndHeard(app: App): readonly string[] {
  const state = app.store.getState()
  const scenery = sceneryOf(state) as Scenery
  const fit = fitOf(scenery, scenery.turn.to, 1280, 680)
  const { title, description, marks } = sceneOf(scenery, fit)
  const written = [...allMarks(marks)].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  const titles = marks.flatMap((mark) => (mark.kind === 'group' && mark.title ? [mark.title] : []))
  return [title, description, ...written, ...titles, selectSaid(state), labelOf(state)]
}
function everyStep(app: App): readonly string[] {
  return selectStory(app.store.getState()).flatMap((_, step) => {
    app.goToStep(step)
    return seenAndHeard(app)
  })
}
/** Names of people, and ids that stand for one, which a chart shows where a role has no title. */
function namesIn(app: App): readonly string[] {
  const doc = selectDoc(app.store.getState())
  const titles = new Set<unknown>(Array.from({ length: doc?.roles.length ?? 0 }, (_, i) => doc && cellAt(doc.roles, 'title', i)))
  const names = Array.from({ length: doc?.people?.length ?? 0 }, (_, i) => doc?.people && cellAt(doc.people, 'name', i))
  const ids = Array.from({ length: doc?.roles.length ?? 0 }, (_, i) =>
    doc && !cellAt(doc.roles, 'title', i) ? cellAt(doc.roles, 'id', i) : null,
  )
  return [...names, ...ids].filter((one): one is NonNullable<typeof one> => typeof one === 'string' && one.length > 2 && !titles.has(one))
}

const files = ['fixtures', 'fixtures/versions', 'public/samples']
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${folder}/${entry.name}`] : [])))
  .filter((path) => !/(README\.md|index\.json)$/.test(path))

describe.each(files)('%s', (path) => {
  test('hides the names of people in every step', async () => {
    const app = await presented(path)
    if (!app) return // a file of grants alone adds to another
    const said = everyStep(app).join('\n')
    expect(namesIn(app).filter((name) => said.includes(name))).toEqual([])
  })
  test('says something over every step, of which nothing is left open', async () => {
    const app = await presented(path)
    if (!app) return
    for (const [step] of selectStory(app.store.getState()).entries()) {
      app.goToStep(step)
      expect(selectSaid(app.store.getState())).toMatch(/^\d+ of \d+, [^:]+: \S.{8,}/)
      expect(selectSaid(app.store.getState())).not.toMatch(/undefined|NaN|\{|\[object| {2}| \.|\.\./)
    }
  })
})

test('an id that is a name is kept back in what is said of findings and cases too', async () => {
  const named = JSON.parse(readFileSync('fixtures/pinfold.json', 'utf8').replaceAll('"agent"', '"Maria Lind"'))
  delete named.roles.find((role: { readonly id: string }) => role.id === 'Maria Lind').title
  const app = (await presented('named.json', JSON.stringify(named))) as App
  const said = everyStep(app).join('\n')
  expect(said).toMatch(/brought to Customer care/)
  expect(said).not.toContain('Maria')
  app.showNames()
  expect(everyStep(app).join('\n')).toContain('Maria')
})

test('names are there once somebody asks', async () => {
  const app = (await presented('fixtures/own-people.json')) as App
  const hidden = everyStep(app).join('\n')
  app.showNames()
  const shown = everyStep(app).join('\n')
  const names = namesIn(app)
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => shown.includes(name)).length).toBeGreaterThan(0)
  expect(names.filter((name) => hidden.includes(name))).toEqual([])
})

describe('over the chart', () => {
  const headline = (app: App) => (sceneryOf(app.store.getState()) as Scenery).headline?.first ?? null
  test('the words of a step go and come with its turn, and a turn aside has the chart speak for itself', async () => {
    const app = (await presented('fixtures/pinfold.json')) as App
    app.setMotionReduced(false)
    app.goToStep(1)
    const before = headline(app)
    app.goToStep(2)
    expect(headline(app)).toBe(before)
    app.scrub(0.6)
    expect(headline(app)).toMatch(/may settle 56/)
    app.holdOrGo()
    app.step(100_000)
    app.goToStep(3)
    app.step(100_000)
    expect(headline(app)).toMatch(/^Who is now farthest/)
    app.flip()
    expect(headline(app)).toMatch(/^Who is now farthest/)
    app.step(100_000)
    expect(headline(app)).toBeNull()
  })
  test('the chart keeps its place from one step to the next', async () => {
    const app = (await presented('public/samples/approval-ladder.json')) as App
    const places = [4, 5, 6].map((step) => {
      app.goToStep(step)
      const scenery = sceneryOf(app.store.getState()) as Scenery
      const { x, y, kx, ky } = fitOf(scenery, scenery.turn.to, 1280, 680)
      return [x, y, kx, ky].join()
    })
    expect(new Set(places).size).toBe(1)
  })
  test('customers are kept back until the second step', async () => {
    const app = (await presented('fixtures/pinfold.json')) as App
    expect(seenAndHeard(app).some((text) => /not on the chart/.test(text))).toBe(false)
    app.stepStory(1)
    expect(seenAndHeard(app).some((text) => /not on the chart/.test(text))).toBe(true)
  })
})

test('a card that is spoken of stands out with its customers, and flags are its own', async () => {
  const app = (await presented('fixtures/pinfold.json')) as App
  app.goToStep(4)
  const scenery = sceneryOf(app.store.getState()) as Scenery
  const { marks } = sceneOf(scenery, fitOf(scenery, scenery.turn.to, 1280, 680))
  const flags = marks.flatMap((mark) => (mark.kind === 'group' && mark.key.startsWith('flags-') ? [mark.key] : []))
  expect(flags).toEqual(['flags-acct'])
  const textsOf = (key: string) => {
    const group = marks.filter((mark) => mark.kind === 'group').find((mark) => mark.key === key)
    return [...allMarks(group ? [group] : [])].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  }
  expect(textsOf('segment-biz').length).toBeGreaterThan(textsOf('segment-loyal').length)
})
