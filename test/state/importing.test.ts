// Files from outside: which are looked at first, and that nothing is opened, changed or kept of them until the reader says so.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/import/read'
import type { Corrections, Understood } from '../../src/import/understood'
import { createApp } from '../../src/state/app'
import { selectDoc, selectOrg } from '../../src/state/derived'
import type { KeepPort, Slip } from '../../src/state/keeping/types'
import { GLANCE_ROWS, isToBeShown } from '../../src/state/recognition'
import { fingerprintOf, rememberedReading, rememberReading } from '../../src/state/remembered'
import { type ReadFile, read } from '../../src/worker/read'
import { browser } from './browser'

const file = (name: string, text: string): ReadFile => ({ name, blob: new Blob([text]) })
const understood = (text: string, corrections: Corrections = {}) => readText('a.csv', text, corrections).understood as Understood
const appWith = (keep?: KeepPort) =>
  createApp({
    read: (files, report) => read(files, report),
    sample: async () => file('pinfold.json', readFileSync('fixtures/pinfold.json', 'utf8')),
    ...(keep ? { keep } : {}),
  })
const sheetOf = (app: ReturnType<typeof appWith>) => app.store.getState().session.importing
const slip = (): Slip => {
  let held: unknown = null
  return {
    read: () => held,
    write: (value) => {
      held = value === null ? null : JSON.parse(JSON.stringify(value))
    },
  }
}

const CLEAN = 'Employee ID,Manager ID,Name,Job title\n1,,Ada Holm,Owner\n2,1,Bo Lund,Till\n3,1,Cy Berg,Till\n4,1,Di Dahl,Till\n'
const BROKEN = CLEAN.replace('4,1,', '4,77,')
const MATRIX = 'Title,Refund,Discount\nTill,up to 20,no\nOwner,unlimited,yes\n'

describe('which files are looked at first', () => {
  const recognised = (text: string, isRemembered = false) => [{ understood: understood(text), isRemembered }]
  test('not those that are small and clean, our own, or outlines', () => {
    expect(isToBeShown(recognised(CLEAN))).toBe(false)
    expect(isToBeShown(recognised(readFileSync('fixtures/pinfold.json', 'utf8')))).toBe(false)
    expect(isToBeShown(recognised('Owner\n  Till ×3\n  Till ×2\n'))).toBe(false)
  })

  test('those in which anything was mended or left out, however they were read before', () => {
    expect(isToBeShown(recognised(BROKEN))).toBe(true)
    expect(isToBeShown(recognised(BROKEN, true))).toBe(true)
  })

  test('those that say who may decide, and those of more rows than one sees to be right', () => {
    expect(isToBeShown(recognised(MATRIX))).toBe(true)
    const clean = understood(CLEAN)
    const large = { ...clean, account: { ...clean.account, rowsIn: GLANCE_ROWS + 1 } }
    expect(isToBeShown([{ understood: large, isRemembered: false }])).toBe(true)
  })
})

describe('a file that opens at once', () => {
  test('says what it was read as, and is looked at when that is asked for', async () => {
    const app = appWith()
    await app.openFiles([file('staff.csv', CLEAN)])
    const { session } = app.store.getState()
    expect(session.importing).toBeNull()
    expect(session.notice).toMatchObject({ key: 'import.opened', action: 'reread', params: { people: 4 } })
    app.lookAgain()
    expect(sheetOf(app)).toMatchObject({ goes: 'none', files: [{ name: 'staff.csv' }] })
    const doc = selectDoc(app.store.getState())
    app.importShown()
    expect(sheetOf(app)).toBeNull()
    expect(selectDoc(app.store.getState())).toBe(doc)
  })
})

