// While the cases of a large organisation are counted: what was asked about, and that the rest is on its way.

import type { Words } from '../../../base/words'
import { issueName, roleName, segmentName } from '../../../i18n/sentences'
import { roleAt } from '../../../model/roles'
import type { Org } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useApp, useWords } from '../../app/context'
import { Frame } from './Frame'

export function TopicToCome({ topic }: { topic: Topic }) {
  const words = useWords()
  const { say } = words
  const org = useApp(selectOrg)
  return org && <Frame kicker={say('page.counting.short')} title={nameOf(org, topic, words)} />
}

function nameOf(org: Org, topic: Topic, { say }: Words): string {
  switch (topic.kind) {
    case 'role':
    case 'card':
      return nameOfRole(org, topic.role)
    case 'segment':
      return segmentName(org, org.segmentAt.get(topic.segment) ?? -1)
    case 'issue':
      return issueName(org, org.issueTypeAt.get(topic.issueType) ?? -1)
    case 'case':
      return issueName(org, org.issueTypeAt.get(topic.of.issueType) ?? -1)
    case 'way':
      return nameOfRole(org, topic.to)
    case 'totals':
    case 'roadblocks':
      return say(`${topic.kind}.title`)
    case 'thresholds':
      return say('judging.counts')
    case 'why':
      return ''
  }
}
function nameOfRole(org: Org, id: string): string {
  const role = roleAt(org, id)
  return role === undefined ? '' : roleName(org, role)
}
