import { readFileSync } from 'node:fs'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/analysis/types'
import { selectTopic } from '../../src/state/derived'
import { KeysDialog } from '../../src/ui/app/KeysDialog'
import { Strip } from '../../src/ui/app/Strip'
import { Panel } from '../../src/ui/panels/Panel'
import { file, staged } from './staged'

const page = (
  <>
    <Panel />
    <Strip />
  </>
)
const heading = () => screen.getByRole('heading', { level: 2 })
const plain = (node: Element | null | undefined) => node?.textContent?.replaceAll('\u00a0', ' ').trim() ?? ''
const line = (name: Figure['name']) => plain(document.querySelector(`#panel [data-total=${name}]`))
const part = (name: string) => screen.getByRole('region', { name })

// biome-ignore lint/suspicious/noExplicitAny: a file to be broken in every way
async function opened(change: (given: any) => unknown = () => {}) {
  const app = await staged(page, { isFirstVisit: false })
  const given = JSON.parse(readFileSync('fixtures/pinfold.json', 'utf8'))
  change(given)
  await act(async () => void (await app.openFiles([file('pinfold.json', JSON.stringify(given))])))
  act(() => app.tell({ kind: 'totals' }))
  return app
}

describe('all totals', () => {
  test('begin with the three things that matter most, each asked why', async () => {
    await opened()
    const hero = [...document.querySelectorAll('#panel p')].map(plain).filter((text) => text.endsWith('Why?'))
    expect(hero.slice(0, 3)).toEqual([
      'Customers bring 600 cases a month. The people they meet may settle 56 % of them. Why?',
      'Business accounts are a third of what customers are worth, and 83 % of what this structure puts at risk. Why?',
      '220 cases are told to nobody who could change the rule. Why?',
    ])
    await userEvent.click(
      screen.getAllByRole('button', { name: /^220 cases are told to nobody who could change the rule\.: why\?/ })[0] as HTMLElement,
    )
    expect(heading()).toHaveTextContent('220 cases a month told to nobody who could change the rule')
    await userEvent.click(screen.getByRole('button', { name: 'Back' }))
    expect(heading()).toHaveTextContent('All totals')
  })

  test('are numbers that go on as sentences, averages beside the cases they are of', async () => {
    await opened()
    expect(line('contacts')).toBe('600cases a month come to those who meet customers.')
    expect(line('settled')).toBe('336are settled on the spot: 56.0 % of them.')
    expect(line('afterHandOffs')).toBe('214are settled after hand-offs.')
    expect(line('deadEnds')).toBe('50are never settled: nobody on their way may.')
    expect(line('outOfScope')).toBe('20more are not taken on: a boundary of the strategy leaves them out.')
    expect(line('handOffs')).toBe('352hand-offs: 0.64 for each of the 550 settled cases.')
    expect(line('passThrough')).toBe('138of these hand-offs lead to somebody who cannot finish the case.')
    expect(line('waiting')).toBe('2,814 hof waiting: 5.1 h for each of the 550 settled cases, 13.1 h for each of the 214 handed on.')
    expect(line('extraCost')).toBe('€2,130of extra work: €10 for each of the 214 cases handed on.')
    expect(line('money')).toBe('€2,100is decided on the spot, in cases about money.')
    expect(line('apologies')).toBe('120apologies are due that whoever meets the customer may not give.')
    expect(line('unheard')).toBe('220cases are told to nobody who could change the rule.')
    expect(line('heardLate')).toBe('380cases are told late: it takes more than 14 days to reach somebody who could.')
    expect(line('equity')).toBe('€3.19 Mis what all customers are worth.')
    expect(line('risk')).toBe('€14,778of that is put at risk a month, by handing cases on or never settling them.')
  })

  test.each<[Figure['name'], string]>([
    ['passThrough', '138 hand-offs a month to somebody who could not finish the case'],
    ['money', '€2,100 a month decided on the spot'],
    ['apologies', '120 apologies due a month, and not permitted'],
    ['heardLate', '380 cases a month told late'],
    ['outOfScope', '20 cases a month that this organisation decided not to take on'],
    ['equity', '€3,186,000: what all customers are worth'],
  ])('ask why of %s, and the bill adds up', async (name, title) => {
    const app = await opened()
    act(() => app.ask({ kind: 'why', figure: { name } }))
    expect(heading()).toHaveTextContent(title)
    const bill = part('What it is made of')
    const amounts = within(bill)
      .getAllByRole('listitem')
      .map((one) =>
        Number(
          plain(one)
            .match(/[\d.,]+$/)?.[0]
            .replaceAll(',', ''),
        ),
      )
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(title.match(/[\d,]+/)?.[0].replaceAll(',', '')), 5)
  })

  test('set what is at risk by segment beside its worth', async () => {
    await opened()
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => [...row.children].map(plain))).toEqual([
      ['Business accounts60 × €18,000', '€1.08 M34 % of all', '16', '38 %', '4', '6', '€12,24083 % of all'],
      ['Loyalty members3,000 × €510', '€1.53 M48 % of all', '275', '53 %', '105', '25', '€2,34616 % of all'],
      ['Occasional shoppers12,000 × €48', '€0.58 M18 % of all', '309', '60 %', '105', '19', '€1921 % of all'],
    ])
  })

  test('say whose rules stand in the way, of which kinds, and where cases wait', async () => {
    await opened()
    const leaders = within(part('Roadblocks by leader')).getAllByRole('listitem')
    expect(leaders.map(plain)).toEqual([
      'Head of operations146Late delivery 106Where is my order? 40',
      'Head of sales110Faulty item 60Security tag left on in another store 50',
      'Managing director4Injury or damage claim',
      'Head of finance4Price concession asked',
    ])
    expect(plain(part('Roadblocks by leader'))).toContain('All that are not settled on the spot 264')
    expect(plain(part('Where they wait'))).toMatch(
      /58 % of what is handed on and settled goes through Care team lead, which it keeps busy for 83 % of the time set aside\..*138 of 352 hand-offs lead to somebody who cannot finish the case\./,
    )
  })

  test('are reached from the strip, and put away', async () => {
    const app = await staged(page, { isFirstVisit: false })
    await userEvent.click(screen.getByRole('button', { name: 'All totals' }))
    expect(heading()).toHaveTextContent('All totals')
    expect(document.querySelector('#panel')).toHaveAttribute('data-wide', 'true')
    act(() => app.letGo())
    expect(selectTopic(app.store.getState())).toBeNull()
    expect(document.querySelector('#panel')).toHaveAttribute('data-wide', 'false')
  })

  test('have a key of their own, which is listed', async () => {
    const app = await staged(<KeysDialog />)
    HTMLDialogElement.prototype.showModal ??= () => {}
    act(() => app.showKeys(true))
    expect(screen.getByText('All totals').nextElementSibling).toHaveTextContent('T')
  })
})

