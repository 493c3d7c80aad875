// What it comes to: how many pages of what size, how much is on them, how small the letters are.
import type { Request } from '../../export/request'
import { useWords } from '../app/context'
import styles from './Figures.module.css'
import type { Making } from './useMade'

export function Figures({ making: { estimate, made }, request }: { readonly making: Making; readonly request: Request | null }) {
  const { say } = useWords()
  if (!estimate || !request) return null
  const [page] = made?.pages ?? []
  const pages = made?.pages.length ?? estimate.pages
  // Roughly as many bytes an element as were thought of before.
  const bytes = made ? (estimate.bytes / estimate.elements) * made.report.elements : estimate.bytes
  const figures = [
    say('dialog.figure.pages', { count: pages }),
    ...(page ? [sizeOf(page.points, request, say)] : []),
    say('dialog.figure.boxes', { count: made?.report.boxes ?? estimate.boxes }),
    ...(request.kind === 'svg'
      ? [say(pages > 1 ? 'dialog.figure.elements.most' : 'dialog.figure.elements', { count: made?.report.elements ?? estimate.elements })]
      : []),
    ...(request.kind === 'svg' ? [say('dialog.figure.bytes', { size: bytesIn(bytes, say) })] : []),
    ...(made && made.report.smallest !== null ? [say('dialog.figure.smallest', { points: rounded(made.report.smallest) })] : []),
  ]
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <li key={figure}>{figure}</li>
      ))}
    </ul>
  )
}

/** Letters are never said to be larger than they are. */
export const rounded = (points: number): number => Math.floor(points * 10) / 10

type Say = ReturnType<typeof useWords>['say']

const MM_A_POINT = 25.4 / 72
const UNITS_A_POINT = 4 / 3
/** Paper in millimetres, what goes on screens in its own units. */
function sizeOf({ width, height }: { readonly width: number; readonly height: number }, { kind }: Request, say: Say): string {
  const times = kind === 'pdf' ? MM_A_POINT : UNITS_A_POINT
  const [w, h] = [width, height].map((points) => String(Math.round(points * times))) as [string, string]
  return say(kind === 'pdf' ? 'dialog.figure.paper' : 'dialog.figure.units', { width: w, height: h })
}

export function bytesIn(bytes: number, say: Say): string {
  return bytes < 1e6
    ? say('dialog.bytes.thousands', { count: Math.max(1, Math.round(bytes / 1e3)) })
    : say('dialog.bytes.millions', { count: Math.round(bytes / 1e5) / 10 })
}
