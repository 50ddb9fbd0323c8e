import { useNetwork, type Network } from '../stories/network.js';

/** The themes of the package, as their files say: what the bundler makes of `light-dark()` for old browsers does not follow the page. */
const files = import.meta.glob<string>('../packages/elements/src/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const looks = new Map(
  Object.entries(files).map(([file, css]) => [file.replace(/^.*\//, '').replace(/\.css$/, ''), css]),
);

/** For the toolbar: titles by value. */
export const lookItems = {
  none: 'No theme',
  ...Object.fromEntries([...looks.keys()].map((name) => [name, name.replaceAll('-', ' ')])),
};

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he']);

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let look = 'none';

/**
 * Puts the page around a story into what the toolbar says, where a host would do so: elements take it from there.
 *
 * @param page the whole of it; or where several stories stand on one, the place of this one
 */
export function surround(globals: Readonly<Record<string, unknown>>, page: HTMLElement): void {
  page.style.colorScheme = String(globals['theme']);
  const language = String(globals['language']);
  page.lang = language;
  const ownDirection = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  page.dir = globals['direction'] === 'auto' ? ownDirection : String(globals['direction']);
  page.style.setProperty('--mfa-duration', globals['motion'] === 'reduced' ? '0s' : '');
  useNetwork(globals['network'] as Network);
  const wanted = String(globals['look']);
  if (wanted === look) return;
  look = wanted;
  sheet.replaceSync(looks.get(look) ?? '');
}
