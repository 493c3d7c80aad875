import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoleId } from '../../src/model/types'
import { createApp, initialState } from '../../src/state/app'
import { selectDoc } from '../../src/state/derived'
import { hashOf, linkedIn } from '../../src/state/hash'
import type { View } from '../../src/state/types'
import { read } from '../../src/worker/read'
import { sampleFile } from './browser'

const plain = initialState().view
const views: fc.Arbitrary<View> = fc
  .record({
    orientation: fc.constantFrom('conventional' as const, 'flipped' as const),
    order: fc.constantFrom('mirror' as const, 'distance' as const),
    isBoth: fc.boolean(),
    isPanelOpen: fc.boolean(),
    isPanelOpenBesideBoth: fc.boolean(),
    isOutlineOpen: fc.boolean(),
    language: fc.constantFrom('en' as const, 'pseudo' as const),
  })
  .map((some) => ({ ...plain, ...some, orientation: some.isBoth ? 'flipped' : some.orientation }))

const OURS = new Set('view order panel outline lang conventional flipped both mirror distance open away pseudo'.split(' '))
const wordsIn = (hash: string) => hash.split(/[#=&]/).filter((word) => word !== '')

test('a link shows what was seen, whatever is looked at where it is opened', () => {
  fc.assert(
    fc.property(views, views, (seen, there) => {
      const language = seen.language === 'en' ? ({ language: 'en' } as const) : {} // English goes without saying
      expect(hashOf({ ...there, ...language, ...linkedIn(hashOf(seen)) })).toBe(hashOf(seen))
    }),
  )
})

test('of a link nothing is believed but the words we know', () => {
  expect(linkedIn('')).toEqual({})
  expect(linkedIn('#view=sideways&order=__proto__&panel=1&outline=true&lang=xx&theme=dark&__proto__=x')).toEqual({})
  expect(linkedIn('#order=mirror&sample=pinfold&role=agent')).toEqual({ order: 'mirror' })
  expect(linkedIn('#view=flipped&view=both')).toMatchObject({ orientation: 'flipped', isBoth: false })
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webFragments()), (hash) => {
      expect(wordsIn(hashOf({ ...plain, ...linkedIn(`#${hash}`) })).filter((word) => !OURS.has(word))).toEqual([])
      expect(Object.keys(linkedIn(`#${hash}`)).filter((key) => !(key in plain))).toEqual([])
    }),
  )
})

test('no id and no word of the file is ever in a link', async () => {
  const app = createApp({ read: (files, report) => read(files, report), sample: async (name) => sampleFile(name) })
  await app.openSample('pinfold')
  const doc = selectDoc(app.store.getState())!
  const { roles } = JSON.parse(readFileSync('public/samples/pinfold.json', 'utf8')) as { roles: { id: RoleId; title: string }[] }
  expect(doc.roles.length).toBe(roles.length)
  fc.assert(
    fc.property(views, fc.constantFrom(...roles), fc.subarray(roles), (view, role, folded) => {
      const hash = hashOf({
        ...view,
        folded: new Set(folded.map((one) => one.id)),
        trail: [{ kind: 'role', role: role.id }],
      })
      expect(wordsIn(hash).filter((word) => !OURS.has(word))).toEqual([])
    }),
  )
})
