// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Client } from 'openapi-fetch';
import { operations, statuses } from './operations.ts';
import type { ClientOptions } from './runtime/client.ts';
import { createCheckedClient } from './runtime/openapi-fetch.ts';
import type { paths } from './schema.d.ts';

export type { ClientOptions };
export { UnexpectedResponseError } from './runtime/openapi-fetch.ts';

/**
 * Makes an openapi-fetch client for the operations of the contract. It takes the options of `createClient`, and writes forms, query
 * and headers as that one does; the global `fetch` is looked up at each call.
 *
 * `data` and `error` are what their types say: the shape of each response is checked first. A call rejects with
 * `UnexpectedResponseError` if the response is not one of the contract, such as an empty 500 or a proxy's page, and with what
 * `fetch` rejected with if there was none. Middleware of your own is run before that check; only a
 * `Response` that it returns from `onRequest` is not checked, since openapi-fetch hands that out as it is.
 */
export function createOpenapiFetchClient(options: ClientOptions): Client<paths> {
  return createCheckedClient<paths>(operations, options, statuses);
}
