import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The codes while they are on show, and the only place that holds them. Owns the warning before the page is left with them. Owns neither
 * how they look (see `CodesView`) nor when they come and go.
 * It is a controller because they are gone for good when the host leaves the page.
 */
export class CodesOnShow implements ReactiveController {
  /** Empty when none are on show. */
  codes: readonly string[] = [];

  readonly #host: ReactiveControllerHost & HTMLElement;
  #watching: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  show(codes: readonly string[]): void {
    this.forget();
    this.codes = codes;
    if (this.#host.isConnected) this.#watch();
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#watching?.abort();
    this.codes = [];
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (this.codes.length) this.#watch();
  }

  hostDisconnected(): void {
    this.#watching?.abort();
    // A page that only moves the element must not cost the person the codes.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.forget();
    });
  }

  #watch(): void {
    const { signal } = (this.#watching = new AbortController());
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
  }
}
