/** The choices of a reader, kept in this browser. If that is forbidden, they hold until the page is left. */
const name = (key: string): string => `user-password-api.${key}`;

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(name(key));
  } catch {
    return null;
  }
}

/** Keeps a choice; an empty one is forgotten. */
export function remember(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(name(key));
    else localStorage.setItem(name(key), value);
  } catch {
    // The page itself has changed already.
  }
}
