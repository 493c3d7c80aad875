// What a file holds that is no picture: what it is for, and how it begins.
import { useEffect, useMemo, useState } from 'react'
import { trialEdits } from '../../state/trial'
import { useApp, useWords } from '../app/context'
import styles from './Contents.module.css'
import type { TEXTS } from './choices'
import { type Own, written } from './writing'

type Text = (typeof TEXTS)[number]

export function Contents({ purpose, own }: { readonly purpose: Text; readonly own: Own | null }) {
  const { say } = useWords()
  const text = useText(purpose, own)
  const isTrying = useApp((state) => trialEdits(state).length > 0)
  return (
    <div className={styles.contents}>
      <h3 className={styles.heading}>{say(`dialog.for.${purpose}`)}</h3>
      <p className={styles.about}>{say(`dialog.about.${purpose}`)}</p>
      {isTrying && <p className={styles.untried}>{say('dialog.untried')}</p>}
      {text !== null && purpose === 'report' && <Report html={text} />}
      {text !== null && (purpose === 'findings' || purpose === 'matrix') && <Lines text={text} />}
    </div>
  )
}

function useText(purpose: Text, own: Own | null): string | null {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    setText(null)
    if (!own || purpose === 'document') return
    const asked = new AbortController()
    written(purpose, own, asked.signal)
      .then((file) => file?.blob.text())
      .then((all) => asked.signal.aborted || setText(all ?? null))
      .catch(() => {}) // it is said when it is to be saved
    return () => asked.abort()
  }, [purpose, own])
  return text
}

const SHOWN = 14
/** How a table begins, as it stands in the file. */
function Lines({ text }: { readonly text: string }) {
  const { say } = useWords()
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  return (
    <>
      <pre className={styles.lines} dir="auto">
        {lines.slice(0, SHOWN).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike
          <span key={i}>{line}</span>
        ))}
      </pre>
      <p className={styles.about}>{say('dialog.contents.rows', { count: lines.length - 1 })}</p>
    </>
  )
}

const TOLD = 'header p, h1, h2, dl div, li'
/** The sentences of the page, in its order; its own look comes with the file, and the policy of this page would refuse it. */
function Report({ html }: { readonly html: string }) {
  const sentences = useMemo(() => {
    const page = new DOMParser().parseFromString(html.replace(/<style>[^<]*<\/style>/, ''), 'text/html')
    return [...page.querySelectorAll(TOLD)].map((one) => {
      const parts = [...one.childNodes].map((part) => part.textContent?.trim()).filter(Boolean)
      const as = one.tagName.toLowerCase()
      return { as, text: (as === 'div' ? parts.reverse() : parts).join(' ') } // a total is written under its number
    })
  }, [html])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its place, and is scrolled by keyboard too
    <article className={styles.paper} dir="auto" tabIndex={0}>
      {sentences.map(({ as, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it never changes its order
        <p key={i} data-as={as}>
          {text}
        </p>
      ))}
    </article>
  )
}
