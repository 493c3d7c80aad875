// Chromium from an npm package made for Amazon's machines, for a Linux that has none: no root, no system change, pinned by a lock.
// The package unpacks into a shared folder under a fixed name, leaves its libraries packed elsewhere than at Amazon, and has
// a fonts.conf for other folders, without which Chromium dies at the first text. So it is unpacked here, by ourselves.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { fingerprint } from './fingerprint.mjs'
import { cache, root } from './place.mjs'
import { runNpm } from './run.mjs'
import { untar } from './tar.mjs'

const recipe = 'test/browser/chromium'

/** The path of a small script that starts it with its own libraries and fonts. @param {(line: string) => void} say */
export async function bundledChromium(say) {
  const folder = join(cache, `chromium-${fingerprint(root, [recipe, 'src/house/bundled-chromium.mjs'])}`)
  if (!existsSync(folder)) {
    say('Fetching a Chromium from npm …')
    const unfinished = `${folder}.${process.pid}`
    try {
      await fetchInto(unfinished)
      renameSync(unfinished, folder)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  return join(folder, 'chromium.sh')
}

/** @param {string} folder */
async function fetchInto(folder) {
  cpSync(join(root, recipe), folder, { recursive: true })
  const { code, output } = await runNpm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--prefix', folder],
    {
      cwd: folder,
      seconds: 300,
    },
  )
  if (code !== 0) throw new Error(`npm could not install it: ${output.trim()}`)
  const unpacked = (/** @type {string} */ name) =>
    brotliDecompressSync(readFileSync(join(folder, 'node_modules/@sparticuz/chromium/bin', name)))
  writeFileSync(join(folder, 'chromium'), unpacked('chromium.br'), { mode: 0o755 })
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    for (const { name, content } of untar(unpacked(archive))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content, { mode: 0o755 })
    }
  }
  writeFileSync(join(folder, 'fonts.conf'), fonts)
  writeFileSync(join(folder, 'chromium.sh'), start)
  chmodSync(join(folder, 'chromium.sh'), 0o755)
  rmSync(join(folder, 'node_modules'), { recursive: true })
}

const start = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib:$here" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
</fontconfig>
`
