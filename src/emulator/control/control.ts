/**
 * Control over HTTP: what a test or a person does to the emulator from outside. It stands in front of an emulator, answers
 * `/__emulator/…`, keeps instances side by side under `/instances/<name>`, and hands everything else on.
 */

import { refused } from '../engine/answer/outcome.ts';
import { Refusal, wireError } from '../engine/answer/refusal.ts';
import { corsHeaders, isEmbedded, isHostAllowed, isOriginAllowed, preflightHeaders } from '../engine/checks/caller.ts';
import { type Fetch, fetchFrom } from '../engine/fetch.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { Handler, WireAnswer, WireRequest } from '../engine/wire.ts';
import { count, LIMITS } from '../setup/limits.ts';
import { NotFoundError } from './accounts.ts';
import { coreOf, Emulator } from './emulator.ts';
import { type ControlRoute, controlRoutes, InputError } from './routes.ts';

/** A file of the page at `/`. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

export interface ControlOptions {
  /** Where `/.well-known/change-password` redirects to, unless the setting `changePasswordUrl` says otherwise. Default: `/`. */
  readonly changePasswordUrl?: string | undefined;
  /** The page at `/`, by path: `/`, `/page.css`, … */
  readonly page?: ReadonlyMap<string, PageFile> | undefined;
  /** Called with each new instance. */
  readonly onInstance?: ((name: string, emulator: Emulator) => void) | undefined;
}

const PREFIX = '/__emulator';
const INSTANCES = '/instances/';
/** Instances that were only looked at are remembered up to this number, so that they keep their ids until something is done. */
const UNBORN = 8;
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const json = (status: number, body: unknown): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
const problem = (status: number, error: string): WireAnswer => json(status, { error });

/** Whether a request only looks. */
const isSafe = ({ method }: WireRequest): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

const withoutBody = (status: number, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  headers,
  body: '',
});

/** The request as an instance sees it. */
const mounted = (request: WireRequest, rest: string, name: string): WireRequest => ({
  ...request,
  header: (of) => request.header(of),
  target: rest.startsWith('/') ? rest : `/${rest}`,
  mount: `${INSTANCES}${name}`,
});

/** HEAD is answered like GET; the host leaves the body out. */
const methodOf = ({ method }: WireRequest): string => (method === 'HEAD' ? 'GET' : method);

function readInput(request: WireRequest): unknown {
  if (request.body.length === 0) return undefined;
  const type = request.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new InputError('Send JSON, with Content-Type: application/json.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body));
  } catch {
    throw new InputError('The body is not JSON.');
  }
}

/** Returns the text at the `{…}` part of a route, decoded, or an empty one if it has none; undefined if `path` does not fit. */
function match(route: ControlRoute, path: string): string | undefined {
  const wanted = route.path.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  let found = '';
  for (const [index, part] of wanted.entries()) {
    const other = given[index] ?? '';
    if (part.startsWith('{')) {
      try {
        found = decodeURIComponent(other);
      } catch {
        return undefined;
      }
    } else if (part !== other) return undefined;
  }
  return found;
}

/** Refuses pages elsewhere: by host name after DNS rebinding, by origin, and where the browser says that they link here. */
function refuseStrangers(request: WireRequest, { settings }: Emulator): WireAnswer | undefined {
  const origin = request.header('origin');
  if (!isHostAllowed(request.header('host'), settings)) {
    return problem(403, 'This host name is not allowed. Use localhost, or start with --allow-host.');
  }
  if (origin !== undefined && !isOriginAllowed(origin, request, settings)) {
    return problem(403, 'Pages of this origin may not control the emulator. Start with --allow-origin to let them.');
  }
  if (isEmbedded(request)) {
    return problem(403, 'Pages elsewhere may not control the emulator.');
  }
  return undefined;
}

