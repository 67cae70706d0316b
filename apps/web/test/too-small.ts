import type { Page } from '@playwright/test';

/** What a thumb has to hit: a box's label belongs to it, a hidden input to what is drawn over it. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      ['button', 'a[href]', 'input', 'select', 'textarea', 'summary', '[role=tab]']
        .map((one) => `:is(main, [role=dialog]) ${one}`)
        .join(),
    );
    return [...targets].flatMap((target) => {
      const hit = target.closest<HTMLElement>('label, [class*="-body"]') ?? target;
      const { width, height } = hit.getBoundingClientRect();
      const words = target.getAttribute('aria-label') ?? target.textContent ?? '';
      // A link inside a sentence is as high as its line (WCAG 2.5.8).
      if (target.matches('p a')) return [];
      if (width === 0 || height === 0 || target.getAttribute('type') === 'hidden') return [];
      return height >= 43.5 && width >= 43.5
        ? []
        : [`${target.tagName} ${words} ${Math.round(width)}x${Math.round(height)}`];
    });
  });
