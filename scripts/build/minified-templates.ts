import { transformSync } from 'esbuild';
import ts from 'typescript';

/**
 * Takes the layout of the sources out of `css` and `html` templates, which no minifier of JavaScript does: to it they are strings.
 * A transformation of the compiler, so that source maps and everything between the templates stay right.
 */
export const minifiedTemplates: ts.TransformerFactory<ts.SourceFile> = ({ factory }) => {
  const minifiers: Readonly<Record<string, (text: string) => string>> = { css: minifyCss, html: minifyHtml };

  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const { tag, template } = visited;
    const minify = minifiers[tag.text];
    // Part of a rule is no style sheet.
    if (!minify || (tag.text === 'css' && ts.isTemplateExpression(template))) return visited;
    return factory.updateTaggedTemplateExpression(visited, tag, undefined, minified(template, minify));
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

/** Minifiers keep custom properties to the letter, since they can't know what becomes of them; ours are colors, lengths and fonts. */
function minifyCss(text: string): string {
  const { code } = transformSync(text, { loader: 'css', minify: true });
  return code
    .trim()
    .replaceAll(/--[\w-]+:[^;}]+/g, (declaration) => declaration.replaceAll(/([:,]) /g, '$1'));
}

/** Leaves a space wherever there was one: between words and buttons it shows. */
function minifyHtml(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(' >', '>');
}
