// Pairs of whole numbers, each found again by what it is: what a Map of texts `a b` would do, in three columns and without a text.

/** Gives each pair its place: 0, 1, 2 … in order of appearance. */
export class PairIndex {
  count = 0
  private first = new Int32Array(16)
  private second = new Int32Array(16)
  /** Open addressing: 1 + the place of a pair, 0 = free. */
  private slots = new Int32Array(32)

  /** Where it stands; where it is new it is added, at what `count` was before. */
  placeOf(a: number, b: number): number {
    const mask = this.slots.length - 1
    let slot = hashOf(a, b) & mask
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (this.slots[slot] as number) - 1
      if (this.first[at] === a && this.second[at] === b) return at
    }
    if (this.count === this.first.length) {
      this.first = longer(this.first)
      this.second = longer(this.second)
    }
    this.first[this.count] = a
    this.second[this.count] = b
    this.slots[slot] = ++this.count
    if (this.count * 2 > this.slots.length) this.spread()
    return this.count - 1
  }

  firstOf(at: number): number {
    return this.first[at] as number
  }
  secondOf(at: number): number {
    return this.second[at] as number
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let at = 0; at < this.count; at++) {
      let slot = hashOf(this.first[at] as number, this.second[at] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = at + 1
    }
    this.slots = slots
  }
}

function longer(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(column.length * 2)
  more.set(column)
  return more
}

function hashOf(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
