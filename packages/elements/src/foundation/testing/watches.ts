/** Things that a test wants to have seen from outside; each watch ends with its test. */

const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Notes listeners added to these targets, and says which are still there. */
export function watchListeners(...targets: EventTarget[]): { left(): string[] } {
  const added: { target: EventTarget; type: string; listener: unknown; signal: AbortSignal | undefined }[] =
    [];
  for (const target of targets) {
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ) => {
      added.push({
        target,
        type,
        listener,
        signal: typeof options === 'object' ? options.signal : undefined,
      });
      EventTarget.prototype.addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ) => {
      const index = added.findIndex(
        (each) => each.target === target && each.type === type && each.listener === listener,
      );
      if (index >= 0) added.splice(index, 1);
      EventTarget.prototype.removeEventListener.call(target, type, listener, options);
    };
    // What stood on the instance shadows the prototype's own; deleting it uncovers that again.
    endings.push(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  }
  return { left: () => added.filter(({ signal }) => !signal?.aborted).map(({ type }) => type) };
}

/** Notes markup written from strings into anything but a template, which is where Lit puts its own, through its policy. */
export function watchMarkup(): { written(): string[] } {
  const written: string[] = [];
  const owners: [object, string][] = [
    [Element.prototype, 'innerHTML'],
    [Element.prototype, 'outerHTML'],
    [ShadowRoot.prototype, 'innerHTML'],
  ];
  for (const [owner, property] of owners) {
    const original = Object.getOwnPropertyDescriptor(owner, property);
    if (!original) continue;
    Object.defineProperty(owner, property, {
      ...original,
      set(this: Element | ShadowRoot, markup: string) {
        if (!(this instanceof HTMLTemplateElement)) written.push(`${property}: ${markup}`);
        original.set?.call(this, markup);
      },
    });
    endings.push(() => {
      Object.defineProperty(owner, property, original);
    });
  }
  return { written: () => written };
}

/** Notes errors that nobody caught. */
export function watchMistakes(): { seen(): string[] } {
  const seen: string[] = [];
  const onError = (event: ErrorEvent): void => {
    seen.push(event.message);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    seen.push(String(event.reason));
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  endings.push(() => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  });
  return { seen: () => seen };
}
