import { startMailSink } from './mail-sink.ts';

// The mail server as a program, for compose.yaml.
const sink = await startMailSink(Number(process.env['PORT'] ?? 2525), ({ to, subject }) => {
  console.log(`mail to ${to.join(', ')}: ${subject}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void sink.close());
