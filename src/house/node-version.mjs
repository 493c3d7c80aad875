// Imported first, for what it does: an old Node is told so in one sentence before anything of ours can break on it.

/** @param {string} version `20.19.0`: what Vite asks for (its `engines`) */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  return major === 22 ? minor >= 12 : major > 22
}

if (!isNewEnough(process.versions.node)) {
  console.error(`Headstand needs Node 20.19 or newer (of 22, 22.12 or newer); this is ${process.versions.node}. See https://nodejs.org.`)
  process.exit(1)
}
