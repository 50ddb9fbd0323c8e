import type { Place } from '../secrets/sealing.ts';

/** Where a login is kept until a job has looked it up. Whose it is, is not known there. */
export const askPlace = (id: string): Place => ({
  table: 'mfa_recovery_asks',
  column: 'login',
  row: id,
  user: '',
});
