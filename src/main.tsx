// The page is mounted here.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from './i18n/words'
import { createApp } from './state/app'
import { App } from './ui/app/App'
import './ui/app/fonts.css'
import './ui/app/tokens.css'
import { run } from './worker/rpc'

const app = createApp(
  {
    read: (files, report, signal) => run('read', files, { report, signal }),
    async sample(name) {
      const answer = await fetch(new URL(`samples/${name}.json`, document.baseURI))
      if (!answer.ok) throw new Error(`sample ${name}: ${answer.status}`)
      return { name: `${name}.json`, blob: await answer.blob() }
    },
  },
  {
    language: languageAsked(),
    ...(matchMedia('(prefers-reduced-motion: reduce)').matches && { orientation: 'flipped', isMotionReduced: true }),
  },
)

const root = document.getElementById('root')
if (!root) throw new Error('no place for the page')
createRoot(root).render(
  <StrictMode>
    <App app={app} />
  </StrictMode>,
)

function languageAsked(): Language {
  return /[?#&]lang=pseudo\b/.test(location.href) ? 'pseudo' : 'en'
}
