/** What the templates and styles of an element let a page see and set. */
export interface Usage {
  readonly parts: ReadonlySet<string>;
  readonly tokens: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

const name = /[a-z][a-z0-9_-]*/g;

/**
 * Reads source text: names in `part="…"`, tokens in `var(--mfa-…)`, states in `:state(…)` and in calls that set one. What is asked of
 * another element by its tag, `mfa-challenge:state(…)`, is that one's.
 * Names that are put together at run time can't be seen; write them out, so that they can be found.
 *
 * @param source of a TypeScript module
 */
export function usageIn(source: string): Usage {
  const code = withoutComments(source);
  return {
    parts: new Set(partAttributes(code).flatMap(namesOfParts)),
    tokens: new Set(groups(code, /var\(\s*(--mfa-[a-z0-9-]+)/g)),
    states: new Set([
      ...groups(code, /(?<!\w):state\(([a-z-]+)\)/g),
      ...groups(code, /\bstates\.(?:add|delete)\(\s*'([a-z-]+)'/g),
      ...groups(code, /\bshowStates\(\{(.*?)\}\);/gs).flatMap((states) =>
        groups(states, /(?:^|[,{])\s*([a-z-]+):/g),
      ),
    ]),
  };
}

/** Documentation names parts and tokens without using them. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function groups(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, group]) => group ?? '');
}

/** The values of all `part` attributes in templates; one may contain `${…}` with quotes of its own. */
function partAttributes(code: string): string[] {
  return groups(code, /\spart="((?:\$\{(?:[^{}]|\{[^{}]*\})*\}|[^"$])*)"/g);
}

/** Static names, and the names in string literals of expressions: `box ${filled ? 'box-filled' : ''}`. */
function namesOfParts(attribute: string): string[] {
  const expressions = groups(attribute, /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g);
  const literals = expressions.flatMap((expression) => groups(expression, /['`]([^'`]*)['`]/g));
  const fixed = attribute.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, ' ');
  return [fixed, ...literals].flatMap((text) => text.match(name) ?? []);
}
