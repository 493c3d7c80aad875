// The far side of the doorway: takes one call, answers it. Until then it may practise.
import { buffersIn } from '../base/transfer'
import { jobs } from './jobs'
import { practiceFile } from './practice'
import type { Answer, Call, Practise } from './rpc'

// The policy of the page binds no worker: that would be a header of its host's. So what could ask anybody for anything is put out of reach;
// some library always brings a downloader (Papa Parse does) that nobody calls.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker'])
  Object.defineProperty(self, name, { value: undefined })

const tell = (message: Answer, travelling: Transferable[] = []) => self.postMessage(message, { transfer: travelling })
const nextTask = () => new Promise((resolve) => setTimeout(resolve))
let isCalled = false

self.onmessage = ({ data }: MessageEvent<Call | Practise>) => {
  if (data.name === 'practise') return void practise()
  isCalled = true
  void take(data)
}

async function take({ name, input }: Call) {
  try {
    for await (const value of jobs[name](input as never, (progress) => tell({ kind: 'progress', value: progress })))
      tell({ kind: 'answer', value }, buffersIn(value))
    tell({ kind: 'done' })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    tell({ kind: 'failed', message, stack })
  }
}

/** Until it is called, or fast enough. */
const ROUNDS = 12
async function practise() {
  const files = [{ name: 'practice.json', blob: new Blob([practiceFile()]) }]
  for (let round = 0; round < ROUNDS && !isCalled; round++) {
    const looked = { ...LOOKED, orientation: round % 2 ? 'flipped' : 'conventional' } as const
    for await (const _ of jobs.open({ files, looked }, () => {})) if (isCalled) break
    await nextTask()
  }
}
const LOOKED = { order: 'distance', folded: [], unstacked: [], isNarrow: false, isTight: false } as const
