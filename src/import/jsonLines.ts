// One JSON object a line, as databases and logs write it.
import { isObject } from './cells'
import { type JsonReading, parseJson } from './json'

/** null where the first two lines are not an object each. A line that is none becomes a text in the list, which readers tell of. */
export function readJsonLines(decoded: () => { readonly text: string }, head: string): JsonReading | null {
  const [first, second] = head.split(/\r?\n/, 50).filter((line) => line.trim() !== '')
  if (first === undefined || second === undefined || !isWholeObject(first) || !isWholeObject(second)) return null
  const lines = decoded()
    .text.split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  try {
    return { kind: 'value', value: parseJson(`[${lines.join(',')}]`) }
  } catch {
    return { kind: 'value', value: lines.map((line) => parsed(line)) }
  }
}

function isWholeObject(line: string): boolean {
  return line.trimStart().startsWith('{') && isObject(parsed(line))
}

function parsed(line: string): unknown {
  try {
    return parseJson(line)
  } catch {
    return line
  }
}
