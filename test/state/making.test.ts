// A large organisation: what comes after its chart, what is made here in slices, and what nobody waits for any more. Time is the test's.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import type { Edit } from '../../src/model/edits/edit'
import { idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { createApp } from '../../src/state/app'
import {
  isPlaced,
  placingFor,
  selectAnalysis,
  selectIsCounting,
  selectIsStale,
  selectKnown,
  selectLayout,
  selectOrg,
  selectTurn,
} from '../../src/state/derived'
import { leavesBoxes } from '../../src/state/staying'
import { read } from '../../src/worker/read'
import { fileOf, large, opened, other, settled, slowPage } from './slow-page'

/** Somebody who meets customers gets another power: no box moves. */
function grantAtFront(org: Org): readonly Edit[] {
  const role = org.structure.distance.indexOf(1)
  return [{ kind: 'grant', grant: { role: idOf(org, role), kind: 'schedule' } }]
}

describe('when a large file is opened', () => {
  test('the chart stands there before anything is counted', async () => {
    const { get } = await opened()
    expect(selectTurn(get())?.to.x).toHaveLength(2100)
    expect(selectAnalysis(get())).toBeNull()
    expect(selectIsCounting(get())).toBe(true)
    expect(selectKnown(get())?.file.roles).toBe(2100)
  })
  test('what is counted comes from the worker, which then ends', async () => {
    const { get, comes, workers, jobs } = await opened()
    await comes()
    await comes()
    expect(selectAnalysis(get())?.file).toEqual(selectKnown(get())?.file)
    expect(selectIsCounting(get())).toBe(false)
    expect(get().session.counted).toBe(selectOrg(get())?.doc)
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true])
    expect(jobs).toEqual([])
  })
  test('a flip asked for meanwhile begins as soon as the other chart has come, and is placed only once', async () => {
    const { app, get, comes, jobs } = await opened()
    app.flip()
    expect(get().view.orientation).toBe('flipped')
    expect(get().session.stand.at.orientation).toBe('conventional')
    await comes()
    expect(get().session.stand.at.orientation).toBe('flipped')
    expect(jobs).toEqual([])
  })
  test('another file ends what was still made of the last', async () => {
    const { app, get, workers } = await opened()
    await app.openFiles([other])
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    expect(selectOrg(get())?.doc.roles.length).toBe(2200)
  })
  test('a file that cannot be read ends nothing', async () => {
    const { app, get, comes, workers } = await opened()
    await app.openFiles([{ name: 'x.json', blob: new Blob(['42']) }])
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false])
    await comes()
    await comes()
    expect(selectIsCounting(get())).toBe(false)
  })
  test('ten large files one after the other leave one worker, and none of the charts of the first nine', async () => {
    const { app, get, comes, workers } = await opened()
    for (let i = 0; i < 9; i++) {
      const before = placingFor(get())
      await app.openFiles([i % 2 ? large : other])
      expect(placingFor(get())).not.toBe(before)
    }
    expect(workers.filter(({ isEnded }) => !isEnded)).toHaveLength(1)
    await comes()
    await comes()
    expect(workers.every(({ isEnded }) => isEnded)).toBe(true)
    expect(get().workbook.history?.past).toEqual([])
  })
})

describe('after an edit', () => {
  async function edited() {
    const page = await opened()
    await page.comes()
    await page.comes()
    const before = selectOrg(page.get()) as Org
    const counted = selectAnalysis(page.get())
    const layout = selectLayout(page.get(), placingFor(page.get()))
    page.app.apply(grantAtFront(before))
    return { ...page, before, counted, layout }
  }
  test('the old numbers stay, as such, until the new ones are there', async () => {
    const { get, counted, idles } = await edited()
    expect(selectAnalysis(get())).toBe(counted)
    expect(selectIsStale(get())).toBe(true)
    await idles()
    expect(selectIsStale(get())).toBe(false)
    expect(selectAnalysis(get())).not.toBe(counted)
  })
  test('the chart is the one that was there, where no box can have moved', async () => {
    const { get, before, layout } = await edited()
    expect(leavesBoxes(before, selectOrg(get()) as Org)).toBe(true)
    expect(selectLayout(get(), placingFor(get()))).toBe(layout)
    expect(isPlaced(get(), placingFor(get(), 'flipped'))).toBe(true)
  })
  test('undone, its numbers are there at once, and nothing is counted for nobody', async () => {
    const { app, get, counted, jobs } = await edited()
    app.undo()
    expect(selectIsStale(get())).toBe(false)
    expect(selectAnalysis(get())).toBe(counted)
    expect(jobs).toEqual([])
  })
  test('of several edits in a row only the last is counted', async () => {
    const { app, get, jobs, before } = await edited()
    app.apply([{ kind: 'grant', grant: { role: idOf(before, before.structure.distance.indexOf(1)), kind: 'refund', limit: 12 } }])
    expect(jobs).toHaveLength(1)
    expect(selectIsStale(get())).toBe(true)
  })
})

test('a fold of a large chart is placed in spare time, and the last one asked for wins', async () => {
  const { app, get, comes, idles, jobs } = await opened()
  await comes()
  await comes()
  app.foldToLevel(2)
  app.foldToLevel(3)
  expect(get().session.stand.at.folded.size).toBe(0)
  expect(jobs).toHaveLength(1)
  await idles()
  expect(get().session.stand.at).toBe(placingFor(get()))
})
test('a small organisation needs no slices', async () => {
  const { app, get, jobs } = slowPage()
  await app.openFiles([fileOf(50)])
  expect(selectAnalysis(get())).not.toBeNull()
  app.flip()
  app.foldToLevel(2)
  expect(get().session.stand.at).toEqual(placingFor(get()))
  expect(jobs).toEqual([])
})
test('a file read without a worker is counted like one that was', async () => {
  const app = createApp({ read: (files, report) => read(files, report), sample: async () => large })
  await app.openFiles([large])
  await settled()
  expect(selectIsCounting(app.store.getState())).toBe(false)
})
test('a long history of a large organisation keeps what was made of its last steps, and finds the way back', async () => {
  const { app, get, comes, idles } = await opened()
  await comes()
  await comes()
  const first = selectOrg(get()) as Org
  const role = idOf(first, first.structure.distance.indexOf(1))
  for (let limit = 1; limit < 7; limit++) {
    app.apply([{ kind: 'grant', grant: { id: 'again', role, kind: 'refund', limit } }])
    await idles()
  }
  for (let i = 0; i < 6; i++) app.undo()
  await idles()
  expect(selectOrg(get())?.doc).toBe(first.doc)
  expect(selectOrg(get())).not.toBe(first)
  expect(selectOrg(get())?.structure).toBe(first.structure)
  expect(selectIsStale(get())).toBe(false)
  expect(selectAnalysis(get())?.totals).toEqual(analyse(first).totals)
})
