import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createApp } from '../../src/state/app'
import { selectLevelsShown } from '../../src/state/doors/folding'
import { read } from '../../src/worker/read'

const text = readFileSync('fixtures/pinfold.json', 'utf8')
async function appWithPinfold() {
  const app = createApp({
    read: (files, report) => read(files, report),
    sample: async () => ({ name: 'pinfold.json', blob: new Blob([text]) }),
  })
  await app.openSample('pinfold')
  return { app, folded: () => [...app.store.getState().view.folded].sort(), levels: () => selectLevelsShown(app.store.getState()) }
}

test('a chart folded to a level shows so many layers, and all of them when it is unfolded', async () => {
  const { app, folded, levels } = await appWithPinfold()
  expect(levels()).toBe(4)
  app.foldToLevel(2)
  expect(folded()).toEqual(['ops', 'sales'])
  expect(levels()).toBe(2)
  app.foldToLevel(1)
  expect(folded()).toEqual(['ceo'])
  app.foldToLevel(0)
  expect(levels()).toBe(1)
  app.unfoldAll()
  expect(folded()).toEqual([])
})

test('one level more, one level less, and nothing beyond either end', async () => {
  const { app, levels } = await appWithPinfold()
  const seen = [-1, -1, -1, -1, 1, 1, 1, 1].map((by) => {
    app.foldOneLevel(by as 1 | -1)
    return levels()
  })
  expect(seen).toEqual([3, 2, 1, 1, 2, 3, 4, 4])
})

test('a branch is unfolded with everything below it, the others stay', async () => {
  const { app, folded } = await appWithPinfold()
  for (const id of ['mgr-n', 'sales', 'ops']) app.toggleBranch(id as never)
  app.unfoldBranch('sales' as never)
  expect(folded()).toEqual(['ops'])
  app.unfoldBranch('nobody' as never)
  expect(folded()).toEqual(['ops'])
})
