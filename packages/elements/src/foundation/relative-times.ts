import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatDate, formatRelative, formatTime } from '../languages/format.js';
import { timing } from './timing.js';

/** How often "5 minutes ago" is looked at again, in milliseconds. */
const INTERVAL = 60_000;

const hosts = new Set<ReactiveControllerHost>();
let stop: (() => void) | undefined;

function tick(): void {
  for (const host of hosts) host.requestUpdate();
  stop = timing.after(INTERVAL, tick);
}

/** Keeps the relative times of its host true. One timer serves all hosts of the page, which is why it is a controller: it ends with the last. */
export class RelativeTimes implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!hosts.size) stop = timing.after(INTERVAL, tick);
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (!hosts.size) stop?.();
  }
}

/** "3 days ago", with the exact time for those who point at it. @param at ISO 8601. */
export function relativeTime(language: string, at: string): TemplateResult {
  // What has happened lies in the future of many a browser's clock.
  const now = Math.max(timing.now(), Date.parse(at));
  return html`<time datetime=${at} title=${formatTime(language, at)}
    >${formatRelative(language, at, now)}</time
  >`;
}

/** "14 November 2025", with the exact time for those who point at it. @param at ISO 8601. */
export function day(language: string, at: string): TemplateResult {
  return html`<time datetime=${at} title=${formatTime(language, at)}>${formatDate(language, at)}</time>`;
}
