import { inPostgres } from './testing/databases.ts';
import { storeContract } from './testing/store-contract.suite.ts';

storeContract('PostgreSQL', inPostgres);
