import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../src/model/edits/edit'
import { idsOf } from '../../src/model/roles'
import type { OrgDoc, RoleId } from '../../src/model/types'
import { textOf } from '../../src/model/write'
import { selectDoc, selectedRole, selectOrg } from '../../src/state/derived'
import { MOST_KEPT } from '../../src/state/keeping/list'
import type { AppState } from '../../src/state/types'
import { browser, file, slip, type Tab } from './browser'

const remedy: readonly Edit[] = [{ kind: 'grant', grant: { role: 'agent', kind: 'schedule' } }]
const shop = (name = 'Shop') =>
  file(
    'shop.json',
    JSON.stringify({ headstand: '1.0', organization: { name }, roles: [{ id: 'owner' }, { id: 'till', reportsTo: 'owner' }] }),
  )
const PINFOLD = 'Pinfold Outfitters (invented)'
const grantTo = (role: string): readonly Edit[] => [{ kind: 'grant', grant: { role, kind: 'refund' } }]
const docOf = ({ get }: Tab) => selectDoc(get()) as OrgDoc
const nameOf = (tab: Tab) => docOf(tab).organization.name
const grantsOf = (tab: Tab) => docOf(tab).grants?.map((one) => one.role) ?? []
const namesOf = ({ get }: Tab) => get().session.recent.map((one) => one.name)
const lookOf = ({ view: { theme: _, language: __, ...look } }: AppState) => look

const fixtures = ['fixtures', 'public/samples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(json|txt)$/.test(name) && !/index|grants-only/.test(name)) // those are no organisations
    .map((name) => `${folder}/${name}`),
)

