/** Random sequences of all operations by several browsers agree with a model that fits on a page. */
import fc from 'fast-check';
import { createClient, type GeneratedClient } from 'user-password-api/client';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { responseValidators } from 'user-password-api/validators';
import { expect, test } from 'vitest';

const MINUTE = 60_000;
const LOCKOUT = { attempts: 3, seconds: 300 };
const EMAILS = ['ada@example.com', 'bob@example.com'] as const;
const PASSWORDS = ['first of them all', 'second of them all', 'third of them all'] as const;
const BROWSERS = ['dvb_a', 'dvb_b', 'dvb_c'] as const;

interface ModelUser {
  password: string | null;
  failures: number;
  lockedUntil: number;
}
interface ModelSession {
  readonly email: string;
  verifiedAt: number;
}
class Model {
  now = 0;
  reverification = false;
  readonly users = new Map<string, ModelUser>(
    EMAILS.map((email, index) => [email, { password: PASSWORDS[index] ?? null, failures: 0, lockedUntil: 0 }]),
  );
  /** The sessions of each browser; the one that acts is the last. */
  readonly browsers = new Map<string, ModelSession[]>(BROWSERS.map((browser) => [browser, []]));

  user(email: string): ModelUser {
    const user = this.users.get(email);
    if (user === undefined) throw new Error(`no ${email}`);
    return user;
  }
  sessions(browser: string): ModelSession[] {
    return this.browsers.get(browser) ?? [];
  }
  isLocked(user: ModelUser): boolean {
    if (user.lockedUntil !== 0 && user.lockedUntil <= this.now) {
      user.lockedUntil = 0;
      user.failures = 0;
    }
    return user.lockedUntil !== 0;
  }
  /** Whether the password is right; a wrong one counts. */
  proves(user: ModelUser, password: string): boolean {
    if (user.password === password) {
      user.failures = 0;
      return true;
    }
    if (++user.failures >= LOCKOUT.attempts) user.lockedUntil = this.now + LOCKOUT.seconds * 1000;
    return false;
  }
  isStale(session: ModelSession): boolean {
    return this.reverification && this.now - session.verifiedAt > 10 * MINUTE;
  }
}

interface Real {
  readonly emulator: Emulator;
  readonly clients: ReadonlyMap<string, GeneratedClient>;
}

/** 'ok', or the error code. Anything that breaks the contract fails here. */
type Outcome = string;

async function outcomeOf(call: Promise<{ ok: boolean; errors?: readonly { code: string }[] }>) {
  const result = await call;
  if (result.ok) return 'ok';
  return result.errors?.[0]?.code ?? `unexpected: ${JSON.stringify(result)}`;
}

/** One operation of one browser: what the model says of it, and what the emulator does. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  readonly browser: string;
  constructor(browser: string) {
    this.browser = browser;
  }
  check = (): boolean => true;
  abstract expected(model: Model): Outcome;
  abstract send(client: GeneratedClient, real: Real, model: Model): Promise<Outcome>;
  abstract toString(): string;

  async run(model: Model, real: Real): Promise<void> {
    const client = real.clients.get(this.browser);
    if (client === undefined) throw new Error(`no ${this.browser}`);
    const actual = this.send(client, real, model);
    expect(`${this}: ${await actual}`).toBe(`${this}: ${this.expected(model)}`);
    const state = await client.getClient();
    const sessions = state.ok ? (state.data.response?.sessions ?? []) : [];
    const names = sessions.map(({ user }) => user?.email_addresses[0]?.email_address).sort();
    expect(names).toEqual(
      model
        .sessions(this.browser)
        .map(({ email }) => email)
        .sort(),
    );
    for (const [email, user] of model.users) {
      expect(real.emulator.users.get(email)).toMatchObject({
        hasPassword: user.password !== null,
        locked: model.isLocked(user),
        failedAttempts: user.failures,
      });
    }
  }

  /** The session that acts, or why there is none who could. */
  acting(model: Model): { session: ModelSession; user: ModelUser } | Outcome {
    const session = model.sessions(this.browser).at(-1);
    if (session === undefined) return 'authentication_invalid';
    const user = model.user(session.email);
    return model.isLocked(user) ? 'user_locked' : { session, user };
  }
}

