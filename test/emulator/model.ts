/**
 * A model of the emulator that fits on a page, and random histories of it: all operations by several browsers, and resets, restarts
 * and deletions, also while a request is under way.
 */
import fc from 'fast-check';
import { createClient, type GeneratedClient } from 'user-password-api/client';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { responseValidators } from 'user-password-api/validators';
import { expect } from 'vitest';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
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
  readonly startedAt: number;
  verifiedAt: number;
}
/** A sign-in under way whose code was sent. */
interface ModelSignIn {
  readonly email: string;
  readonly sentAt: number;
  attempts: number;
}
class Model {
  now = 0;
  reverification = false;
  users = new Map<string, ModelUser>(
    EMAILS.map((email, index) => [email, { password: PASSWORDS[index] ?? null, failures: 0, lockedUntil: 0 }]),
  );
  /** The sessions of each browser; the one that acts is the last. */
  browsers = new Map<string, ModelSession[]>(BROWSERS.map((browser) => [browser, []]));

  signIns = new Map<string, ModelSignIn>();

  become(other: Model): void {
    Object.assign(this, structuredClone({ ...other }));
  }
  user(email: string): ModelUser {
    const user = this.users.get(email);
    if (user === undefined) throw new Error(`no ${email}`);
    return user;
  }
  delete(email: string): void {
    this.users.delete(email);
    for (const [browser, sessions] of this.browsers) {
      this.browsers.set(
        browser,
        sessions.filter((session) => session.email !== email),
      );
    }
    for (const [browser, signIn] of this.signIns) if (signIn.email === email) this.signIns.delete(browser);
  }
  signIn(browser: string, email: string): void {
    const all = this.sessions(browser);
    const others = all.filter((session) => session.email !== email);
    const startedAt = all.find((session) => session.email === email)?.startedAt ?? this.now;
    this.browsers.set(browser, [...others, { email, startedAt, verifiedAt: this.now }]);
    this.signIns.delete(browser);
  }
  sessions(browser: string): ModelSession[] {
    return (this.browsers.get(browser) ?? []).filter(({ startedAt }) => this.now < startedAt + 7 * DAY);
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
    return this.counts(user, user.password === password);
  }
  /** Counts a password or a code that is wrong, and forgets them when one is right. */
  counts(user: ModelUser, isRight: boolean): boolean {
    if (isRight) {
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
  emulator: Emulator;
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
    await this.compare(client, model, real);
  }

  async compare(client: GeneratedClient, model: Model, real: Real): Promise<void> {
    const state = await client.getClient();
    const sessions = state.ok ? (state.data.response?.sessions ?? []) : [];
    const names = sessions.map(({ user }) => user?.email_addresses[0]?.email_address).sort();
    expect(names).toEqual(
      model
        .sessions(this.browser)
        .map(({ email }) => email)
        .sort(),
    );
    for (const email of EMAILS) {
      const user = model.users.get(email);
      if (user === undefined) expect(real.emulator.users.get(email)).toBe(undefined);
      else
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
    const user = model.users.get(this.email);
    if (user === undefined) return 'form_identifier_not_found';
    if (model.isLocked(user)) return 'user_locked';
    if (user.password === null) return 'strategy_for_user_invalid';
    if (!model.proves(user, this.password)) return 'form_password_incorrect';
    model.signIn(this.browser, this.email);
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(
      client.createSignIn({ body: { identifier: this.email, strategy: 'password', password: this.password } }),
    );
  }
  toString = (): string => `${this.browser} signs in as ${this.email} with "${this.password}"`;
}

class AskForCode extends Step {
  readonly email: string;
  constructor(browser: string, email: string) {
    super(browser);
    this.email = email;
  }
  expected(model: Model): Outcome {
    const user = model.users.get(this.email);
    if (user === undefined) return 'form_identifier_not_found';
    if (model.isLocked(user)) return 'user_locked';
    model.signIns.set(this.browser, { email: this.email, sentAt: model.now, attempts: 0 });
    return 'ok';
  }
  send(client: GeneratedClient): Promise<Outcome> {
    return outcomeOf(client.createSignIn({ body: { identifier: this.email, strategy: 'email_code' } }));
  }
  toString = (): string => `${this.browser} asks for a code for ${this.email}`;
}

class TryCode extends Step {
  readonly isRight: boolean;
  constructor(browser: string, isRight: boolean) {
    super(browser);
    this.isRight = isRight;
  }
  expected(model: Model): Outcome {
    const signIn = model.signIns.get(this.browser);
    if (signIn === undefined || model.now >= signIn.sentAt + DAY) return 'resource_not_found';
    const user = model.user(signIn.email);
    if (model.isLocked(user)) return 'user_locked';
    if (model.now >= signIn.sentAt + 10 * MINUTE) return 'verification_expired';
    if (signIn.attempts >= 3) return 'verification_failed';
    if (!this.isRight) signIn.attempts++;
    if (!model.counts(user, this.isRight)) return 'form_code_incorrect';
    model.signIn(this.browser, signIn.email);
    return 'ok';
  }
  async send(client: GeneratedClient, { emulator }: Real): Promise<Outcome> {
    const state = await client.getClient();
    const id = (state.ok ? state.data.response?.sign_in?.id : undefined) ?? 'sia_none';
    const url = `http://localhost/v1/client/sign_ins/${id}/attempt_first_factor?__clerk_db_jwt=${this.browser}`;
    const form = { strategy: 'email_code', code: this.isRight ? '424242' : '000000' };
    const response = await emulator.fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    return response.ok ? 'ok' : (await response.json()).errors[0].code;
  }
  toString = (): string => `${this.browser} tries the ${this.isRight ? 'right' : 'wrong'} code`;
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
    model.signIns.delete(this.browser);
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

/** Something that an administrator does. */
type Event = 'reset' | 'restart' | (typeof EMAILS)[number];
const nameOf = (event: Event): string =>
  event === 'reset' || event === 'restart' ? `a ${event}` : `the deletion of ${event}`;

/** A request that has begun, and an event before its body is read. */
class Overtaken extends Step {
  readonly step: Step;
  readonly event: Event;
  constructor(step: Step, event: Event) {
    super(step.browser);
    this.step = step;
    this.event = event;
  }
  expected(model: Model): Outcome {
    if (this.event === 'reset' || this.event === 'restart') {
      // The request belongs to the state that it began in; what it does there is gone with it.
      const after = new Model();
      if (this.event === 'restart') after.become(model);
      const outcome = this.step.expected(model);
      model.become(after);
      return outcome;
    }
    model.delete(this.event);
    return this.step.expected(model);
  }
  async send(client: GeneratedClient, real: Real, model: Model): Promise<Outcome> {
    const pending = this.step.send(client, real, model);
    await happen(this.event, real);
    return pending;
  }
  toString = (): string => `${this.step}, overtaken by ${nameOf(this.event)}`;
}

class Create extends Step {
  readonly email: string;
  readonly password: string;
  constructor(browser: string, email: string, password: string) {
    super(browser);
    this.email = email;
    this.password = password;
  }
  expected(model: Model): Outcome {
    if (model.users.has(this.email)) return 'taken';
    model.users.set(this.email, { password: this.password, failures: 0, lockedUntil: 0 });
    return 'ok';
  }
  async send(_client: GeneratedClient, { emulator }: Real): Promise<Outcome> {
    try {
      emulator.users.create({ email: this.email, password: this.password });
      return 'ok';
    } catch {
      return 'taken';
    }
  }
  toString = (): string => `${this.email} is created with "${this.password}"`;
}

const start = (): Emulator =>
  createEmulator({
    now: () => 1_760_000_000_000,
    settings: { lockout: LOCKOUT },
    seed: { users: EMAILS.map((email, index) => ({ email, password: PASSWORDS[index] ?? null })) },
  });

/** A browser is known once somebody was signed in there. */
function introduceBrowsers({ users }: Emulator): void {
  for (const token of BROWSERS) users.endSession(users.signIn({ user: EMAILS[0], token }).id);
}

async function happen(event: Event, real: Real): Promise<void> {
  if (event === 'reset') {
    real.emulator.reset();
    introduceBrowsers(real.emulator);
  } else if (event === 'restart') {
    const kept = real.emulator.snapshot();
    real.emulator = start();
    real.emulator.restore(JSON.parse(JSON.stringify(await kept)));
  } else if (real.emulator.users.get(event) !== undefined) real.emulator.users.delete(event);
}

function setUp(): { model: Model; real: Real } {
  const emulator = start();
  introduceBrowsers(emulator);
  const clients = new Map<string, GeneratedClient>();
  const real: Real = { emulator, clients };
  for (const browser of BROWSERS) {
    clients.set(
      browser,
      createClient({
        baseUrl: 'http://localhost',
        fetch: (url, init) => real.emulator.fetch(url, init),
        query: () => ({ __clerk_db_jwt: browser }),
        validators: responseValidators,
      }),
    );
  }
  return { model: new Model(), real };
}

/** Runs so many histories; rejects with the shortest one that the model does not agree with. */
export async function compareHistories(histories: number): Promise<void> {
  const browser = fc.constantFrom(...BROWSERS);
  const email = fc.constantFrom(...EMAILS);
  const password = fc.constantFrom(...PASSWORDS);
  const signIn = fc.tuple(browser, email, password).map((all) => new SignIn(...all));
  const askForCode = fc.tuple(browser, email).map((all) => new AskForCode(...all));
  const change = fc
    .tuple(browser, fc.option(password, { nil: undefined }), password, fc.boolean())
    .map((all) => new Change(...all));
  const remove = fc.tuple(browser, password).map((all) => new Remove(...all));
  const read = browser.map((one) => new Read(one));
  const signOut = browser.map((one) => new SignOut(one));
  const event = fc.constantFrom<Event>('reset', 'restart', ...EMAILS);
  const overtaken = fc
    .tuple(fc.oneof(signIn, askForCode, change, change, remove, read, signOut), event)
    .map((all) => new Overtaken(...all));
  const commands = [
    // Several times, so that most histories have somebody signed in.
    signIn,
    signIn,
    signIn,
    askForCode,
    fc.tuple(browser, fc.boolean()).map((all) => new TryCode(...all)),
    change,
    remove,
    read,
    signOut,
    overtaken,
    fc.tuple(browser, password).map((all) => new Verify(...all)),
    fc.tuple(browser, email, password).map((all) => new Create(...all)),
    fc.constantFrom(1, 5, 11, 6 * 24 * 60).map((minutes) => new Wait(minutes)),
    fc.boolean().map((on) => new SetReverification(on)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 30 }), (history) => fc.asyncModelRun(setUp, history)),
    { numRuns: histories },
  );
}
