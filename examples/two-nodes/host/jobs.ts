import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { openKit } from './kit.ts';
import { readSettings } from './settings.ts';

// Mails, reminders, sweeping: what no request waits for, in a process of its own. It answers nobody but those who watch it.
const giveUp = (): void => process.exit(0);
process.once('SIGTERM', giveUp);

const settings = readSettings(process.env);
const { mfa, people } = await openKit(settings, 'jobs');
mfa.jobs.start();

const app = express().disable('x-powered-by').use('/health', mfa.health.handler);
const server = createServer(app);
server.listen(settings.port, () => {
  process.off('SIGTERM', giveUp);
  mfa.shutDownOnSignal(server, { drain: false, within: '25s', then: () => people.close() });
  console.log(JSON.stringify({ msg: 'listening', port: (server.address() as AddressInfo).port }));
});
