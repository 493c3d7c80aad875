// The pieces of the sheet and of the way on from people, over a real store and real readings.
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/i18n/words'
import { readText } from '../../src/import/read'
import { COLUMN_ROLES, type Understood } from '../../src/import/understood'
import { buildOrg } from '../../src/model/build'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import { orgAfter } from '../../src/model/resolve'
import type { Org } from '../../src/model/types'
import { themeFor } from '../../src/scene/theme'
import { selectDoc, selectOrg } from '../../src/state/derived'
import { accountLines, fewRows } from '../../src/ui/import/account'
import { HelpOn } from '../../src/ui/import/HelpOn'
import { ImportSheet } from '../../src/ui/import/ImportSheet'
import { linesOf, withRole } from '../../src/ui/import/lines'
import { titlesMeeting } from '../../src/ui/import/meeting'
import { countsOf, miniatureOf } from '../../src/ui/import/miniature'
import { editOf, TEMPLATE_IDS } from '../../src/ui/import/templates'
import { file, staged } from './staged'

const words = wordsFor('en')
const STAFF =
  'Employee ID,Manager ID,Name,Job title,Birth date\n1,,Ada Holm,Owner,1970-01-02\n2,1,Bo Lund,Cashier,1980-01-02\n3,1,Cy Berg,Cashier,1990-01-02\n4,77,Di Dahl,Buyer,1991-01-02\n'
const understood = (text: string) => readText('staff.csv', text).understood as Understood
const org = (text: string): Org => buildOrg([readText('test.txt', text).draft!]).org!

describe('the sheet', () => {
  test('names the file, marks what is private, adds up, and is closed by its own buttons', async () => {
    const app = await staged(<ImportSheet />)
    const before = selectDoc(app.store.getState())
    await act(() => app.openFiles([file('staff.csv', STAFF)]))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('staff.csv is a list of people and their managers')
    expect(dialog.getByText('Birth date.')).toBeInTheDocument()
    expect(dialog.getByText('manager not in the file')).toBeInTheDocument()
    await userEvent.selectOptions(dialog.getByLabelText('Job title: which column?'), 'Name')
    expect(app.store.getState().session.importing?.files[0]?.corrections.columns).toMatchObject({ Name: 'title' })
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(app.store.getState().session.importing).toBeNull()
    expect(selectDoc(app.store.getState())).toBe(before)
  })
})

describe('the list of columns', () => {
  test('has every column once, and asks for what a list of people should have', () => {
    const read = understood(STAFF)
    const { taken, notRead, sensitive } = linesOf(read)
    const headers = [...taken.flatMap(({ column }) => column?.header ?? []), ...[...notRead, ...sensitive].map(({ header }) => header)]
    expect(headers.sort()).toEqual(read.columns.map(({ header }) => header).sort())
    expect(taken.find(({ role }) => role === 'unit')).toEqual({ role: 'unit', column: null })
  })

  test('a role that one column has is taken from the one that had it', () => {
    const said = withRole({ columns: { A: 'title', B: 'unit' } }, 'title', 'B', 'A')
    expect(said.columns).toEqual({ B: 'title' })
    expect(withRole({}, 'title', '', 'A').columns).toEqual({ A: 'left-out' })
  })

  test('there are words for every role', () => {
    for (const role of COLUMN_ROLES) expect(words.say(`import.role.${role}`)).not.toBe('')
  })
})

test('the sum is the number of rows, whatever the file', () => {
  const row = fc.tuple(fc.nat(9), fc.option(fc.nat(12)), fc.constantFrom('', 'Ada', 'Bo'), fc.constantFrom('Till', 'Total', ''))
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const text = ['Employee ID,Manager ID,Name,Job title', ...rows.map((cells) => cells.map((one) => one ?? '').join(','))].join('\n')
      const read = readText('a.csv', text).understood
      if (read) expect(accountLines(read).reduce((sum, { count }) => sum + count, 0)).toBe(read.account.rowsIn)
    }),
  )
  expect(fewRows([1, 2, 3, 4, 5, 6, 7])).toEqual({ first: [1, 2, 3, 4, 5], more: 2 })
})

