declare global {
  interface Window {
    /** Filled by the strict page itself, from its first moment. */
    policyViolations?: string[];
  }
}

/** A page, in a frame of the test's own, under the Content-Security-Policy that the elements promise to work under. */
export interface StrictPage {
  /** Where to make elements: their constructors are those of the page, not those of the test. */
  readonly document: Document;
  readonly window: Window;
  /** What the policy has refused so far, such as `style-src-attr inline`. */
  readonly violations: readonly string[];
  /** Removes the frame. */
  close(): void;
}

/**
 * Opens a strict page.
 *
 * @param modules modules that the page loads, as absolute URLs or relative to the root of the checkout, with the
 *   ending that their files have: `new URL('../define/mfa-enroll.ts', import.meta.url).href`
 * @returns the page, as soon as its modules have run
 */
export async function openStrictPage(...modules: readonly string[]): Promise<StrictPage> {
  const address = new URL('/strict-page', location.origin);
  for (const module of modules) {
    address.searchParams.append('module', new URL(module, location.origin).pathname);
  }
  const frame = document.createElement('iframe');
  frame.src = address.href;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow;
  if (page?.policyViolations === undefined) throw new Error('The test runner did not serve the strict page.');
  return {
    document: page.document,
    window: page,
    violations: page.policyViolations,
    close: () => {
      frame.remove();
    },
  };
}
