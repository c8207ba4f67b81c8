/** Who may call: hosts (against DNS rebinding) and origins (against other people's pages), and the headers that say so. */
import type { Settings } from '../../setup/settings.ts';
import type { WireRequest } from '../wire.ts';

const LOOPBACK = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Browsers send a host of this form for an address only: a name that is bound anew to this machine never looks like one. */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d{1,5})?$/i;

const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

/** Whether the server may be called by this name. A request without a `Host` header never came over a network. */
export function isHostAllowed(host: string | undefined, settings: Settings): boolean {
  if (host === undefined || LOOPBACK.test(host) || ADDRESS.test(host)) return true;
  const names = [settings.frontendApi, ...settings.allowedHosts];
  return names.some((name) => name === '*' || withoutPort(name) === withoutPort(host));
}

export const isSatellite = (origin: string, settings: Settings): boolean => settings.satelliteOrigins.includes(origin);

/**
 * Whether a page of this origin may call: a loopback one, the server's own, also where a tunnel or proxy speaks https for it, or one that
 * the settings name.
 */
export function isOriginAllowed(origin: string, request: WireRequest, settings: Settings): boolean {
  if (origin === request.base) return true;
  const scheme = /^https?:\/\//.exec(origin)?.[0];
  if (scheme !== undefined && LOOPBACK.test(origin.slice(scheme.length))) return true;
  const named = [...settings.allowedOrigins, ...settings.satelliteOrigins, `https://${settings.frontendApi}`];
  return (
    origin === request.base.replace(/^http:/, 'https:') ||
    named.includes(origin) ||
    settings.allowedOrigins.includes('*')
  );
}

/** Whether a page elsewhere links or embeds this, as by `<img>`: browsers then say so, and leave out the origin. */
export const isEmbedded = (request: WireRequest): boolean =>
  request.header('sec-fetch-site') === 'cross-site' && request.header('origin') === undefined;

/** The headers that let the page read the answer. */
export function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Authorization, Retry-After',
  };
}

/** The headers that answer a preflight. */
export function preflightHeaders(request: WireRequest): Record<string, string> {
  const wanted = request.header('access-control-request-headers');
  const toPrivateNetwork = request.header('access-control-request-private-network') === 'true';
  return {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    // Header names only: what is echoed must not break out of its line.
    'access-control-allow-headers':
      wanted !== undefined && /^[\w-]+(, ?[\w-]+)*$/.test(wanted) ? wanted : 'content-type, authorization, prefer',
    'access-control-max-age': '600',
    ...(toPrivateNetwork ? { 'access-control-allow-private-network': 'true' } : {}),
  };
}
