import type { FeedbackChannel } from '../types'
import type { ChannelEdit, EditKind } from './edit'
import { freeId, withRow } from './rows'

/** Lets a role tell another what customers say. */
export const channel: EditKind<ChannelEdit> = {
  kind: 'channel',
  validate: (_, { channel }) => (channel.from === '' || channel.to === '' || channel.from === channel.to ? 'channel-incomplete' : null),
  apply: (doc, edit) => {
    const id = edit.channel.id ?? freeId(doc.feedback, `channel-${edit.channel.from}-${edit.channel.to}`)
    return { ...doc, feedback: withRow(doc.feedback, { ...edit.channel, id } as FeedbackChannel) }
  },
}
