/** The id that the address names. An address that somebody cut off may be no text: then there is none. */
export function target(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
