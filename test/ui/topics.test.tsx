// What the panel tells of roles, customers, kinds of case, a followed case and the way between two roles, over the sample.
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { RoleId } from '../../src/model/types'
import type { App } from '../../src/state/app'
import { selectTopic } from '../../src/state/derived'
import type { Topic } from '../../src/state/types'
import { sayChange } from '../../src/ui/app/sayChange'
import { Panel } from '../../src/ui/panels/Panel'
import { file, pinfold, staged } from './staged'

const title = () => screen.getByRole('heading', { level: 2 })
const part = (name: string) => screen.getByRole('region', { name })
const link = (name: string | RegExp) => screen.getByRole('button', { name })
const topicIn = (app: App) => selectTopic(app.store.getState())

const shown = () => staged(<Panel />, { isFirstVisit: false })
async function told(topic: Topic) {
  const app = await shown()
  act(() => app.tell(topic))
  return app
}
const ofRole = (id: string) => told({ kind: 'role', role: id as RoleId })
const faulty120: Topic = {
  kind: 'case',
  of: { entry: 'agent', issueType: 'faulty', value: 120, segment: null },
  by: 'route',
  upTo: null,
}
type Json = Record<string, unknown>
/** The sample with something else in it. */
async function changed(change: (doc: Json) => void) {
  const doc = JSON.parse(await pinfold.blob.text()) as Json
  change(doc)
  return file('changed.json', JSON.stringify(doc))
}
async function toldOf(topic: Topic, change: (doc: Json) => void) {
  const app = await shown()
  await act(async () => app.openFiles([await changed(change)]))
  act(() => app.tell(topic))
  return app
}

