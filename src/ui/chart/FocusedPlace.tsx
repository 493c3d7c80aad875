// Where the keyboard is on the chart, for those who do not see its ring: the chart names this as its active part.
import type { Place } from '../../layout/neighbour'
import type { Orientation } from '../../layout/types'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { sayPlace } from './saying'
import { sceneryOf } from './scenery'

export function FocusedPlace({ id, place, orientation }: { id: string; place: Place; orientation: Orientation | undefined }) {
  const { say } = useWords()
  const text = useApp((s) => {
    const scenery = sceneryOf(s, orientation)
    return scenery ? sayPlace(scenery, place) : ''
  })
  return <div id={id} className={controls.hidden} role="img" aria-roledescription={say(`page.place.${place.kind}`)} aria-label={text} />
}
