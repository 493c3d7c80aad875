/** Rows in order of their numbers, all below `size`; rows alike keep their order. Those of number k stand from `start[k]` on. Linear. */
export function countedInOrder(
  numbers: ArrayLike<number>,
  length: number,
  size: number,
): { readonly order: Int32Array<ArrayBuffer>; readonly start: Int32Array<ArrayBuffer> } {
  const start = new Int32Array(size + 1)
  for (let row = 0; row < length; row++) start[(numbers[row] as number) + 1] = (start[(numbers[row] as number) + 1] as number) + 1
  for (let k = 0; k < size; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number)
  const next = start.slice()
  const order = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    const at = next[numbers[row] as number] as number
    order[at] = row
    next[numbers[row] as number] = at + 1
  }
  return { order, start }
}
