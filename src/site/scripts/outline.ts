/** Marks in the outline, or in the contents of the reference, what is being read. */
import { target } from './target.ts';

export function followReading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(':is(.outline, .toc) a[href^="#"]')];
  const places = links.flatMap((link) => {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return place ? [{ link, place }] : [];
  });
  if (places.length === 0) return;
  let marked: HTMLAnchorElement | undefined;
  /** The heading that the reader went to, until they scroll on by themselves. */
  let wanted = target();

  function mark(): void {
    const { documentElement: page } = document;
    const line = Number.parseFloat(getComputedStyle(page).scrollPaddingTop) + 8;
    // At the end of the page the last headings cannot reach the top.
    const isEnd = page.scrollTop > 0 && page.scrollTop + innerHeight >= page.scrollHeight - 2;
    const read = places.filter(({ place }) => place.getBoundingClientRect().top <= (isEnd ? innerHeight : line));
    const link =
      (isEnd ? read.find(({ place }) => place.id === wanted && place.getBoundingClientRect().top >= 0) : undefined)
        ?.link ?? read.at(-1)?.link;
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    marked = link;
    link?.setAttribute('aria-current', 'true');
    show(link);
  }

  let isWaiting = false;
  const later = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  };
  addEventListener('hashchange', () => {
    wanted = target();
    later();
  });
  for (const kind of ['wheel', 'touchmove', 'keydown'])
    addEventListener(
      kind,
      () => {
        wanted = '';
      },
      { passive: true },
    );
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later, { passive: true });
  later();
}

/** Scrolls the list, and nothing else, to where the link is. */
function show(link: HTMLElement | undefined): void {
  const list = link?.closest<HTMLElement>('.menu, .outline');
  if (!link || !list) return;
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.height === 0) return;
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 3;
}