describe('what was open', () => {
  test.each(fixtures)('%s comes back as it was, and as it was looked at', async (path) => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openFiles([{ name: path.split('/').at(-1) as string, blob: new Blob([readFileSync(path)]) }])
    tab.app.importShown() // whatever had to be looked at first
    const org = selectOrg(tab.get())!
    tab.app.flip()
    tab.app.setOrder('mirror')
    tab.app.toggleBranch(idsOf(org).find((_, i) => org.structure.firstChild[i] !== -1) ?? ('' as RoleId))
    tab.app.select(idsOf(org).at(-1) as RoleId)
    tab.app.toggleOutline()
    await tab.leave()
    const back = await open()
    expect(textOf(docOf(back))).toBe(textOf(docOf(tab)))
    expect(docOf(back)).toEqual(docOf(tab))
    expect(lookOf(back.get())).toEqual(lookOf(tab.get()))
    expect(back.get().workbook.origin).toEqual(tab.get().workbook.origin)
    expect(back.get().session).toMatchObject({ isFirstVisit: false, keeping: 'kept', notice: null })
    expect(back.get().session.stand).toMatchObject({ turning: null, at: { orientation: 'flipped' } })
  })

  test('is kept a while after the last change, without anybody asking', async () => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openSample('pinfold')
    tab.app.apply(remedy)
    expect(tab.get().session.keeping).toBe('saving')
    await tab.pause()
    expect(tab.get().session.keeping).toBe('kept')
    const back = await open()
    expect(grantsOf(back)).toEqual(grantsOf(tab))
    expect(back.get().workbook.history?.past).toEqual([])
  })

  test('after an undo is the document after the undo', async () => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    tab.app.apply(grantTo('till'))
    await tab.pause()
    tab.app.undo()
    await tab.pause()
    expect(grantsOf(await open())).toEqual([])
  })

  test('at a first visit is nothing: the sample again, as at first', async () => {
    const { open, drawer } = browser()
    const tab = await open()
    await tab.leave()
    expect(drawer.size).toBe(0)
    expect((await open()).get().session.isFirstVisit).toBe(true)
  })

  test('is not looked for by a first visitor, who would wait for it; where the browser forgot that it kept something it is under Recent', async () => {
    const { open, preferences } = browser()
    expect(nameOf(await open(slip(), {}, { isDeaf: true, isPatient: true }))).toBe(PINFOLD)
    const tab = await open()
    await tab.app.openFiles([shop()])
    await tab.leave()
    preferences.write(null)
    const back = await open()
    await back.leave()
    expect(nameOf(back)).toBe(PINFOLD)
    expect(namesOf(back)).toEqual(['Shop'])
  })

  test('comes back although the drawer opens late, unless the reader has gone on meanwhile', async () => {
    const { open, opensLate } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    await tab.leave()
    const slow = await open(slip(), {}, { isDeaf: true })
    const busy = await open(slip(), {}, { isDeaf: true })
    busy.app.endFirstVisit()
    expect([nameOf(slow), nameOf(busy)]).toEqual([PINFOLD, PINFOLD])
    await opensLate()
    expect([nameOf(slow), nameOf(busy)]).toEqual(['Shop', PINFOLD])
    expect(slow.get().session.isFirstVisit).toBe(false)
  })

  test('of a sample as it is fetched, is how it was looked at', async () => {
    const { open, drawer } = browser()
    const tab = await open()
    await tab.app.openSample('approval-ladder')
    tab.app.flip()
    await tab.leave()
    expect([...drawer.keys()].filter((name) => name.startsWith('text:'))).toEqual([])
    const back = await open()
    expect(nameOf(back)).toBe(nameOf(tab))
    expect(back.get().view.orientation).toBe('flipped')
    expect(back.get().session).toMatchObject({ isFirstVisit: false, keeping: 'off', recent: [] })
  })

  test('is there although the page goes at once', async () => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    tab.app.apply(grantTo('till'))
    tab.app.flip()
    tab.vanish()
    const back = await open()
    expect(grantsOf(back)).toEqual(['till'])
    expect(back.get().view.orientation).toBe('flipped')
  })

  test('is written once: moving about writes the view alone', async () => {
    const { open, written } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    await tab.pause()
    written.length = 0
    tab.app.flip()
    await tab.pause()
    tab.app.select('till' as RoleId)
    await tab.pause()
    expect(written.filter((name) => name.startsWith('text:'))).toEqual([])
    expect(written).toContain('view:id-1')
    written.length = 0
    await (await open()).leave()
    expect(written.filter((name) => name.startsWith('text:'))).toEqual([])
  })

  test('is not lost where another organisation is opened at once', async () => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openFiles([shop('First')])
    tab.app.apply(grantTo('till'))
    await tab.app.openFiles([shop('Second')])
    await tab.leave()
    expect(namesOf(tab)).toEqual(['Second', 'First'])
    await tab.app.openKept(tab.get().session.recent[1]!)
    expect(grantsOf(tab)).toEqual(['till'])
  })

  test('each tab has its own over a reload, a new tab the last', async () => {
    const { open } = browser()
    const [mine, other] = [slip(), slip()]
    const tab = await open(mine)
    await tab.app.openFiles([shop('Mine')])
    await tab.leave()
    const second = await open(other)
    await second.app.openFiles([shop('Other')])
    await second.leave()
    expect(nameOf(await open(mine))).toBe('Mine')
    expect(nameOf(await open(other))).toBe('Other')
    expect(nameOf(await open())).toBe('Other')
  })

  test('with names and pay hidden for the room comes back as it was before', async () => {
    const { open } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    const before = tab.get().view
    tab.app.store.setState((s) => ({
      view: { ...s.view, orientation: 'flipped', trail: [] },
      session: { ...s.session, presenting: { step: 0, isBlank: false, areNamesShown: false, before } as never },
    }))
    await tab.leave()
    expect((await open()).get().view.orientation).toBe('conventional')
  })
})

