// Where there is no Worker the job runs here; with one it is ended when nobody waits for it. The worker itself is met in test/browser.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buffersIn } from '../../src/base/transfer'
import { placingKey } from '../../src/state/turning'
import type { OpenAnswer, OpenInput } from '../../src/worker/open'
import { practiceFile } from '../../src/worker/practice'
import type { ReadProgress } from '../../src/worker/read'
import type { Answer } from '../../src/worker/rpc'
import { organisation } from '../bench/organisation.mjs'

const looked = { orientation: 'conventional', order: 'distance', folded: [], unstacked: [], isNarrow: false, isTight: false } as const
const input = (text: string): OpenInput => ({ files: [{ name: 'given.json', blob: new Blob([text]) }], looked })
const SHOP = '{"headstand":"1.0","roles":[{"id":"a"},{"id":"b","reportsTo":"a","meetsCustomers":true}]}'

let rpc: typeof import('../../src/worker/rpc')
beforeEach(async () => {
  vi.resetModules()
  rpc = await import('../../src/worker/rpc')
})
afterEach(() => vi.unstubAllGlobals())

async function all<T>(answers: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const one of answers) list.push(one)
  return list
}

describe('opening', () => {
  test('gives the chart that is looked at first, then those one key away, then what is counted', async () => {
    const progress: ReadProgress[] = []
    const [read, after, counted, ...more] = await all(rpc.run('open', input(SHOP), { report: (one) => progress.push(one) }))
    if (read?.kind !== 'read' || after?.kind !== 'turned' || counted?.kind !== 'counted') return expect.unreachable()
    expect(read.org?.doc.roles.length).toBe(2)
    const placings = [read.layout, ...after.turned.map(({ layout }) => layout)].map(
      (layout) => layout && placingKey(layout.placing).split('|').slice(0, 2).join(' '),
    )
    expect(placings).toEqual(['conventional -', 'flipped distance', 'flipped mirror'])
    expect(counted.columns.file).toEqual(read.uncounted?.file)
    expect(more).toEqual([])
    expect(progress.map((one) => one.stage)).toEqual(['bytes', 'understanding', 'building', 'placing'])
    expect(progress[0]).toMatchObject({ done: SHOP.length, total: SHOP.length })
  })
  test('hands each answer over whole: nothing of it is used for the next', async () => {
    const answers: OpenAnswer[] = []
    const { text } = organisation(400)
    for await (const answer of rpc.run('open', input(text))) {
      expect(buffersIn(answer)).not.toEqual([])
      answers.push(structuredClone(answer, { transfer: buffersIn(answer) }))
    }
    expect(answers).toEqual(await all(rpc.run('open', input(text))))
  })
  test('is practised on an organisation without a fault, which holds something of everything', async () => {
    const [read] = await all(rpc.run('open', input(practiceFile())))
    if (read?.kind !== 'read' || !read.org) return expect.unreachable()
    const { doc, structure, contacts, held } = read.org
    expect(read.diagnostics).toEqual([])
    expect([doc.roles.length, structure.layers, contacts.length > 100, held.length > 100]).toEqual([600, 5, true, true])
  })
  test('of what cannot be read gives a reason and nothing more', async () => {
    const answers = await all(rpc.run('open', input('42')))
    expect(answers).toMatchObject([{ kind: 'read', org: null, diagnostics: [{ code: 'not-an-organisation' }] }])
  })
  test('cancelled before or on the way ends as cancelled and reports no more', async () => {
    const done = new AbortController()
    done.abort()
    await expect(all(rpc.run('open', input(SHOP), { signal: done.signal }))).rejects.toBeInstanceOf(rpc.Cancelled)
    const later = new AbortController()
    const running = all(rpc.run('open', input(SHOP), { signal: later.signal, report: () => expect.unreachable() }))
    later.abort()
    await expect(running).rejects.toBeInstanceOf(rpc.Cancelled)
  })
})

describe('in a worker', () => {
  const workers: FakeWorker[] = []
  /** Says what the test has it say. */
  class FakeWorker {
    isEnded = false
    calls: unknown[] = []
    onmessage: (message: { data: Answer }) => void = () => {}
    onerror: (event: { preventDefault: () => void; message: string }) => void = () => {}
    constructor() {
      workers.push(this)
    }
    postMessage(call: unknown) {
      this.calls.push(call)
    }
    terminate() {
      this.isEnded = true
    }
    says(...answers: readonly Answer[]) {
      for (const data of answers) this.onmessage({ data })
    }
  }
  const answer = (value: unknown): Answer => ({ kind: 'answer', value })
  const running = () => workers.filter(({ isEnded }) => !isEnded)
  beforeEach(() => {
    workers.length = 0
    vi.stubGlobal('Worker', FakeWorker)
  })

  test('answers come in order, and the worker ends with the last', async () => {
    const answers = all(rpc.run('open', input(SHOP)))
    await Promise.resolve()
    workers[0]?.says(answer(1), answer(2), { kind: 'done' })
    expect(await answers).toEqual([1, 2])
    expect(running()).toHaveLength(0)
  })
  test('however slow it is, it is ended in the call that cancels', async () => {
    const wish = new AbortController()
    const answers = rpc.run('open', input(SHOP), { signal: wish.signal })
    const first = answers.next()
    expect(running()).toHaveLength(1)
    wish.abort()
    expect(running()).toHaveLength(0)
    await expect(first).rejects.toBeInstanceOf(rpc.Cancelled)
  })
  test('it is ended too where its first answer was taken and nobody is waiting for the next', async () => {
    const wish = new AbortController()
    const answers = rpc.run('open', input(SHOP), { signal: wish.signal })
    const first = answers.next()
    workers[0]?.says(answer(1), answer(2))
    expect((await first).value).toBe(1)
    wish.abort()
    expect(running()).toHaveLength(0)
    await expect(answers.next()).rejects.toBeInstanceOf(rpc.Cancelled)
  })
  test('one is kept warm for the next call, and only one', async () => {
    vi.useFakeTimers()
    rpc.prepareWorker()
    rpc.prepareWorker()
    expect(workers).toHaveLength(1)
    const answers = all(rpc.run('open', input(SHOP)))
    await Promise.resolve()
    expect(workers).toHaveLength(1)
    expect(workers[0]?.calls).toMatchObject([{ name: 'practise' }, { name: 'open' }])
    workers[0]?.says({ kind: 'done' })
    await answers
    expect(running()).toHaveLength(0)
    vi.runAllTimers()
    expect(running()).toHaveLength(1)
    vi.useRealTimers()
  })
  test('a fault in it is a fault of the call, with the stack it had there', async () => {
    const answers = all(rpc.run('open', input(SHOP)))
    await Promise.resolve()
    workers[0]?.says({ kind: 'failed', message: 'broken', stack: 'over there' })
    await expect(answers).rejects.toMatchObject({ message: 'broken', stack: 'over there' })
    expect(running()).toHaveLength(0)
  })
})
