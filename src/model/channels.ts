// Who is told what customers say: feedback channels with their references resolved. A reporting line is no channel unless it is declared.
import { once } from '../base/memo'
import { cellAt } from '../base/table'
import { RoleRefs } from './titles'
import type { FeedbackChannel, Org } from './types'

export interface OpenChannel {
  readonly from: number
  readonly to: number
  readonly channel: FeedbackChannel
}

/** Channels to oneself left out. */
export const openChannels = once(({ doc, structure }: Org): readonly OpenChannel[] => {
  const refs = new RoleRefs(doc, structure.parent)
  return (doc.feedback ?? []).flatMap((channel) =>
    Array.from(refs.sources(channel.from)).flatMap((from) => {
      const to = refs.target(channel.to, from)
      return to === undefined || to === from ? [] : [{ from, to, channel }]
    }),
  )
})

/** That no channel leaves it means something (domain.md 3.6, F07). */
export function isFeedbackKnown({ doc }: Pick<Org, 'doc'>, role: number): boolean {
  return doc.coverage.feedback === 'complete' || (cellAt(doc.roles, 'known', role)?.includes('feedback') ?? false)
}
