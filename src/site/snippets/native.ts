import { Clerk, type TokenStorage } from 'user-password-api';

/** For a secure store whose keys may contain only letters, digits, `.`, `-` and `_`. */
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
