import * as texts from './it/index.js';
import type { Strings } from './registry.js';

/**
 * Italian, with "Lei"; instructions stand in the infinitive and buttons in the imperative, as is usual.
 *
 * Its words: passkey, chiave di sicurezza (security key), app di autenticazione, metodo di autenticazione (authenticator), codice di
 * recupero, verifica in due passaggi, secondo passaggio, dispositivo memorizzato, recupero dell’account, requisito, area di lavoro
 * (workspace), piano (tier).
 */
export const it: Strings = texts;
