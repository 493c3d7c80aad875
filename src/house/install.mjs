// Packages, exactly as locked. Nothing happens where they are already those of this lock and this Node.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped } from './fingerprint.mjs'
import { root } from './place.mjs'
import { runNpm } from './run.mjs'

const stamp = join(root, 'node_modules', '.headstand')

/** @param {(line: string) => void} say @returns {Promise<boolean>} whether anything had to be installed */
export async function install(say) {
  const wanted = `${fingerprint(root, ['package-lock.json'])} ${process.version}`
  if (isStamped(stamp, wanted)) return false
  say('Installing the packages …')
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new Error(`npm could not install the packages:\n${output}`)
  writeFileSync(stamp, wanted)
  return true
}
