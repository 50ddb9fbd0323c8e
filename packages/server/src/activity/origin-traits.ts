import { plainText } from '../api/plain-text.ts';
import { networkOf } from '../throttling/address.ts';

/** What two requests have in common that come from one browser, or from one network, on different days. */
export interface OriginTraits {
  readonly device: string;
  readonly network: string;
}

/** Browsers update themselves every few weeks, and are the same device afterwards. */
const VERSIONS = /\d+(?:[._]\d+)*/g;

/** They only find what is out of the ordinary: a browser may say of itself what it likes, and nothing is decided by them. */
export const originTraits = ({ ip, userAgent }: { ip: string; userAgent: string }): OriginTraits => ({
  device: plainText(userAgent).replace(VERSIONS, ''),
  network: networkOf(ip),
});