class SignIn extends Step {
  readonly email: string;
  readonly password: string;
  constructor(browser: string, email: string, password: string) {
    super(browser);
    this.email = email;
    this.password = password;
  }
  expected(model: Model): Outcome {
    const user = model.user(this.email);
    if (model.isLocked(user)) return 'user_locked';
    if (user.password === null) return 'strategy_for_user_invalid';
    if (!model.proves(user, this.password)) return 'form_password_incorrect';
    const others = model.sessions(this.browser).filter(({ email }) => email !== this.email);
    model.browsers.set(this.browser, [...others, { email: this.email, verifiedAt: model.now }]);
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(
      client.createSignIn({ body: { identifier: this.email, strategy: 'password', password: this.password } }),
    );
  }
  toString = (): string => `${this.browser} signs in as ${this.email} with "${this.password}"`;
}

class Change extends Step {
  readonly current: string | undefined;
  readonly next: string;
  readonly endOthers: boolean;
  constructor(browser: string, current: string | undefined, next: string, endOthers: boolean) {
    super(browser);
    this.current = current;
    this.next = next;
    this.endOthers = endOthers;
  }
  expected(model: Model): Outcome {
    const acting = this.acting(model);
    if (typeof acting === 'string') return acting;
    const { session, user } = acting;
    if (model.isStale(session)) return 'session_reverification_required';
    if (user.password !== null) {
      if (this.current === undefined && !model.reverification) return 'form_param_missing';
      if (this.current !== undefined && !model.proves(user, this.current)) return 'form_password_incorrect';
      if (user.password === this.next) return 'form_new_password_matches_current';
    }
    user.password = this.next;
    if (this.endOthers) {
      for (const [browser, sessions] of model.browsers) {
        model.browsers.set(
          browser,
          sessions.filter((one) => one === session || one.email !== session.email),
        );
      }
    }
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(
      client.changePassword({
        body: {
          new_password: this.next,
          ...(this.current === undefined ? {} : { current_password: this.current }),
          sign_out_of_other_sessions: this.endOthers,
        },
      }),
    );
  }
  toString = (): string =>
    `${this.browser} changes "${this.current}" to "${this.next}"${this.endOthers ? ' and ends the others' : ''}`;
}

class Remove extends Step {
  readonly current: string;
  constructor(browser: string, current: string) {
    super(browser);
    this.current = current;
  }
  expected(model: Model): Outcome {
    const acting = this.acting(model);
    if (typeof acting === 'string') return acting;
    if (acting.user.password === null) return 'no_password_set';
    if (model.isStale(acting.session)) return 'session_reverification_required';
    if (!model.proves(acting.user, this.current)) return 'form_password_incorrect';
    acting.user.password = null;
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(client.removePassword({ body: { current_password: this.current } }));
  }
  toString = (): string => `${this.browser} removes "${this.current}"`;
}

class Verify extends Step {
  readonly password: string;
  constructor(browser: string, password: string) {
    super(browser);
    this.password = password;
  }
  expected(model: Model): Outcome {
    const acting = this.acting(model);
    if (typeof acting === 'string') return acting === 'authentication_invalid' ? 'resource_not_found' : acting;
    if (acting.user.password === null) return 'form_param_value_invalid';
    if (!model.proves(acting.user, this.password)) return 'form_password_incorrect';
    acting.session.verifiedAt = model.now;
    return 'ok';
  }
  async send(client: GeneratedClient): Promise<Outcome> {
    const state = await client.getClient();
    const id = (state.ok ? state.data.response?.last_active_session_id : null) ?? 'sess_none';
    const path = { session_id: id };
    const started = await outcomeOf(client.startSessionVerification({ path, body: { level: 'first_factor' } }));
    if (started !== 'ok') return started;
    return outcomeOf(
      client.attemptSessionVerification({ path, body: { strategy: 'password', password: this.password } }),
    );
  }
  toString = (): string => `${this.browser} proves "${this.password}" again`;
}

