/** Reads how long to wait. */

/**
 * The seconds of a `Retry-After` header: a number, which may have a fraction, or a date. If it was sent twice, the first
 * counts. What is neither says nothing.
 */
export function secondsOf(header: string | null | undefined): number | undefined {
  // A date holds one comma itself.
  const [first, second] = (header || 'none').split(',');
  const seconds = Number(first);
  if (!Number.isNaN(seconds)) return seconds >= 0 ? seconds : undefined;
  const left = Math.ceil((Date.parse(`${first},${second}`) - Date.now()) / 1000);
  return Number.isNaN(left) ? undefined : Math.max(left, 0);
}
