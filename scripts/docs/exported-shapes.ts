import ts from 'typescript';
import type { SnippetProgram } from './snippet-program.ts';

/**
 * Holds the types that pages tell, name by name, against those of the same names that `@mfa-kit/server` exports.
 *
 * @returns what is wrong, for people
 */
export function wrongShapes({ program, snippets }: SnippetProgram): readonly string[] {
  const checker = program.getTypeChecker();
  const exported = exportsOfTheServer(program);
  return snippets.flatMap(({ page, source }) =>
    source.statements.filter(isType).flatMap((told) => {
      const symbol = exported.get(told.name.text);
      if (!symbol) return [];
      const is = namesIn(checker.getDeclaredTypeOfSymbol(symbol), checker);
      const says = namesIn(checker.getTypeAtLocation(told), checker);
      return [
        ...is.filter((name) => !says.includes(name)).map((name) => `leaves out ${name}`),
        ...says.filter((name) => !is.includes(name)).map((name) => `has ${name}, which is not there`),
      ].map((what) => `${page}: ${told.name.text} ${what}`);
    }),
  );
}

/** What `createMfa()` gives back, name by name. */
export function membersOfMfa({ program }: SnippetProgram): readonly string[] {
  const mfa = exportsOfTheServer(program).get('Mfa');
  return mfa ? namesIn(program.getTypeChecker().getDeclaredTypeOfSymbol(mfa), program.getTypeChecker()) : [];
}

function isType(node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** The members of an object, the values of a union; of a function nothing. */
function namesIn(type: ts.Type, checker: ts.TypeChecker): readonly string[] {
  if (type.isUnion()) return type.types.map((one) => checker.typeToString(one));
  return checker.getPropertiesOfType(type).map(({ name }) => name);
}

function exportsOfTheServer(program: ts.Program): ReadonlyMap<string, ts.Symbol> {
  const checker = program.getTypeChecker();
  const entry = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('/server/dist/index.d.ts'));
  const module = entry && checker.getSymbolAtLocation(entry);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  return new Map(
    symbols.map((symbol) => [
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
  );
}
