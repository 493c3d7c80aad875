// Tables that spreadsheets open: rows end as theirs do, and no cell is ever taken for a formula.

/** In the form of RFC 4180; `between` is a semicolon where a comma stands in numbers. */
export function csvLine(cells: readonly string[], between = ','): string {
  return `${cells.map((text) => csvCell(text, between)).join(between)}\r\n`
}

function csvCell(text: string, between: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return plain.includes(between) || /["\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** What a cell begins with that is worked out and not shown; some spreadsheets read wide letters as narrow ones. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
