// The same pipeline from the command line (headless.md). A command is a file in commands/; messages go to standard error.
import { UnusableArguments } from './arguments'
import type { Command } from './command'
import { UnreadableFile } from './files'

/** Written in when the command line is built (src/house/headstand.mjs). */
declare const HEADSTAND_VERSION: string

const modules = import.meta.glob<{ command: Command }>('./commands/*.ts', { eager: true })
const commands = new Map(Object.values(modules).map(({ command }) => [command.name, command]))

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || rest.includes('--version')) return say(`headstand ${HEADSTAND_VERSION}`)
  if (name === undefined || name === '--help' || name === 'help') return say(help())
  const command = commands.get(name)
  if (!command) return fail(`There is no command “${name}”.\n\n${help()}`)
  if (rest.includes('--help')) return say(`headstand ${command.usage}\n\n${command.does}`)
  try {
    return await command.run(rest)
  } catch (error) {
    if (error instanceof UnusableArguments) return fail(`${error.message}\n\nheadstand ${command.usage}`)
    if (error instanceof UnreadableFile) return fail(error.message)
    throw error
  }
}

function help(): string {
  const width = Math.max(...[...commands.keys()].map((name) => name.length))
  const lines = [...commands.values()].map(
    (command) => `  ${command.name.padEnd(width)}  ${command.does}\n  ${' '.repeat(width)}  headstand ${command.usage}`,
  )
  return `headstand COMMAND …\n\n${lines.join('\n')}\n\nSeveral files add up; - reads standard input.`
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}
function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main(process.argv.slice(2))
