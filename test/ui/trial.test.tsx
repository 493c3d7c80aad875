// What would change it: pointed at, ticked, made. Worse first; nothing is another before somebody says so.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { detectors } from '../../src/analysis/detect'
import { besideKeys } from '../../src/i18n/beside'
import { en } from '../../src/i18n/en'
import type { Edit } from '../../src/model/edits/edit'
import type { RoleId } from '../../src/model/types'
import { LiveRegion } from '../../src/ui/app/LiveRegion'
import { Strip } from '../../src/ui/app/Strip'
import { sceneryOf } from '../../src/ui/chart/scenery'
import { Panel } from '../../src/ui/panels/Panel'
import { areOneOrTheOther } from '../../src/ui/panels/trying'
import { staged } from './staged'

const LATE = /straight to Dispatcher/
const row = (name: RegExp) => screen.getByRole('checkbox', { name })
/** With a mouse that moves; what is scrolled under one that stands still is another thing. */
function pointAt(one: HTMLElement, movementX = 1) {
  fireEvent(
    one,
    Object.defineProperty(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }), 'movementX', { value: movementX }),
  )
}
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ')
async function card(role: string, issueType: string, given = {}) {
  const app = await staged(
    <>
      <Panel />
      <Strip />
      <LiveRegion />
    </>,
    { isFirstVisit: false, ...given },
  )
  act(() => app.tell({ kind: 'card', role: role as RoleId, issueType }))
  const changes = () => app.store.getState().workbook.history?.past.length
  return { app, changes }
}
const tried = () => screen.findByRole('list', { name: 'What becomes of it' })

describe('a change that is pointed at', () => {
  test('is told with what gets worse first, and why; the document stays', async () => {
    const { changes } = await card('acct', 'late')
    pointAt(row(LATE))
    await tried()
    const told = plain(screen.getByRole('group', { name: /What would change it/ }).textContent)
    const order = ['First what gets worse', '352 → to 358 hand-offs', '6 cases that nobody settled before', 'What gets better']
    const then = ['50 → to 44 dead ends', '1 finding vanishes', 'dead end']
    expect(told).toMatch(new RegExp([...order, ...then].join('.*')))
    expect(changes()).toBe(0)
    expect(screen.queryByRole('button', { name: /Make/ })).toBeNull()
  })
  test('says of every total what it is and what it would be, in words', async () => {
    await card('acct', 'late')
    pointAt(row(LATE))
    const totals = within(await tried())
      .getAllByRole('listitem')
      .map((one) => plain(one.textContent))
    expect(totals).toEqual([
      '56.0 %settled on the spot',
      '352 → to 358worse · hand-offs',
      '2,814 h → to 2,862 hworse · waiting',
      '50 → to 44better · dead ends',
      '€14,778 → to €6,138better · at risk a month',
    ])
  })
  test('is let go when the pointer leaves, and the strip says what is so', async () => {
    const { app } = await card('acct', 'late')
    pointAt(row(LATE))
    await tried()
    fireEvent.pointerLeave(row(LATE))
    expect(await screen.findByRole('list', { name: 'Totals' })).toBeVisible()
    expect(app.store.getState().session.trial).toBeNull()
  })
  test('passed over on the way is not tried', async () => {
    const { app } = await card('acct', 'late')
    let count = 0
    app.store.subscribe(({ session }, before) => (count += session.trial === before.session.trial ? 0 : 1))
    pointAt(row(/promise a date/))
    fireEvent.pointerLeave(row(/promise a date/))
    pointAt(row(LATE))
    await tried()
    expect(count).toBe(1)
  })
  test('is one somebody points at: a row that comes under a resting pointer is left alone', async () => {
    const { app } = await card('acct', 'late')
    act(() => row(/promise a date/).focus())
    pointAt(row(LATE), 0)
    await tried()
    expect(app.store.getState().session.trial?.glanced).toMatchObject([{ kind: 'grant' }])
  })
  test('is on the chart, which says that it is only tried and stays where it is', async () => {
    const { app } = await card('cash-n', 'info')
    const before = sceneryOf(app.store.getState())
    pointAt(row(/see and change the record/))
    await tried()
    const after = sceneryOf(app.store.getState())
    expect(after?.analysis.totals.unresolved).toBe(25)
    expect(after?.turn.to).toBe(before?.turn.to)
    expect(after?.headline).toMatchObject({
      first: /60/.exec('60') && expect.stringContaining('60'),
      second: 'Only tried out: nothing has been changed.',
    })
    expect(after?.today.analysis).toBe(before?.analysis)
  })
  test('is said aloud, the worse first, and that it is over', async () => {
    await card('acct', 'late')
    act(() => row(LATE).focus())
    await tried()
    const live = () => document.querySelector('[data-live]')?.textContent
    await waitFor(() => expect(live()).toMatch(/^Tried out: hand-offs 352 to 358, worse; .*dead ends 50 to 44, better.*1 finding vanishes/))
    await userEvent.tab()
    await screen.findByText('No longer tried out; all is as today.')
  })
  test('that cannot be done is said aloud, and why', async () => {
    const { app } = await card('acct', 'late')
    act(() => app.tryOut([{ kind: 'limit', grant: 'no-such-grant', limit: 40 }]))
    const live = () => document.querySelector('[data-live]')?.textContent
    await waitFor(() => expect(live()).toBe(en['edit.grant-missing']))
  })
})

