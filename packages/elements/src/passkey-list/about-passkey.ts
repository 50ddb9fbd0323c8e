import { html, nothing, type TemplateResult } from 'lit';
import type { Passkey } from '../client/views.js';
import { day, relativeTime } from '../foundation/relative-times.js';
import type { PasskeyListStrings } from '../languages/en/passkey-list.js';

/** What a person needs to know of a passkey to tell it from the others. */
export function aboutPasskey(texts: PasskeyListStrings, language: string, passkey: Passkey): TemplateResult {
  const { name, provider, createdAt, lastUsedAt, current } = passkey;
  return html`<div>
    <p class="name">${name}${current ? html` <span class="mark">${texts.current}</span>` : nothing}</p>
    ${provider && provider !== name ? html`<p>${provider}</p>` : nothing}
    <p part="hint">
      ${texts.added}
      ${day(language, createdAt)}${
        lastUsedAt
          ? html`&nbsp;· ${texts.lastUsed} ${relativeTime(language, lastUsedAt)}`
          : current
            ? nothing
            : html`&nbsp;· ${texts.neverUsed}`
      }
    </p>
    <p part="hint">${whereabouts(texts, passkey)}</p>
  </div>`;
}

function whereabouts(texts: PasskeyListStrings, passkey: Passkey): string {
  if (passkey.synced) return texts.synced(passkey.provider ?? '');
  return isOnKey(passkey) ? texts.boundKey : texts.bound;
}

/** Only a device with a screen of its own is reached from within or by scanning a code. */
export function isOnKey({ synced, transports }: Passkey): boolean {
  return !synced && !transports.some((transport) => transport === 'internal' || transport === 'hybrid');
}
