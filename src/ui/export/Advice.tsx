// What somebody should know before they send it, and the better offer as a button.
import { MOST_PAGES, READABLE } from '../../export/pages'
import type { Offer, Request } from '../../export/request'
import { useWords } from '../app/context'
import type { Choices } from './choices'
import { bytesIn, rounded } from './Figures'
import styles from './Figures.module.css'
import type { Making } from './useMade'
import { Warning } from './Warning'

interface Props {
  readonly making: Making
  readonly request: Request | null
  readonly onChange: (change: Partial<Choices>) => void
}

export function Advice({ making, request, onChange }: Props) {
  const { say } = useWords()
  const { made, estimate, offer, hasFailed } = making
  if (!request) return <p className={styles.calm}>{say('dialog.branch.none')}</p>
  if (hasFailed) return <Warning text={say('dialog.failed')} />
  if (estimate?.weight === 'too large')
    return (
      <Warning
        text={
          estimate.pages > MOST_PAGES
            ? say('dialog.tooMany', { pages: estimate.pages, most: MOST_PAGES })
            : say('dialog.tooLarge', { elements: estimate.elements, size: bytesIn(estimate.bytes, say) })
        }
        offers={SMALLER.filter((part) => part !== request.part.kind).map((part) => ({
          label: say(`dialog.tooLarge.${part}`),
          onTake: () => onChange({ part, ...(part === 'pages' ? { paper: '16:9' } : {}) }),
        }))}
      />
    )
  const smallest = made?.report.smallest ?? READABLE
  if (smallest < READABLE)
    return (
      <Warning
        text={[say('dialog.small', { points: rounded(smallest) }), ...(offer === null ? [say('dialog.small.help')] : [])].join(' ')}
        offers={offer ? [{ label: labelOf(offer, request, say), onTake: () => onChange(choicesIn(offer)) }] : []}
      />
    )
  if (made && made.report.weight === 'heavy' && request.kind === 'svg')
    return <Warning text={say('dialog.heavy', { elements: made.report.elements })} />
  return null
}
const SMALLER = ['pages', 'levels', 'branch'] as const

type Say = ReturnType<typeof useWords>['say']

/** What is otherwise than it is asked now: the size, or what is drawn. */
function labelOf({ part, size, points }: Offer, request: Request, say: Say): string {
  const isOther = part.kind !== request.part.kind || part.kind === 'levels'
  const what =
    part.kind === 'levels'
      ? say('dialog.offer.levels', { count: part.levels })
      : say(part.kind === 'branch' ? 'dialog.offer.branch' : `dialog.part.${part.kind}`)
  return say('dialog.offer', { what: isOther ? what : say(`dialog.offer.${size}`), points: rounded(points) })
}
function choicesIn({ part, size }: Offer): Partial<Choices> {
  return {
    part: part.kind,
    paper: size,
    ...(part.kind === 'branch' ? { role: part.role } : {}),
    ...(part.kind === 'levels' ? { levels: part.levels } : {}),
  }
}
