// A part of the page on its own, over a real store with the sample in it.
import { Blob as NodeBlob } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { createApp } from '../../src/state/app'
import type { Session, View } from '../../src/state/types'
import { AppContext } from '../../src/ui/app/context'
import { type ReadFile, read } from '../../src/worker/read'

// jsdom's own cannot be read as a stream
export const file = (name: string, text: string): ReadFile => ({ name, blob: new NodeBlob([text]) as unknown as Blob })
export const pinfold = file('pinfold.json', readFileSync('fixtures/pinfold.json', 'utf8'))

export async function staged(part: ReactNode, { isNarrow = false, ...given }: Partial<Session & View> & { isNarrow?: boolean } = {}) {
  vi.stubGlobal('matchMedia', () => ({ matches: isNarrow, addEventListener: () => {}, removeEventListener: () => {} }))
  const app = createApp(
    { read: (files, report) => read(files, report), sample: async () => pinfold },
    { orientation: 'flipped', isMotionReduced: true, ...given },
  )
  await app.openSample('pinfold')
  render(<AppContext value={app}>{part}</AppContext>)
  return app
}