describe('a role', () => {
  test('says who it is, whom it reports to and how near to customers it is', async () => {
    await ofRole('agent')
    expect(title()).toHaveTextContent('Care agent')
    expect(screen.getByText('Customer care · 8 people')).toBeVisible()
    expect(screen.getByText('Meets customers.')).toBeVisible()
    expect(screen.getByText(/Reports to/)).toHaveTextContent('Reports to Care team lead')
  })

  test('far from customers says how far, and who reports to it', async () => {
    await ofRole('ops')
    expect(screen.getByText('Two steps from those who meet customers.')).toBeVisible()
    expect(screen.getByText('2 roles report to it')).toBeVisible()
    await userEvent.click(link('Dispatcher'))
    expect(title()).toHaveTextContent('Dispatcher')
  })

  test('says what it may decide and up to how much', async () => {
    await ofRole('agent')
    const may = part('What it may decide')
    expect(may).toHaveTextContent('Refund up to €30 a case')
    expect(may).toHaveTextContent('See and change the record (oms)')
    expect(may).toHaveTextContent('Say sorryOnly where Customer care and Warehouse are at fault.')
  })

  test('without a limit says so', async () => {
    await ofRole('ceo')
    expect(part('What it may decide')).toHaveTextContent('Give a discount without limit')
  })

  test('to which a complete file gives nothing may decide nothing', async () => {
    await ofRole('ops')
    expect(part('What it may decide')).toHaveTextContent('Nothing.')
  })

  test('of which an incomplete file says nothing is not said to decide nothing', async () => {
    await toldOf({ kind: 'role', role: 'ops' as RoleId }, (doc) => {
      doc.coverage = {}
    })
    expect(part('What it may decide')).toHaveTextContent('Not known: the file does not say what it may decide.')
    expect(part('What it may decide')).not.toHaveTextContent('Nothing')
  })

  test('whose power is narrowed says by what', async () => {
    await toldOf({ kind: 'role', role: 'agent' as RoleId }, (doc) => {
      doc.grants = [
        {
          ...{ id: 'g', role: 'agent', kind: 'goodwill', per: 'customer', level: 3, requiresAgreementOf: ['lead'], source: 'the handbook' },
          scope: { issueTypes: ['late'], segments: ['loyal'] },
        },
      ]
    })
    const may = part('What it may decide')
    for (const narrowed of [
      'Make a gesture of goodwill',
      'Up to how much is not in the file.',
      'Only for “Late delivery”.',
      'Only for Loyalty members.',
      'Level 3 of 7: is asked first, and does not decide.',
      'Only if Care team lead agrees.',
      'Source: the handbook',
    ])
      expect(may).toHaveTextContent(narrowed)
  })

  test('says what it meets and what becomes of it', async () => {
    const app = await ofRole('cash-n')
    const meets = part('What it meets')
    expect(within(meets).getByText('67 cases a month')).toBeVisible()
    expect(meets).toHaveTextContent('Faulty item4050 % on the spot · 50 % after hand-offs')
    expect(meets).toHaveTextContent('Where is my order?25Never settled')
    expect(meets).toHaveTextContent('Not taken on by this organisation: Price concession asked, 20 cases.')
    await userEvent.click(within(meets).getByRole('button', { name: 'Follow “Where is my order?”' }))
    expect(topicIn(app)).toMatchObject({ kind: 'case', of: { entry: 'cash-n', issueType: 'info' } })
  })

  test('is not said to settle what may come out one way or another', async () => {
    await toldOf({ kind: 'role', role: 'agent' as RoleId }, (doc) => {
      doc.coverage = {}
    })
    expect(part('What it meets')).toHaveTextContent('Injury or damage claim2Not known what becomes of it')
  })

  test('says where cases go from it, and who hands it theirs', async () => {
    await ofRole('lead')
    expect(part('Where cases go')).toHaveTextContent('Hands “Late delivery” straight to Dispatcher')
    expect(part('Where cases go')).toHaveTextContent('Hands everything else to its manager, Head of operations')
    expect(part('Where cases go')).toHaveTextContent('Care agent127 a month: “Faulty item”, “Injury or damage claim”, and “Late delivery”')
  })

  test('at the top says that nothing leads on', async () => {
    await ofRole('ceo')
    expect(part('Where cases go')).toHaveTextContent('Nothing leads on from here')
  })

  test('says whom it tells what customers say, and that it tells nobody', async () => {
    const app = await ofRole('lead')
    expect(part('Who hears of it')).toHaveTextContent('Tells Head of operationsevery 30 days, 5 days on the way')
    expect(part('Who hears of it')).toHaveTextContent('Hears from Care agentevery 7 days, and hears back')
    act(() => app.select('cash-n' as RoleId))
    expect(part('Who hears of it')).toHaveTextContent('No channel leads from it to anybody.')
  })

  test('has its own findings, which open where they stand', async () => {
    const app = await ofRole('cash-n')
    const findings = part('Where cases get stuck')
    const cards = within(findings).getAllByRole('button', { expanded: false })
    expect(cards).toHaveLength(4)
    await userEvent.click(within(findings).getByRole('button', { name: /may refund up to €20/ }))
    expect(within(findings).getByRole('group', { name: /What would change it: Cashier North/ })).toBeVisible()
    expect(topicIn(app)).toEqual({ kind: 'role', role: 'cash-n' })
  })

  test('says nothing of what anybody earns', async () => {
    await ofRole('agent')
    expect(screen.getByRole('complementary')).not.toHaveTextContent(/27,?000/)
  })

  test('that is vacant says so, and that nobody decides there', async () => {
    await toldOf({ kind: 'role', role: 'lead' as RoleId }, (doc) => {
      doc.roles = (doc.roles as Json[]).map((role) => (role.id === 'lead' ? { ...role, headcount: 0 } : role))
    })
    expect(screen.getByText('Customer care · vacant')).toBeVisible()
    expect(part('What it may decide')).toHaveTextContent('Nothing while the post is vacant. Whoever fills it may:See and change the record')
  })

  test('that stands in a box with others like it lists them and shows each', async () => {
    const app = await toldOf({ kind: 'role', role: 'x1' as RoleId }, (doc) => {
      const alike = ['x1', 'x2', 'x3'].map((id) => ({ id, title: 'Packer', unit: 'warehouse', reportsTo: 'disp' }))
      doc.roles = [...(doc.roles as Json[]), ...alike]
    })
    expect(screen.getByText('One box for 3 roles that are alike:')).toBeVisible()
    await userEvent.click(link('Show each'))
    expect(app.store.getState().view.unstacked).toEqual(new Set(['x1']))
    expect(screen.queryByText(/One box for/)).toBeNull()
  })

  test('names its people, and in front of a room does not', async () => {
    const app = await toldOf({ kind: 'role', role: 'lead' as RoleId }, (doc) => {
      doc.people = [{ id: 'p1', name: 'Ana Pires', role: 'lead' }]
    })
    expect(screen.getByText('Ana Pires')).toBeVisible()
    const { session, view } = app.store.getState()
    act(() => app.store.setState({ session: { ...session, presenting: { step: 0, isBlank: false, areNamesShown: false, before: view } } }))
    expect(screen.queryByText('Ana Pires')).toBeNull()
  })

  test('that an undone edit took away is said to be gone', async () => {
    await ofRole('no-such-role')
    expect(title()).toHaveTextContent('No longer in the file')
  })
})

