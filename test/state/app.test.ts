import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CaseRef } from '../../src/analysis/types'
import type { Edit } from '../../src/model/edits/edit'
import { idOf } from '../../src/model/roles'
import type { Org, RoleId } from '../../src/model/types'
import { createApp } from '../../src/state/app'
import { selectAnalysis, selectDoc, selectedRole, selectOrg, selectTopic, selectTurn } from '../../src/state/derived'
import { FLIP_MS } from '../../src/state/turning'
import { type ReadFile, read } from '../../src/worker/read'
import { Cancelled } from '../../src/worker/rpc'

const file = (name: string, text: string): ReadFile => ({ name, blob: new Blob([text]) })
const pinfold = file('pinfold.json', readFileSync('fixtures/pinfold.json', 'utf8'))
const remedy: readonly Edit[] = [{ kind: 'grant', grant: { role: 'agent', kind: 'schedule' } }]

const freshApp = () => createApp({ read: (files, report) => read(files, report), sample: async () => pinfold })
async function appWithPinfold() {
  const app = freshApp()
  await app.openFiles([pinfold])
  return { app, get: app.store.getState }
}

describe('a document', () => {
  test('changes through one door, and undo gives back the same object', async () => {
    const { app, get } = await appWithPinfold()
    const before = selectDoc(get())
    const settled = selectAnalysis(get())?.totals.firstContactResolution
    expect(app.apply(remedy)).toBe(true)
    const after = selectDoc(get())
    expect(after).not.toBe(before)
    expect(selectAnalysis(get())?.totals.firstContactResolution).toBeGreaterThan(settled as number)
    app.undo()
    expect(selectDoc(get())).toBe(before)
    app.redo()
    expect(selectDoc(get())).toBe(after)
  })

  test('that comes back finds what was derived from it before', async () => {
    const { app, get } = await appWithPinfold()
    const [org, analysis, turn] = [selectOrg(get()), selectAnalysis(get()), selectTurn(get())]
    app.apply(remedy)
    expect(selectOrg(get())).not.toBe(org)
    app.undo()
    expect(selectOrg(get())).toBe(org)
    expect(selectAnalysis(get())).toBe(analysis)
    expect(selectTurn(get())?.to).toBe(turn?.to)
  })

  test('is left alone by an edit that cannot be applied', async () => {
    const { app, get } = await appWithPinfold()
    const before = selectDoc(get())
    expect(app.apply([...remedy, { kind: 'limit', grant: 'no-such-grant', limit: 40 }])).toBe(false)
    expect(selectDoc(get())).toBe(before)
    expect(get().session.notice).toMatchObject({ tone: 'bad', key: 'edit.grant-missing' })
  })
})

describe('opening', () => {
  test('a file that cannot be read leaves the organisation and says why', async () => {
    const { app, get } = await appWithPinfold()
    const before = selectDoc(get())
    await app.openFiles([file('broken.json', '{"roles": [\n  {"id": "a",, }\n]}')])
    expect(selectDoc(get())).toBe(before)
    expect(get().session.notice?.diagnostics?.[0]?.places[0]).toMatchObject({ line: 2, column: 14 })
    expect(get().session.reading).toBeNull()
  })

  test('several files add up', async () => {
    const app = freshApp()
    await app.openFiles([
      file('people.json', '{"headstand":"1.0","roles":[{"id":"top"},{"id":"clerk","reportsTo":"top"}]}'),
      file('grants.json', '{"headstand":"1.0","grants":[{"id":"g1","role":"clerk","kind":"refund","limit":20}]}'),
    ])
    const doc = selectDoc(app.store.getState())
    expect(doc?.roles.length).toBe(2)
    expect(doc?.grants).toHaveLength(1)
  })

  test('of several files those that can be read are shown, and of the others it is said', async () => {
    const app = freshApp()
    await app.openFiles([pinfold, file('number.json', '42')])
    expect(selectDoc(app.store.getState())?.roles.length).toBe(12)
    expect(app.store.getState().session.notice?.key).toBe('page.read.partly')
  })

  test('that is cancelled says nothing and changes nothing', async () => {
    const app = createApp({
      read: (_, __, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Cancelled()))),
      sample: async () => pinfold,
    })
    const opening = app.openFiles([pinfold])
    expect(app.store.getState().session.reading?.names).toEqual(['pinfold.json'])
    app.store.getState().session.reading?.cancel()
    await opening
    expect(app.store.getState().session).toMatchObject({ reading: null, notice: null })
  })

  test('another file forgets folds, selection and the history of the last', async () => {
    const { app, get } = await appWithPinfold()
    app.select('agent' as RoleId)
    app.toggleBranch('ops' as RoleId)
    app.apply(remedy)
    await app.openFiles([file('two.json', '{"headstand":"1.0","roles":[{"id":"a"},{"id":"b","reportsTo":"a"}]}')])
    expect(selectedRole(get())).toBe(-1)
    expect(get().view.folded.size).toBe(0)
    expect(get().workbook.history?.past).toEqual([])
  })
})

