// What travels between threads without being copied.

/** The buffers in a plain value (objects, lists, maps, sets, typed arrays), each once; small ones are left to be copied: they may be constants that many values share. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const seen = new Set<object>()
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    if (ArrayBuffer.isView(one)) found.add(one.buffer as ArrayBuffer)
    else if (one instanceof ArrayBuffer) found.add(one)
    else if (one instanceof Map) for (const entry of one) open.push(...entry)
    else if (one instanceof Set) for (const each of one) open.push(each)
    else if (Array.isArray(one)) {
      if (typeof one[0] === 'object') for (const each of one) open.push(each)
    } else for (const key of Object.keys(one)) open.push((one as Record<string, unknown>)[key])
  }
  return [...found].filter((buffer) => buffer.byteLength >= WORTH_BYTES)
}
const WORTH_BYTES = 1024

type Column = ArrayBufferView & { slice(): Column }

/** The same value with buffers of its own; what holds none is shared with it. For a value that is to be read after its buffers are gone. */
export function copied<T>(value: T): T {
  const made = new Map<object, unknown>()
  const copyOf = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    const known = made.get(one)
    if (known !== undefined) return known
    const copy = freshCopy(one, copyOf)
    made.set(one, copy)
    return copy
  }
  return copyOf(value) as T
}
function freshCopy(one: object, copyOf: (value: unknown) => unknown): unknown {
  if (ArrayBuffer.isView(one)) return (one as Column).slice()
  if (one instanceof ArrayBuffer) return one.slice(0)
  if (one instanceof Map || one instanceof Set) return one
  if (Array.isArray(one)) {
    if (typeof one[0] !== 'object') return one
    const items = one.map(copyOf)
    return items.some((item, i) => item !== one[i]) ? items : one
  }
  const entries = Object.entries(one).map(([key, part]) => [key, part, copyOf(part)] as const)
  return entries.some(([, part, copy]) => part !== copy) ? Object.fromEntries(entries.map(([key, , copy]) => [key, copy])) : one
}
