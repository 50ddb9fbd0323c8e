import * as texts from './es/index.js';
import type { Strings } from './registry.js';

/**
 * Spanish, with "usted", in words for Spain and the Americas alike.
 *
 * Its words: llave de acceso (passkey), llave de seguridad (security key), aplicación de autenticación, autenticador, código de
 * recuperación, verificación en dos pasos, segundo paso, dispositivo recordado, recuperación de la cuenta, requisito, espacio de
 * trabajo, plan (tier).
 */
export const es: Strings = texts;
