import { useNetwork, type Network } from '../stories/network.js';

/** The themes of the package, as their files say. */
const files = import.meta.glob<string>('../packages/elements/src/themes/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

const looks = new Map(
  Object.entries(files).map(([file, css]) => [file.replace(/^.*\//, '').replace(/\.css$/, ''), css]),
);

/** For the toolbar. */
export const lookItems = [
  { value: 'none', title: 'No theme' },
  ...[...looks.keys()].map((name) => ({ value: name, title: name.replaceAll('-', ' ') })),
];

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let look = 'none';

/** Puts the page around the stories into what the toolbar says, where a host would do so: elements take it from there. */
export function surround(globals: Readonly<Record<string, unknown>>): void {
  const page = document.documentElement;
  page.style.colorScheme = String(globals['theme']);
  page.dir = String(globals['direction']);
  page.lang = String(globals['language']);
  page.style.setProperty('--mfa-duration', globals['motion'] === 'reduced' ? '0s' : '');
  useNetwork(globals['network'] as Network);
  const wanted = String(globals['look']);
  if (wanted === look) return;
  look = wanted;
  sheet.replaceSync(looks.get(look) ?? '');
}
