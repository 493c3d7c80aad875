// What the panel tells of the topic in hand: one component a kind of topic, in this folder.

import { selectIsCounting } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useApp } from '../../app/context'
import { CaseTopic } from './CaseTopic'
import { IssueTopic } from './IssueTopic'
import { RoadblocksTopic } from './RoadblocksTopic'
import { RoleTopic } from './RoleTopic'
import { SegmentTopic } from './SegmentTopic'
import { ThresholdsTopic } from './ThresholdsTopic'
import { TopicToCome } from './TopicToCome'
import { TotalsTopic } from './TotalsTopic'
import { WayTopic } from './WayTopic'
import { WhyTopic } from './WhyTopic'

export function TopicView({ topic }: { topic: Topic }) {
  const isCounting = useApp(selectIsCounting)
  if (isCounting) return <TopicToCome topic={topic} />
  switch (topic.kind) {
    case 'role':
      return <RoleTopic topic={topic} />
    case 'segment':
      return <SegmentTopic topic={topic} />
    case 'issue':
      return <IssueTopic topic={topic} />
    case 'case':
      return <CaseTopic topic={topic} />
    case 'way':
      return <WayTopic topic={topic} />
    case 'why':
      return <WhyTopic topic={topic} />
    case 'totals':
      return <TotalsTopic />
    case 'roadblocks':
      return <RoadblocksTopic />
    case 'thresholds':
      return <ThresholdsTopic topic={topic} />
    case 'card':
      return null // opens in its place in the list
  }
}
