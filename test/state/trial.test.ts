// Changes tried before they are made: what would be is there to look at, and nothing else is another.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cardListOf } from '../../src/analysis/parts'
import type { Analysis } from '../../src/analysis/types'
import type { Edit } from '../../src/model/edits/edit'
import type { RoleId } from '../../src/model/types'
import { createApp } from '../../src/state/app'
import { selectAnalysis, selectDoc, selectOrg, selectTopic } from '../../src/state/derived'
import { selectShown, selectTrial, selectTrialProblem } from '../../src/state/trial'
import type { AppState } from '../../src/state/types'
import { read } from '../../src/worker/read'
import { C, D, E } from '../analysis/pinfold-remedies'
import { other, slowPage } from './slow-page'

const pinfold = { name: 'pinfold.json', blob: new Blob([readFileSync('fixtures/pinfold.json', 'utf8')]) }
async function page() {
  const app = createApp({ read: (files, report) => read(files, report), sample: async () => pinfold })
  await app.openFiles([pinfold])
  app.tell({ kind: 'card', role: 'agent' as RoleId, issueType: 'late' })
  return { app, get: app.store.getState, settled: () => selectTrial(app.store.getState())?.difference.totals.settled.after }
}

describe('what is tried', () => {
  test('is told and shown, and the document, its history and what is said of it stay as they are', async () => {
    const { app, get, settled } = await page()
    const { workbook, view } = get()
    const analysis = selectAnalysis(get())
    app.tryOut(C)
    expect(settled()).toBeCloseTo(436 / 600, 9)
    expect(selectAnalysis(selectShown(get()))?.totals.handOffs).toBe(152)
    expect(selectOrg(selectShown(get()))?.doc.grants).toHaveLength((selectDoc(get())?.grants?.length ?? 0) + 1)
    expect(get().workbook).toBe(workbook)
    expect(get().view).toBe(view)
    expect(selectAnalysis(get())).toBe(analysis)
  })
  test('is what one points at, with what is chosen, and again only what is chosen when one points elsewhere', async () => {
    const { app, get, settled } = await page()
    app.glance(D)
    expect(settled()).toBeCloseTo(376 / 600, 9)
    app.glance(null)
    expect(get().session.trial).toBeNull()
    app.tryOut(C)
    app.glance([...C, ...D])
    expect(settled()).toBeCloseTo(476 / 600, 9)
    app.glance(null)
    expect(settled()).toBeCloseTo(436 / 600, 9)
    app.tryOut([])
    expect(get().session.trial).toBeNull()
  })
  test('is worked out once, however often one comes back to it', async () => {
    const { app, get } = await page()
    app.glance(C)
    const first = selectTrial(get())
    app.glance(D)
    app.glance(structuredClone(C))
    expect(selectTrial(get())).toBe(first)
  })
  test('is shown as it is once it is made, in one step that undo takes back', async () => {
    const { app, get } = await page()
    const [before, edits] = [selectDoc(get()), [...D, ...E]]
    app.tryOut(edits)
    const tried = selectTrial(get())
    expect(app.apply(edits)).toBe(true)
    expect(get().session.trial).toBeNull()
    expect(selectOrg(get())).toBe(tried?.org)
    expect(selectAnalysis(get())).toBe(tried?.analysis)
    expect(get().workbook.history?.past).toHaveLength(1)
    app.undo()
    expect(selectDoc(get())).toBe(before)
  })
  test('and cannot be done says why, and nothing is shown of it', async () => {
    const { app, get } = await page()
    app.tryOut([...C, { kind: 'limit', grant: 'no-such-grant', limit: 40 }])
    expect(selectTrialProblem(get())).toBe('grant-missing')
    expect(selectTrial(get())).toBeNull()
    expect(selectShown(get())).toBe(get())
  })
})

describe('a trial ends', () => {
  const ways: Record<string, (app: Awaited<ReturnType<typeof page>>['app']) => unknown> = {
    'when something else is made': (app) => app.apply(D),
    'when something is undone': (app) => app.undo(),
    'when something is made again': (app) => app.redo(),
    'when its card is left': (app) => app.back(),
    'when something else is asked about': (app) => app.select('disp' as RoleId),
    'when it is let go': (app) => app.endTrial(),
    'when it is presented': (app) => app.present(),
    'when another file is opened': (app) => app.openFiles([other]),
  }
  test.each(Object.entries(ways))('%s', async (_, end) => {
    const { app, get } = await page()
    app.apply([{ kind: 'deputy', role: 'disp', deputy: 'ops' }])
    app.undo()
    app.tryOut(C)
    expect(selectTrial(get())).not.toBeNull()
    await end(app)
    expect(get().session.trial).toBeNull()
    expect(selectShown(get())).toBe(get())
  })
  test('at Escape, which leaves the card open and what the page says', async () => {
    const { app, get } = await page()
    app.say({ tone: 'bad', key: 'page.sample.missing' })
    app.tryOut(C)
    app.letGo()
    expect(get().session.trial).toBeNull()
    expect(get().session.notice).not.toBeNull()
    expect(selectTopic(get())?.kind).toBe('card')
  })
  test('not when the chart is turned: one looks at it from the other side', async () => {
    const { app, get } = await page()
    app.tryOut(C)
    app.flip()
    expect(selectTrial(get())).not.toBeNull()
  })
})

describe('in a large file', () => {
  const offered = (state: AppState, card: number): readonly Edit[] =>
    (cardListOf(selectAnalysis(state) as Analysis).from(card, 1)[0]?.findings ?? []).flatMap(({ remedies }) => remedies).slice(0, 1)
  async function countedPage() {
    const page = slowPage()
    await page.app.openFiles([other])
    await page.comes()
    await page.comes()
    await page.idles()
    return { ...page, edits: offered(page.get(), 0), others: offered(page.get(), 1) }
  }
  test('it comes in slices, and then it is there', async () => {
    const { app, get, jobs, idles, edits } = await countedPage()
    app.glance(edits)
    expect(selectTrial(get())).toBeNull()
    expect(jobs).toHaveLength(1)
    await idles()
    expect(selectTrial(get())?.difference.isNothing).toBe(false)
    expect(selectTrial(get())?.analysis).toBe(selectAnalysis(selectShown(get())))
  })
  test('nothing is counted any more of what nobody points at', async () => {
    const { app, get, jobs, idles, edits } = await countedPage()
    app.glance(edits)
    jobs.shift()?.()
    app.glance(null)
    expect(jobs).toEqual([])
    app.glance(edits)
    app.select('r1' as RoleId)
    expect(jobs).toEqual([])
    await idles()
    expect(get().session.trial).toBeNull()
  })
  test('made, it is not counted again', async () => {
    const { app, get, jobs, idles, edits } = await countedPage()
    app.tryOut(edits)
    await idles()
    const tried = selectTrial(get())
    app.apply(edits)
    expect(jobs).toEqual([])
    expect(selectAnalysis(get())).toBe(tried?.analysis)
    expect(get().session.counted).toBe(tried?.org.doc)
  })
  test('pointed at while an edit is still being counted, it comes after that', async () => {
    const { app, get, idles, edits, others } = await countedPage()
    app.apply(edits)
    app.glance(others)
    expect(selectTrial(get())).toBeNull()
    await idles()
    expect(selectTrial(get())?.difference.isNothing).toBe(false)
  })
})
