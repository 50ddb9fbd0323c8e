/** Where in the page's own DOM something belongs that a slot deep inside shall show. */
export interface LightPlace {
  host: Element;
  /** Name of the host's slot. */
  slot: string;
}

/**
 * Follows forwarding slots outwards. A composite that renders `<mfa-code-input><slot name="code" slot="input"></slot></mfa-code-input>`
 * offers its own light DOM, and so on until nobody forwards: that is as near to the document as the field can get, and
 * there password managers find it.
 */
export function lightPlace(host: Element, slot: string): LightPlace {
  const forwarding = host.querySelector<HTMLSlotElement>(`:scope > slot[slot="${slot}"]`);
  const root = forwarding?.getRootNode();
  return forwarding && root instanceof ShadowRoot ? lightPlace(root.host, forwarding.name) : { host, slot };
}
