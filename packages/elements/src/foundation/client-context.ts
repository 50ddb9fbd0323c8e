import type { MfaClient } from '../client/mfa-client.js';

/** Key of the client in the community context protocol. */
export const CLIENT_CONTEXT = 'mfa-client';

/** Sent by a provider that has just appeared, so that elements inside which asked too early ask again. */
export const PROVIDER_APPEARED = 'context-provider';

export type ClientReceiver = (client: MfaClient, unsubscribe: () => void) => void;

/** Asks the nearest provider for its client, following the community context protocol of web components. */
export class ClientRequestEvent extends Event {
  readonly context: unknown = CLIENT_CONTEXT;
  readonly subscribe: boolean = true;
  readonly callback: ClientReceiver;

  constructor(callback: ClientReceiver) {
    super('context-request', { bubbles: true, composed: true });
    this.callback = callback;
  }
}

declare global {
  interface HTMLElementEventMap {
    'context-request': ClientRequestEvent;
  }
}
