/** On a phone the last tabs lie outside their strip. Only the strip moves: `scrollIntoView` would move the page too. */
export function intoView(tab: HTMLElement | null): void {
  const strip = tab?.parentElement;
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
}
