import { transformSync } from 'esbuild';
import ts from 'typescript';

/**
 * Takes the layout of the sources out of `css` and `html` templates, which no minifier of JavaScript does: to it they are strings.
 * A transformation of the compiler, so that source maps and everything between the templates stay right.
 *
 * A style sheet without expressions needs no `css` to watch over what is put into it: `unsafeCSS`, which Lit loads in any case, takes it as
 * the string that it is.
 */
export const minifiedTemplates: ts.TransformerFactory<ts.SourceFile> = ({ factory }) => {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    if (ts.isImportSpecifier(visited) && visited.name.text === 'css') {
      return factory.updateImportSpecifier(
        visited,
        false,
        factory.createIdentifier('unsafeCSS'),
        visited.name,
      );
    }
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const { tag, template } = visited;
    if (tag.text === 'html')
      return factory.updateTaggedTemplateExpression(visited, tag, undefined, minified(template, minifyHtml));
    if (tag.text !== 'css') return visited;
    if (ts.isTemplateExpression(template)) throw new Error('There are expressions in a style sheet');
    return factory.createCallExpression(tag, undefined, [minified(template, minifyCss)]);
  };

  const minified = (template: ts.TemplateLiteral, minify: (text: string) => string): ts.TemplateLiteral => {
    const written = (text: string): [text: string, raw: string] => {
      const kept = minify(text);
      return [kept, kept.replace(/[\\`]|\$\{/g, String.raw`\$&`)];
    };
    if (ts.isNoSubstitutionTemplateLiteral(template))
      return factory.createNoSubstitutionTemplateLiteral(...written(template.text));
    return factory.createTemplateExpression(
      factory.createTemplateHead(...written(template.head.text)),
      template.templateSpans.map(({ expression, literal }) =>
        factory.createTemplateSpan(
          expression,
          ts.isTemplateTail(literal)
            ? factory.createTemplateTail(...written(literal.text))
            : factory.createTemplateMiddle(...written(literal.text)),
        ),
      ),
    );
  };

  return (file) => ts.visitEachChild(file, visit, undefined);
};

/** Custom properties whose names begin with `--_` are nobody's but ours: each is called by a number, the same in all style sheets. */
const privateNames = new Map<string, string>();

function shortened(name: string): string {
  const short = privateNames.get(name) ?? `--_${privateNames.size.toString(36)}`;
  privateNames.set(name, short);
  return short;
}

/** Minifiers keep custom properties to the letter, since they can't know what becomes of them; ours are colors, lengths and fonts. */
function minifyCss(text: string): string {
  const { code } = transformSync(text, { loader: 'css', minify: true });
  return code
    .trim()
    .replaceAll(/--[\w-]+:[^;}]+/g, (declaration) => declaration.replaceAll(/([:,]) /g, '$1'))
    .replaceAll(/--_[\w-]+/g, shortened);
}

/** Leaves a space wherever there was one: between words and buttons it shows. */
function minifyHtml(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(' >', '>');
}
