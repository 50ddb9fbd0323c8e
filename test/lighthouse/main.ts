import { ensurePackages } from '../../scripts/bootstrap/packages.mjs';

// Lighthouse is no part of the kit, and is installed here only.
await ensurePackages(import.meta.dirname);
const { examine } = await import('./examine.ts');
process.exitCode = (await examine()) > 0 ? 1 : 0;
