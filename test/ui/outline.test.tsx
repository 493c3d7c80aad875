import { readFileSync } from 'node:fs'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { idOf, idsOf, roleAt } from '../../src/model/roles'
import type { RoleId } from '../../src/model/types'
import { type Line, type Lines, linesByDistance, linesByManager } from '../../src/ui/outline/lines'
import { Outline } from '../../src/ui/outline/Outline'
import { lineTyped, NOTHING_TYPED, typedOn } from '../../src/ui/outline/typing'
import { organisation } from '../bench/organisation.mjs'
import { orgOfFile } from '../organisations'
import { file, staged } from './staged'

const all = (lines: Lines): readonly Line[] => Array.from({ length: lines.count }, (_, i) => lines.at(i))
const pinfold = () => orgOfFile(readFileSync('fixtures/pinfold.json', 'utf8'))
const small = () =>
  orgOfFile({
    headstand: '1.0',
    roles: [{ id: 'top' }, { id: 'a', reportsTo: 'top' }, { id: 'b', reportsTo: 'top' }, { id: 'a1', reportsTo: 'a' }],
  })

describe('lines by reporting line', () => {
  test('list every role once, managers before their reports, with its level and its place among siblings', () => {
    const org = small()
    const lines = all(linesByManager(org.structure, new Set()))
    expect(lines.map(({ of, level, place, siblings }) => [of.kind === 'role' && idOf(org, of.role), level, place, siblings])).toEqual([
      ['top', 1, 1, 1],
      ['a', 2, 1, 2],
      ['a1', 3, 1, 1],
      ['b', 2, 2, 2],
    ])
  })
  test('list nobody below a folded branch; who has no reports is neither open nor closed', () => {
    const org = small()
    const lines = all(linesByManager(org.structure, new Set([roleAt(org, 'a') as number])))
    expect(lines.map(({ of, isOpen }) => [of.kind === 'role' && idOf(org, of.role), isOpen])).toEqual([
      ['top', true],
      ['a', false],
      ['b', null],
    ])
  })
  test('find what they list, and its manager', () => {
    const lines = linesByManager(pinfold().structure, new Set([2]))
    all(lines).forEach(({ of, level }, i) => {
      expect(lines.find(of)).toBe(i)
      const above = lines.above(i)
      if (level === 1) expect(above).toBe(-1)
      else expect(lines.at(above).level).toBe(level - 1)
    })
  })
  test('are many without ado: a chain of 20,000', () => {
    const roles = Array.from({ length: 20_000 }, (_, i) => ({ id: `r${i}`, ...(i > 0 ? { reportsTo: `r${i - 1}` } : {}) }))
    const lines = linesByManager(orgOfFile({ headstand: '1.0', roles }).structure, new Set())
    expect(lines.at(lines.count - 1).level).toBe(20_000)
  })
})

describe('lines by distance', () => {
  test('are the rows of the picture: customers, who meets them, and steps away', () => {
    const org = pinfold()
    const lines = all(linesByDistance(org, new Set()))
    const rows = lines.filter(({ of }) => of.kind === 'row').map(({ of }) => of.kind === 'row' && of.row)
    expect(rows).toEqual([0, 1, 2, 3, 4])
    expect(lines.filter(({ of }) => of.kind === 'segment')).toHaveLength(3)
    const roles = lines.flatMap(({ of }) => (of.kind === 'role' ? [of.role] : []))
    expect([...roles].sort((a, b) => a - b)).toEqual([...idsOf(org).keys()])
    const steps = roles.map((role) => org.structure.distance[role] as number)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })
  test('find what they list; a closed row lists nobody', () => {
    const org = pinfold()
    const lines = linesByDistance(org, new Set([1]))
    all(lines).forEach(({ of }, i) => {
      expect(lines.find(of)).toBe(i)
    })
    expect(lines.count).toBe(5 + 3 + 8)
    expect(lines.find({ kind: 'role', role: roleAt(org, 'agent') as number })).toBe(-1)
  })
})

describe('what is typed in it', () => {
  const titles = ['Managing director', 'Care team lead', 'Care agent', 'Ærial fitter', 'Clerk']
  const typing = (keys: string, current: number, gap = 100) => {
    let typed = NOTHING_TYPED
    let at = current
    ;[...keys].forEach((key, i) => {
      typed = typedOn(typed, key, i * gap)
      const found = lineTyped(typed, at, titles.length, (index) => titles[index] as string)
      if (found >= 0) at = found
    })
    return titles[at]
  }
  test('is a word while it comes quickly, and stays where it fits', () => {
    expect(typing('care', 0)).toBe('Care team lead')
    expect(typing('care a', 0)).toBe('Care agent')
    expect(typing('AER', 0)).toBe('Ærial fitter')
  })
  test('is a new word after a while', () => expect(typing('ma', 0, 2000)).toBe('Ærial fitter'))
  test('goes on to the next at the same letter, and round again', () => {
    expect(typing('cc', 0)).toBe('Care agent')
    expect(typing('cccc', 0)).toBe('Care team lead')
    expect(typing('x', 2)).toBe('Care agent')
  })
})

