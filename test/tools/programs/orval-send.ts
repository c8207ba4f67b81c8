/** How orval's code reaches the server: the base address and the credential are the application's. */
export const target = { url: '', cookie: '' };

export async function send<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Cookie', target.cookie);
  const response = await fetch(target.url + path, { ...init, headers });
  return { status: response.status, headers: response.headers, data: await response.json() } as T; // orval's own shape
}
