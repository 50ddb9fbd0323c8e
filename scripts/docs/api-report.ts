import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

interface Described {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Something that a package declares, with the names under which its modules export it. */
interface Declared {
  readonly name: string;
  /** Path of the module inside of `dist`, without ending. */
  readonly place: string;
  readonly nodes: readonly ts.Declaration[];
}

const printer = ts.createPrinter({ removeComments: true });

/**
 * Everything that TypeScript sees of a package from outside, as its built declarations say it: which module exports which names, and what these
 * are. Comments are left out, so that the report changes only when the API does.
 *
 * @param folder of the package
 * @returns markdown
 */
export function apiReport(folder: string): string {
  const { name, exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Described;
  const modules = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'string' ? [] : [{ entry, file: path.resolve(folder, target.types) }],
  );
  const program = ts.createProgram(
    modules.map(({ file }) => file),
    { module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: [], noEmit: true },
  );
  const api = new Api(program, path.resolve(folder));
  const list = modules.map(({ entry, file }) => {
    const names = api.exportsOf(file).map((exported) => `\`${exported}\``);
    return `- \`${entry.replace('.', name)}\`: ${names.join(', ') || 'nothing by name'}`;
  });
  const block = (declarations: readonly Declared[]): string =>
    `\`\`\`ts\n${declarations.map(text).join('\n')}\`\`\``;
  return [
    '## Modules',
    list.join('\n'),
    '## Declarations',
    block(api.exported()),
    '## What they are made of',
    'Not exported by name, and part of the above.',
    block(api.reached()),
  ].join('\n\n');
}

/** Collects declarations of one package, and what they refer to inside of it. */
class Api {
  readonly #program: ts.Program;
  readonly #folder: string;
  readonly #checker: ts.TypeChecker;
  readonly #exported = new Map<ts.Symbol, Declared>();

  constructor(program: ts.Program, folder: string) {
    this.#program = program;
    this.#folder = folder;
    this.#checker = program.getTypeChecker();
  }

  /** The names that a module exports, in the order of the alphabet. */
  exportsOf(file: string): readonly string[] {
    const source = this.#program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    // A module that only adds to global types exports nothing.
    if (!module) return [];
    return this.#checker
      .getExportsOfModule(module)
      .map((symbol) => {
        const declared = this.#declared(this.#target(symbol));
        if (declared) this.#exported.set(this.#target(symbol), declared);
        return symbol.name;
      })
      .sort();
  }

  exported(): readonly Declared[] {
    return [...this.#exported.values()].sort(byName);
  }

  /** What the exported declarations refer to, directly or by way of each other, and no module exports. */
  reached(): readonly Declared[] {
    const found = new Map<ts.Symbol, Declared>();
    const waiting = this.exported().flatMap(({ nodes }) => nodes);
    const visit = (node: ts.Node): void => {
      if (isPrivate(node)) return;
      if (ts.isIdentifier(node)) {
        const symbol = this.#checker.getSymbolAtLocation(node);
        const target = symbol && this.#target(symbol);
        const declared =
          target && !this.#exported.has(target) && !found.has(target) && this.#declared(target);
        if (declared) {
          found.set(target, declared);
          waiting.push(...declared.nodes);
        }
      }
      ts.forEachChild(node, visit);
    };
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) visit(node);
    return [...found.values()].sort(byName);
  }

  #target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Undefined for what other packages declare, and for what is inside of a declaration. */
  #declared(symbol: ts.Symbol): Declared | undefined {
    const nodes = (symbol.declarations ?? []).filter(
      (node) => isOutermost(node) && node.getSourceFile().fileName.startsWith(`${this.#folder}/`),
    );
    const [first] = nodes;
    if (!first) return undefined;
    const place = path.relative(this.#folder, first.getSourceFile().fileName).replace(/^dist\//, '');
    return { name: symbol.name, place: place.replace(/\.d\.ts$/, ''), nodes };
  }
}

function isOutermost(node: ts.Declaration): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.isStatement(statement) && ts.isSourceFile(statement.parent);
}

/** What a class keeps to itself is no part of what it promises. */
function isPrivate(node: ts.Node): boolean {
  if (!ts.isClassElement(node)) return false;
  const isNamedPrivate = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return isNamedPrivate || (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;
}

/**
 * What a declaration promises, and that in one order: the compiler writes the members of what it inferred, such as an enumeration, in the order in
 * which it met them, and meets them otherwise when it compiles only what was changed.
 */
const promised: ts.TransformerFactory<ts.Node> = (context) => (root) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (isPrivate(node)) return undefined;
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isUnionTypeNode(visited) && visited.types.every(ts.isLiteralTypeNode))
      return factory.updateUnionTypeNode(visited, factory.createNodeArray(inOrder(visited.types)));
    if (ts.isTypeLiteralNode(visited) && visited.members.every(isEnumerated))
      return factory.updateTypeLiteralNode(visited, factory.createNodeArray(inOrder(visited.members)));
    return visited;
  };
  return ts.visitEachChild(root, visit, context);
};

/** A member such as `'totp': 'totp'`. */
function isEnumerated(member: ts.TypeElement): boolean {
  return ts.isPropertySignature(member) && member.type !== undefined && ts.isLiteralTypeNode(member.type);
}

function inOrder<Node extends ts.Node>(nodes: readonly Node[]): readonly Node[] {
  const source = ts.createSourceFile('', '', ts.ScriptTarget.Latest);
  const written = (node: ts.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, node, node.pos >= 0 ? node.getSourceFile() : source);
  return nodes
    .map((node) => ({ node, text: written(node) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ node }) => node);
}

function text({ place, nodes }: Declared): string {
  const printed = nodes.map((node) => {
    const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
    const { transformed } = ts.transform<ts.Node>(whole, [promised]);
    return printer.printNode(ts.EmitHint.Unspecified, transformed[0] ?? whole, node.getSourceFile());
  });
  return `// ${place}\n${printed.join('\n')}\n`;
}

function byName(one: Declared, other: Declared): number {
  const [left, right] = [one, other].map(({ name, place }) => `${name} ${place}`) as [string, string];
  return left < right ? -1 : 1;
}
