// What the page is made of: a store with its two doors to the outside, and the components over it.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../../i18n/words'
import { createApp, type Ports } from '../../state/app'
import { run } from '../../worker/rpc'
import { App } from './App'
import './fonts.css'
import './tokens.css'

const ports: Ports = {
  read: (files, report, signal) => run('read', files, { report, signal }),
  async sample(name) {
    const answer = await fetch(new URL(`samples/${name}.json`, document.baseURI))
    if (!answer.ok) throw new Error(`sample ${name}: ${answer.status}`)
    return { name: `${name}.json`, blob: await answer.blob() }
  },
}

export function start(root: HTMLElement) {
  const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches
  // The first turn is the page's own; where nothing may move the chart has turned already.
  const app = createApp(ports, { language: languageAsked(), isMotionReduced, orientation: isMotionReduced ? 'flipped' : 'conventional' })
  createRoot(root).render(
    <StrictMode>
      <App app={app} />
    </StrictMode>,
  )
}

function languageAsked(): Language {
  return /[?#&]lang=pseudo\b/.test(location.href) ? 'pseudo' : 'en'
}
