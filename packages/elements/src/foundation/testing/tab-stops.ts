import { sendKeys } from '@web/test-runner-commands';

/**
 * Goes by Tab through an element that has the focus.
 *
 * @param count how many of its stops are looked at. The last one is not left: behind it may be the bars of the browser, and some keep the
 *   keyboard then from the tests that follow.
 * @param called says what to call the stop that has the focus
 */
export async function tabStops<Name>(
  element: Element,
  count: number,
  called: (stop: Element | null) => Name,
): Promise<Name[]> {
  const stops: Name[] = [];
  while (stops.length < count) {
    if (stops.length > 0) await sendKeys({ press: 'Tab' });
    stops.push(called(element.shadowRoot?.activeElement ?? document.activeElement));
  }
  return stops;
}
