import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { detectors } from '../../src/analysis/analyse'
import { wordsFor } from '../../src/i18n/words'
import { selectDoc, selectTopic } from '../../src/state/derived'
import { Panel } from '../../src/ui/panels/Panel'
import { organisation } from '../bench/organisation.mjs'
import { file, staged } from './staged'

const heading = () => screen.getByRole('heading', { level: 2 })
const open = (name: string | RegExp) => userEvent.click(screen.getByText(name))
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const looking = (given: Parameters<typeof staged>[1] = {}) => staged(<Panel />, { isFirstVisit: false, ...given })

async function accept(because: string) {
  await press(/Nobody in the line of Business/)
  await press('Accept, because …')
  if (because) await userEvent.type(screen.getByLabelText('Because'), because)
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
}

describe('accept, because …', () => {
  test('needs a reason; then the card is gone from its list and stands with the reason in another', async () => {
    const app = await looking()
    await accept('')
    expect(screen.getByRole('alert')).toHaveTextContent('Say why')
    expect(screen.getByLabelText('Because')).toHaveFocus()
    await userEvent.type(screen.getByLabelText('Because'), 'It binds us for a year.')
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.type(screen.getByLabelText(/Decided by/), 'Board')
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
    expect(heading()).toHaveTextContent('Cases get stuck in 10 places')
    expect(heading()).toHaveFocus()
    expect(screen.queryByRole('button', { name: /Nobody in the line of Business/ })).toBeNull()
    expect(screen.getByText(/60 findings, 3 not known/)).toHaveTextContent('3 accepted')
    await open('Accepted (3)')
    expect(screen.getByText('Because It binds us for a year.')).toBeVisible()
    expect(screen.getByText('Decided by Board')).toBeVisible()
    act(() => app.undo())
    expect(heading()).toHaveTextContent('Cases get stuck in 11 places')
    expect(selectDoc(app.store.getState())?.accepted).toBeUndefined()
  })

  test('only what is chosen of a card is accepted', async () => {
    const app = await looking()
    await press(/Nobody in the line of Business/)
    await press('Accept, because …')
    await userEvent.click(screen.getByRole('checkbox', { name: 'another branch' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'no power to settle it' }))
    await userEvent.type(screen.getByLabelText('Because'), 'So be it.')
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
    expect(selectDoc(app.store.getState())?.accepted).toEqual([
      { code: 'F04', subject: { role: 'acct', issueType: 'late' }, because: 'So be it.' },
    ])
  })

  test('where nothing of a card is chosen that is said, not that a reason is missing', async () => {
    await looking()
    await press(/Nobody in the line of Business/)
    await press('Accept, because …')
    for (const one of screen.getAllByRole('checkbox', { name: /branch|power/ })) await userEvent.click(one)
    await userEvent.type(screen.getByLabelText('Because'), 'So be it.')
    for (const one of screen.getAllByRole<HTMLInputElement>('checkbox')) if (one.checked && one.closest('form')) await userEvent.click(one)
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Choose what is to be accepted.')
    expect(screen.getByLabelText('Because')).not.toBeInvalid()
    expect(screen.getByRole('group', { name: 'What is accepted' })).toHaveFocus()
  })

  test('Escape leaves it as it was, with the keyboard on the button, and the card open', async () => {
    const app = await looking()
    await press(/Nobody in the line of Business/)
    await press('Accept, because …')
    expect(screen.getByLabelText('Because')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(screen.getByRole('button', { name: 'Accept, because …' })).toHaveFocus()
    expect(selectTopic(app.store.getState())?.kind).toBe('card')
  })

  test('is taken back one by one', async () => {
    const app = await looking()
    await accept('So be it.')
    await open('Accepted (3)')
    await press(/No longer accept: Nobody in the line/)
    expect(selectDoc(app.store.getState())?.accepted).toHaveLength(2)
    expect(heading()).toHaveFocus()
    expect(app.store.getState().session.notice).toMatchObject({ tone: 'good', offersUndo: true })
  })

  test('until a day that is over: the card is back and says so', async () => {
    const app = await looking({ today: '2026-11-22' })
    const of = [{ code: 'F04', subject: { role: 'acct', issueType: 'late' } }]
    act(() => void app.apply([{ kind: 'accept', of, because: 'We wait for the new rules.', until: '2026-11-21' }]))
    await press(/Nobody in the line of Business/)
    expect(screen.getByText(/Accepted until 21 November 2026, because We wait for the new rules\. That is over\./)).toBeVisible()
    await open('Accepted (1)')
    expect(screen.getByText(/a finding again/)).toBeVisible()
  })
})

describe('what is in order', () => {
  test('is listed by rule, with its rows, when somebody looks', async () => {
    await looking()
    expect(screen.queryByText(/No dead end/)).toBeNull()
    await open(/What is in order/)
    expect(screen.getByText('No dead end (7)')).toBeVisible()
    await open('No dead end (7)')
    expect(screen.getByText('“Faulty item” from Cashier North always finds somebody who may settle it.')).toBeVisible()
    await open('and 2 more')
    expect(screen.getAllByText(/always finds somebody/)).toHaveLength(7)
    expect(screen.getByText(/Somebody owns it: does not apply/)).toBeVisible()
  })

  test('has words for every rule', () => {
    const { say } = wordsFor('en')
    for (const { code } of detectors)
      for (const key of ['ok', 'ok.title', 'ok.not', 'everywhere'])
        expect(say(`${key}.${code}`, { places: 2, hands: 3 }), code).not.toBe('')
  })
})

describe('what counts as much', () => {
  test('is reached from the findings and from a why, at the rule in question', async () => {
    const app = await looking()
    await press('What counts as much')
    expect(heading()).toHaveTextContent('What counts as much')
    expect(screen.getAllByRole('textbox')).toHaveLength(35)
    act(() => app.tell({ kind: 'why', figure: { name: 'finding', code: 'F02', role: 'cash-n', issueType: 'faulty' } }))
    await press('Change what counts as much')
    expect(selectTopic(app.store.getState())).toEqual({ kind: 'thresholds', code: 'F02' })
  })

  test('a number is changed with its unit, is the file’s own then, and as usual again', async () => {
    const app = await looking()
    act(() => app.ask({ kind: 'thresholds', code: '' }))
    const field = screen.getByLabelText('High, from this share of a role’s cases')
    expect(field).toHaveValue('25')
    await userEvent.clear(field)
    await userEvent.type(field, '40{Enter}')
    expect(selectDoc(app.store.getState())?.thresholds).toEqual({ severityHigh: 0.4 })
    expect(field).toHaveFocus()
    expect(field).toHaveAccessibleDescription('set in this file, usually 25\u00a0%')
    await press(/High, from this share of a role’s cases: as usual/)
    expect(selectDoc(app.store.getState())?.thresholds).toBeUndefined()
    expect(field).toHaveValue('25')
    act(() => app.undo())
    expect(field).toHaveValue('40')
  })

  test('what cannot be is said at the field, and changes nothing', async () => {
    const app = await looking()
    act(() => app.ask({ kind: 'thresholds', code: '' }))
    const field = screen.getByLabelText('Medium, from this share of a role’s cases')
    for (const [typed, said] of [
      ['', 'A number is needed.'],
      ['much', 'A number is needed.'],
      ['-1', 'It cannot be less than nothing.'],
      ['60', 'High and medium would change places'],
    ] as const) {
      await userEvent.clear(field)
      if (typed) await userEvent.type(field, typed)
      await userEvent.keyboard('{Enter}')
      expect(screen.getByRole('alert')).toHaveTextContent(said)
      expect(field).toBeInvalid()
    }
    await userEvent.keyboard('{Escape}')
    expect(field).toHaveValue('5')
    expect(app.store.getState().workbook.history?.past).toHaveLength(0)
  })
})

test('many places are one card, with its places and their sum', async () => {
  const app = await looking()
  await act(() => app.openFiles([file('many.json', organisation(400, { hasStacks: true }).text)]))
  const [first] = screen.getAllByText(/^.+, \d+ places$/)
  const places = Number(first?.textContent?.match(/(\d+) places/)?.[1])
  await userEvent.click(first as HTMLElement)
  const list = screen.getByRole('region', { name: 'Where' })
  expect(list).toHaveTextContent(`Together, in ${places} places`)
  expect(within(list).getAllByRole('listitem')).toHaveLength(Math.min(5, places))
  await userEvent.click(within(list).getAllByRole('button')[0] as HTMLElement)
  expect(selectTopic(app.store.getState())?.kind).toBe('role')
})
