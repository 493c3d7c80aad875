// A large organisation is kept without the page standing still: its text is written in slices of the page's spare time.
import { expect, test } from 'vitest'
import { idsOf } from '../../src/model/roles'
import type { OrgDoc } from '../../src/model/types'
import { textOf } from '../../src/model/write'
import { selectDoc, selectOrg } from '../../src/state/derived'
import { organisation } from '../bench/organisation.mjs'
import { browser, file, slip, type Tab } from './browser'

const docOf = ({ get }: Tab) => selectDoc(get()) as OrgDoc
const nameOf = (tab: Tab) => docOf(tab).organization.name ?? ''
const large = (n: number) => file(`${n}.json`, organisation(n).text)
const SLOW = { isSlow: true }
/** Its text is under way, and not there yet. */
async function writing({ open }: ReturnType<typeof browser>) {
  const tab = await open(slip(), {}, SLOW)
  await tab.app.openFiles([large(2100)])
  await tab.pass()
  return tab
}

test('is written in slices, and comes back as it was', async () => {
  const page = browser()
  const { open, written } = page
  const tab = await writing(page)
  expect(written.filter((name) => name.startsWith('text:'))).toEqual([])
  await tab.pause()
  expect(tab.get().session.keeping).toBe('kept')
  const back = await open()
  expect(textOf(docOf(back))).toBe(textOf(docOf(tab)))
  expect(written.filter((name) => name.startsWith('text:'))).toHaveLength(1)
})
test('is there although the page goes in the middle of it', async () => {
  const page = browser()
  const tab = await writing(page)
  tab.vanish()
  expect(nameOf(await page.open())).toBe(nameOf(tab))
})
test('changed meanwhile, is written once, as it is then', async () => {
  const page = browser()
  const tab = await writing(page)
  const role = idsOf(selectOrg(tab.get())!).at(-1) as string
  tab.app.apply([{ kind: 'grant', grant: { role, kind: 'refund' } }])
  await tab.pause()
  expect(page.written.filter((name) => name.startsWith('text:'))).toHaveLength(1)
  expect(docOf(await page.open()).grants?.at(-1)?.role).toBe(role)
})
test('is written to its end beside another that was opened meanwhile', async () => {
  const page = browser()
  const tab = await writing(page)
  await tab.app.openFiles([large(2200)])
  await tab.pause()
  expect(
    tab
      .get()
      .session.recent.map(({ name }) => name)
      .sort(),
  ).toEqual([nameOf(tab), nameOf(tab).replace('2200', '2100')].sort())
})
