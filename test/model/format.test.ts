// The own format: its schema, its writing and its versions.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'
import { describe, expect, test } from 'vitest'
import { schemaOfFormat } from '../../src/model/schema'
import { upgradeFile } from '../../src/model/upgrade'
import { fileOf } from '../../src/model/write'
import { analyse } from '../analysis/public'
import { randomOrg } from '../analysis/reference/random-org.mjs'
import { built, orgOfFile, pinfoldFile } from '../organisations'

const validate = new Ajv({ strict: false }).compile(schemaOfFormat())

describe('the schema', () => {
  test('takes the worked example and 50 random organisations', () => {
    for (const file of [pinfoldFile(), ...Array.from({ length: 50 }, (_, seed) => randomOrg(seed + 1))]) {
      expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    }
  })
  test('refuses a role without an id, a limit in words, a file without people', () => {
    expect(validate({ headstand: '1.0', roles: [{ title: 'Nobody' }] })).toBe(false)
    expect(validate({ headstand: '1.0', roles: [], grants: [{ role: 'a', kind: 'refund', limit: 'lots' }] })).toBe(false)
    expect(validate({ headstand: '1.0' })).toBe(false)
  })
  test('the published one is the one of the model', () => {
    const published = readFileSync(new URL('../../public/headstand.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schemaOfFormat())))
  })
})

describe('writing', () => {
  test('what is written reads as the same organisation', () => {
    for (const file of [pinfoldFile(), ...Array.from({ length: 50 }, (_, seed) => randomOrg(seed + 1))]) {
      const org = orgOfFile(file)
      const again = orgOfFile(fileOf(org.doc))
      expect(fileOf(again.doc)).toEqual(fileOf(org.doc))
      expect(analyse(again).totals).toEqual(analyse(org).totals)
    }
  })
  test('keys we do not know come back where they stood', () => {
    const file = { headstand: '1.0', roles: [{ id: 'ana', reportsTo: null, shoeSize: 41 }], story: ['x'] }
    expect(fileOf(orgOfFile(file).doc)).toMatchObject(file)
  })
  test('the frozen file of version 1.0 still says what it said', () => {
    const frozen = JSON.parse(readFileSync(new URL('../../fixtures/versions/headstand-1.0.json', import.meta.url), 'utf8'))
    expect(upgradeFile(frozen)).toEqual({ kind: 'current', file: frozen })
    const { org, diagnostics } = built(frozen)
    expect(diagnostics).toEqual([])
    expect(org && fileOf(org.doc)).toEqual(frozen)
  })
})

describe('versions', () => {
  test.each([
    ['1.0', 'current'],
    ['1.7', 'newer'],
    ['2.0', 'newer'],
    ['soon', 'unreadable'],
  ])('%s is %s', (headstand, kind) => {
    expect(upgradeFile({ headstand }).kind).toBe(kind)
  })
})
