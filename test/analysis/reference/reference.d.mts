/** The `analyse` output of headless.md for F01–F05 and F10, by brute force. */
export function analyse(file: unknown): Readonly<Record<string, unknown>>
