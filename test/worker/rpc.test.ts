// Where there is no Worker the job runs here; the worker itself is met in test/browser.
import { expect, test } from 'vitest'
import type { ReadProgress } from '../../src/worker/read'
import { Cancelled, run } from '../../src/worker/rpc'

const files = (text: string) => [{ name: 'given.json', blob: new Blob([text]) }]

test('a job gives its value and says how far it is', async () => {
  const progress: ReadProgress[] = []
  const { doc } = await run('read', files('{"headstand":"1.0","roles":[{"id":"a"}]}'), { report: (one) => progress.push(one) })
  expect(doc?.roles.length).toBe(1)
  expect(progress.map((one) => one.stage)).toEqual(['bytes', 'understanding', 'building'])
  expect(progress[0]).toMatchObject({ done: 40, total: 40 })
})
test('its value can be cloned, so that it can cross to the page', async () => {
  const output = await run('read', files('{"headstand":"1.0","roles":[{"id":"a"}]}'))
  expect(structuredClone(output)).toEqual(output)
})
test('what cannot be read is no document and a reason', async () => {
  const { doc, diagnostics } = await run('read', files('42'))
  expect(doc).toBeNull()
  expect(diagnostics[0]?.code).toBe('not-an-organisation')
})
test('cancelled before or on the way, it ends as cancelled and reports no more', async () => {
  const done = new AbortController()
  done.abort()
  await expect(run('read', files('42'), { signal: done.signal })).rejects.toBeInstanceOf(Cancelled)
  const later = new AbortController()
  const running = run('read', files('42'), { signal: later.signal, report: () => expect.unreachable() })
  later.abort()
  await expect(running).rejects.toBeInstanceOf(Cancelled)
})
