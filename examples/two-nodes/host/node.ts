import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { openKit } from './kit.ts';
import { readSettings } from './settings.ts';

// One of the nodes. Until everything is open, a signal just ends it: as the first process of a container it would otherwise hear none.
const giveUp = (): void => process.exit(0);
process.once('SIGTERM', giveUp);

const settings = readSettings(process.env);
const { mfa, people } = await openKit(settings, 'node');

const app = express();
app.disable('x-powered-by');
app.use('/health', mfa.health.handler);
app.use('/mfa', mfa.router);
app.use(mfa.wellKnown);
app.post('/api/charge', mfa.require({ within: '5m' }), (_request, response) => {
  response.json({ charged: true });
});
app.use((_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  next();
});
app.use(express.static(path.join(import.meta.dirname, '../dist')));

const server = createServer(app);
server.listen(settings.port, () => {
  process.off('SIGTERM', giveUp);
  mfa.shutDownOnSignal(server, { drain: settings.drain, within: '25s', then: () => people.close() });
  console.log(JSON.stringify({ msg: 'listening', port: (server.address() as AddressInfo).port }));
});
