/** Reads how long to wait. */

/**
 * The seconds of a `Retry-After` header: a number, which may have a fraction, or a date. If it was sent twice, the first
 * counts. What is neither says nothing.
 */
export function secondsOf(header: string | null | undefined): number | undefined {
  // A date holds one comma itself.
  const [first = '', second] = (header ?? '').split(',');
  const text = first.trim();
  const seconds = text === '' ? Number.NaN : Number(text);
  if (seconds >= 0) return seconds;
  const left = (Date.parse(`${text},${second}`) - Date.now()) / 1000;
  return Number.isNaN(seconds) && !Number.isNaN(left) ? Math.max(0, Math.ceil(left)) : undefined;
}
