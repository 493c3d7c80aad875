// The far side of the doorway: takes one call, answers it.
import { jobs } from './jobs'
import type { Answer, Call } from './rpc'

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
