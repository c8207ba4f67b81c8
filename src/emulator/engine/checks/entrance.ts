/** The first checks: is the server called by its name, from a page that may, for something that there is? */
import { vendorRefusal } from '../answer/vendor-errors.ts';
import type { Call } from '../call.ts';
import { isEmbedded, isHostAllowed, isSatellite } from './caller.ts';
import type { Stop } from './check.ts';

export const host = (call: Call): Stop | undefined =>
  isHostAllowed(call.request.header('host'), call.world.settings) ? undefined : call.refusal('host_invalid');

export const query = (call: Call): Stop | undefined =>
  call.wholeQuery === undefined ? call.refusal('malformed_request_parameters') : undefined;

export const route = (call: Call): Stop | undefined =>
  call.operation === '' ? call.refusal('resource_not_found') : undefined;

export function origin(call: Call): Stop | undefined {
  if (call.origin === undefined) return isEmbedded(call.request) ? call.refusal('origin_invalid') : undefined;
  if (call.request.header('authorization') !== undefined) return call.refusal('origin_authorization_headers_conflict');
  return call.mayRead ? undefined : call.refusal('origin_invalid');
}

/** A page of an application on another site than the emulator's, as 127.0.0.1 is to localhost, may lead here, but not embed it. */
export const redirected = (call: Call): Stop | undefined =>
  isEmbedded(call.request) && call.request.header('sec-fetch-dest') !== 'document'
    ? call.refusal('origin_invalid')
    : undefined;

export const satellite = (call: Call): Stop | undefined =>
  call.origin !== undefined && isSatellite(call.origin, call.world.settings)
    ? call.refusal('operation_not_allowed_on_satellite_domain')
    : undefined;

/** Any key of a development instance will do, so that applications keep the one that they have. */
export function secretKey(call: Call): Stop | undefined {
  const [, key] = /^Bearer\s+(\S+)$/i.exec(call.request.header('authorization') ?? '') ?? [];
  if (key === undefined) return vendorRefusal('authorization_header_format_invalid');
  return /^sk_test_./.test(key) ? undefined : vendorRefusal('clerk_key_invalid');
}
