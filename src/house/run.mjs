// Another program, run to its end. Tools are started by Node on their own file, so that nothing is left behind by a wrapper.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './place.mjs'

/**
 * @typedef {{ code: number, output: string }} Outcome `code` is not 0 also where it could not start or ran out of time
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, shell?: boolean, shown?: boolean }} How
 */

/**
 * What it writes is kept or, with `shown`, goes straight to our own output.
 * @param {string} program @param {readonly string[]} args @param {How} how
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd = root, env = process.env, seconds = 600, shell = false, shown = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, shell, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (/** @type {string} */ text) => {
      output += text
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    const limit = setTimeout(() => {
      keep(`\nstopped after ${seconds} s`)
      child.kill('SIGKILL')
    }, seconds * 1000)
    const end = (/** @type {number} */ code) => {
      clearTimeout(limit)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      keep(error.message)
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * A tool of node_modules, by its own file.
 * @param {string} file @param {readonly string[]} args @param {How} [how]
 */
export const runTool = (file, args, how) => run(process.execPath, [join(root, 'node_modules', file), ...args], how)

/** npm itself: the one that started us, else the one on the path. @param {readonly string[]} args @param {How} [how] */
export function runNpm(args, how) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], how)
  return run('npm', args, { ...how, shell: process.platform === 'win32' })
}
