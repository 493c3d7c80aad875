// What is made of the numbers, before anybody believes them.
import { describe, expect, test } from 'vitest'
import { wishes } from './options.mjs'
import { reportOf, unmeasured } from './report.mjs'
import { framesOf, growthOf, longestTask, median, quantile } from './statistics.mjs'

test('a quantile is one of the values, and nothing has none', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(
    quantile(
      Array.from({ length: 100 }, (_, i) => i + 1),
      0.95,
    ),
  ).toBe(95)
  expect(quantile([7], 0.95)).toBe(7)
  expect(median([])).toBeNaN()
})

test('what grows as a power of the size has that power as its exponent', () => {
  const of = (power: number) => growthOf([100, 1000, 10_000].map((size) => [size, 3 * size ** power]))
  for (const power of [0, 0.5, 1, 2, -1]) expect(of(power)).toBeCloseTo(power)
  expect(growthOf([[100, 3]])).toBeNull()
  expect(
    growthOf([
      [100, 0],
      [1000, 0],
    ]),
  ).toBeNull()
})

test('only frames with a paint count, from one to the next, and their work from when the thread was free', () => {
  const frames = [
    { start: 0, end: 30, isPainted: false },
    { start: 16, end: 40, isPainted: true },
    { start: 48, end: 50, isPainted: false },
    { start: 64, end: 70, isPainted: true },
  ]
  expect(framesOf(frames)).toEqual({ frame: [32], work: [10] })
})

test('tasks before the first paint are not held against the page', () => {
  const seen = {
    frames: [],
    pressed: 0,
    written: [],
    longTasks: [
      { start: 5, ms: 400 },
      { start: 90, ms: 60 },
    ],
  }
  expect(longestTask(seen)).toBe(400)
  expect(longestTask(seen, 50)).toBe(60)
  expect(longestTask(seen, 500)).toBe(0)
})

describe('the report', () => {
  const limits = [20, 30]
  const rows = [
    { id: 'load.painted', row: { what: 'painted', unit: 'ms', limits } },
    { id: 'pan.far', row: { what: 'a frame', unit: 'ms', isFrame: true, limits } },
  ] as const
  const column = (size: number, values: Record<string, readonly number[]>, missing: Record<string, string> = {}) => ({
    size,
    times: 3,
    given: { megabytes: 1 } as never,
    values: new Map(Object.entries(values)),
    missing: new Map(Object.entries(missing)),
    peers: new Map([['echarts.load', [40]]]),
  })
  const report = (columns: ReturnType<typeof column>[]) => ({ machine: '', busyBefore: 0, browser: '', commit: '', rows, columns })
  const line = (text: string, start: string) => text.split('\n').find((one) => one.startsWith(`| ${start}`))

  test('a median beside its target, frames by their 95th percentile, ratios to the fastest', () => {
    const text = reportOf(
      report([
        column(100, { 'load.painted': [10, 30, 12], 'pan.far': [16, 16, 40] }),
        column(1000, { 'load.painted': [50, 60, 40], 'pan.far': [16] }),
      ]),
    )
    expect(line(text, 'painted')).toBe('| painted, ms | 12 (30) ✓ 20 | 50 (60) ✗ 30 | 0.62 |')
    expect(line(text, 'a frame')).toBe('| a frame, ms | 16 / 40 ✗ 20 | 16 / 16 ✓ 30 | −0.40 |')
    expect(text).toContain('- painted, ms at 1,000: 50, target 30, 1.7 times as much')
    expect(line(text, '**Headstand to the fastest, load**')).toBe('| **Headstand to the fastest, load** | 0.30 | 1.3 ✗ 0.45 |')
  })

  test('what was not through in time is told and no fault of the bench, unless at the smallest size', () => {
    const late = { 'pan.far': 'not in 60 s' }
    const good = column(100, { 'load.painted': [10], 'pan.far': [16] })
    const hard = report([good, column(1000, { 'load.painted': [10] }, late)])
    expect(line(reportOf(hard), 'a frame')).toContain('not in 60 s')
    expect(reportOf(hard)).toContain('at 1,000: not in 60 s, target 30')
    expect(unmeasured(hard)).toEqual([])
    expect(unmeasured(report([column(100, { 'load.painted': [10] }, late)]))).toEqual(['a frame, ms (not in 60 s)'])
    expect(unmeasured(report([column(100, { 'load.painted': [10] })]))).toEqual(['a frame, ms (nobody asked)'])
    expect(unmeasured(report([column(100_000, { 'load.painted': [10] }, late)]))).toEqual([])
    expect(unmeasured(report([column(100_000, { 'load.painted': [10] }, { 'pan.far': 'failed' })]))).toEqual(['a frame, ms (failed)'])
    expect(unmeasured(report([]))).toEqual(['anything'])
  })
})

test('a whole run is written, a part of it only where it is asked for', () => {
  expect(wishes([])).toMatchObject({ isWritten: true, hasPeers: true })
  expect(wishes(['1000', '--no-peers'])).toEqual({ sizes: [1000], times: null, only: [], hasPeers: false, isWritten: false })
  expect(wishes(['--only=load,flip', '--times=2', '--write'])).toMatchObject({ only: ['load', 'flip'], times: 2, isWritten: true })
  expect(() => wishes(['--fast'])).toThrow('--fast')
  expect(() => wishes(['few'])).toThrow('numbers of boxes')
})