describe('recent', () => {
  async function withShops(count: number) {
    const it = browser()
    const tab = await it.open()
    for (let i = 1; i <= count; i++) {
      await tab.app.openFiles([shop(`Shop ${i}`)])
      await tab.leave()
    }
    return { ...it, tab }
  }

  test('are the last eight, the last one first; older ones make room', async () => {
    const { tab, drawer } = await withShops(MOST_KEPT + 2)
    expect(namesOf(tab)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((i) => `Shop ${i}`))
    expect([...drawer.keys()].filter((name) => name.startsWith('text:'))).toHaveLength(MOST_KEPT)
    expect([...drawer.keys()].filter((name) => name.startsWith('view:id'))).toHaveLength(MOST_KEPT)
  })

  test('what had to make room while it was open is put back', async () => {
    const { open } = browser()
    const mine = slip()
    const tab = await open(mine)
    await tab.app.openFiles([shop('Mine')])
    await tab.leave()
    const other = await open(slip())
    for (let i = 0; i < MOST_KEPT; i++) {
      await other.app.openFiles([shop(`Other ${i}`)])
      await other.leave()
    }
    expect(namesOf(other)).not.toContain('Mine')
    tab.app.flip()
    await tab.leave()
    expect(nameOf(await open(mine))).toBe('Mine')
  })

  test('one is opened again as it was looked at, and becomes the first', async () => {
    const { tab } = await withShops(1)
    tab.app.flip()
    tab.app.select('till' as RoleId)
    await tab.app.openFiles([shop('Shop 2')])
    tab.app.show('conventional')
    await tab.leave()
    await tab.app.openKept(tab.get().session.recent[1]!)
    expect(nameOf(tab)).toBe('Shop 1')
    expect(tab.get().view.orientation).toBe('flipped')
    expect(selectedRole(tab.get())).toBe(1)
    expect(namesOf(tab)).toEqual(['Shop 1', 'Shop 2'])
  })

  test('the same file again is the same entry; the same file changed is another', async () => {
    const { tab } = await withShops(1)
    await tab.app.openFiles([shop('Shop 1')])
    await tab.leave()
    expect(namesOf(tab)).toEqual(['Shop 1'])
    tab.app.apply(grantTo('till'))
    await tab.leave()
    await tab.app.openFiles([shop('Shop 1')])
    await tab.leave()
    expect(namesOf(tab)).toEqual(['Shop 1', 'Shop 1'])
    expect(grantsOf(tab)).toEqual([])
    await tab.app.openKept(tab.get().session.recent[1]!)
    expect(grantsOf(tab)).toEqual(['till'])
  })

  test('one can be removed, and put back where it stood', async () => {
    const { tab, drawer } = await withShops(3)
    const before = [...drawer.keys()].sort()
    await tab.app.forgetKept(tab.get().session.recent[1]!)
    expect(namesOf(tab)).toEqual(['Shop 3', 'Shop 1'])
    expect([...drawer.keys()].filter((name) => name.startsWith('text:'))).toHaveLength(2)
    expect(tab.get().session.notice).toMatchObject({ key: 'page.recent.removed', action: 'putBack' })
    await tab.app.putBack()
    expect(namesOf(tab)).toEqual(['Shop 3', 'Shop 2', 'Shop 1'])
    expect([...drawer.keys()].sort()).toEqual(before)
    await tab.app.openKept(tab.get().session.recent[1]!)
    expect(nameOf(tab)).toBe('Shop 2')
  })

  test('all can be forgotten; the page stays, and is kept again only when it changes', async () => {
    const { tab, drawer, preferences, open } = await withShops(2)
    tab.app.setTheme('dark')
    const other = await open()
    await tab.app.forgetAll()
    expect(nameOf(tab)).toBe('Shop 2')
    tab.app.flip()
    other.app.flip()
    await tab.leave()
    await other.leave()
    expect(drawer.size).toBe(0)
    expect(preferences.read()).toBeNull()
    expect(tab.get().session).toMatchObject({ keeping: 'off', recent: [] })
    expect(other.get().session).toMatchObject({ keeping: 'off', recent: [] })
    expect((await open()).get().session.isFirstVisit).toBe(true)
    tab.app.apply(grantTo('till'))
    await tab.leave()
    expect(namesOf(tab)).toEqual(['Shop 2'])
  })
})

