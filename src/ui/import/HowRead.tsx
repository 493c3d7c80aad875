// How the bytes became rows, each thing with what else it might be.
import type { Corrections, Encoding, Separator, Understood, UnderstoodLink } from '../../import/understood'
import { useWords } from '../app/context'
import { Choice, type Option } from './Choice'
import { withLink } from './lines'
import styles from './Sheet.module.css'
import { ENCODINGS, SEPARATORS, separatorKey } from './sayFile'

interface Props {
  readonly understood: Understood
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
}
/** The row of names stands among the first. */
const HEADER_ROWS = 12

export function HowRead({ understood, corrections, onCorrect }: Props) {
  const words = useWords()
  const { say } = words
  const { format, encoding, separator, sheet, headerRow, links } = understood
  const formats = [format.is, ...format.others.map((one) => one.is)]
  const isText = sheet === undefined
  const isGuess = encoding.confidence < 0.9
  return (
    <div className={styles.how}>
      {formats.length > 1 && (
        <Choice
          label={say('import.how.format')}
          value={format.is}
          options={formats.map((id) => ({ value: id, label: nameOfFormat(id, say) }))}
          onChoose={(id) => onCorrect({ ...corrections, format: id })}
        />
      )}
      {sheet && sheet.siblings.length > 0 && (
        <Choice
          label={say('import.how.sheet')}
          value={sheet.name}
          options={sheetOptions(sheet, say)}
          onChoose={(name) => onCorrect({ ...corrections, sheet: name })}
        />
      )}
      {isText && (
        <Choice
          label={say(isGuess ? 'import.how.encoding.guess' : 'import.how.encoding')}
          value={encoding.is}
          isGuess={isGuess}
          options={ENCODINGS.map((one) => ({ value: one, label: say(`import.encoding.${one}`) }))}
          onChoose={(one) => onCorrect({ ...corrections, encoding: one as Encoding })}
        />
      )}
      {separator && (
        <Choice
          label={say('import.how.separator')}
          value={separator}
          options={SEPARATORS.map((one) => ({ value: one, label: say(`import.separator.${separatorKey(one)}`) }))}
          onChoose={(one) => onCorrect({ ...corrections, separator: one as Separator })}
        />
      )}
      {headerRow !== undefined && (
        <Choice
          label={say('import.how.header')}
          value={headerRow === null ? '' : String(headerRow)}
          options={headerOptions(headerRow, say)}
          onChoose={(row) => onCorrect({ ...corrections, headerRow: row === '' ? null : Number(row) })}
        />
      )}
      {links.length > 1 && (
        <Choice
          label={say('import.how.link')}
          value="0"
          options={links.map((link, i) => ({ value: String(i), label: nameOfLink(link, say) }))}
          onChoose={(i) => onCorrect(withLink(corrections, links[Number(i)] as UnderstoodLink))}
        />
      )}
    </div>
  )
}

type Say = ReturnType<typeof useWords>['say']

export function nameOfLink({ shape, id, manager }: UnderstoodLink, say: Say): string {
  if (shape === 'flat' || shape === 'graph') return id === '' ? manager : say('import.link.pair', { id, manager })
  return manager === '' ? say(`import.shape.${shape}`) : say('import.link.way', { shape: say(`import.shape.${shape}`), manager })
}

const FORMATS_KNOWN = new Set([
  'own',
  'csv',
  'workbook',
  'flat',
  'nested',
  'dict',
  'graph',
  'outline',
  'ldif',
  'yaml',
  'mermaid',
  'table',
  'matrix',
  'grants',
])
function nameOfFormat(id: string, say: Say): string {
  return FORMATS_KNOWN.has(id) ? say(`import.format.${id}`) : id
}
function sheetOptions({ name, siblings }: NonNullable<Understood['sheet']>, say: Say): readonly Option[] {
  const others = siblings.filter((one) => one.name !== name)
  return [
    { value: name, label: name },
    ...others.map((one) => ({
      value: one.name,
      label: say(one.isHidden ? 'import.how.sheet.hidden' : 'import.how.sheet.other', { name: one.name, count: one.rows }),
    })),
  ]
}
function headerOptions(headerRow: number | null, say: Say): readonly Option[] {
  const most = Math.max(HEADER_ROWS, headerRow ?? 0)
  return [
    { value: '', label: say('import.how.header.none') },
    ...Array.from({ length: most }, (_, i) => ({ value: String(i + 1), label: say('import.how.header.row', { row: i + 1 }) })),
  ]
}
