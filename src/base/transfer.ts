// What travels between threads without being copied.

/** The buffers in a plain value (objects, lists, maps, sets, typed arrays), each once. */
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
  return [...found]
}
