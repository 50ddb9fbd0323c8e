import type { Role } from '../accounts/accounts.ts';

/** Where those who administer do so, and support. */
export const ADMIN_PATH = '/admin';

/** Who is signed in. */
export interface Person {
  readonly displayName: string;
  readonly name: string;
  readonly role: Role;
}

/** One page inside the frame that all of them share. */
export interface PageContent {
  readonly title: string;
  /** Names the style sheet and the script of the page. */
  readonly name: string;
  /** Trusted HTML, from a file of this application. */
  readonly main: string;
  /** Nobody where nobody is signed in. */
  readonly person: Person | undefined;
  /** The path of the page, for marking it in the navigation. */
  readonly path: string;
  /** Whether the mailbox can be shown. */
  readonly mailbox: boolean;
}

/** Where the bundled scripts and style sheets are served. */
export const ASSETS_PATH = '/assets';

export function layout(page: PageContent): string {
  const link = (path: string, label: string): string =>
    `<a href="${path}"${path === page.path ? ' aria-current="page"' : ''}>${label}</a>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escapeHtml(page.title)}</title>
    <link rel="icon" href="${ASSETS_PATH}/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${ASSETS_PATH}/acme.css">
    <link rel="stylesheet" href="${ASSETS_PATH}/${page.name}.css">
    <script type="module" src="${ASSETS_PATH}/${page.name}.js"></script>
  </head>
  <body>
    <a class="skip-link" href="#main">Skip to content</a>
    <header class="site-header">
      <a class="brand" href="/">${BRAND_MARK}<span>Acme Notes</span></a>
      ${page.person ? personNavigation(page.person, link) : ''}
    </header>
    <main id="main" class="page page-${page.name}" tabindex="-1">
${page.main}
    </main>
    <footer class="site-footer">
      <p>Acme Notes is made up; its security is not. It shows <strong>mfa-kit</strong> in a host application.</p>
      <nav aria-label="Demo tools">
        ${page.mailbox ? link('/mailbox', 'Mailbox') : ''}
        ${link('/authenticator', 'Authenticator')}
        ${link('/elements', 'Elements')}
        ${link('/frameworks', 'Frameworks')}
      </nav>
    </footer>
  </body>
</html>
`;
}

/** What their part of the navigation is called. */
const DESKS: Readonly<Partial<Record<Role, string>>> = { admin: 'Admin', support: 'Support' };

function personNavigation(person: Person, link: (path: string, label: string) => string): string {
  const desk = DESKS[person.role];
  return `<nav class="site-navigation" aria-label="Acme Notes">
        ${link('/', 'Notes')}
        ${link('/billing', 'Billing')}
        ${desk ? link(ADMIN_PATH, desk) : ''}
      </nav>
      <details class="account-menu" data-account-menu>
        <summary><span class="avatar" aria-hidden="true">${escapeHtml(person.displayName.slice(0, 1))}</span>${escapeHtml(person.displayName)}</summary>
        <div class="account-menu-panel">
          <p>Signed in as<br><strong>${escapeHtml(person.name)}</strong></p>
          ${link('/account/security', 'Security')}
          <button type="button" class="plain" data-sign-out>Sign out</button>
        </div>
      </details>`;
}

/** A note with a folded corner. */
const BRAND_MARK =
  '<svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path class="brand-paper" d="M7 4h13l6 6v18H7z"/><path class="brand-fold" d="M20 4l6 6h-6z"/><path class="brand-lines" d="M11 15h11M11 19.5h11M11 24h6"/></svg>';

/** For text inside an element and inside a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
