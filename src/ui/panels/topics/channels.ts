// Who is told what customers say, seen from one role.
import { openChannels } from '../../../model/channels'
import type { FeedbackChannel, Org } from '../../../model/types'

export interface Channel {
  readonly role: number
  readonly channel: FeedbackChannel
}
export function channelsOf(org: Org, role: number): { readonly tells: readonly Channel[]; readonly hears: readonly Channel[] } {
  const open = openChannels(org)
  return {
    tells: open.flatMap(({ from, to, channel }) => (from === role ? [{ role: to, channel }] : [])),
    hears: open.flatMap(({ from, to, channel }) => (to === role ? [{ role: from, channel }] : [])),
  }
}
