const NAME = 'parts-map';

/** Outlines the part that the pointer is on, and says how a page selects it. */
class PartsMap extends HTMLElement {
  readonly #label = document.createElement('code');
  readonly #listening = new AbortController();

  connectedCallback(): void {
    // On a dialog nothing but the top layer can lie.
    this.popover = 'manual';
    this.ariaHidden = 'true';
    this.replaceChildren(this.#label);
    const options = { capture: true, signal: this.#listening.signal };
    addEventListener('pointerover', (event) => this.#show(event), options);
    addEventListener('scroll', () => this.hidePopover(), options);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(event: Event): void {
    const part = event.composedPath().find(isPart);
    this.hidePopover();
    if (!part) return;
    this.#label.textContent = selectorsOf(part).join(', ');
    const { left, top, width, height } = part.getBoundingClientRect();
    Object.assign(this.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    this.classList.toggle('at-the-top', top < 32);
    this.showPopover();
  }
}

function isPart(target: EventTarget): target is Element {
  return target instanceof Element && target.part.length > 0;
}

/**
 * How a page outside of all shadow roots selects a part; for one that no element hands on to the page, how the innermost host does.
 *
 * @param part an element with a part attribute
 */
function selectorsOf(part: Element): readonly string[] {
  let names = [...part.part];
  let host = hostOf(part);
  for (let outer = host && hostOf(host); host && outer; outer = hostOf(outer)) {
    const handedOn = exportedBy(host, names);
    if (handedOn.length === 0)
      return select(host, names).map((selector) => `${selector} (only inside of ${outer.localName})`);
    names = handedOn;
    host = outer;
  }
  return host ? select(host, names) : [];
}

const select = (host: Element, names: readonly string[]): string[] =>
  names.map((name) => `${host.localName}::part(${name})`);

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** `exportparts="button, box: code-input__box"` hands on some parts, perhaps under other names. */
function exportedBy(host: Element, names: readonly string[]): string[] {
  const pairs = (host.getAttribute('exportparts') ?? '')
    .split(',')
    .map((pair) => pair.split(':').map((name) => name.trim()));
  return pairs.flatMap(([inner = '', outer = inner]) => (names.includes(inner) ? [outer] : []));
}

customElements.define(NAME, PartsMap);

/** Shows the map on the page, or takes it away. */
export function mapParts(on: boolean): void {
  const shown = document.querySelector(NAME);
  if (on && !shown) document.body.append(document.createElement(NAME));
  if (!on) shown?.remove();
}
