/** One call to the server: within its time, with the token that goes along, ending in data or in a typed error. */
import {
  type Answered,
  type CallInit,
  createClient,
  type Failure,
  type GeneratedClient,
} from '../../generated/client.ts';
import { ClerkAPIResponseError, ClerkCallError, toError } from './errors.ts';
import { type CallOptions, check, type Settings } from './options.ts';

/** Milliseconds that a call may take unless said otherwise. */
const TIMEOUT = 30_000;

/** The vendor's SDK whose way of asking this one follows; servers keep statistics of it. */
const VERSION = '5.128.0';

/** Sends one operation of the generated client. */
export type Send<Data> = (api: GeneratedClient, init: CallInit) => Promise<Answered<200, Data> | Failure>;

/**
 * What is at stake: a `read` may be sent again, a `step` (signing in or out, a proof) is sent once and can be begun anew, a
 * `change` is sent once and leaves open whether it was made if its answer is lost.
 */
export type Stake = 'read' | 'step' | 'change';

/** Sends, and resolves to the data of the answer. */
export type Call = <Data>(stake: Stake, options: CallOptions, send: Send<Data>) => Promise<Data>;

/** Runs what may take some time and no more; also when it does not heed the signal that it is given. */
export function within<Result>(
  { signal, timeoutMs }: CallOptions,
  run: (signal: AbortSignal) => Promise<Result>,
  outcomeUnknown: () => boolean = () => false,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (reason: 'timed-out' | 'aborted', cause?: unknown): void => {
      reject(new ClerkCallError(reason, { outcomeUnknown: outcomeUnknown(), cause }));
      controller.abort(cause);
    };
    const onAbort = (): void => stop('aborted', signal?.reason);
    if (signal?.aborted) return onAbort();
    const timer = timeoutMs && setTimeout(stop, timeoutMs, 'timed-out');
    signal?.addEventListener('abort', onAbort);
    // One step after the answer, not two: each costs more than what is done in it.
    const end =
      <Value>(settle: (value: Value) => void) =>
      (value: Value): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        settle(value);
      };
    run(controller.signal).then(end(resolve), end(reject));
  });
}

/** Makes the function through which every call of one `Clerk` goes. */
export function createCaller(settings: Settings): Call {
  const { baseUrl, native, development, fetch, storage, timeoutMs: usual = TIMEOUT } = settings;
  const key = `clerk:${baseUrl}`;
  // Looked up late, and only where there are pages: elsewhere the mere look prints a warning or throws.
  const place = () => storage ?? ('document' in globalThis ? globalThis.localStorage : undefined);
  let token: string | undefined;
  // A storage that fails (full, forbidden) is done without.
  const recall = async (): Promise<void> => {
    try {
      token ??= (await place()?.getItem(key)) || undefined;
    } catch {}
  };
  const keep = async (value: string): Promise<void> => {
    if (token === value) return;
    token = value;
    try {
      await place()?.setItem(key, value);
    } catch {}
  };
  const api = createClient({
    baseUrl,
    ...(fetch && { fetch }),
    // Only a browser has a cookie jar; edge runtimes refuse the setting.
    ...(!native && !development && 'document' in globalThis && { credentials: 'include' }),
    query: () => ({
      _clerk_js_version: VERSION,
      _is_native: native ? '1' : undefined,
      __clerk_db_jwt: native ? undefined : token,
    }),
    ...(native && { headers: () => (token ? { Authorization: `Bearer ${token}` } : {}) }),
  });

  const dataOf = <Data>(stake: Stake, result: Answered<200, Data> | Failure): Data => {
    if (result.ok) return result.data;
    throw toError(result, stake === 'change');
  };

  let renewing: Promise<void> | undefined;
  /** Gets a development token: one for all calls that wait for it, whichever of them is aborted. */
  function renew(): Promise<void> {
    renewing ??= within({ timeoutMs: usual }, (signal) => api.createDevBrowser({}, { signal }))
      .then((result) => keep(dataOf('step', result).id))
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  }

  return (stake, options, send) => {
    check('options', options, { signal: 'object or undefined', timeoutMs: 'number or undefined' });
    const { signal, timeoutMs = usual } = options;
    if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) throw new TypeError('timeoutMs must be from 1 to 2**31 - 1.');
    let sent = false;
    return within(
      { signal, timeoutMs },
      async (inner) => {
        for (let again = false; ; again = true) {
          if (!token && (native || development)) {
            await recall();
            if (!token && development) await renew();
          }
          const used = token;
          // Whoever aborted was told that nothing was sent.
          if (inner.aborted) throw inner.reason;
          try {
            sent = stake === 'change';
            const result = await send(api, { signal: inner });
            // From here on the answer says what happened.
            sent = false;
            const fresh = native && result.response?.headers.get('Authorization')?.replace(/^Bearer /i, '');
            if (fresh) await keep(fresh);
            return dataOf(stake, result);
          } catch (error) {
            const unknown =
              error instanceof ClerkAPIResponseError && error.errors[0].code === 'dev_browser_unauthenticated';
            if (again) throw error;
            if (unknown && development) {
              // Another call may have got a new token by now.
              if (token === used) await renew();
            } else if (stake !== 'read' || !(error instanceof ClerkCallError && error.cause)) {
              throw error;
            }
          }
        }
      },
      () => sent,
    );
  };
}