async function runRoute(emulator: Emulator, request: WireRequest, path: string): Promise<WireAnswer> {
  const fitting = controlRoutes.filter((route) => route.run !== undefined && match(route, path) !== undefined);
  const route = fitting.find(({ method }) => method === methodOf(request));
  if (route?.run === undefined) {
    if (fitting.length === 0)
      return problem(404, `There is nothing at ${PREFIX}${path}. GET ${PREFIX} lists what there is.`);
    const allow = fitting.map(({ method }) => method).join(', ');
    const refused = problem(405, `${PREFIX}${path} takes ${allow}.`);
    return { ...refused, headers: { ...refused.headers, allow } };
  }
  if (request.bodyTooLarge === true)
    return problem(413, 'The body is too large: 10 kB are enough for everything here.');
  try {
    const query = new URLSearchParams(request.target.split('?')[1] ?? '');
    const { base, mount = '' } = request;
    const part = match(route, path) ?? '';
    const result = await route.run({ emulator, part, input: readInput(request), query, base, mount });
    return result === undefined ? withoutBody(204) : json(200, result);
  } catch (error) {
    if (error instanceof NotFoundError) return problem(404, error.message);
    if (error instanceof InputError || error instanceof TypeError) return problem(400, error.message);
    coreOf(emulator).onError(error);
    return problem(500, 'The emulator failed inside; its terminal or the option onError says how.');
  }
}

/** The emulator's state, and that of each instance by name. */
export interface ControlSnapshot extends Snapshot {
  readonly instances: Readonly<Record<string, Snapshot>>;
}

export interface Control extends Handler {
  /** Responds to a request: the paths of the emulator, `/__emulator/…` and `/instances/NAME/…`. */
  readonly fetch: Fetch;
  /** The instances under `/instances/<name>`, by name. */
  readonly instances: ReadonlyMap<string, Emulator>;
  /** Returns the instance of that name, and makes it if there is none. */
  instance(name: string): Emulator;
  /** Makes an emulator the instance of that name. */
  keep(name: string, emulator: Emulator): void;
  /** Forgets an instance. Returns false if there is none. */
  remove(name: string): boolean;
  /** Returns the whole state, with all instances, as JSON. Keep it private. */
  snapshot(): Promise<ControlSnapshot>;
  /**
   * Restores a snapshot of this or of an emulator alone.
   *
   * @throws {TypeError} It is not a snapshot of this version. Nothing was changed.
   */
  restore(snapshot: unknown): void;
}

