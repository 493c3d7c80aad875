import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../../src/ui/app/ErrorBoundary'
import { Menu } from '../../src/ui/app/Menu'
import { NoticeBoard } from '../../src/ui/app/NoticeBoard'
import { Segmented } from '../../src/ui/app/Segmented'
import { Strip } from '../../src/ui/app/Strip'
import { file, staged } from './staged'

describe('a menu', () => {
  const chosen = vi.fn()
  const menu = (
    <Menu
      label="Take away"
      face="⇩"
      groups={[
        { key: 'a', heading: 'One', items: [{ key: 'x', label: 'First', onChoose: () => chosen('x') }] },
        { key: 'b', items: [{ key: 'y', label: 'Second', onChoose: () => chosen('y'), isChosen: true }] },
      ]}
    />
  )

  test('opens on its first item, is walked with arrows, and gives the focus back', async () => {
    render(menu)
    const button = screen.getByRole('button', { name: 'Take away' })
    await userEvent.click(button)
    expect(screen.getByRole('menuitem', { name: 'First' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    expect(screen.getByRole('menuitemradio', { name: 'Second', checked: true })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    expect(screen.getByRole('menuitem', { name: 'First' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
  })

  test('closes when something is chosen, or when somebody looks elsewhere', async () => {
    render(menu)
    await userEvent.click(screen.getByRole('button', { name: 'Take away' }))
    await userEvent.keyboard('{End}{Enter}')
    expect(chosen).toHaveBeenCalledWith('y')
    expect(screen.queryByRole('menu')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Take away' }))
    await userEvent.click(document.body)
    expect(screen.queryByRole('menu')).toBeNull()
  })
})

test('a switch says which of its choices is on', async () => {
  const choose = vi.fn()
  render(
    <Segmented
      label="Rows"
      value="a"
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
      onChoose={choose}
    />,
  )
  expect(screen.getByRole('button', { name: 'A', pressed: true })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'B', pressed: false }))
  expect(choose).toHaveBeenCalledWith('b')
})

test('a fault in one place is said in that place, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {}) // React says it too
  let isBroken = true
  const Part = () => {
    if (isBroken) throw new Error('a fault of ours')
    return <p>drawn</p>
  }
  await staged(
    <>
      <ErrorBoundary what="chart">
        <Part />
      </ErrorBoundary>
      <p>the rest</p>
    </>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('The chart could not be drawn.')
  expect(screen.getByText('the rest')).toBeVisible()
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('drawn')).toBeVisible()
})

test('what is wrong in a file is said where it is said politely, and stays until it is put away', async () => {
  const app = await staged(<NoticeBoard />)
  await app.openFiles([file('number.json', '42')])
  expect(await screen.findByRole('status')).toHaveTextContent('Nothing was opened. The chart is as it was.number.json')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('the strip counts what becomes of cases, or the reporting line', async () => {
  const app = await staged(<Strip />, { isFirstVisit: false })
  const values = () => screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/\s+/g, ' '))
  expect(values()).toEqual(['56.0 % settled on the spot', '352 hand-offs', '2,814 h waiting', '50 dead ends', '€14,778 at risk a month'])
  app.show('conventional')
  expect(await screen.findByText('people a manager')).toBeVisible()
  expect(values()).toEqual(['30 people', '12 roles', '4 layers', '4.8 people a manager'])
})

test('a total that is not known is asked about like the others', async () => {
  const app = await staged(<Strip />, { isFirstVisit: false })
  await app.openFiles([file('small.txt', 'Owner  settles: refund up to 100\n  Till ×2  meets: refund of 40 ×60')])
  app.show('flipped')
  expect(await screen.findByRole('button', { name: 'Waiting: not known: why?' })).toHaveTextContent('?')
})