describe('two tabs with the same organisation', () => {
  async function twoTabs() {
    const it = browser()
    const one = await it.open()
    await one.app.openFiles([shop()])
    await one.leave()
    const two = await it.open()
    expect(nameOf(two)).toBe('Shop')
    return { ...it, one, two }
  }

  test('the other is told, and shows that version when it is asked for', async () => {
    const { one, two } = await twoTabs()
    two.app.flip()
    one.app.apply(grantTo('till'))
    await one.leave()
    expect(two.get().session.notice).toMatchObject({ tone: 'calm', key: 'page.keep.elsewhere', action: 'showOther' })
    expect(grantsOf(two)).toEqual([])
    await two.app.showOther()
    expect(grantsOf(two)).toEqual(['till'])
    expect(two.get().view.orientation).toBe('flipped')
    expect(two.get().session.notice).toBeNull()
    two.app.apply(grantTo('owner'))
    await two.leave()
    expect(namesOf(two)).toEqual(['Shop'])
    expect(one.get().session.notice?.key).toBe('page.keep.elsewhere')
  })

  test('moving about in one is no news to the other', async () => {
    const { one, two } = await twoTabs()
    one.app.flip()
    await one.leave()
    expect(two.get().session.notice).toBeNull()
  })

  test('none overwrites what the other saved: both are kept', async () => {
    const { one, two, open } = await twoTabs()
    one.app.apply(grantTo('till'))
    await one.leave()
    two.app.apply(grantTo('owner'))
    await two.leave()
    expect(namesOf(two)).toEqual(['Shop', 'Shop'])
    expect(two.get().session.recent[0]).toBe(two.get().session.recent.find((kept) => kept.id === two.app.keptHere()?.id))
    expect(two.get().session.notice).toMatchObject({ key: 'page.keep.both', action: 'showOther' })
    expect(grantsOf(await open())).toEqual(['owner'])
    one.app.apply(grantTo('owner'))
    await one.leave()
    two.app.apply(grantTo('till'))
    await two.leave()
    expect(two.get().session.recent).toHaveLength(2)
    const other = two.get().session.recent.find((kept) => kept.id !== two.app.keptHere()?.id)!
    await two.app.openKept(other)
    expect(grantsOf(two)).toEqual(['till', 'owner'])
  })

  test('the same change in both is one organisation', async () => {
    const { one, two } = await twoTabs()
    one.app.apply(grantTo('till'))
    await one.leave()
    two.app.apply(grantTo('till'))
    await two.leave()
    expect(two.get().session.recent).toHaveLength(1)
  })

  test('a tab that heard nothing finds out when somebody looks at it again', async () => {
    const { one, two, areDeaf } = await twoTabs()
    areDeaf(true)
    two.app.apply(grantTo('till'))
    await two.leave()
    expect(one.get().session.notice).toBeNull()
    await one.app.lookAround()
    expect(one.get().session.notice?.key).toBe('page.keep.elsewhere')
  })
})

describe('a store that fails', () => {
  const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })

  test.each([
    ['full', full],
    ['missing', new Error('blocked')],
  ] as const)('%s: it is told once, with a download, and again after it had worked', async (state, error) => {
    const { open, breaks } = browser()
    const tab = await open()
    await tab.app.openFiles([shop()])
    await tab.leave()
    breaks(error)
    tab.app.apply(grantTo('till'))
    await tab.leave()
    expect(tab.get().session).toMatchObject({ keeping: state, notice: { tone: 'bad', key: `page.keep.${state}`, action: 'download' } })
    tab.app.hush()
    tab.app.apply(grantTo('owner'))
    await tab.leave()
    expect(tab.get().session.notice).toBeNull()
    breaks(null)
    tab.app.flip()
    await tab.leave()
    expect(tab.get().session.keeping).toBe('kept')
    expect(grantsOf(await open())).toEqual(['till', 'owner'])
    breaks(error)
    tab.app.undo()
    await tab.leave()
    expect(tab.get().session.notice?.key).toBe(`page.keep.${state}`)
  })

  test('from the start is no reason not to start, nor to speak before there is something to lose', async () => {
    const { open, breaks } = browser()
    breaks(new Error('blocked'))
    const tab = await open()
    expect(nameOf(tab)).toBe(PINFOLD)
    await tab.app.openSample('pinfold')
    await tab.leave()
    expect(tab.get().session).toMatchObject({ keeping: 'off', notice: null })
    await tab.app.openFiles([shop()])
    await tab.leave()
    expect(tab.get().session).toMatchObject({ keeping: 'missing', notice: { key: 'page.keep.missing' } })
  })

  test('to answer at all is not waited for', async () => {
    const it = browser()
    const tab = await it.open()
    await tab.app.openFiles([shop()])
    await tab.leave()
    const deaf = await it.open(slip(), {}, { isDeaf: true })
    expect(nameOf(deaf)).toBe(PINFOLD)
  })
})

