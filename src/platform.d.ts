// All that the rooms from base to scene may ask of the machine beside the language itself: no document, no clock, no network.
// Only tsconfig.core.json reads this file.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { readonly stream?: boolean }): string
}
declare function structuredClone<T>(value: T, options?: { readonly transfer?: readonly ArrayBuffer[] }): T

interface ImportMeta {
  /** A registry is a folder; Vite reads it at build time. */
  readonly glob: import('vite/types/importGlob.js').ImportGlobFunction
}