describe('customers', () => {
  const loyal = () => told({ kind: 'segment', segment: 'loyal' })
  test('say what they are worth and how that was reckoned', async () => {
    await loyal()
    expect(title()).toHaveTextContent('Loyalty members')
    expect(part('What they are worth')).toHaveTextContent('3,000 × €510 = €1.53 M')
    expect(part('What they are worth')).toHaveTextContent('€150 margin a year, 85 % stay')
  })

  test('say what becomes of their cases, in numbers that can be asked', async () => {
    const app = await loyal()
    const becomes = part('What becomes of their cases')
    for (const number of ['145 settled on the spot', '105 settled after hand-offs', '25 never settled', '€2,346 at risk a month'])
      expect(becomes).toHaveTextContent(number)
    await userEvent.click(within(becomes).getByRole('button', { name: /^25 never settled/ }))
    expect(topicIn(app)).toEqual({ kind: 'why', figure: { name: 'deadEnds', segment: 'loyal' } })
  })

  test('lead to what they bring and whom they meet', async () => {
    await loyal()
    expect(within(part('What they bring')).getAllByRole('listitem')[0]).toHaveTextContent('Where is my order?145')
    await userEvent.click(within(part('Whom they meet')).getByRole('button', { name: 'Care agent' }))
    expect(title()).toHaveTextContent('Care agent')
  })

  test('whose worth is not in the file are not worth nothing', async () => {
    await toldOf({ kind: 'segment', segment: 'loyal' }, (doc) => {
      doc.segments = [{ id: 'loyal', name: 'Loyalty members' }]
    })
    expect(screen.getByText('How many they are is not in the file.')).toBeVisible()
    expect(part('What they are worth')).toHaveTextContent('Not known')
    expect(screen.getByText('What is at risk is not known.')).toBeVisible()
  })
})

describe('a kind of case', () => {
  const ofIssue = (issueType: string) => told({ kind: 'issue', issueType })
  test('says what it needs, what it is worth, and whether an apology is due', async () => {
    await ofIssue('faulty')
    expect(part('Needs somebody who may')).toHaveTextContent('Refund or replace the item, to the value of the case')
    expect(part('What cases are worth')).toHaveTextContent('€15 (50 %), €40 (30 %), and €120 (20 %).')
    expect(part('Sorry')).toHaveTextContent('An apology is due: the fault is with Warehouse.')
  })

  test('says who may settle it and up to how much, nearest to customers first', async () => {
    await ofIssue('faulty')
    const settlers = within(part('Who may settle it')).getAllByRole('listitem')
    expect(settlers[0]).toHaveTextContent('Care agentRefund up to €30 a case')
    expect(part('Who may settle it')).toHaveTextContent('and 2 more')
  })

  test('that nobody may settle says so', async () => {
    await ofIssue('injury')
    expect(part('Who may settle it')).toHaveTextContent('Nobody.')
  })

  test('of which the needs are not known says so, and what would settle that', async () => {
    await toldOf({ kind: 'issue', issueType: 'late' }, (doc) => {
      doc.issueTypes = (doc.issueTypes as Json[]).map(({ needs, ...issue }) => (issue.id === 'late' ? issue : { needs, ...issue }))
    })
    expect(part('Needs somebody who may')).toHaveTextContent('What it needs is not in the file.')
    expect(part('Needs somebody who may')).toHaveTextContent('Ask those who meet it')
    expect(screen.queryByRole('region', { name: 'Who may settle it' })).toBeNull()
  })

  test('leads to where it gets stuck and to who may change the rule', async () => {
    await ofIssue('late')
    expect(within(part('Where it gets stuck')).getAllByRole('button', { expanded: false })).toHaveLength(2)
    await userEvent.click(within(part('Who may change the rule')).getByRole('button', { name: 'Head of operations' }))
    expect(title()).toHaveTextContent('Head of operations')
  })
})

