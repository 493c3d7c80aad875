import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { selectStoryStep } from '../../src/state/derived'
import { Presentation } from '../../src/ui/workshop/Presentation'
import { PresentButton } from '../../src/ui/workshop/PresentButton'
import { staged } from './staged'

// There is no canvas here; what is painted on it is looked at in test/ui/room.test.ts and in the browser.
vi.mock('../../src/ui/workshop/RoomPicture', () => ({ RoomPicture: () => <div data-testid="picture" /> }))

type Staged = Awaited<ReturnType<typeof staged>>
const stepOf = (app: Staged) => selectStoryStep(app.store.getState())?.key
const presenting = (app: Staged) => app.store.getState().session.presenting
const dots = () => within(screen.getByRole('list', { name: 'Steps of the story' })).getAllByRole('button')

let app: Staged
beforeEach(async () => {
  app = await staged(<Presentation />)
  act(() => app.present())
})

describe('the steps', () => {
  test('are dots with names, the current one said to be the current one', () => {
    expect(dots().map((dot) => dot.getAttribute('aria-label'))).toEqual([
      'The chart',
      'Customers',
      'Turn it',
      'By distance',
      'What gets stuck, 1 of 3',
      'What gets stuck, 2 of 3',
      'What gets stuck, 3 of 3',
      'One case',
    ])
    expect(dots().filter((dot) => dot.getAttribute('aria-current') === 'step')).toEqual([dots()[0]])
  })
  test('are walked with what slides and clickers send', async () => {
    const walked: (string | undefined)[] = []
    for (const key of [
      '{ArrowRight}',
      '{PageDown}',
      ' ',
      '{Enter}',
      '{ArrowUp}',
      '{PageUp}',
      '{Backspace}',
      '{End}',
      '{Home}',
      '{End}',
      '{F5}',
    ]) {
      await userEvent.keyboard(key)
      walked.push(stepOf(app))
    }
    expect(walked.join(' ')).toBe('customers turn distance stuck distance turn customers case chart case chart')
  })
  test('are gone to with a click, and the keyboard stays with the story', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'By distance' }))
    expect(stepOf(app)).toBe('distance')
    await userEvent.keyboard(' ')
    expect(stepOf(app)).toBe('stuck')
  })
  test('are pressed by who comes to them with the keyboard', async () => {
    for (let i = 0; i < 4; i++) await userEvent.tab()
    expect(screen.getByRole('button', { name: 'By distance' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(stepOf(app)).toBe('distance')
  })
  test('are told to those who do not see them, and the hands of a case one by one', async () => {
    expect(screen.getByRole('status')).toHaveTextContent('1 of 8, The chart: Where are the customers on this chart?')
    await userEvent.keyboard('{End}')
    expect(screen.getByRole('status')).toHaveTextContent(
      /8 of 8, One case: “Faulty item” of €120 passes three hands and takes 76 hours\..*Care agent, 1 of 4/,
    )
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('status').textContent).toBe('Care team lead, 2 of 4, after 4\u00a0h.')
  })
})

describe('keys', () => {
  test('F turns the chart and leaves the step', async () => {
    await userEvent.keyboard('f')
    expect(app.store.getState().view.orientation).toBe('flipped')
    expect(stepOf(app)).toBe('chart')
  })
  test('are where they stand on another alphabet’s keyboard', async () => {
    act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'и', code: 'KeyB', bubbles: true })))
    expect(presenting(app)?.isBlank).toBe(true)
  })
  test('N shows names and pay, and hides them again', async () => {
    const names = screen.getByRole('button', { name: 'Pay and names hidden' })
    await userEvent.keyboard('n')
    expect(presenting(app)?.areNamesShown).toBe(true)
    expect(names).toHaveTextContent('Pay and names shown')
    await userEvent.click(names)
    expect(presenting(app)?.areNamesShown).toBe(false)
  })
  test('B or a full stop blanks the screen, and says so', async () => {
    const { container } = { container: document.body }
    await userEvent.keyboard('b')
    expect(container.querySelector('[data-blank]')).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('The screen is blank')
    await userEvent.keyboard('.')
    expect(container.querySelector('[data-blank]')).toBeNull()
  })
  test.each(['{Escape}', 'p'])('%s leaves', async (key) => {
    await userEvent.keyboard(key)
    expect(presenting(app)).toBeNull()
  })
  test('the page keeps its keys to itself: nothing is undone in front of the room', async () => {
    const heard = vi.fn()
    addEventListener('keydown', heard)
    await userEvent.keyboard('{Control>}z{/Control}m/o')
    removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })
  test('a key that is held down walks, but turns only once', async () => {
    await userEvent.keyboard('{f>3/}')
    expect(app.store.getState().view.orientation).toBe('flipped')
    await userEvent.keyboard('{ArrowRight>3/}')
    expect(stepOf(app)).toBe('distance')
  })
})

describe('a tap', () => {
  const tap = async (clientX: number) => {
    const picture = screen.getByTestId('picture')
    vi.spyOn(picture.parentElement as HTMLElement, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 300 } as DOMRect)
    await userEvent.pointer([{ keys: '[MouseLeft]', target: picture, coords: { clientX, clientY: 10 } }])
  }
  test('at the right goes on, at the left back, in the middle does nothing', async () => {
    await tap(280)
    expect(stepOf(app)).toBe('customers')
    await tap(150)
    expect(stepOf(app)).toBe('customers')
    await tap(20)
    expect(stepOf(app)).toBe('chart')
  })
})

test('the button of the bar says its key and begins', async () => {
  const other = await staged(<PresentButton />)
  await userEvent.click(screen.getByRole('button', { name: 'Present' }))
  expect(screen.getByTitle(/\(P\)/)).toBeVisible()
  expect(presenting(other)).not.toBeNull()
})
