import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Contender } from './contenders.ts';

/** The page of a contender, on a server of its own: scripts compressed, answers at once. */
export interface Site {
  readonly contender: Contender;
  readonly url: string;
  close(): void;
}

/** @param elements where the kit's modules are, as they are published. */
export async function openSite(contender: Contender, elements: string): Promise<Site> {
  const { scripts, atOnce } = await bundle(contender, elements);
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${contender.kit}: ${contender.page}</title>
    ${atOnce.map((script) => `<link rel="modulepreload" href="${script}" />`).join('')}
    <script type="module" src="/page.js"></script>
  </head>
  <body>
    <h1>Acme Notes</h1>
    <${contender.tag}></${contender.tag}>
  </body>
</html>`;
  const serve: RequestListener = ({ method = '', url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const script = scripts.get(pathname);
    const answer = contender.answers[`${method} ${pathname}`];
    response.setHeader('Cache-Control', 'no-store');
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page);
    } else if (script) {
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Content-Encoding', 'gzip');
      response.end(script);
    } else if (answer) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer));
    } else {
      response.writeHead(404).end();
    }
  };
  const server = createServer(serve);
  const port = await listening(server);
  return {
    contender,
    url: `http://localhost:${String(port)}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Bundle {
  /** By path, compressed. */
  readonly scripts: ReadonlyMap<string, Buffer>;
  /** Those that the first one begins with, which bundlers have the page fetch beside it. */
  readonly atOnce: readonly string[];
}

/** As a page would have it in production. */
async function bundle({ kit, script }: Contender, elements: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: script, resolveDir: kit === 'mfa-kit' ? elements : import.meta.dirname },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    entryNames: 'page',
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const addressOf = (file: string): string => `/${path.basename(file)}`;
  const atOnce = new Set<string>();
  const follow = (file: string): void => {
    for (const { path: imported, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !atOnce.has(addressOf(imported))) {
        atOnce.add(addressOf(imported));
        follow(imported);
      }
  };
  const [first] = Object.keys(metafile.outputs).filter((file) => addressOf(file) === '/page.js');
  if (first) follow(first);
  return {
    scripts: new Map(
      outputFiles.map(({ path: file, contents }) => [addressOf(file), gzipSync(contents, { level: 9 })]),
    ),
    atOnce: [...atOnce],
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
