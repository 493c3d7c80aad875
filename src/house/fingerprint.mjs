// One line for the content of files and folders: two are equal where nothing has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} base @param {readonly string[]} paths files or folders under `base`; one that is missing counts as missing */
export function fingerprint(base, paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesOf(base, path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(base, file)))
        .update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** @param {string} base @param {string} path @returns {string[]} in one order on every machine, with `/` */
function filesOf(base, path) {
  const full = join(base, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(base, `${path}/${name}`))
}

/** @param {string} file @param {string} wanted */
export const isStamped = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted
