import * as texts from './nl/index.js';
import type { Strings } from './registry.js';

/**
 * Dutch, with "u".
 *
 * Its words: passkey, beveiligingssleutel (security key), authenticator-app, authenticator, herstelcode, tweestapsverificatie, tweede
 * stap, onthouden apparaat, accountherstel, vereiste, werkruimte (workspace), abonnement (tier).
 */
export const nl: Strings = texts;
