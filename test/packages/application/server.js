// What an application brings: a person with a password, pages under a strict policy, and a route that is worth a fresh proof.
import { once } from 'node:events';
import express from 'express';
import { createMfa, generateKeyRing } from '@mfa-kit/server';

const ada = { id: 'ada', name: 'ada@example.com', displayName: 'Ada', emails: ['ada@example.com'] };
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const app = express();
app.use((_request, response, next) => {
  response.setHeader('Content-Security-Policy', policy);
  next();
});
app.use(express.static('public'));
app.use('/elements', express.static('node_modules/@mfa-kit/elements/dist/script-tag'));

const server = app.listen(0);
await once(server, 'listening');
const address = server.address();
const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
const mfa = await createMfa({
  publicUrl: url,
  serviceName: 'Acme Notes',
  database: 'sqlite::memory:',
  keys: generateKeyRing(),
  users: {
    find: (id) => Promise.resolve(id === ada.id ? ada : undefined),
    verifyPassword: (login, password) =>
      Promise.resolve(login === ada.name && password === 'right' ? ada : undefined),
  },
});
app.use('/mfa', mfa.router);
app.use('/health', mfa.health.handler);
app.post('/api/charge', mfa.require({ within: '5m' }), (_request, response) =>
  response.json({ charged: true }),
);
console.log(url);
