const ASK_MILLISECONDS = 5_000;

/**
 * The time as the demo sees it. A tester may have moved it, and an app on a phone would be off by just as much.
 *
 * @returns what answers milliseconds since 1970.
 */
export function demoClock(): () => number {
  let offset = 0;

  async function ask(): Promise<void> {
    const response = await fetch('/demo/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ advanceSeconds: 0 }),
    });
    // Without the control API nobody can move the clock.
    offset = response.ok ? Date.parse(((await response.json()) as { now: string }).now) - Date.now() : 0;
  }

  function askQuietly(): void {
    if (!document.hidden) ask().catch(() => undefined);
  }

  askQuietly();
  setInterval(askQuietly, ASK_MILLISECONDS);
  document.addEventListener('visibilitychange', askQuietly);
  return () => Date.now() + offset;
}
