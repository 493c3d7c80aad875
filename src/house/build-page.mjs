// The page as it is served, in dist/. Built again only where something that goes into it has changed.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped } from './fingerprint.mjs'
import { root } from './place.mjs'
import { runTool } from './run.mjs'

const stamp = join(root, 'dist', '.stamp')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/** @param {(line: string) => void} say @returns {Promise<boolean>} whether it had to be built */
export async function buildPage(say) {
  const wanted = fingerprint(root, sources)
  if (isStamped(stamp, wanted) && existsSync(join(root, 'dist', 'index.html'))) return false
  say('Building the page …')
  const { code, output } = await runTool('vite/bin/vite.js', ['build'])
  if (code !== 0) throw new Error(`the page could not be built:\n${output}`)
  writeFileSync(stamp, wanted)
  return true
}
