/** One line a difference; empty where the two outputs say the same. */
export function compare(a: unknown, b: unknown): readonly string[]
