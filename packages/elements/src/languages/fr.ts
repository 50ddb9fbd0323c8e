import * as texts from './fr/index.js';
import type { Strings } from './registry.js';

/**
 * French, with "vous".
 *
 * Its words: clé d’accès (passkey), clé de sécurité (security key), application d’authentification, moyen d’authentification
 * (authenticator), code de récupération, validation en deux étapes, deuxième étape, appareil mémorisé, récupération du compte, exigence
 * (requirement), espace de travail, forfait (tier).
 */
export const fr: Strings = texts;
