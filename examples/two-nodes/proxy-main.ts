import { startProxy } from './proxy.ts';

// The balancer as a program, for compose.yaml: NODES are the origins of the nodes, by spaces.
const proxy = await startProxy({
  port: Number(process.env['PORT'] ?? 8080),
  nodes: new Set((process.env['NODES'] ?? '').split(' ')),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void proxy.close());
