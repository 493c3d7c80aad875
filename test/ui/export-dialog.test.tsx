// The dialog over a real store and real drawings, without a browser's canvas; and what may be asked in it, whatever is chosen.
import { act, configure, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Orientation } from '../../src/layout/types'
import type { RoleId } from '../../src/model/types'
import { type Stages, StagesContext } from '../../src/ui/app/stages'
import type { Stage } from '../../src/ui/chart/stage'
import {
  type Choices,
  choicesIn,
  FIRST,
  PARTS,
  PICTURES,
  papersFor,
  RATIOS,
  requestOf,
  TEXTS,
  themesFor,
} from '../../src/ui/export/choices'
import { ExportSheet } from '../../src/ui/export/ExportSheet'
import { C } from '../analysis/pinfold-remedies'
import { staged } from './staged'

beforeAll(() => {
  configure({ asyncUtilTimeout: 60_000 }) // drawings are made in slices; no test is about time
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  HTMLCanvasElement.prototype.getContext = () => null // nothing is painted here
})

const VIEW = { kx: 0.5, ky: 0.5, x: 0, y: 0, width: 1000, height: 700 }
const stages: Stages = {
  enter: () => () => {},
  list: () => [],
  looked: () => {},
  percent: () => 100,
  subscribe: () => () => {},
}
async function opened(both = false) {
  const entry = (orientation: Orientation | null) => ({ orientation, stage: { view: () => VIEW } as unknown as Stage })
  const list = () => (both ? [entry('conventional'), entry('flipped')] : [entry(null)])
  const app = await staged(
    <StagesContext value={{ ...stages, list }}>
      <ExportSheet />
    </StagesContext>,
    { isExportShown: true },
  )
  const dialog = within(await screen.findByRole('dialog'))
  return { app, dialog }
}
const arbitrary: fc.Arbitrary<Choices> = fc.record({
  purpose: fc.constantFrom(...PICTURES, ...TEXTS),
  paper: fc.constantFrom(...papersFor('pdf')),
  part: fc.constantFrom(...PARTS),
  role: fc.option(fc.constant('care' as RoleId)),
  levels: fc.integer({ min: 1, max: 50 }),
  areNamesHidden: fc.boolean(),
  isPayHidden: fc.boolean(),
  theme: fc.constantFrom(...themesFor('png')),
  ratio: fc.constantFrom(...RATIOS),
})

describe('whatever is chosen', () => {
  test('dark is for PNG, a poster for print, a branch for somebody', () => {
    fc.assert(
      fc.property(arbitrary, (choices) => {
        const request = requestOf(choices)
        const isAsked = (PICTURES as readonly string[]).includes(choices.purpose) && !(choices.part === 'branch' && choices.role === null)
        expect(request !== null).toBe(isAsked)
        if (!request) return
        expect(request.theme === 'dark' && request.kind !== 'png').toBe(false)
        expect(request.paper === 'poster' && request.kind !== 'pdf').toBe(false)
        expect(request.part.kind === 'branch' && request.part.role === null).toBe(false)
        expect(request.hide).toEqual({ names: choices.areNamesHidden, pay: choices.isPayHidden })
      }),
    )
  })

  test('it is remembered as it was, but for whose branch; what is not known is as at first', () => {
    const { role: _, ...first } = FIRST
    fc.assert(
      fc.property(arbitrary, (choices) => {
        const { role: _whose, ...rest } = choices
        expect(choicesIn(JSON.parse(JSON.stringify(choices)))).toEqual(rest)
      }),
    )
    expect(choicesIn(null)).toEqual(first)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(FIRST)), fc.anything()), (kept) => {
        const choices = choicesIn(kept)
        expect(choicesIn(choices)).toEqual(choices)
      }),
    )
  })
})

