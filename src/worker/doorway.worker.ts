// The far side of the doorway: takes one call, answers it.
import { buffersIn } from '../base/transfer'
import { jobs } from './jobs'
import type { Answer, Call } from './rpc'

// The policy of the page binds no worker: that would be a header of its host's. So what could ask anybody for anything is put out of reach;
// some library always brings a downloader (Papa Parse does) that nobody calls.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker'])
  Object.defineProperty(self, name, { value: undefined })

const tell = (message: Answer, travelling: Transferable[] = []) => self.postMessage(message, { transfer: travelling })

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  try {
    for await (const value of jobs[data.name](data.input as never, (progress) => tell({ kind: 'progress', value: progress })))
      tell({ kind: 'answer', value }, buffersIn(value))
    tell({ kind: 'done' })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    tell({ kind: 'failed', message, stack })
  }
}