describe('a table in which nobody seems to lead anybody', () => {
  const CARDS = 'Card,Who,Goes to\n11,Ann,\n12,Bo,11\n13,Cy,77\n14,Di,78\n15,Ed,79\n'

  test('is shown, and imported once its columns are known; what is open stays as it is', async () => {
    const app = appWith()
    await app.openSample('pinfold')
    const before = selectDoc(app.store.getState())
    await app.openFiles([file('cards.csv', CARDS)])
    expect(sheetOf(app)).toMatchObject({ org: null, goes: 'new' })
    app.importShown()
    expect(selectDoc(app.store.getState())).toBe(before)
    await app.correct(0, { columns: { Card: 'id' } })
    expect(sheetOf(app)).toMatchObject({ org: null, refused: null })
    await app.correct(0, { columns: { Card: 'id', 'Goes to': 'manager' } })
    expect(sheetOf(app)?.org?.doc.roles.length).toBe(5)
    app.importShown()
    expect(selectDoc(app.store.getState())?.roles.length).toBe(5)
  })
})

describe('a file that is looked at first', () => {
  test('leaves what is open alone until it is imported', async () => {
    const app = appWith()
    await app.openSample('pinfold')
    const before = selectDoc(app.store.getState())
    await app.openFiles([file('staff.csv', BROKEN)])
    expect(selectDoc(app.store.getState())).toBe(before)
    app.cancelImport()
    expect(selectDoc(app.store.getState())).toBe(before)
    expect(sheetOf(app)).toBeNull()
    await app.openFiles([file('staff.csv', BROKEN)])
    app.importShown()
    expect(selectDoc(app.store.getState())?.roles.length).toBe(3)
  })

  test('is read again as it is corrected, from the bytes that are there', async () => {
    const app = appWith()
    await app.openFiles([file('staff.csv', BROKEN)])
    expect(sheetOf(app)?.files[0]?.understood?.account.repaired).toMatchObject([{ code: 'manager-missing', rows: [5] }])
    await app.correct(0, { repairs: { 'manager-missing': { do: 'leave-out' } } })
    expect(sheetOf(app)?.files[0]?.understood?.account.leftOut).toEqual([{ because: 'asked', rows: [5] }])
    await app.correct(0, { rows: { 5: { do: 'under', id: '2' } } })
    expect(sheetOf(app)?.org?.structure.layers).toBe(3)
    expect(selectDoc(app.store.getState())).toBeNull()
  })

  test('stays as it was where a correction makes no organisation of it', async () => {
    const app = appWith()
    await app.openFiles([file('staff.csv', BROKEN)])
    const before = sheetOf(app)
    await app.correct(0, { format: 'ldif' })
    expect(sheetOf(app)?.refused).toHaveLength(1)
    expect(sheetOf(app)?.files).toBe(before?.files)
    expect(sheetOf(app)?.org).toBe(before?.org)
  })

  test('of two corrections the last one counts', async () => {
    const app = appWith()
    await app.openFiles([file('staff.csv', BROKEN)])
    await Promise.all([
      app.correct(0, { repairs: { 'manager-missing': { do: 'leave-out' } } }),
      app.correct(0, { repairs: { 'manager-missing': { do: 'under', id: '2' } } }),
    ])
    expect(sheetOf(app)).toMatchObject({ again: null, files: [{ corrections: { repairs: { 'manager-missing': { do: 'under' } } } }] })
  })
})

