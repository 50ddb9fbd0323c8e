import { inMigratedPostgres } from './testing/databases.ts';
import { storeContract } from './testing/store-contract.suite.ts';

storeContract('PostgreSQL', inMigratedPostgres);
