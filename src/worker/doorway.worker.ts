// The far side of the doorway: takes one call, answers it.
import { jobs } from './jobs'
import type { Answer, Call } from './rpc'

// The policy of the page binds no worker: that would be a header of its host's. So what could ask anybody for anything is put out of reach;
// some library always brings a downloader (Papa Parse does) that nobody calls.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker'])
  Object.defineProperty(self, name, { value: undefined })

const answer = (message: Answer) => self.postMessage(message)

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  try {
    const value = await jobs[data.name](data.input as never, (progress) => answer({ kind: 'progress', value: progress }))
    answer({ kind: 'done', value })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    answer({ kind: 'failed', message, stack })
  }
}
