// What the page is made of: a store with its two doors to the outside, and the components over it.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../../i18n/words'
import { createApp, type Ports } from '../../state/app'
import { selectTheme } from '../../state/derived'
import { linkedIn } from '../../state/hash'
import { preferencesIn } from '../../state/keeping/preferences'
import { openFiles, prepareOpening } from '../../worker/opening'
import { App } from './App'
import './fonts.css'
import { attend, keepPortOfPage, linkFollowed } from './keeping'
import { SAMPLES } from './samples'
import { slicesOfPage } from './slices'
import './tokens.css'

const ports: Ports = {
  read: (files, report, asked) => openFiles(files, { report, ...asked }),
  slices: slicesOfPage(),
  async sample(name) {
    const answer = await fetch(new URL(`samples/${name}.json`, document.baseURI))
    if (!answer.ok) throw new Error(`sample ${name}: ${answer.status}`)
    return { name: `${name}.json`, blob: await answer.blob() }
  },
}

export function start(root: HTMLElement) {
  const keep = keepPortOfPage()
  const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches
  const app = createApp(
    { ...ports, keep },
    {
      isMotionReduced,
      today: dayOf(new Date()),
      prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
      // The first turn is the page's own; where nothing may move the chart has turned already.
      orientation: isMotionReduced ? 'flipped' : 'conventional',
      ...preferencesIn(keep.preferences.read()),
      ...linkedIn(location.hash),
      ...languageAsked(),
    },
  )
  document.documentElement.dataset.theme = selectTheme(app.store.getState()) // before anything is painted
  attend(app, keep)
  void app.begin(SAMPLES[0], linkFollowed()).then(prepareOpening)
  createRoot(root).render(
    <StrictMode>
      <App app={app} />
    </StrictMode>,
  )
}

/** As `2026-11-22`, by the reader’s own clock. */
const dayOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

function languageAsked(): { readonly language?: Language } {
  return /[?&]lang=pseudo\b/.test(location.search) ? { language: 'pseudo' } : {}
}
