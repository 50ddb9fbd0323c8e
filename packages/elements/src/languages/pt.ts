import * as texts from './pt/index.js';
import type { Strings } from './registry.js';

/**
 * Portuguese, with "você": Brazilian, in words that are read in Portugal as well.
 *
 * Its words: chave de acesso (passkey), chave de segurança (security key), app autenticador, autenticador, código de recuperação,
 * verificação em duas etapas, segunda etapa, dispositivo memorizado, recuperação da conta, requisito, espaço de trabalho, plano (tier).
 */
export const pt: Strings = texts;