describe('what is asked about', () => {
  const care: CaseRef = { entry: 'agent', issueType: 'faulty', value: 120, segment: null }
  test('is a trail: a link goes one further, back one nearer, something else on the chart begins anew', async () => {
    const { app, get } = await appWithPinfold()
    app.select('agent' as RoleId)
    app.ask({ kind: 'issue', issueType: 'faulty' })
    app.ask({ kind: 'case', of: care, by: 'route', upTo: null })
    expect(get().view.trail.map(({ kind }) => kind)).toEqual(['role', 'issue', 'case'])
    app.back()
    expect(selectTopic(get())).toEqual({ kind: 'issue', issueType: 'faulty' })
    app.select('ops' as RoleId)
    expect(get().view.trail).toEqual([{ kind: 'role', role: 'ops' }])
    app.select(null)
    expect(selectTopic(get())).toBeNull()
  })

  test('rings the role it is about, a why the role it was asked from', async () => {
    const { app, get } = await appWithPinfold()
    app.tell({ kind: 'case', of: care, by: 'route', upTo: null })
    expect(idOf(selectOrg(get()) as Org, selectedRole(get()))).toBe('agent')
    app.ask({ kind: 'why', figure: { name: 'waiting' } })
    expect(idOf(selectOrg(get()) as Org, selectedRole(get()))).toBe('agent')
    app.tell({ kind: 'segment', segment: 'loyal' })
    expect(selectedRole(get())).toBe(-1)
  })

  test('is stepped through from the first stop to the last and no further', async () => {
    const { app, get } = await appWithPinfold()
    app.tell({ kind: 'case', of: care, by: 'route', upTo: null })
    const steps = ([1, 1, 1, 1, 1, -1] as const).map((by) => {
      app.stepCase(by, 4)
      const topic = selectTopic(get())
      return topic?.kind === 'case' ? topic.upTo : undefined
    })
    expect(steps).toEqual([0, 1, 2, 3, 3, 2])
    expect(get().view.trail).toHaveLength(1)
  })
})

describe('the page', () => {
  test('turns when it is told to, and back from where it is', async () => {
    const { app, get } = await appWithPinfold()
    app.flip()
    app.step(FLIP_MS / 2)
    expect(selectTurn(get())?.t).toBeCloseTo(0.5)
    app.flip()
    app.step(FLIP_MS / 4)
    expect(selectTurn(get())?.t).toBeCloseTo(0.25)
    app.step(FLIP_MS)
    expect(get().session.stand).toMatchObject({ turning: null, at: { orientation: 'conventional' } })
  })

  test('changes at once where motion is reduced', async () => {
    const { app, get } = await appWithPinfold()
    app.setMotionReduced(true)
    app.flip()
    expect(get().session.stand).toMatchObject({ turning: null, at: { orientation: 'flipped' } })
  })

  test('let go at an end, a turn held by hand is over, and the view says which chart it is', async () => {
    const { app, get } = await appWithPinfold()
    app.flip()
    app.scrub(0.4)
    app.release()
    expect(get().session.stand.turning?.heading).toBe('stopped')
    app.scrub(0)
    app.release()
    expect(get().session.stand.turning).toBeNull()
    expect(get().view.orientation).toBe('conventional')
  })

  test('stops and goes on at the same key', async () => {
    const { app, get } = await appWithPinfold()
    app.flip()
    app.step(300)
    app.holdOrGo()
    const held = selectTurn(get())?.t
    app.step(300)
    expect(selectTurn(get())?.t).toBe(held)
    app.holdOrGo()
    app.step(FLIP_MS)
    expect(get().session.stand.at.orientation).toBe('flipped')
  })
})
