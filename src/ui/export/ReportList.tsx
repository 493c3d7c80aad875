// What it shows beside the chart, and what is otherwise than on the page: said before it is sent.
import { selectFollowed } from '../../state/derived'
import { selectTrial } from '../../state/trial'
import { useApp, useWords } from '../app/context'
import styles from './Figures.module.css'
import type { Made } from './making'

interface Props {
  readonly made: Made | null
  /** What is laid over the chart on these pages: of a large file not yet what was chosen, as on the page. */
  readonly overlay: string
}

export function ReportList({ made, overlay }: Props) {
  const { say } = useWords()
  const followed = useApp(selectFollowed)
  const isTrial = useApp(selectTrial) !== null
  if (!made) return null
  const { leftOut, below, shortened, isFollowedLeftOut, changes } = made.report
  const lines = [
    say('dialog.shows', { overlay: say(`overlay.${overlay}`) }),
    ...(followed ? [say(isFollowedLeftOut ? 'dialog.report.unfollowed' : `dialog.shows.${followed.path.kind}`)] : []),
    ...(isTrial ? [say('dialog.shows.trial')] : []),
    ...(leftOut > 0 ? [say('dialog.report.leftOut', { count: leftOut })] : []),
    ...(below > 0 ? [say('dialog.report.below', { count: below })] : []),
    ...(shortened > 0 ? [say('dialog.report.shortened', { count: shortened })] : []),
    ...changes.map(({ kind, count, places }) => say(`dialog.report.${kind}`, { count, places })),
  ]
  return (
    <ul className={styles.report} aria-label={say('dialog.report')}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}