describe('a followed case', () => {
  const stops = () => within(screen.getByRole('list', { name: 'Hand by hand' })).getAllByRole('listitem')
  test('is a bill that adds up', async () => {
    await told(faulty120)
    expect(title()).toHaveTextContent('Faulty item, €120')
    expect(screen.getByText('Followed case · Care line')).toBeVisible()
    expect(stops().map((stop) => stop.textContent?.replaceAll('\u00a0', ' '))).toEqual([
      'Loyalty members10 times a month',
      'Care agentmay refund up to €30',
      '1Care team leadmay refund up to €604 h',
      '2Head of operationsmay not refund24 h',
      'Managing directormay refund up to €1,00048 h',
    ])
    expect(screen.getByText('3 hand-offs')).toBeVisible()
    expect(screen.getByText('76 hours · €35')).toBeVisible()
  })

  test('is stepped along with the arrows, and a stop is where one clicks', async () => {
    const app = await told(faulty120)
    const upTo = () => (topicIn(app) as { upTo: number | null }).upTo
    screen.getByRole('heading', { level: 2 }).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(upTo()).toBe(1)
    expect(screen.getByRole('button', { current: 'step' })).toHaveTextContent('Care team lead')
    await userEvent.keyboard('{ArrowLeft}')
    expect(upTo()).toBe(0)
    await userEvent.click(within(stops()[3] as HTMLElement).getByRole('button', { name: /^2/ }))
    expect(upTo()).toBe(2)
    await userEvent.click(screen.getByRole('button', { current: 'step' }))
    expect(upTo()).toBeNull()
  })

  test('leads from each stop to the role', async () => {
    await told(faulty120)
    await userEvent.click(link('About Head of operations'))
    expect(title()).toHaveTextContent('Head of operations')
    await userEvent.click(link('Back'))
    expect(title()).toHaveTextContent('Faulty item')
    expect(link('About Head of operations')).toHaveFocus()
  })

  test('says where it ends nowhere, and who could elsewhere', async () => {
    await told({ kind: 'case', of: { entry: 'cash-n', issueType: 'info', value: null, segment: null }, by: 'route', upTo: null })
    expect(screen.getByText('Dead end.').closest('div')).toHaveTextContent('Nobody on the way may see and change the record (oms).')
    expect(link('Care agent')).toBeVisible()
  })

  test('says what it would be the other way, and goes that way', async () => {
    const app = await told({ kind: 'case', of: { entry: 'agent', issueType: 'late', value: null, segment: null }, by: 'route', upTo: null })
    expect(screen.getByText('By the chart nobody settles it.')).toBeVisible()
    await userEvent.click(link('By the chart'))
    expect(topicIn(app)).toMatchObject({ by: 'chart', upTo: null })
    expect(screen.getByText('Dead end.')).toBeVisible()
    expect(screen.getByText('By the route it is settled.')).toBeVisible()
  })

  test('offers what would settle it on the spot, and says what else would only shorten it', async () => {
    const app = await told(faulty120)
    const settle = part('What would settle it on the spot')
    expect(within(settle).getAllByRole('checkbox')).toHaveLength(1)
    expect(part('What else would change it')).toHaveTextContent('Then 1 hand-off · 48 hours · €20.')
    await userEvent.click(within(settle).getByRole('checkbox', { name: /up to €120 instead of €30/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Make this change' }))
    expect(app.store.getState().session.notice).toMatchObject({ tone: 'good', offersUndo: true })
    expect(screen.getByText('Settled on the spot')).toBeVisible()
    expect(title()).toHaveFocus()
  })

  test('can be another: by value, by kind, by who meets it, and the next', async () => {
    const app = await told(faulty120)
    const of = () => (topicIn(app) as { of: unknown }).of
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Worth' }), '€15')
    expect(of()).toMatchObject({ entry: 'agent', issueType: 'faulty', value: 15 })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Case' }), 'Late delivery')
    expect(of()).toMatchObject({ issueType: 'late', value: null })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'From' }), 'Loyalty members')
    expect(screen.getByText('60 times a month')).toBeVisible()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Met by' }), 'Business account manager')
    expect(of()).toMatchObject({ entry: 'acct', issueType: 'late', segment: null })
    const before = of()
    await userEvent.click(link('Next case'))
    expect(of()).not.toEqual(before)
    expect(app.store.getState().view.trail).toHaveLength(1)
  })

  test('of which it is not known where it ends says whose authority is missing', async () => {
    await toldOf(faulty120, (doc) => {
      doc.coverage = {}
    })
    expect(screen.getByText('Not known where it ends:').closest('div')).toHaveTextContent(
      'what Head of operations may decide is not in the file.',
    )
  })

  test('that does not arrive is no error', async () => {
    await told({ ...faulty120, of: { entry: 'ceo', issueType: 'faulty', value: null, segment: null } } as Topic)
    expect(screen.getByText(/does not arrive there/)).toBeVisible()
  })
})

