import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { RoleId } from '../../src/model/types'
import { selectedRole, selectTopic } from '../../src/state/derived'
import { Panel } from '../../src/ui/panels/Panel'
import { staged } from './staged'

const heading = () => screen.getByRole('heading', { level: 2 })

describe('the panel speaks with one voice', () => {
  test('at the first visit it says what this is', async () => {
    await staged(<Panel />)
    expect(heading()).toHaveTextContent('turned so that customers are on top')
    expect(screen.getByText(/This one is invented/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Look around' }))
    expect(heading()).toHaveTextContent('Cases get stuck in 11 places')
  })

  test('beside the conventional chart it asks one question, in numbers of this organisation', async () => {
    const app = await staged(<Panel />, { orientation: 'conventional' })
    expect(heading()).toHaveTextContent('Where are the customers on this chart?')
    expect(screen.getByText(/15,060 customers keep it going/)).toHaveTextContent(
      'They meet 22 of these 30 people, and 20 of the 22 are in the bottom row.',
    )
    await userEvent.click(screen.getByRole('button', { name: /Turn it over/ }))
    expect(app.store.getState().view.orientation).toBe('flipped')
  })

  test('while it turns it says what happens, in three breaths', async () => {
    const app = await staged(<Panel />, { orientation: 'conventional', isMotionReduced: false })
    act(() => app.flip())
    for (const [t, words] of [
      [0.1, 'Customers go to the top.'],
      [0.5, 'Next to them, those who meet them.'],
      [0.9, 'Leaders carry it all from below.'],
    ] as const) {
      act(() => app.scrub(t))
      expect(screen.getByText(words)).toBeVisible()
    }
  })
})

describe('cards', () => {
  test('leave the panel to a role that is chosen on the chart, and come back when it is let go', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false })
    act(() => app.select('cash-n' as RoleId))
    expect(heading()).toHaveTextContent('Cashier North')
    act(() => app.letGo())
    expect(heading()).toHaveTextContent('Cases get stuck in 11 places')
  })

  test('say how many they are, what is on them, and that what they have at stake does not add up', async () => {
    await staged(<Panel />, { isFirstVisit: false })
    expect(screen.getByText('by money at risk, a month; a case may count on several cards')).toBeVisible()
    expect(screen.getByText('60 findings on them, 3 not known')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '17 more of 24 cards' }))
    expect(screen.getByText('60 findings on 24 cards, 3 not known')).toBeVisible()
  })
  test('of the organisation as a whole open like any other, with what else is true of it', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /more of \d+ cards/ }))
    await userEvent.click(screen.getByRole('button', { name: /Asked for the three priorities/ }))
    expect(selectTopic(app.store.getState())).toEqual({ kind: 'card', role: '', issueType: '' })
    expect(screen.getByText(/Business accounts: 34.% of what customers are worth, and 83.%/)).toBeVisible()
  })
  test('of a role say what nobody at a desk can see, and what would change it', async () => {
    await staged(<Panel />, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /Business account manager is judged on “Account retention”/ }))
    expect(screen.getByText(/stops at Head of finance/)).toBeVisible()
    expect(screen.getByRole('checkbox', { name: /Let Business account manager tell Head of operations what customers say/ })).toBeVisible()
  })

  test('opened, choose their role and stay in their list', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /Nobody in the line of Cashier North/ }))
    expect(selectTopic(app.store.getState())).toEqual({ kind: 'card', role: 'cash-n', issueType: 'info' })
    expect(selectedRole(app.store.getState())).toBe(6)
    expect(heading()).toHaveTextContent('Cases get stuck in 11 places')
    expect(screen.getAllByRole('button', { expanded: false }).length).toBeGreaterThan(5)
  })

  test('opened, they offer what would change it', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: /Account manager may give a discount|Business account manager may give/i }))
    const remedies = screen.getByRole('group', { name: /What would change it: Business account manager/ })
    await userEvent.click(within(remedies).getByRole('checkbox', { name: /up to €600 instead of €250/ }))
    expect(app.store.getState().workbook.history?.past).toHaveLength(0)
    await userEvent.click(within(remedies).getByRole('button', { name: 'Make this change' }))
    expect(app.store.getState().workbook.history?.past).toHaveLength(1)
    expect(app.store.getState().session.notice).toMatchObject({ tone: 'good', offersUndo: true })
  })

  test('have a flag that is said, not only coloured', async () => {
    await staged(<Panel />, { isFirstVisit: false })
    expect(screen.getAllByRole('img', { name: 'High' }).length).toBeGreaterThan(3)
    expect(screen.getAllByRole('img', { name: 'Medium' }).length).toBeGreaterThan(0)
  })

  test('low in a sheet there is one of them and the way to the others', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false, isNarrow: true })
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'All findings' }))
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(6)
    expect(app.store.getState().view.isSheetTall).toBe(true)
  })
})