const item = (name: RegExp) => screen.getByRole('treeitem', { name })

describe('the outline', () => {
  test('says what the picture shows: unit, people, share, flags, but of customers only where they are on the chart', async () => {
    const app = await staged(<Outline />)
    expect(item(/^Care agent/)).toHaveAccessibleName(
      'Care agent, Customer care, 8 people, 70\u00a0% settled on the spot, 3 flags (2 high and 1 medium)',
    )
    act(() => app.show('conventional'))
    expect(item(/^Care agent/)).toHaveAccessibleName('Care agent, Customer care, 8 people')
  })

  test('is there for the keyboard while nobody sees it', async () => {
    await staged(<Outline />)
    expect(screen.getAllByRole('treeitem')).toHaveLength(12)
    expect(screen.queryByRole('button', { name: 'Put the outline away' })).toBeNull()
  })

  test('jumps to the next title that begins with what is typed, and round again', async () => {
    await staged(<Outline />)
    act(() => item(/^Managing director/).focus())
    await userEvent.keyboard('c')
    expect(item(/^Cashier North/)).toHaveFocus()
    await userEvent.keyboard('cc')
    expect(item(/^Care team lead/)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    expect(item(/^Managing director/)).toHaveFocus()
  })

  test('folds on the chart what is folded in it, and the other way round', async () => {
    const app = await staged(<Outline />)
    act(() => item(/^Head of sales/).focus())
    await userEvent.keyboard('{ArrowLeft}')
    expect([...app.store.getState().view.folded]).toEqual(['sales'])
    expect(screen.queryByRole('treeitem', { name: /^Cashier North/ })).toBeNull()
    expect(item(/^Head of sales/)).toHaveAttribute('aria-expanded', 'false')
    act(() => app.toggleBranch('sales' as RoleId))
    expect(item(/^Cashier North/)).toBeInTheDocument()
  })

  test('a star opens every branch beside the line', async () => {
    const app = await staged(<Outline />)
    act(() => app.foldAll(['sales', 'ops'] as RoleId[], true))
    act(() => item(/^Head of finance/).focus())
    await userEvent.keyboard('*')
    expect(app.store.getState().view.folded.size).toBe(0)
  })

  test('chooses with Enter, and shows what was chosen elsewhere', async () => {
    const app = await staged(<Outline />)
    act(() => item(/^Managing director/).focus())
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(app.store.getState().view.trail).toEqual([{ kind: 'role', role: 'sales' }])
    expect(item(/^Head of sales/)).toHaveAttribute('aria-selected', 'true')
    act(() => (document.activeElement as HTMLElement).blur())
    act(() => app.select('agent' as RoleId))
    expect(item(/^Care agent/)).toHaveAttribute('aria-selected', 'true')
    expect(item(/^Care agent/)).toHaveAttribute('tabindex', '0')
  })

  test('open, it offers the rows of the flipped chart', async () => {
    await staged(<Outline />, { isOutlineOpen: true })
    await userEvent.click(screen.getByRole('button', { name: 'By distance' }))
    const tree = within(screen.getByRole('tree', { name: /distance/ }))
    const rows = tree.getAllByRole('treeitem').filter((one) => one.getAttribute('aria-level') === '1')
    expect(rows.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Customers, 15,060',
      'Meet customers, 22 people',
      'One step away, 4 people',
      'Two steps away, 2 people',
      'Three steps away, 2 people',
    ])
    expect(item(/^Business accounts/)).toHaveAccessibleName('Business accounts, 60 customers, 38\u00a0% settled on the spot')
    await userEvent.click(item(/^Meet customers/))
    expect(screen.queryByRole('treeitem', { name: /^Care agent/ })).toBeNull()
    await userEvent.click(item(/^Business accounts/))
    expect(item(/^Business accounts/)).toHaveAttribute('aria-selected', 'true')
  })

  test('hides names of people while a room looks on', async () => {
    const app = await staged(<Outline />)
    await act(() => app.openFiles([file('people.json', readFileSync('fixtures/own-people.json', 'utf8'))]))
    expect(item(/^Founder/)).toHaveAccessibleName(/Ana Reyes/)
    act(() => app.present())
    expect(item(/^Founder/)).not.toHaveAccessibleName(/Ana Reyes/)
  })

  test('of many lines a few are in the page, around the one where the keyboard is', async () => {
    const { text } = organisation(1000)
    const app = await staged(<Outline />)
    await act(() => app.openFiles([file('many.json', text)]))
    const listed = () => document.querySelectorAll<HTMLElement>('[role=treeitem]')
    const lines = listed()
    expect(lines.length).toBeLessThan(400)
    act(() => lines[0]?.focus())
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toHaveAttribute('role', 'treeitem')
    const last = document.activeElement as HTMLElement
    expect(last.getAttribute('aria-posinset')).toBe(last.getAttribute('aria-setsize'))
    expect(listed().length).toBeLessThan(400)
  })
})
