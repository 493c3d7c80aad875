// The files of a tar archive (POSIX ustar): blocks of 512 bytes, a header and then the content. Links and folders are passed over.

/** @param {Buffer} archive @returns {Generator<{ name: string, content: Buffer }>} */
export function* untar(archive) {
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    archive.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0
    const type = text(at + 156, 1)
    if (type === '0' || type === '') yield { name: text(at, 100), content: archive.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
