/** Any calls at once, in two tabs, their responses in any order: what each tab shows is what the server has. */
import fc from 'fast-check';
import type { TokenStorage } from 'user-password-api';
import { CANARY, example, expectNoCanary, json, setUp } from './stub.ts';

const calls = ['change', 'remove', 'reload', 'signIn', 'signOut', 'load'] as const;
const disturbances = ['aborted', 'otherTabSignsIn', 'otherTabSignsOut', 'storageIsLost', 'serverForgets'] as const;

/** A server that carries out requests one after the other, whose clock is wrong in any direction. */
function serialServer(skews: readonly number[]) {
  const tokens = new Map<string, { sessions: string[] }>();
  const state = { made: 0, versions: 0, passwordEnabled: true };
  let looks = 0;
  const now = () => 1_760_000_000_000 + (skews[looks++ % skews.length] ?? 0);
  const body = (browser: { sessions: string[] }) => {
    const body = example('current_user');
    const [session] = body.client.sessions;
    body.response.public_metadata = { version: state.versions };
    body.response.password_enabled = state.passwordEnabled;
    body.client.updated_at = now();
    body.client.last_active_session_id = browser.sessions.at(-1) ?? null;
    body.client.sessions = browser.sessions.flatMap((id) => (session ? [{ ...session, id, user: body.response }] : []));
    return body;
  };
  const known = (request: Request) => tokens.get(new URL(request.url).searchParams.get('__clerk_db_jwt') ?? '');
  type Browser = { sessions: string[] };
  const withBrowser = (answer: (browser: Browser) => Response) => (request: Request) => {
    const browser = known(request);
    return browser ? answer(browser) : json(example('dev_browser_unauthenticated'), 401);
  };
  const asUser = (change: () => void) => (request: Request) =>
    withBrowser((browser) => {
      const session = new URL(request.url).searchParams.get('_clerk_session_id') ?? '';
      if (!browser.sessions.includes(session)) return json(example('signed_out'), 401);
      change();
      return json(body(browser));
    })(request);
  const change = (passwordEnabled: boolean) => () => {
    state.passwordEnabled = passwordEnabled;
    state.versions++;
  };
  return {
    state,
    tokens,
    answers: {
      dev_browser: () => {
        const id = `token_${++state.made}`;
        tokens.set(id, { sessions: [] });
        return json({ id });
      },
      client: withBrowser((browser) => json({ response: body(browser).client })),
      me: asUser(() => {}),
      change_password: asUser(change(true)),
      remove_password: asUser(change(false)),
      sessions: withBrowser((browser) => {
        browser.sessions = [];
        return json({ response: body(browser).client, client: null });
      }),
      sign_ins: withBrowser((browser) => {
        const id = `sess_${++state.made}`;
        browser.sessions = [id];
        const answer = example('signed_in_by_password');
        answer.response.created_session_id = id;
        return json({ ...answer, client: body(browser).client });
      }),
    },
  };
}

const plans = fc.record({
  plan: fc.array(fc.oneof(fc.constantFrom(...calls), fc.constantFrom(...calls), fc.constantFrom(...disturbances)), {
    minLength: 2,
    maxLength: 7,
  }),
  skews: fc.array(fc.integer({ min: -9_000, max: 9_000 }), { minLength: 1, maxLength: 4 }),
});

/** Holds for every history: ends where the server ended, and the user in hand never goes back on the way. */
export const endsWhereTheServerEnded = fc.asyncProperty(plans, fc.scheduler(), async ({ plan, skews }, scheduler) => {
  const { state, answers, tokens } = serialServer(skews);
  const kept = new Map<string, string>();
  const storage: TokenStorage = {
    getItem: (key) => kept.get(key),
    setItem: (key, value) => void kept.set(key, value),
  };
  let delayed = false;
  const delay = (name: string, response: Response) =>
    delayed ? scheduler.schedule(Promise.resolve(response), name) : response;
  const all = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, (request: Request) => delay(name, answer(request))]),
  );
  const { clerk } = setUp(all, { storage });
  const other = setUp(all, { storage }).clerk;
  const credentials = { identifier: 'user@example.com', password: CANARY };
  await clerk.signInWithPassword(credentials);
  await other.load();
  const { user } = clerk;
  if (!user) throw new Error('Nobody is signed in');
  delayed = true;

  let last = 0;
  let wrong: string | undefined;
  const look = () => {
    const version = Number(user.publicMetadata['version']);
    // A caller who gives up before the server was asked again sees the best guess.
    if (clerk.user && version < last && !plan.includes('aborted'))
      wrong ??= `the user in hand went back from ${last} to ${version}`;
    last = version;
    if ((clerk.session === null) !== (clerk.user === null)) wrong ??= 'session and user disagree';
  };
  clerk.addListener(look);
  const params = { newPassword: CANARY };
  const run: Record<(typeof plan)[number], () => unknown> = {
    change: () => user.updatePassword(params),
    remove: () => user.removePassword({ currentPassword: CANARY }),
    reload: () => user.reload(),
    signIn: () => clerk.signInWithPassword(credentials),
    signOut: () => clerk.signOut(),
    load: () => clerk.client?.reload() ?? clerk.load(),
    aborted: () => {
      const controller = new AbortController();
      const call = user.updatePassword(params, { signal: controller.signal });
      void scheduler.schedule(Promise.resolve(), 'abort').then(() => controller.abort());
      return call;
    },
    otherTabSignsIn: () => other.signInWithPassword(credentials),
    otherTabSignsOut: () => other.signOut(),
    storageIsLost: () => kept.clear(),
    serverForgets: () => tokens.clear(),
  };
  const running = Promise.allSettled(plan.map(async (name) => run[name]()));
  await scheduler.waitFor(running);
  look();
  if (wrong) throw new Error(wrong);
  for (const result of await running) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof Error) || !('outcomeUnknown' in result.reason)) throw result.reason;
    expectNoCanary(result.reason);
  }
  // What others did is known after asking; what this page did is known already.
  const disturbed = plan.some((name) => (disturbances as readonly string[]).includes(name));
  delayed = false;
  if (disturbed) await (clerk.client?.reload() ?? clerk.load());
  const sessions = [...tokens.values()].flatMap((browser) => browser.sessions);
  const shown = clerk.client?.sessions.map(({ id }) => id) ?? [];
  if (!disturbed && shown.join() !== sessions.join()) throw new Error(`shows ${shown}, there are ${sessions}`);
  if (shown.some((id) => !sessions.includes(id))) throw new Error(`shows ${shown}, there are ${sessions}`);
  if (clerk.user && clerk.user.passwordEnabled !== state.passwordEnabled) throw new Error('not the last user');
  if (clerk.user && clerk.user.publicMetadata['version'] !== state.versions) throw new Error('not the last version');
  // A reload of the page finds the token of whoever is signed in.
  const again = setUp(all, { storage }).clerk;
  await again.load();
  const reloaded = again.client?.sessions.map(({ id }) => id).join();
  if (!plan.includes('storageIsLost') && clerk.user && reloaded !== shown.join())
    throw new Error('signed out by a reload');
});