describe('the way between two roles', () => {
  const way = () => told({ kind: 'way', from: 'cash-n' as RoleId, to: 'disp' as RoleId })
  test('leads up to the lowest manager of both and down again', async () => {
    await way()
    expect(title()).toHaveTextContent('From Cashier North to Dispatcher')
    expect(screen.getByText('5 hand-offs')).toBeVisible()
    expect(screen.getByText('3 up · 2 down')).toBeVisible()
    const roles = within(part('Role by role')).getAllByRole('listitem')
    expect(roles).toHaveLength(6)
    expect(roles[3]).toHaveTextContent('Managing directorLowest manager of both')
  })

  test('can be gone the other way round', async () => {
    const app = await way()
    await userEvent.click(link('The other way round'))
    expect(topicIn(app)).toEqual({ kind: 'way', from: 'disp', to: 'cash-n' })
    expect(screen.getByText('2 up · 3 down')).toBeVisible()
  })

  test('is asked for from a role, by typing the other', async () => {
    const app = await ofRole('cash-n')
    await userEvent.click(link('Way to another role'))
    await userEvent.keyboard('disp')
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Dispatcher Warehouse')
    await userEvent.keyboard('{Enter}')
    expect(topicIn(app)).toEqual({ kind: 'way', from: 'cash-n', to: 'disp' })
  })

  test('is not asked for after all: Escape goes back to the button', async () => {
    await ofRole('cash-n')
    await userEvent.click(link('Way to another role'))
    await userEvent.keyboard('{Escape}')
    expect(link('Way to another role')).toHaveFocus()
    expect(title()).toHaveTextContent('Cashier North')
  })

  test('without a manager of both says so', async () => {
    await toldOf({ kind: 'way', from: 'cash-n' as RoleId, to: 'board' as RoleId }, (doc) => {
      doc.roles = [...(doc.roles as Json[]), { id: 'board', title: 'Board', reportsTo: null }]
    })
    expect(screen.getByText(/No manager is above both/)).toBeVisible()
  })
})

describe('from one thing to the next', () => {
  test('the keyboard goes to the heading of what a link led to, and back to the link', async () => {
    await ofRole('agent')
    await userEvent.click(screen.getAllByRole('button', { name: 'Care team lead' })[0] as HTMLElement)
    expect(title()).toHaveFocus()
    expect(title()).toHaveTextContent('Care team lead')
    await userEvent.click(link('Back'))
    expect(title()).toHaveTextContent('Care agent')
    expect(screen.getAllByRole('button', { name: 'Care team lead' })[0]).toHaveFocus()
  })

  test('closing goes back to the list of findings', async () => {
    await ofRole('agent')
    await userEvent.click(link('Close'))
    expect(title()).toHaveTextContent('Cases get stuck in 11 places')
    expect(title()).toHaveFocus()
  })

  test('who is elsewhere on the page stays there', async () => {
    const app = await staged(
      <>
        <button type="button">Elsewhere</button>
        <Panel />
      </>,
      { isFirstVisit: false },
    )
    link('Elsewhere').focus()
    act(() => app.select('agent' as RoleId))
    expect(link('Elsewhere')).toHaveFocus()
  })

  test('low in a sheet a case leaves its room to the hands; tall it can be another', async () => {
    const app = await staged(<Panel />, { isFirstVisit: false, isNarrow: true })
    act(() => app.tell(faulty120))
    expect(screen.getByRole('list', { name: 'Hand by hand' })).toBeVisible()
    expect(screen.queryByRole('combobox', { name: 'Worth' })).toBeNull()
    act(() => app.setSheetTall(true))
    expect(screen.getByRole('combobox', { name: 'Worth' })).toBeVisible()
  })

  test('a case that was stepped through and turned over leads back to the link it was asked by', async () => {
    await ofRole('agent')
    await userEvent.click(link('Follow “Late delivery”'))
    await userEvent.keyboard('{ArrowRight}')
    await userEvent.click(link('By the chart'))
    await userEvent.click(link('Back'))
    expect(link('Follow “Late delivery”')).toHaveFocus()
  })
})

describe('following a card', () => {
  test('that speaks of many hand-offs leads to the case that goes through the most', async () => {
    const app = await shown()
    await userEvent.click(link(/more of \d+ cards/))
    await userEvent.click(link(/“Faulty item” from Care agent takes up to 3 hand-offs/))
    await userEvent.click(link('Follow this case'))
    expect(topicIn(app)).toMatchObject({ of: { entry: 'agent', issueType: 'faulty', value: 120 } })
  })
  test('values are offered from small to large', async () => {
    await told(faulty120)
    expect([...screen.getByLabelText('Worth').querySelectorAll('option')].map((one) => one.textContent)).toEqual([
      'any value',
      '€15',
      '€40',
      '€120',
    ])
  })
})

describe('said aloud', () => {
  test('each hand once, with how long it takes; nothing while the room says it', async () => {
    const app = await told(faulty120)
    const before = app.store.getState()
    app.stepCase(1, 4)
    app.stepCase(1, 4)
    expect(sayChange(before, app.store.getState())).toMatch(/^Hand 1: Care team lead, 4\sh$/)
    app.present()
    expect(sayChange(before, app.store.getState())).toBe('')
  })
})
