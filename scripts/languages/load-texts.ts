import { globSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { CHOSEN, type LanguageTexts } from './texts.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../packages/elements/src/languages');

/** At run time a form that is missing is made up for by another one; here it is an error, and a form that was chosen is marked. */
const STRICT_PLURAL = `
export * from './format.js';
const known = new Map();
function rulesOf(language) {
  if (!known.has(language)) {
    const rules = new Intl.PluralRules(language);
    const forms = new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
    known.set(language, { rules, forms });
  }
  return known.get(language);
}
export function plural(language, count, forms) {
  const wanted = rulesOf(language);
  for (const form of wanted.forms)
    if (!forms[form]) throw new Error(\`\${language} has no form "\${form}" of "\${forms.other}"\`);
  return forms[wanted.rules.select(count)] + '${CHOSEN}';
}
`;

const strictPlural: Plugin = {
  name: 'strict plural',
  setup(build) {
    build.onResolve({ filter: /\/format\.js$/ }, ({ namespace }) =>
      namespace === 'strict' ? undefined : { path: 'format', namespace: 'strict' },
    );
    build.onLoad({ filter: /.*/, namespace: 'strict' }, () => ({
      contents: STRICT_PLURAL,
      resolveDir: FOLDER,
    }));
  },
};

interface Bundle {
  readonly english: LanguageTexts;
  readonly kit: { readonly BUILT_IN: Readonly<Record<string, () => Promise<LanguageTexts>>> };
}

/** The texts of the elements: the English ones, which are spread over the features, and those of all languages that come with the kit. */
export async function loadTexts(): Promise<{
  readonly english: LanguageTexts;
  readonly languages: ReadonlyMap<string, LanguageTexts>;
}> {
  const english = globSync('*.ts', { cwd: path.join(FOLDER, 'en') }).sort();
  const files = english.map((file, index) => `import * as feature${String(index)} from './en/${file}';`);
  const all = english.map((_, index) => `...feature${String(index)}`).join(', ');
  const contents = `${files.join('\n')}
export const english = { ${all} };
export * as kit from './built-in.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FOLDER },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [strictPlural],
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const bundle = (await import(`data:text/javascript;base64,${script}`)) as Bundle;
  const loaded = Object.entries(bundle.kit.BUILT_IN).map(async ([tag, load]) => [tag, await load()] as const);
  return { english: bundle.english, languages: new Map(await Promise.all(loaded)) };
}

/** The languages that have a module, whether or not anything loads it. */
export const languageModules = (): readonly string[] =>
  globSync('??.ts', { cwd: FOLDER })
    .map((file) => path.basename(file, '.ts'))
    .sort();
