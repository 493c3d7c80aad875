// What runs before anything is installed.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { browserLines, unitLines } from '../../src/house/counting.mjs'
import { fingerprint, isStamped } from '../../src/house/fingerprint.mjs'
import { isNewEnough } from '../../src/house/node-version.mjs'
import { untar } from '../../src/house/tar.mjs'

const folder = mkdtempSync(join(tmpdir(), 'headstand-house-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('Node is new enough where Vite says so', () => {
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0']) expect(isNewEnough(version), version).toBe(true)
  for (const version of ['18.20.4', '20.18.3', '21.7.3', '22.11.0']) expect(isNewEnough(version), version).toBe(false)
})

test('a fingerprint changes with any content or name, and with nothing else', () => {
  const print = () => fingerprint(folder, ['src', 'lock', 'missing'])
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  writeFileSync(join(folder, 'src/deep/a.ts'), 'one')
  writeFileSync(join(folder, 'lock'), '1')
  const before = print()
  writeFileSync(join(folder, 'elsewhere'), 'x')
  writeFileSync(join(folder, 'lock'), '1')
  expect(print()).toBe(before)
  writeFileSync(join(folder, 'src/deep/a.ts'), 'two')
  expect(print()).not.toBe(before)
  writeFileSync(join(folder, 'src/deep/a.ts'), 'one')
  expect(print()).toBe(before)
  renameSync(join(folder, 'src/deep/a.ts'), join(folder, 'src/deep/b.ts'))
  expect(print()).not.toBe(before)
})

test('a stamp holds for what it was written for', () => {
  const stamp = join(folder, 'stamp')
  expect(isStamped(stamp, 'a v20')).toBe(false)
  writeFileSync(stamp, 'a v20')
  expect(isStamped(stamp, 'a v20')).toBe(true)
  expect(isStamped(stamp, 'a v24')).toBe(false)
})

test('an archive gives its files, and passes over its folders', () => {
  const entry = (name: string, type: string, content: string) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    header.write(type, 156)
    return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)])
  }
  const archive = Buffer.concat([entry('lib/', '5', ''), entry('lib/a', '0', 'A'.repeat(700)), entry('b', '\0', 'B'), Buffer.alloc(1024)])
  const files = [...untar(archive)].map(({ name, content }) => [name, content.toString()])
  expect(files).toEqual([
    ['lib/a', 'A'.repeat(700)],
    ['b', 'B'],
  ])
})

test('nothing is green by not having run', () => {
  const file = (name: string, status: string, ...tests: string[]) => ({
    name,
    status,
    startTime: 0,
    endTime: 500,
    assertionResults: tests.map((one) => ({ status: one })),
  })
  const failures = (lines: readonly { failed: number }[]) => lines.reduce((sum, line) => sum + line.failed, 0)
  const good = file('/p/test/scene/fit.test.ts', 'passed', 'passed', 'passed')
  expect(unitLines(0, { testResults: [good] })).toEqual([{ what: 'unit', passed: 2, failed: 0, seconds: 0.5 }])
  expect(failures(unitLines(0, { testResults: [file('/p/test/laws.test.ts', 'passed', 'passed', 'skipped')] }))).toBe(1)
  expect(failures(unitLines(1, { testResults: [good, file('/p/test/a.test.ts', 'failed')] }))).toBe(1)
  expect(failures(unitLines(1, { testResults: [good] }))).toBe(1)
  expect(failures(unitLines(0, { testResults: [] }))).toBe(1)
  expect(failures(unitLines(1, null))).toBe(1)
  expect(failures(browserLines(0, { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }))).toBe(0)
  expect(failures(browserLines(0, { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 1 } }))).toBe(2)
  expect(failures(browserLines(0, { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }))).toBe(1)
  expect(failures(browserLines(1, null))).toBe(1)
})