describe('what is not known', () => {
  test('of a number within bounds looks so and says what would settle it, once', async () => {
    await opened((given) => delete given.coverage.authority)
    expect(line('afterHandOffs')).toBe(
      '214–216are settled after hand-offs.It depends on this: What Head of operations may decide is not in the file.',
    )
    expect(line('deadEnds')).toBe('48–50are never settled: nobody on their way may.')
    expect(document.querySelector('#panel [data-total=deadEnds] [data-state]')).toHaveAttribute('data-state', 'range')
    expect(line('handOffs')).toBe('346–352hand-offs.It depends on this: What Head of operations may decide is not in the file.')
    expect(line('waiting')).toBe('2,390 h–2,814 hof waiting.')
    expect(line('extraCost')).not.toContain('It depends')
    expect(plain(part('Where they wait'))).toContain('58–59 % of what is handed on and settled goes through Care team lead.')
  })

  test('at all of what is settled makes no hand-off a number, on the page or in the strip', async () => {
    await opened((given) => {
      given.grants = []
      given.routes = []
      delete given.coverage.authority
      for (const role of given.roles) delete role.known
    })
    expect(line('settled')).toContain('0–')
    expect(line('handOffs')).toMatch(/^\?How many hand-offs it takes is not known\./)
    expect(line('waiting')).toMatch(/^\?How long customers wait is not known\./)
    expect(line('extraCost')).toMatch(/^\?What the extra work costs is not known\./)
    const strip = plain(screen.getByRole('list', { name: 'Totals' }))
    expect(strip).toContain('? hand-offs')
    expect(strip).toContain('? waiting')
  })

  test('of where cases wait is no claim', async () => {
    await opened((given) => {
      delete given.coverage.authority
      given.grants = given.grants.filter((grant: { role: string }) => grant.role !== 'agent')
    })
    expect(plain(part('Where they wait'))).toContain('Where most of them wait is not known.')
  })

  test('of a number at all is said with what is missing', async () => {
    await opened((given) => delete given.strategy.lossIf)
    expect(line('risk')).toMatch(/^\?How much is put at risk is not known\.The file does not say how many customers are lost/)
    expect(document.querySelector('#panel [data-total=risk] [data-state]')).toHaveAttribute('data-state', 'unknown')
    expect(screen.getByRole('button', { name: 'Business accounts, At risk a month: not known: why?' })).toHaveTextContent('?')
  })

  test('of who hears names those of whom it is not said whom they tell', async () => {
    await opened((given) => delete given.coverage.feedback)
    expect(line('unheard')).toBe(
      '52–220cases are told to nobody who could change the rule.It depends on this: Whom Head of finance, Cashier North, and Cashier South tell what customers say is not in the file.',
    )
    expect(plain(screen.getByText('What would tell more').parentElement)).toContain(
      '168 cases depend on it. Ask them: whom do you tell, and how often?',
    )
  })

  test('of how many cases come leaves shares of kinds, and no number of cases', async () => {
    await opened((given) => delete given.demand)
    expect(line('contacts')).toMatch(/^\?How many cases come is not known\./)
    expect(line('settled')).toBe('13 %of the kinds of case customers bring are settled on the spot.')
    expect(line('waiting')).toMatch(/^\?How long customers wait is not known\./)
    expect(within(part('Roadblocks by leader')).getAllByRole('listitem')[0]).not.toHaveTextContent(/\d/)
  })

  test('of cases altogether says what the chart says and what to add', async () => {
    const app = await staged(page, { isFirstVisit: false })
    await act(async () => void (await app.openFiles([file('people.txt', 'Ada\n  Bo\n  Cy')])))
    act(() => app.tell({ kind: 'totals' }))
    expect(plain(document.querySelector('#panel'))).toContain('What becomes of cases is not known.')
    expect(line('people')).toBe('3people.')
    expect(line('settled')).toBe('')
    expect(screen.getByText('Who meets customers')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Roadblocks by leader' })).toBeNull()
  })

  test('of who owns a rule is a guess, and marked', async () => {
    await opened((given) => {
      for (const type of given.issueTypes) if (type.id === 'late') delete type.policyOwner
    })
    expect(plain(part('Roadblocks by leader'))).toContain('Where the file does not say who owns a rule')
    expect(screen.getAllByText(/a guess$/).length).toBeGreaterThan(0)
  })
})

test('while the chart shows how cases sink the panel says whose rules hold them', async () => {
  const app = await staged(page, { isFirstVisit: false })
  act(() => app.store.setState(({ view }) => ({ view: { ...view, overlay: 'escalation-flow' } })))
  expect(heading()).toHaveTextContent('Roadblocks by leader')
  await userEvent.click(screen.getByRole('button', { name: 'Head of operations' }))
  expect(selectTopic(app.store.getState())).toEqual({ kind: 'role', role: 'ops' })
})
