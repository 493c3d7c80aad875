import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/analysis/types'
import { selectTopic } from '../../src/state/derived'
import { TotalsList } from '../../src/ui/app/Strip'
import { Panel } from '../../src/ui/panels/Panel'
import { staged } from './staged'

const page = (
  <>
    <Panel />
    <TotalsList />
  </>
)
const heading = () => screen.getByRole('heading', { level: 2 })
const bill = () => screen.getByRole('region', { name: 'What it is made of' })
const lines = () =>
  within(bill())
    .getAllByRole('listitem')
    .map((line) => line.textContent?.replaceAll('\u00a0', ' ').trim())
const amounts = () => lines().map((line) => Number(line?.match(/[\d.,]+$/)?.[0].replaceAll(',', '')))

async function asked(figure: Figure) {
  const app = await staged(page, { isFirstVisit: false })
  act(() => app.ask({ kind: 'why', figure }))
  return app
}

describe('a total, asked', () => {
  test('is a bill that adds up to it', async () => {
    await staged(page, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: '352 hand-offs: why?' }))
    expect(heading()).toHaveTextContent('352 hand-offs a month')
    expect(lines()[0]).toBe('Late delivery Care agent · 100 × 2 hand-offs 200')
    expect(amounts().reduce((sum, one) => sum + one, 0)).toBe(352)
    expect(within(bill()).getByText('Together').parentElement).toHaveTextContent('352')
  })

  test('of what is at risk says chance and worth, and what has no room stands together', async () => {
    await asked({ name: 'risk' })
    expect(heading()).toHaveTextContent('€14,778 at risk a month')
    expect(lines()[0]).toBe('Late delivery Business account manager · Business accounts 6 × 10 % × €18,000 €10,800')
    expect(lines()).toHaveLength(13)
    expect(lines().at(-1)).toMatch(/^\d+ more, together/)
    expect(Math.abs(amounts().reduce((sum, one) => sum + one, 0) - 14_778)).toBeLessThan(3)
    expect(screen.getByText('Customers lost when nobody settles it')).toHaveTextContent('set in this file')
  })

  test('leads from a line to its walk', async () => {
    const app = await asked({ name: 'waiting' })
    await userEvent.click(within(bill()).getByRole('button', { name: /Faulty item, €120 Care agent/ }))
    expect(selectTopic(app.store.getState())).toEqual({
      kind: 'case',
      of: { entry: 'agent', issueType: 'faulty', value: 120, segment: null },
      by: 'route',
      upTo: null,
    })
    act(() => app.back())
    expect(heading()).toHaveTextContent('2,814 h of waiting a month')
  })

  test('of the reporting line is a quotient of people', async () => {
    const app = await staged(page, { isFirstVisit: false, orientation: 'conventional' })
    await userEvent.click(screen.getByRole('button', { name: '4.8 people a manager: why?' }))
    expect(lines()).toEqual(['People who report to somebody 29', 'People whom somebody reports to 6'])
    expect(bill()).toHaveTextContent('29 ÷ 6')
    act(() => app.ask({ kind: 'why', figure: { name: 'layers' } }))
    await userEvent.click(within(bill()).getAllByRole('button')[0] as HTMLElement)
    expect(selectTopic(app.store.getState())).toEqual({ kind: 'role', role: 'ceo' })
  })

  test('shows the panel if it is away', async () => {
    const app = await staged(page, { isFirstVisit: false, isPanelOpen: false })
    await userEvent.click(screen.getByRole('button', { name: /50 dead ends: why/ }))
    expect(app.store.getState().view.isPanelOpen).toBe(true)
    expect(heading()).toHaveTextContent('50 dead ends a month')
  })
})

describe('a finding, asked', () => {
  test('says its rule, what it was held against, the rows and the grants, and where the rule is from', async () => {
    await asked({ name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' })
    expect(heading()).toHaveTextContent('20 cases a month')
    expect(screen.getByText('Cashier North · Faulty item')).toBeVisible()
    expect(lines()).toEqual(['Faulty item, €40 1 hand-off 12', 'Faulty item, €120 2 hand-offs 8'])
    expect(screen.getByText('High: 29.9 % of its cases.')).toBeVisible()
    expect(screen.getByText('High, from this share of its cases').parentElement).toHaveTextContent('as usual')
    expect(screen.getByText('Rows of the file')).toHaveTextContent('1')
    expect(screen.getByText('Till, North · Occasional shoppers · f3')).toBeInTheDocument()
    expect(screen.getByText(/Refund up to €20/)).toBeInTheDocument()
    expect(screen.getByText(/After: approval limits/)).toBeVisible()
  })

  test('that has been mended says so', async () => {
    const app = await asked({ name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' })
    const grant = app.store.getState().workbook.history?.doc.grants?.find((one) => one.role === 'cash-n' && one.kind === 'refund')
    act(() => void app.apply([{ kind: 'limit', grant: grant?.id as string, limit: 200 }]))
    act(() => app.ask({ kind: 'why', figure: { name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' } }))
    expect(heading()).toHaveTextContent('It is no longer so')
  })
})

describe('an open card', () => {
  test('has its numbers asked, and no button in a button', async () => {
    const app = await staged(page, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /Nobody in the line of Business/ }))
    expect(document.querySelectorAll('button button')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: '€10,800 at risk a month: why?' }))
    expect(heading()).toHaveTextContent('€10,800 at risk a month')
    act(() => app.back())
    await userEvent.click(screen.getByRole('button', { name: /6 cases, 37\.5\s% of what it meets: why\?/ }))
    expect(screen.getByText('Why: dead end')).toBeVisible()
    expect(lines()).toEqual(['Late delivery dead end 6'])
  })

  test('leads along the case that most often goes on', async () => {
    const app = await staged(page, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /Business account manager may give a discount/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Follow this case' }))
    expect(selectTopic(app.store.getState())).toMatchObject({ kind: 'case', of: { entry: 'acct', issueType: 'discount', value: 600 } })
  })
})

test('what is not known says what would settle it', async () => {
  const app = await staged(page, { isFirstVisit: false })
  const doc = app.store.getState().workbook.history?.doc
  if (!doc) throw new Error('no document')
  app.store.setState((s) => ({
    workbook: { ...s.workbook, history: s.workbook.history && { ...s.workbook.history, doc: { ...doc, coverage: {} } } },
  }))
  act(() => app.ask({ kind: 'why', figure: { name: 'deadEnds' } }))
  expect(heading()).toHaveTextContent('48–50 dead ends a month')
  expect(screen.getByRole('region', { name: 'What is missing' })).toHaveTextContent(
    'What Head of operations may decide is not in the file.',
  )
  expect(lines()).toContain('Injury or damage claim Care agent 0–2')
})
