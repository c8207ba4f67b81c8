/**
 * Brings the reader back to where they were on the reference. It lays out what is far away only when it comes near, so the same
 * number of pixels leads elsewhere when the page is opened again.
 */
const KEY = `place:${location.pathname}`;

export function keepPlace(): void {
  const parts = [...document.querySelectorAll('.operation, .object')];
  if (parts.length === 0) return;
  addEventListener('pagehide', () => {
    const part = parts.findLast((one) => one.getBoundingClientRect().top < innerHeight / 2);
    try {
      sessionStorage.setItem(KEY, JSON.stringify([part?.id, part?.getBoundingClientRect().top]));
    } catch {
      // Then the browser's own guess has to do.
    }
  });
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming && /^(back_forward|reload)$/.test(navigation.type))) return;
  addEventListener('load', () => {
    let kept: unknown;
    try {
      kept = JSON.parse(String(sessionStorage.getItem(KEY)));
    } catch {
      return;
    }
    const [id, top]: readonly unknown[] = Array.isArray(kept) ? kept : [];
    const part = parts.find((one) => one.id === id);
    if (!part || typeof top !== 'number') return;
    const go = (): void => scrollBy(0, part.getBoundingClientRect().top - top);
    go();
    // By now the browser has laid out what came near, and has put the page where it thought right.
    requestAnimationFrame(() => requestAnimationFrame(go));
  });
}
