// Finding a browser: each one offered has to lay out and paint a word; what is refused is named with its reason.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { findBrowser, refusal } from '../../src/house/browser.mjs'

const folder = mkdtempSync(join(tmpdir(), 'headstand-browser-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())
const silently = () => {}

function script(name: string, ...lines: string[]) {
  const path = join(folder, name)
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

test('a program that only knows its version is refused', async () => {
  expect(await refusal(script('version', 'echo "Chromium 156.0.8078.73"'))).toMatch(/./)
})

test('a program that dies says of what', async () => {
  const missing = 'error while loading shared libraries: libnss3.so: cannot open shared object file'
  expect(await refusal(script('library', `echo "${missing}" >&2`, 'exit 127'))).toContain('libnss3.so')
})

test('where there is no browser, every place that was tried is named', async () => {
  const fake = script('fake', 'echo "Chromium 156"')
  vi.stubEnv('CHROME_PATH', fake)
  vi.stubEnv('PATH', folder)
  const { found, tried } = await findBrowser(silently, ['path', 'system', 'moon'])
  expect(found).toBeNull()
  expect(tried).toHaveLength(3)
  expect(tried[0]).toContain(`CHROME_PATH ${fake}: `)
  expect(tried[1]).toContain('none found')
  expect(tried[2]).toContain('moon')
})

test('without CHROME_PATH the list says so', async () => {
  vi.stubEnv('CHROME_PATH', '')
  expect(await findBrowser(silently, ['path'])).toEqual({ found: null, tried: ['CHROME_PATH: not set'] })
})