describe('what is ticked', () => {
  test('stays tried, alone and with others, and is made as one step that Undo takes back', async () => {
    const { app, changes } = await card('acct', 'late')
    await userEvent.click(row(LATE))
    await userEvent.click(row(/promise a date/))
    fireEvent.pointerLeave(row(/promise a date/))
    expect(await screen.findByRole('button', { name: 'Make these 2 changes' })).toBeVisible()
    expect(changes()).toBe(0)
    await userEvent.click(screen.getByRole('button', { name: 'Make these 2 changes' }))
    expect(changes()).toBe(1)
    expect(app.store.getState().session.notice).toMatchObject({ tone: 'good', offersUndo: true })
    expect(app.store.getState().session.trial).toBeNull()
  })
  test('of two limits of one power is the last', async () => {
    await card('cash-n', 'faulty')
    const limits = screen.getAllByRole('checkbox', { name: /instead of €20/ })
    expect(limits).toHaveLength(2)
    for (const limit of limits) await userEvent.click(limit)
    expect(limits.map((one) => (one as HTMLInputElement).checked)).toEqual([false, true])
  })
  test('so it is where one of them is given at many places at once', () => {
    const limit = (grant: string): Edit => ({ kind: 'limit', grant, limit: 40 })
    const each: Edit = { kind: 'each', edits: [limit('g1'), limit('g2')] }
    expect(areOneOrTheOther(each, limit('g2'))).toBe(true)
    expect(areOneOrTheOther(each, limit('g3'))).toBe(false)
  })
  test('is let go by Escape, and the card stays open', async () => {
    const { app } = await card('acct', 'late')
    await userEvent.click(row(LATE))
    act(() => app.letGo())
    expect(row(LATE)).not.toBeChecked()
  })
})

describe('what helps beside the changes of a file', () => {
  test('has words for every code there is', () => {
    for (const { code } of detectors) {
      const keys = besideKeys([code])
      expect(keys.length, code).toBeGreaterThan(0)
      for (const key of keys) expect(en).toHaveProperty([key])
    }
    const said = new Set(besideKeys(detectors.map(({ code }) => code)))
    expect(Object.keys(en).filter((key) => key.startsWith('trial.text.') && !said.has(key))).toEqual([])
  })
  test('is a line, with nothing to tick', async () => {
    await card('acct', 'discount')
    await userEvent.click(screen.getByText(/What else would help, outside this file/))
    expect(screen.getByText('Give a budget for the period in place of a limit for each case.')).toBeVisible()
  })
})

describe('the strip', () => {
  test('tells what changes in place of what stays as it is', async () => {
    await card('cash-n', '')
    pointAt(row(/say sorry/))
    const totals = within(await tried())
      .getAllByRole('listitem')
      .map((one) => plain(one.textContent))
    expect(totals).toHaveLength(5)
    expect(totals[0]).toBe('56.0 %settled on the spot')
    expect(totals.at(-1)).toBe('120 → to 80better · may not be said sorry for')
  })
})