describe('the dialog', () => {
  test('offers every format, says what the page comes to, and what it shows', async () => {
    const { dialog } = await opened()
    expect(dialog.getAllByRole('radio')).toHaveLength(PICTURES.length + TEXTS.length)
    expect(await dialog.findByText('1280 × 720')).toBeInTheDocument()
    expect(dialog.getByText('12 boxes')).toBeInTheDocument()
    expect(dialog.getByText('Shows: Findings.')).toBeInTheDocument()
    expect(dialog.getByRole('heading', { level: 2 })).toHaveFocus()
  })

  test('warns of small letters, and where nothing is better says what helps', async () => {
    const { dialog } = await opened()
    expect(
      await dialog.findByText(/The smallest text is [\d.]+ points.*Present it instead, or hide rows by folding branches\./),
    ).toBeInTheDocument()
    expect(dialog.queryByRole('button', { name: /points$/ })).toBeNull()
  })

  test('offers what is larger, the chosen branch before all else, which is taken by pressing it', async () => {
    const { app, dialog } = await opened()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    app.tell({ kind: 'role', role: 'sales' as RoleId })
    app.showExport(true)
    await userEvent.click(await dialog.findByRole('button', { name: /^Only the chosen branch: 1\d(\.\d)? points$/ }))
    expect(app.store.getState().session.exportChoices).toMatchObject({ part: 'branch' })
    expect(await dialog.findByText('6 boxes')).toBeInTheDocument()
    expect(dialog.queryByText(/The smallest text is/)).toBeNull()
    expect(dialog.getByRole('heading', { level: 2 })).toHaveFocus()
  })

  test('with both charts on the page what is offered suits both, and only the flipped one has customers', async () => {
    const { dialog } = await opened(true)
    expect(await dialog.findByText('2 pages')).toBeInTheDocument()
    expect(await dialog.findByText(/The smallest text is/)).toBeInTheDocument()
    expect(dialog.queryByRole('button', { name: /top|Branch by branch/ })).toBeNull()
  })

  test('the top levels are told from the top, whichever chart is shown', async () => {
    const { dialog } = await opened()
    await userEvent.selectOptions(dialog.getByLabelText('What'), 'The top levels, by reporting line')
    expect(await dialog.findByText('9 boxes')).toBeInTheDocument()
    expect(requestOf({ ...FIRST, part: 'levels', levels: 3 })?.part).toEqual({ kind: 'levels', levels: 3, orientation: 'conventional' })
  })

  test('says that the chart shows pay where pay is left out, and shows findings instead', async () => {
    const { app, dialog } = await opened()
    act(() => app.showOverlay('pay'))
    expect(dialog.queryByText(/pay, which is left out/)).toBeNull()
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Pay' }))
    expect(await dialog.findByText('The chart shows pay, which is left out.')).toBeInTheDocument()
    await userEvent.click(dialog.getByRole('button', { name: 'Show findings instead' }))
    expect(app.store.getState().view.overlay).toBe('findings')
    expect(await dialog.findByText('Shows: Findings.')).toBeInTheDocument()
    expect(dialog.queryByText(/pay, which is left out/)).toBeNull()
    expect(dialog.getByRole('heading', { level: 2 })).toHaveFocus()
  })

  test('what is no picture is of the organisation as it is while a change is only tried, and says so', async () => {
    const { app, dialog } = await opened()
    const untried = 'A change is only tried out: this is the organisation without it.'
    const user = userEvent.setup()
    const texts = async () => {
      await user.click(dialog.getByRole('radio', { name: /on one page/ }))
      const report = (await dialog.findByRole('article')).textContent
      await user.click(dialog.getByRole('radio', { name: /spreadsheets/ }))
      return [report, (await dialog.findByText(/^code,state/)).closest('pre')?.textContent]
    }
    const before = await texts()
    expect(dialog.queryByText(untried)).toBeNull()
    act(() => app.tryOut(C))
    expect(dialog.getByText(untried)).toBeInTheDocument()
    expect(await texts()).toEqual(before)
    await user.click(dialog.getByRole('radio', { name: /open here again/ }))
    expect(dialog.getByText(untried)).toBeInTheDocument()
  })

  test('says what it shows: what lies over the chart, the case that is followed, a change that is only tried', async () => {
    const { app, dialog } = await opened()
    act(() => {
      app.tell({ kind: 'case', of: { entry: 'cash-n' as RoleId, issueType: 'info', value: null, segment: null }, by: 'route', upTo: null })
      app.showOverlay('distance')
      app.tryOut(C)
    })
    const list = within(await dialog.findByRole('list', { name: 'What it shows' }))
    expect(await list.findByText(/^Shows: (?!Findings)/)).toBeInTheDocument()
    expect(list.getByText('The followed case is marked.')).toBeInTheDocument()
    expect(list.getByText('It shows a change that is tried, and not made.')).toBeInTheDocument()
    await userEvent.selectOptions(dialog.getByLabelText('What'), 'One branch')
    await userEvent.type(dialog.getByRole('combobox', { name: /role/i }), 'Head of operations{Enter}')
    expect(await dialog.findByText(/is not marked: not every stop/)).toBeInTheDocument()
  })

  test('asks whose branch where nobody is chosen, and cannot be saved before', async () => {
    const { dialog } = await opened()
    await userEvent.selectOptions(dialog.getByLabelText('What'), 'One branch')
    expect(dialog.getByText('Choose whose branch it is.')).toBeInTheDocument()
    expect(dialog.getByRole('button', { name: 'Save SVG' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(dialog.getByRole('combobox', { name: /role/i }), 'Head of sales{Enter}')
    expect(await dialog.findByText('Of: Head of sales')).toBeInTheDocument()
    expect(dialog.getByRole('button', { name: 'Another' })).toHaveFocus()
    expect(await dialog.findByText('6 boxes')).toBeInTheDocument()
  })

  test('the branch is of the role that is chosen on the chart', async () => {
    const { app, dialog } = await opened()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    app.tell({ kind: 'role', role: 'ops' as RoleId })
    app.showExport(true)
    await userEvent.selectOptions(await dialog.findByLabelText('What'), 'One branch')
    expect(await dialog.findByText('Of: Head of operations')).toBeInTheDocument()
  })
})

test('names can be left out of what is no picture, too', async () => {
  const { dialog } = await opened()
  const user = userEvent.setup()
  await user.click(dialog.getByRole('radio', { name: /spreadsheets/ }))
  expect(dialog.queryByRole('checkbox', { name: 'Pay' })).toBeNull()
  await user.click(dialog.getByRole('checkbox', { name: 'Names of people' }))
  expect(await dialog.findByText(/^code,state/)).toBeTruthy()
  await user.click(dialog.getByRole('radio', { name: /fill in/ }))
  expect(dialog.queryByRole('checkbox', { name: 'Names of people' })).toBeNull()
})
