import { Router } from 'express';
import { holdsNoNull } from '../http/json.ts';
import type { Mailbox } from './mailbox.ts';

/** Mail is foreign HTML: no scripts, nothing loaded from anywhere, an origin of its own; its own styles are all it needs. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The HTML of one mail as a document, for the frame of the mailbox page. */
export function mailViewRoutes(mailbox: Mailbox): Router {
  const router = Router();
  router.get('/mailbox/:id', async (request, response, next) => {
    const { id } = request.params;
    const mail = holdsNoNull(id) ? await mailbox.find(id) : undefined;
    if (!mail) {
      next();
      return;
    }
    response.removeHeader('X-Frame-Options');
    // A link in a mail opens a tab, as in any mail program; inside the frame the page would refuse to be shown.
    response
      .set({ 'Content-Security-Policy': MAIL_POLICY, 'Cache-Control': 'no-store' })
      .type('html')
      .send(`<!doctype html><base target="_blank">${mail.html}`);
  });
  return router;
}
