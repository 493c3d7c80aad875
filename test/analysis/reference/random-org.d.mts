export function randomOrg(seed: number): Readonly<Record<string, unknown>>
