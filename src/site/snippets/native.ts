import { Clerk, type TokenStorage } from 'user-password-api';

/** For a secure store. Keys have only letters, digits, `.`, `-` and `_`. */
export const tokenStorage = (store: {
  getItemAsync: (key: string) => Promise<string | null>;
  setItemAsync: (key: string, value: string) => Promise<void>;
}): TokenStorage => ({
  getItem: (key) => store.getItemAsync(key),
  setItem: (key, token) => store.setItemAsync(key, token),
});

export const createClerk = (
  key: string,
  storage: TokenStorage,
  url: string,
) => new Clerk(key, { native: true, storage, proxyUrl: url });
