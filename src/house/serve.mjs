// The built page on this machine only.
import { root } from './place.mjs'

/** @param {{ port: number, strictPort: boolean }} where without `strictPort` the next free port is taken */
export async function serve({ port, strictPort }) {
  const { preview } = await import('vite')
  const server = await preview({ root, logLevel: 'silent', preview: { port, strictPort, open: false } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the page is served, but has no address')
  return { address, close: () => server.close() }
}
