#!/usr/bin/env node
// The command line: built from src/cli when stale, without a word, then run in this very process, so that standard input,
// output and the exit code are its own. It sets process.exitCode and never calls process.exit: piped output is written to its end.
import './node-version.mjs'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { install } from './install.mjs'
import { cache, root } from './place.mjs'

const sources = ['src', 'public', 'package.json', 'package-lock.json']

/** Each state of the sources has a folder of its own, moved in place when complete: several may start at once. */
async function builtCommandLine() {
  await install(() => {})
  const name = `cli-${fingerprint(root, sources)}`
  const folder = join(cache, name)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    await build(unfinished)
    if (existsSync(folder)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, folder)
    for (const old of readdirSync(cache)) if (/^cli-\w+$/.test(old) && old !== name) rmSync(join(cache, old), { recursive: true })
  }
  return join(folder, 'main.mjs')
}

/** @param {string} outDir */
async function build(outDir) {
  const { build: bundle } = await import('vite')
  await bundle({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { HEADSTAND_VERSION: JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version) },
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/main.ts',
      outDir,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
}

const entry = await builtCommandLine().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
process.argv[1] = entry
await import(pathToFileURL(entry).href)
