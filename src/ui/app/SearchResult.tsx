// One thing that was found: its title, where it is, who is meant; what matched is marked.
import { useEffect, useRef } from 'react'
import type { Words } from '../../base/words'
import { issueName, segmentName } from '../../i18n/sentences'
import type { Org } from '../../model/types'
import { labelsOf } from '../../scene/labels'
import { stretchesOf } from '../../state/letters'
import type { Hit } from '../../state/search'
import styles from './Search.module.css'

export interface ResultLine {
  readonly title: string
  readonly about: string
}
export function lineOf(org: Org, { kind, at, person }: Hit, words: Words, areNamesHidden: boolean): ResultLine {
  if (kind === 'segment') return { title: segmentName(org, at), about: words.say('find.segment') }
  if (kind === 'issue') return { title: issueName(org, at), about: words.say('find.issue') }
  const labels = labelsOf(org, 'screen', words, { names: areNamesHidden })
  const title = labels.title(at)
  const parts = [labels.unit(at), person ?? ''].filter((part) => part !== '' && part !== title)
  return { title, about: [...new Set(parts)].join(' · ') }
}

interface ResultProps extends ResultLine {
  readonly id: string
  readonly kind: Hit['kind']
  readonly words: readonly string[]
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}
export function SearchResult({ id, title, about, kind, words, isActive, onPoint, onChoose }: ResultProps) {
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field listens for keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div
      ref={item}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.result}
      data-kind={kind}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.title} dir="auto">
        <Marked text={title} words={words} />
      </span>
      {about && (
        <span className={styles.about} dir="auto">
          {kind === 'role' ? <Marked text={about} words={words} /> : about}
        </span>
      )}
    </div>
  )
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const stretches = stretchesOf(text, words)
  return (
    <>
      {stretches.map(({ from, to }, i) => [
        text.slice(stretches[i - 1]?.to ?? 0, from),
        <mark key={from} className={styles.mark}>
          {text.slice(from, to)}
        </mark>,
      ])}
      {text.slice(stretches.at(-1)?.to ?? 0)}
    </>
  )
}
