import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Entry {
  readonly text: string;
  readonly link: string;
}

interface Section {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: readonly Entry[];
}

/** What is to be read in which order; a page that is named nowhere goes to the end of its folder's section, or of the last one. */
const SECTIONS: readonly { text: string; folder?: string; pages: readonly string[] }[] = [
  {
    text: 'Guides',
    folder: 'guides',
    pages: [
      'guides/start',
      'guides/add-to-express',
      'guides/own-sign-in',
      'step-up',
      'guides/testing',
      'guides/moving-from-other-kits',
    ],
  },
  {
    text: 'Elements',
    pages: ['elements', 'theming', 'languages', 'frameworks', 'accessibility', 'packages'],
  },
  { text: 'Reference of the tags', folder: 'elements', pages: [] },
  {
    text: 'Server',
    pages: [
      'configuration',
      'http',
      'errors',
      'passkeys',
      'sessions',
      'remembered-devices',
      'account-recovery',
      'policy',
      'administration',
      'activity',
      'adoption',
      'notifications',
      'webhooks',
      'metrics',
    ],
  },
  { text: 'Security', folder: 'standards', pages: ['security', 'threat-model', 'attacks'] },
  {
    text: 'Operations',
    folder: 'operators',
    pages: ['operators/README', 'operators/running', 'operators/doctor'],
  },
  { text: 'Help for your customers', folder: 'customers', pages: ['customers/README', 'customers/why'] },
  { text: 'Decisions', folder: 'decisions', pages: ['decisions/README'] },
  {
    text: 'The project',
    pages: ['architecture', 'faults', 'performance', 'performance-browser', 'releasing'],
  },
];

/** @param docs folder of the pages; what they are called stands in their first line. */
export function sidebar(docs: string): readonly Section[] {
  const all = globSync('**/*.md', { cwd: docs })
    .map((file) => file.replaceAll(path.sep, '/').replace(/\.md$/, ''))
    .filter((page) => page !== 'README')
    .sort();
  const named = new Set(SECTIONS.flatMap(({ pages }) => pages));
  const others = all.filter((page) => !named.has(page));
  const last = SECTIONS.at(-1);
  return SECTIONS.map((section) => {
    const { text, folder, pages } = section;
    const isTheirs = (page: string): boolean => {
      const owner = SECTIONS.find((other) => other.folder === page.split('/')[0]) ?? last;
      return owner === section;
    };
    const items = [...pages.filter((page) => all.includes(page)), ...others.filter(isTheirs)];
    return {
      text,
      collapsed: folder !== undefined && folder !== 'guides',
      items: items.map((page) => ({ text: titleOf(path.join(docs, `${page}.md`)), link: linkOf(page) })),
    };
  });
}

function titleOf(file: string): string {
  const title = /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (title === undefined) throw new Error(`${file} has no title`);
  return title.replaceAll('`', '');
}

function linkOf(page: string): string {
  return `/${page.replace(/README$/, '')}`;
}
