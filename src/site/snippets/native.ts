import { Clerk, type TokenStorage } from 'user-password-api';

/** Any pair of functions that keeps texts: here a secure store that takes only letters, digits, `.`, `-` and `_` as keys. */
export function tokenStorage(store: {
  getItemAsync: (key: string) => Promise<string | null>;
  setItemAsync: (key: string, value: string) => Promise<void>;
}): TokenStorage {
  const allowed = (key: string) => key.replaceAll(/[^\w.-]/g, '_');
  return {
    getItem: (key) => store.getItemAsync(allowed(key)),
    setItem: (key, token) => store.setItemAsync(allowed(key), token),
  };
}

export const createClerk = (
  key: string,
  storage: TokenStorage,
  url: string,
) => new Clerk(key, { native: true, storage, proxyUrl: url });