/** Puts control in front of an emulator. */
export function createControl(emulator: Emulator, options: ControlOptions = {}): Control {
  const { changePasswordUrl = '/', page, onInstance } = options;
  const instances = new Map<string, Emulator>();
  /** Instances that nothing was done to yet, the last ones looked at; of no use once the emulator was reset. */
  const unborn = new Map<string, { readonly begun: unknown; readonly made: Emulator }>();

  function instancesRoute(request: WireRequest, path: string): WireAnswer | undefined {
    const [, first, name, ...rest] = path.split('/');
    if (first !== 'instances' || rest.length > 0) return undefined;
    if (name === undefined && methodOf(request) === 'GET') return json(200, [...instances.keys()]);
    if (name === undefined || request.method !== 'DELETE')
      return problem(405, 'GET lists the instances; DELETE on a name removes one.');
    return instances.delete(name) ? withoutBody(204) : problem(404, `There is no instance ${JSON.stringify(name)}.`);
  }

  async function control(request: WireRequest, of: Emulator, path: string): Promise<WireAnswer> {
    const refused = refuseStrangers(request, of);
    if (refused !== undefined) return refused;
    const origin = request.header('origin');
    const answer =
      request.method === 'OPTIONS'
        ? withoutBody(204, preflightHeaders(request))
        : ((of === emulator ? instancesRoute(request, path) : undefined) ?? (await runRoute(of, request, path)));
    const cors = origin === undefined ? {} : corsHeaders(origin);
    return { ...answer, headers: { ...answer.headers, ...cors, vary: 'Origin' } };
  }

  function servePage(request: WireRequest, path: string, of: Emulator): WireAnswer | undefined {
    const file = page?.get(path);
    if (file === undefined || methodOf(request) !== 'GET') return undefined;
    if (!isHostAllowed(request.header('host'), of.settings)) return problem(403, 'This host name is not allowed.');
    return {
      status: 200,
      headers: { ...PAGE_HEADERS, 'content-type': `${file.type}; charset=utf-8` },
      body: file.text,
    };
  }

  function answerFor(request: WireRequest, of: Emulator): WireAnswer | Promise<WireAnswer> {
    const [path = '/'] = request.target.split('?', 1);
    if (path === PREFIX || path.startsWith(`${PREFIX}/`)) {
      return control(request, of, path.slice(PREFIX.length).replace(/\/$/, ''));
    }
    if (path === '/.well-known/change-password' && methodOf(request) === 'GET') {
      return withoutBody(302, { location: of.settings.changePasswordUrl ?? changePasswordUrl });
    }
    return servePage(request, path, of) ?? of.handle(request);
  }

  /** Why there can be no instance of a name; undefined if there can. */
  function instanceProblem(name: string): string | undefined {
    if (!/^[\w-]{1,64}$/.test(name)) return 'The name of an instance is made of up to 64 letters, digits, - and _.';
    return instances.size < LIMITS.instances
      ? undefined
      : `There are ${count(LIMITS.instances)} instances already. DELETE ${PREFIX}/instances/<name> removes one.`;
  }

  /** Returns an instance as it would be, for those that only look: any page can make a browser look here, as by `<img>`. */
  function looked(name: string): Emulator {
    const begun = emulator.begin();
    const known = unborn.get(name);
    const made = known !== undefined && known.begun === begun ? known.made : emulator.fresh();
    // Put last: the one that was looked at longest ago is forgotten first.
    unborn.delete(name);
    unborn.set(name, { begun, made });
    if (unborn.size > UNBORN) unborn.delete(unborn.keys().next().value ?? name);
    return made;
  }

  function instance(name: string): Emulator {
    const known = instances.get(name);
    if (known !== undefined) return known;
    const made = looked(name);
    keep(name, made);
    return made;
  }

  /** The instance of a name for a request, or the response if there can be none. */
  function instanceFor(request: WireRequest, name: string, rest: string): Emulator | WireAnswer | Promise<WireAnswer> {
    const known = instances.get(name);
    if (known !== undefined) return known;
    const isApi = rest.startsWith('/v1/');
    // A page elsewhere must not fill the memory with instances.
    const stranger = refuseStrangers(request, emulator);
    // The API refuses in the words of the contract.
    if (stranger !== undefined) return isApi ? emulator.handle(mounted(request, rest, name)) : stranger;
    const sentence = instanceProblem(name);
    if (sentence === undefined) return isSafe(request) ? looked(name) : instance(name);
    return isApi ? apiProblem(request, sentence) : problem(400, sentence);
  }

  /** An error response of the contract. */
  function apiProblem(request: WireRequest, sentence: string): WireAnswer {
    const error = wireError('', 'resource_not_found', {}, sentence);
    const { status, body } = refused(new Refusal(404, [error]), coreOf(emulator).random);
    const origin = request.header('origin');
    const cors = origin === undefined ? {} : corsHeaders(origin);
    return {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        vary: 'Origin',
        ...cors,
      },
      body,
    };
  }

  function keep(name: string, made: Emulator): void {
    unborn.delete(name);
    if (instances.get(name) === made) return;
    instances.set(name, made);
    onInstance?.(name, made);
  }

  const remove = (name: string): boolean => instances.delete(name);

  async function snapshot(): Promise<ControlSnapshot> {
    // All at once, so that they are of one moment.
    const others = [...instances].map(async ([name, one]) => [name, await one.snapshot()] as const);
    const [own, named] = await Promise.all([emulator.snapshot(), Promise.all(others)]);
    return { ...own, instances: Object.fromEntries(named) };
  }

  function restore(kept: unknown): void {
    const named = Reflect.get(Object(kept), 'instances');
    const restored = Object.entries<unknown>(Object(named)).map(([name, one]) => {
      const made = emulator.fresh();
      made.restore(one);
      return [name, made] as const;
    });
    emulator.restore(kept);
    instances.clear();
    for (const [name, made] of restored) keep(name, made);
  }

  /** The instance that a target names, and what is left of the target. */
  function named(target: string): { readonly name: string; readonly rest: string } | undefined {
    if (!target.startsWith(INSTANCES)) return undefined;
    const end = INSTANCES.length + target.slice(INSTANCES.length).search(/[/?]|$/);
    return { name: target.slice(INSTANCES.length, end), rest: target.slice(end) };
  }

  const handler: Handler = {
    begin(target) {
      const found = named(target);
      return (found === undefined ? emulator : instances.get(found.name))?.begin();
    },
    handle(request) {
      const { target } = request;
      // By far the most requests, so they are told first.
      if (target.startsWith('/v1/')) return emulator.handle(request);
      const found = named(target);
      if (found === undefined) return answerFor(request, emulator);
      const { name, rest } = found;
      const instance = instanceFor(request, name, rest);
      if (!(instance instanceof Emulator)) return instance;
      // Without the slash the page's own addresses would lead elsewhere.
      if (rest === '') return withoutBody(302, { location: `${target}/` });
      return answerFor(mounted(request, rest, name), instance);
    },
  };
  return { ...handler, fetch: fetchFrom(handler), instances, instance, keep, remove, snapshot, restore };
}
