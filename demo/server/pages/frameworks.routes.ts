import type { ServerResponse } from 'node:http';
import path from 'node:path';
import express, { Router } from 'express';
import { builtPage, FRAMEWORKS, readBuiltPage } from './frameworks.ts';
import { pageHeaders } from './security-headers.ts';

/** The pages that were built in `demo/frameworks`, each under the policy of all pages and what its framework needs beyond it. */
export function frameworksRoutes(): Router {
  const router = Router({ strict: true });
  for (const framework of FRAMEWORKS) {
    const { name, trustedTypes } = framework;
    router.get(`/${name}`, (_request, response) => response.redirect(308, `${name}/`));
    router.get(`/${name}/`, async (_request, response, next) => {
      const page = await readBuiltPage(framework);
      if (page === undefined) next();
      else response.set(pageHeaders({ trustedTypes })).type('html').send(page);
    });
    router.use(
      `/${name}/`,
      express.static(builtPage(framework), {
        index: false,
        redirect: false,
        cacheControl: false,
        setHeaders: keepParts,
      }),
    );
  }
  return router;
}

/** What bundlers name after its content never changes. */
function keepParts(response: ServerResponse, file: string): void {
  const fingerprinted = /-[\w-]{8,}\.(js|css)$/.test(path.basename(file));
  response.setHeader('Cache-Control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
}
