// A process that has a database to itself until it is ended, or killed.
import { openStoreAlone } from '../open-store.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('no database was named');
try {
  const store = openStoreAlone(url, 'a server of tests');
  process.on('message', () => void store.close().then(() => process.disconnect()));
  process.send?.('has it');
} catch (error) {
  process.send?.((error as Error).message);
  process.disconnect();
}
