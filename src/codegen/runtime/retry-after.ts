/** Reads how long to wait. */

/**
 * The seconds of a `Retry-After` header: a number, which may have a fraction, or a date. If it was sent twice, the first
 * counts. What is neither says nothing.
 */
export function secondsOf(header: string | null | undefined): number | undefined {
  // A date holds one comma itself.
  const parts = (header || 'none').split(',', 2);
  const number = Number(parts[0]);
  const left = Math.ceil((Date.parse(parts.join()) - Date.now()) / 1000);
  const seconds = Number.isNaN(number) ? Math.max(left, 0) : number;
  return seconds >= 0 ? seconds : undefined;
}