describe('what was written by another version, or by nobody who knows this page:', () => {
  async function kept() {
    const it = browser()
    const tab = await it.open()
    await tab.app.openFiles([shop()])
    tab.app.select('till' as RoleId)
    await tab.leave()
    return it
  }
  const odd: readonly unknown[] = [
    null,
    0,
    '',
    'x',
    [],
    {},
    [null],
    [[]],
    { kind: 'role' },
    { toString: 1 },
    new Date(0),
    Number.NaN,
    new Map(),
  ]

  test.each(['entry:id-1', 'last', 'used:id-1', 'view:id-1', 'text:id-1', 'entry:id-9', 'entry:'])(
    'whatever stands under %s, the page starts',
    async (name) => {
      for (const value of odd) {
        const { open, drawer } = await kept()
        drawer.set(name, value)
        const tab = await open()
        expect(docOf(tab).roles.length).toBeGreaterThan(0)
        tab.app.select('till' as RoleId)
        await tab.leave()
      }
    },
  )

  test('a text that cannot be read is said in a sentence, and stays in the list', async () => {
    const { open, drawer } = await kept()
    drawer.set('text:id-1', '{"headstand": "1.0", "roles": [')
    const tab = await open()
    expect(nameOf(tab)).toBe(PINFOLD)
    expect(tab.get().session.notice).toMatchObject({ tone: 'bad', key: 'page.keep.broken', params: { names: ['Shop.json'] } })
    await tab.app.openSample('approval-ladder')
    await tab.leave()
    expect(namesOf(tab)).toEqual(['Shop'])
    expect(drawer.get('text:id-1')).toContain('roles')
  })

  test('a view is believed field by field, and what it points at must be there', async () => {
    const { open, drawer } = await kept()
    const trail = [
      { kind: 'role', role: 'till' },
      { kind: 'role', role: 'gone' },
      { kind: 'role', role: '__proto__' },
      { kind: 'case', of: { entry: 'till', issueType: 'none', value: 1, segment: null }, by: 'route', upTo: -3 },
      { kind: 'way', from: 'till', to: 'owner', extra: 1 },
      { kind: 'why', figure: { name: 'toString' } },
      { kind: 'why', figure: { name: 'handOffs', role: 'till' } },
      { kind: 'why', figure: { name: 'finding', code: 'F06', role: 'till', measure: 'Speed', other: 1 } },
      { kind: 'why', figure: { name: 'finding', code: 'F14', need: { kind: 'refund' } } },
      { kind: 'why', figure: { name: 'finding', code: 'F14', need: 'refund' } },
      { kind: 'other' },
    ]
    drawer.set('view:id-1', {
      orientation: 'sideways',
      order: 'mirror',
      isBoth: 'yes',
      isPanelOpen: false,
      trail,
      folded: ['owner', 'gone', 3],
    })
    const { view } = (await open()).get()
    expect(view).toMatchObject({ orientation: 'conventional', order: 'mirror', isBoth: false, isPanelOpen: false })
    expect([...view.folded]).toEqual(['owner'])
    expect(view.trail).toEqual([
      { kind: 'role', role: 'till' },
      { kind: 'way', from: 'till', to: 'owner' },
      { kind: 'why', figure: { name: 'handOffs', role: 'till' } },
      { kind: 'why', figure: { name: 'finding', code: 'F06', role: 'till', measure: 'Speed' } },
      { kind: 'why', figure: { name: 'finding', code: 'F14', need: { kind: 'refund' } } },
    ])
  })

  test('an entry that is not understood stays in the list for those who do', async () => {
    const { open, drawer } = await kept()
    const later = { id: 'x', format: 3, name: 'Of a later version' }
    drawer.set('entry:x', later)
    const tab = await open()
    expect(namesOf(tab)).toEqual(['Shop'])
    tab.app.apply(grantTo('till'))
    await tab.leave()
    expect(drawer.get('entry:x')).toEqual(later)
  })
})

test('theme is remembered by itself, whatever is open', async () => {
  const { open, preferences } = browser()
  const tab = await open()
  tab.app.flip()
  expect(preferences.read()).toBeNull()
  tab.app.setTheme('dark')
  expect(preferences.read()).toMatchObject({ theme: 'dark' })
})