describe('an approval matrix', () => {
  test('beside the people is joined by title', async () => {
    const app = appWith()
    await app.openFiles([file('matrix.csv', MATRIX), file('staff.csv', CLEAN)])
    expect(sheetOf(app)?.files[0]?.understood?.authority?.subjects).toMatchObject([
      { said: 'Till', by: 'title' },
      { said: 'Owner', by: 'title' },
    ])
    app.importShown()
    expect(selectOrg(app.store.getState())?.held.length).toBeGreaterThan(0)
  })

  test('after the people is one change to what is open, which undo takes back, and twice the same is once', async () => {
    const app = appWith()
    await app.openFiles([file('staff.csv', CLEAN)])
    const before = selectDoc(app.store.getState())
    await app.openFiles([file('matrix.csv', MATRIX)])
    expect(sheetOf(app)?.goes).toBe('open')
    app.importShown()
    const added = selectDoc(app.store.getState())
    expect(added?.roles).toBe(before?.roles)
    expect(added?.grants?.map(({ role, kind, limit }) => [role, kind, limit])).toContainEqual(['title:Till', 'refund', 20])
    await app.openFiles([file('matrix.csv', MATRIX.replace('up to 20', 'up to 50'))])
    app.importShown()
    const again = selectDoc(app.store.getState())
    expect(again?.grants).toHaveLength(added?.grants?.length ?? 0)
    expect(again?.grants).toContainEqual(expect.objectContaining({ role: 'title:Till', kind: 'refund', limit: 50 }))
    app.undo()
    app.undo()
    expect(selectDoc(app.store.getState())).toBe(before)
  })

  test('alone waits for the people, and never goes into a sample', async () => {
    const app = appWith()
    await app.openSample('pinfold')
    await app.openFiles([file('matrix.csv', MATRIX)])
    expect(sheetOf(app)).toMatchObject({ org: null, goes: 'new' })
    app.importShown()
    expect(sheetOf(app)).not.toBeNull()
    await app.openFiles([file('staff.csv', CLEAN)])
    expect(sheetOf(app)?.files.map(({ name }) => name)).toEqual(['matrix.csv', 'staff.csv'])
    expect(sheetOf(app)?.org?.doc.roles.length).toBe(2)
  })
})

describe('what is remembered', () => {
  const ODD = 'Staff number,Boss number,Full name,Desk\nx1,,Ada Holm,Owner\nx2,x1,Bo Lund,Till\nx3,x1,Cy Berg,Till\n'
  const said: Corrections = {
    columns: { Desk: 'title' },
    link: { id: 'Staff number', manager: 'Boss number' },
    repairs: { cycle: { do: 'under', id: 'Ada Holm' }, 'manager-missing': { do: 'top' } },
    rows: { 3: { do: 'leave-out' } },
    keepSensitive: ['Desk'],
  }

  test('is what columns are, by their place: no header, no row and nobody’s number', () => {
    const kept = slip()
    rememberReading(kept, understood(ODD), said)
    const text = JSON.stringify(kept.read())
    for (const secret of ['Desk', 'Boss', 'number', 'x1', 'Ada', 'Owner', '"3":{']) expect(text).not.toContain(secret)
    expect(rememberedReading(kept, understood(ODD))).toEqual({
      columns: { Desk: 'title' },
      link: { id: 'Staff number', manager: 'Boss number' },
      repairs: { 'manager-missing': { do: 'top' } },
      keepSensitive: ['Desk'],
    })
  })

  test('holds for files with the same columns, and for no others', () => {
    const kept = slip()
    rememberReading(kept, understood(ODD), said)
    expect(rememberedReading(kept, understood(`${ODD}x4,x1,Di Dahl,Till\n`))).not.toBeNull()
    expect(rememberedReading(kept, understood(CLEAN))).toBeNull()
    expect(fingerprintOf(understood(CLEAN))).not.toBe(fingerprintOf(understood(ODD)))
  })

  test('is how the next such file is read, until it is forgotten', async () => {
    const { open } = browser()
    const { app, get } = await open()
    const wrong = CLEAN.replace('Job title', 'Desk')
    await app.openFiles([file('one.csv', wrong)])
    if (!get().session.importing) app.lookAgain()
    await app.correct(0, { columns: { Desk: 'title' } })
    app.importShown(true)
    await app.openFiles([file('two.csv', wrong)])
    expect(get().session.importing).toBeNull()
    expect(get().session.notice?.params).toMatchObject({ isRemembered: 1 })
    expect(selectOrg(get())?.doc.roles.length).toBe(2)
    app.lookAgain()
    await app.correct(0, {})
    app.importShown(false)
    await app.openFiles([file('three.csv', wrong)])
    expect(get().session.notice?.params).not.toMatchObject({ isRemembered: 1 })
  })
})