describe('the miniature', () => {
  const WIDE = org(`Owner\n${Array.from({ length: 40 }, (_, i) => `  Lead ${i}\n    Till ×${i + 1}\n`).join('')}`)
  test('stands within its frame and is as much work as it is wide', () => {
    for (const [made, width] of [
      [org('Owner\n  Till ×4\n  Buyer\n'), 400],
      [WIDE, 400],
      [WIDE, 60],
    ] as const) {
      const { blocks, height } = miniatureOf(made, width, 200, themeFor('light'))
      expect(blocks.length).toBeGreaterThan(0)
      expect(blocks.length).toBeLessThanOrEqual(made.structure.layers * width * 1.4)
      for (const { x, y, width: w, height: h } of blocks) {
        expect(x).toBeGreaterThanOrEqual(-1)
        expect(x + w).toBeLessThanOrEqual(width + 1)
        expect(y + h).toBeLessThanOrEqual(height)
      }
    }
  })

  test('a block a person while there is room, and the counts are those of the organisation', () => {
    const shop = org('Owner\n  Till ×4\n  Buyer\n')
    expect(miniatureOf(shop, 400, 200, themeFor('light')).blocks).toHaveLength(6)
    expect(countsOf(shop)).toEqual({ people: 6, roles: 3, tops: 1, layers: 2, span: 5, byLayer: [1, 5] })
  })
})

describe('the way on from people', () => {
  test('who probably meets customers is a guess from the title, in several languages, and never of those who lead', () => {
    const guesses = titlesMeeting(
      org(
        'Direktor\n  Head of customer service\n    Customer service agent ×6\n    Kassiererin ×4\n    Продавец ×3\n    Software developer ×9\n',
      ),
    )
    expect(guesses.filter(({ because }) => because === 'title').map(({ title }) => title)).toEqual([
      'Customer service agent',
      'Kassiererin',
      'Продавец',
    ])
    expect(guesses.map(({ title }) => title)).not.toContain('Head of customer service')
    expect(guesses.every(({ meets }) => !meets)).toBe(true)
  })

  test('each template makes an organisation in which customers bring something, all of it called an example', () => {
    const shop = org('Owner\n  Lead\n    Cashier ×4\n    Call centre agent ×2\n')
    const met = titlesMeeting(shop).filter(({ because }) => because === 'title')
    for (const id of TEMPLATE_IDS) {
      const edit = editOf(id, shop, met, words)
      expect(validateEdit(shop.doc, edit)).toBeNull()
      const made = orgAfter(shop, applyEdit(shop.doc, edit))
      expect(made.contacts.areCounted).toBe(true)
      expect(new Set(made.contacts.role).size).toBe(2)
      for (const { name } of [...(edit.rows.segments ?? []), ...(edit.rows.touchpoints ?? []), ...(edit.rows.issueTypes ?? [])])
        expect(name).toMatch(/\(example\)$/)
    }
  })

  test('is clicked through, each step an edit that undo takes back', async () => {
    const app = await staged(<HelpOn />)
    await act(async () => {
      await app.openFiles([file('staff.csv', STAFF.replace('4,77', '4,1').replace(/,[^,]*$/gm, ''))])
      app.importShown()
    })
    expect(screen.getByRole('button', { name: 'Retail' })).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: 'Yes, Cashier meets customers' }))
    await userEvent.click(screen.getByRole('button', { name: 'Retail' }))
    expect(selectOrg(app.store.getState())?.contacts.areCounted).toBe(true)
    expect(screen.queryByRole('button', { name: 'Retail' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Approval matrix to fill in' })).toBeEnabled()
    act(() => app.undo())
    act(() => app.undo())
    expect(screen.getByRole('button', { name: 'Retail' })).toBeDisabled()
  })
})
