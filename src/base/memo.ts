// What is made of a value is made once, and goes when it goes: values never change, so nothing has to be forgotten by hand.

export interface Once<Of extends object, Rest extends readonly unknown[], Made> {
  (of: Of, ...rest: Rest): Made
  /** What was made elsewhere, in a worker: it is not made again. */
  readonly keep: (of: Of, made: Made) => void
  /** Whether it has been made. */
  readonly has: (of: Of) => boolean
}

/** The same answer for the same value, made when it is first asked for. `rest` has to follow from it: it is not compared. */
export function once<Of extends object, Rest extends readonly unknown[], Made>(
  make: (of: Of, ...rest: Rest) => Made,
): Once<Of, Rest, Made> {
  const made = new WeakMap<Of, { readonly value: Made }>()
  const ask = (of: Of, ...rest: Rest): Made => {
    let held = made.get(of)
    if (!held) made.set(of, (held = { value: make(of, ...rest) }))
    return held.value
  }
  return Object.assign(ask, { keep: (of: Of, value: Made) => void made.set(of, { value }), has: (of: Of) => made.has(of) })
}

/** The same for a value and a key, which is compared as keys of a Map are. */
export function onceEach<Of extends object, Key, Rest extends readonly unknown[], Made>(
  make: (of: Of, key: Key, ...rest: Rest) => Made,
): (of: Of, key: Key, ...rest: Rest) => Made {
  const madeOf = once((_: Of) => new Map<Key, { readonly value: Made }>())
  return (of, key, ...rest) => {
    const made = madeOf(of)
    let held = made.get(key)
    if (!held) made.set(key, (held = { value: make(of, key, ...rest) }))
    return held.value
  }
}

/** Made when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
