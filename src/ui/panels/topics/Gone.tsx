// What was asked about is no longer there: an edit was undone, another file opened.
import { useWords } from '../../app/context'
import { Frame } from './Frame'

export function Gone({ kicker }: { kicker: string }) {
  const { say } = useWords()
  return <Frame kicker={kicker} title={say('page.topic.gone')} />
}
