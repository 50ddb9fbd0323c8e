/** What WebDriver calls keys that write nothing. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Tab: '\uE004',
};

/** A page that is driven over WebDriver (W3C, the classic one), as far as tests of elements need it. */
export class WebDriverPage {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** @param driver where the driver is, such as `http://127.0.0.1:4444`. */
  static async open(driver: string): Promise<WebDriverPage> {
    // Tests may take longer than a page is given to load, and say themselves when they are through.
    const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } };
    const { sessionId } = (await ask('POST', `${driver}/session`, { capabilities })) as { sessionId: string };
    return new WebDriverPage(`${driver}/session/${sessionId}`);
  }

  async visit(url: string): Promise<void> {
    await ask('POST', `${this.#session}/url`, { url });
  }

  /** Presses and releases one key after the other: characters, or names such as `Enter`. */
  async press(keys: readonly string[]): Promise<void> {
    const actions = keys
      .map((key) => KEYS[key] ?? key)
      .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await ask('POST', `${this.#session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close(): Promise<void> {
    await ask('DELETE', this.#session);
  }
}

async function ask(method: string, url: string, body?: unknown): Promise<unknown> {
  const request = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(url, request);
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebDriver, ${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}
