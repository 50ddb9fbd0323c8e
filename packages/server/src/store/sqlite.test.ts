import { inFile, inMemory } from './testing/databases.ts';
import { storeContract } from './testing/store-contract.suite.ts';

storeContract('SQLite in memory', inMemory);
storeContract('SQLite in a file', inFile);
