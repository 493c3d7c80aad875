// Who is told what customers say: feedback channels with their references resolved.
import { once } from '../../../base/memo'
import { cellAt } from '../../../base/table'
import { RoleRefs } from '../../../model/titles'
import type { FeedbackChannel, Org } from '../../../model/types'

export interface Channel {
  readonly role: number
  readonly channel: FeedbackChannel
}
interface OpenChannel {
  readonly from: number
  readonly to: number
  readonly channel: FeedbackChannel
}
export function channelsOf(org: Org, role: number): { readonly tells: readonly Channel[]; readonly hears: readonly Channel[] } {
  const open = openChannels(org)
  return {
    tells: open.flatMap(({ from, to, channel }) => (from === role ? [{ role: to, channel }] : [])),
    hears: open.flatMap(({ from, to, channel }) => (to === role ? [{ role: from, channel }] : [])),
  }
}

/** That no channel leaves it means something (domain.md 3.6, F07). */
export function isFeedbackKnown({ doc }: Org, role: number): boolean {
  return doc.coverage.feedback === 'complete' || (cellAt(doc.roles, 'known', role)?.includes('feedback') ?? false)
}

const openChannels = once(({ doc, structure }: Org): readonly OpenChannel[] => {
  const refs = new RoleRefs(doc, structure.parent)
  return (doc.feedback ?? []).flatMap((channel) =>
    [...refs.sources(channel.from)].flatMap((from) => {
      const to = refs.target(channel.to, from)
      return to === undefined || to === from ? [] : [{ from, to, channel }]
    }),
  )
})
