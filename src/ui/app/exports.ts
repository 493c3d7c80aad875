// What can be taken away, as groups of a menu.
import type { Size, What } from '../../export/page'
import { selectDoc } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import type { MenuGroup } from './Menu'
import { saveDrawing, saveFindings, savePicture, saveReport } from './saving'
import { useStages } from './stages'

const PAGES: readonly { readonly what: What; readonly key: string }[] = [
  { what: 'view', key: 'page.export.seen' },
  { what: 'everything', key: 'page.export.everything' },
]
const SIZES: readonly { readonly size: Size; readonly key: string }[] = [
  { size: '16:9', key: 'page.export.slide' },
  { size: 'natural', key: 'page.export.natural' },
]

export function useExports(): readonly MenuGroup[] {
  const { say } = useWords()
  const app = useActions()
  const stages = useStages()
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  if (!hasDoc) return []
  const drawings = PAGES.map(({ what, key: heading }) => ({
    key: what,
    heading: say(heading),
    items: [
      ...SIZES.map(({ size, key }) => ({
        key: `${what}-${size}`,
        label: say(key),
        onChoose: () => saveDrawing(app, stages, what, size),
      })),
      { key: `${what}-png`, label: say('page.export.png'), onChoose: () => savePicture(app, stages, what) },
    ],
  }))
  const findings = {
    key: 'findings',
    heading: say('page.export.findings'),
    items: [
      { key: 'report', label: say('page.export.report'), onChoose: () => saveReport(app) },
      { key: 'table', label: say('page.export.table'), onChoose: () => saveFindings(app) },
    ],
  }
  return [...drawings, findings]
}
