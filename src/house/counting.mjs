// What the reports of the test runners come to. Nothing is green by not having run: what was skipped has not passed, and a run
// that counts nothing, or ends badly without a failed test, has failed as one.

/**
 * @typedef {{ what?: string, passed: number, failed: number, seconds?: number, note?: string }} Line
 * @typedef {{ testResults: { name: string, status: string, startTime: number, endTime: number, assertionResults: { status: string }[] }[] }} UnitReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} BrowserReport
 */

/** A step that passes or fails as one. @param {number} code @returns {Line} */
export const whole = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A line each for layers, laws, gallery and the other tests. @param {number} code @param {UnitReport | null} report @returns {Line[]} */
export function unitLines(code, report) {
  /** @type {Map<string, Line & { seconds: number }>} */
  const lines = new Map()
  for (const { name, status, startTime, endTime, assertionResults } of report?.testResults ?? []) {
    const what = lineOf(name)
    const line = lines.get(what) ?? { what, passed: 0, failed: 0, seconds: 0 }
    const good = assertionResults.filter((test) => test.status === 'passed').length
    const isBroken = status === 'failed' && good === assertionResults.length // the file itself, outside its tests
    line.passed += good
    line.failed += assertionResults.length - good + (isBroken ? 1 : 0)
    line.seconds += (endTime - startTime) / 1000
    lines.set(what, line)
  }
  return strictly(code, [...lines.values()])
}

/** @param {string} path of a test file */
function lineOf(path) {
  const place = path.split(/[\\/]test[\\/]/).at(-1) ?? path
  if (place.startsWith('architecture')) return 'layers'
  if (place.startsWith('gallery')) return 'gallery'
  return /\blaws?\b/.test(place) ? 'laws' : 'unit'
}

/** @param {number} code @param {BrowserReport | null} report @param {string} [note] @returns {Line[]} */
export function browserLines(code, report, note) {
  if (!report) return strictly(code, [])
  const { expected, unexpected, flaky, skipped } = report.stats
  return strictly(code, [{ passed: expected, failed: unexpected + flaky + skipped, note }])
}

/** @param {number} code @param {Line[]} lines @returns {Line[]} */
function strictly(code, lines) {
  const isCounted = lines.some((line) => line.passed + line.failed > 0)
  const isExplained = isCounted && (code === 0 || lines.some((line) => line.failed > 0))
  return isExplained ? lines : [...lines, whole(1)]
}