class Read extends Step {
  expected(model: Model): Outcome {
    return model.sessions(this.browser).length === 0 ? 'authentication_invalid' : 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(client.getUser());
  }
  toString = (): string => `${this.browser} reads`;
}

class SignOut extends Step {
  expected(model: Model): Outcome {
    model.browsers.set(this.browser, []);
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(client.removeSessions({ query: { _method: 'DELETE' } }));
  }
  toString = (): string => `${this.browser} signs out`;
}

class Wait extends Step {
  readonly minutes: number;
  constructor(minutes: number) {
    super(BROWSERS[0]);
    this.minutes = minutes;
  }
  expected = (): Outcome => 'ok';
  async send(_client: GeneratedClient, { emulator }: Real, model: Model): Promise<Outcome> {
    model.now += this.minutes * MINUTE;
    emulator.advance(this.minutes * MINUTE);
    return 'ok';
  }
  toString = (): string => `${this.minutes} minutes pass`;
}

class SetReverification extends Step {
  readonly on: boolean;
  constructor(on: boolean) {
    super(BROWSERS[0]);
    this.on = on;
  }
  expected(model: Model): Outcome {
    model.reverification = this.on;
    return 'ok';
  }
  async send(_client: GeneratedClient, { emulator }: Real): Promise<Outcome> {
    emulator.configure({ reverification: this.on });
    return 'ok';
  }
  toString = (): string => `reverification is turned ${this.on ? 'on' : 'off'}`;
}

function setUp(): { model: Model; real: Real } {
  const emulator = createEmulator({
    now: () => 1_760_000_000_000,
    settings: { lockout: LOCKOUT },
    seed: { users: EMAILS.map((email, index) => ({ email, password: PASSWORDS[index] ?? null })) },
  });
  const clients = new Map<string, GeneratedClient>();
  for (const browser of BROWSERS) {
    // A browser is known once somebody was signed in there.
    const { id } = emulator.users.signIn({ user: EMAILS[0], token: browser });
    emulator.users.endSession(id);
    clients.set(
      browser,
      createClient({
        baseUrl: 'http://localhost',
        fetch: (url, init) => emulator.fetch(url, init),
        query: () => ({ __clerk_db_jwt: browser }),
        validators: responseValidators,
      }),
    );
  }
  return { model: new Model(), real: { emulator, clients } };
}

test('agrees with the model when several browsers do anything in any order, 1,000 sequences', async () => {
  const browser = fc.constantFrom(...BROWSERS);
  const email = fc.constantFrom(...EMAILS);
  const password = fc.constantFrom(...PASSWORDS);
  const signIn = fc.tuple(browser, email, password).map((all) => new SignIn(...all));
  const commands = [
    // Three times, so that most sequences have somebody signed in.
    signIn,
    signIn,
    signIn,
    fc.tuple(browser, fc.option(password, { nil: undefined }), password, fc.boolean()).map((all) => new Change(...all)),
    fc.tuple(browser, password).map((all) => new Remove(...all)),
    fc.tuple(browser, password).map((all) => new Verify(...all)),
    browser.map((one) => new Read(one)),
    browser.map((one) => new SignOut(one)),
    fc.constantFrom(1, 5, 11).map((minutes) => new Wait(minutes)),
    fc.boolean().map((on) => new SetReverification(on)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 30 }), (sequence) => fc.asyncModelRun(setUp, sequence)),
    { numRuns: 1_000 },
  );
});
