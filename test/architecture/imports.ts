// Every way a source file can know another: static, re-exported, type-only, dynamic, by folder (import.meta.glob), by worker address.
import { parseSync } from 'vite'

export interface Import {
  /** As written, without `?query`; a glob's folder; null where only running the program would tell. */
  readonly specifier: string | null
  readonly isTypeOnly: boolean
  readonly isDynamic: boolean
  readonly isGlob: boolean
  readonly line: number
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** In document order. Throws where the file cannot be parsed: a file that was not read has not been checked. */
export function importsOf(file: string, source: string): Import[] {
  return nodesOf(file, source).flatMap((node) =>
    specifiersIn(node).map((found) => ({ isTypeOnly: false, isDynamic: false, isGlob: false, ...found, line: lineAt(source, node.start) })),
  )
}

/** The lines where a file asks the clock or the dice: its results would differ from run to run. */
export function chancesIn(file: string, source: string): number[] {
  const isChance = (node: Node) =>
    (node.type === 'MemberExpression' && ['Date.now', 'Math.random', 'performance.now'].includes(textOf(node, source))) ||
    (node.type === 'NewExpression' && textOf(node.callee as Node, source) === 'Date' && (node.arguments as Node[]).length === 0) ||
    (node.type === 'CallExpression' && textOf(node.callee as Node, source) === 'Date')
  return nodesOf(file, source)
    .filter(isChance)
    .map((node) => lineAt(source, node.start))
}

function nodesOf(file: string, source: string): Node[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const nodes: Node[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && typeof value.type === 'string') nodes.push(value as Node)
      for (const item of Object.values(value)) visit(item)
    }
  }
  visit(program)
  return nodes
}

function specifiersIn(node: Node): (Pick<Import, 'specifier'> & Partial<Import>)[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ specifier: literal(node.source), isTypeOnly: node.importKind === 'type' }]
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? [{ specifier: literal(node.source), isTypeOnly: node.exportKind === 'type' }] : []
    case 'TSImportType':
      return [{ specifier: literal(node.source), isTypeOnly: true }]
    case 'TSExternalModuleReference':
      return [{ specifier: literal(node.expression) }]
    case 'ImportExpression':
      return [{ specifier: literal(node.source), isDynamic: true }]
    case 'NewExpression':
      return isNamed(node.callee, 'URL') && isMeta(second(node), 'url') ? modulesAmong(literal(first(node))) : []
    case 'CallExpression':
      if (isNamed(node.callee, 'require')) return [{ specifier: literal(first(node)) }]
      return isMeta(node.callee as Node, 'glob') ? patternsIn(first(node)).map((specifier) => ({ specifier, isGlob: true })) : []
    default:
      return []
  }
}

const first = (node: Node) => (node.arguments as Node[])[0]
const second = (node: Node) => (node.arguments as Node[])[1]
const isNamed = (node: unknown, name: string) => (node as Node).type === 'Identifier' && (node as Node).name === name
const isMeta = (node: Node | undefined, property: string) =>
  node?.type === 'MemberExpression' && (node.object as Node).type === 'MetaProperty' && isNamed(node.property, property)

/** The text of a string or of a template without holes, else null. */
function literal(node: unknown): string | null {
  const { type, value, quasis } = node as { type: string; value?: unknown; quasis?: { value: { cooked: string } }[] }
  if (type === 'Literal' && typeof value === 'string') return value.replace(/\?.*$/, '')
  return type === 'TemplateLiteral' && quasis?.length === 1 ? quasis[0]!.value.cooked : null
}

/** An address of a program, for a worker; other addresses are no imports. */
const modulesAmong = (specifier: string | null) => (specifier === null || /\.m?[jt]sx?$/.test(specifier) ? [{ specifier }] : [])

/** The folders that patterns reach into, up to the first star; what they leave out (`!`) reaches nowhere. */
function patternsIn(node: Node | undefined): (string | null)[] {
  const patterns = node?.type === 'ArrayExpression' ? (node.elements as Node[]).map(literal) : [literal(node)]
  return patterns.filter((pattern) => !pattern?.startsWith('!')).map((pattern) => pattern?.replace(/\/[^/]*[*{].*$/, '') ?? null)
}

const textOf = (node: Node, source: string) => source.slice(node.start, node.end as number)
const lineAt = (source: string, at: number) => source.slice(0, at).split('\n').length
