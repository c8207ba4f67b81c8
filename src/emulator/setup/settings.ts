/** What an instance can be set to, and the check of what a caller sets. */

/** The rules for new passwords. Lengths can only be stricter than the contract's 8 to 72. */
export interface PasswordSettings {
  /** Fewest characters (Unicode code points), 8 to 72. Default 8. */
  readonly minLength: number;
  /** Most characters, 8 to 72. Default 72. */
  readonly maxLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumber: boolean;
  readonly requireSpecialChar: boolean;
  /** Lowest zxcvbn score, 0 (off, the default) to 4. */
  readonly minStrength: number;
  /** Whether passwords of the small list of leaked ones are refused. Default true. */
  readonly refuseLeaked: boolean;
  /** Whether everybody must keep a password, so that none can be removed. Default false. */
  readonly required: boolean;
}

/** When an account locks. */
export interface LockoutSettings {
  /** Wrong passwords in a row until the account locks; null for never. Default 100. */
  readonly attempts: number | null;
  /** Seconds until the lock opens by itself; null for never. Default 3600. */
  readonly seconds: number | null;
}

/** How often passwords may be tried on one client. */
export interface RateLimitSettings {
  readonly requests: number;
  readonly seconds: number;
}

export interface Settings {
  /** Host that the publishable key names. Default `example.clerk.accounts.dev`. */
  readonly frontendApi: string;
  readonly password: PasswordSettings;
  readonly lockout: LockoutSettings;
  /** Whether the two operations want a proof of the first factor that is at most ten minutes old. Default false. */
  readonly reverification: boolean;
  /** Limit on sign-ins, verifications, changes and removals; null (the default) for none. */
  readonly rateLimit: RateLimitSettings | null;
  /** Origins of pages that may call, beside loopback ones. */
  readonly allowedOrigins: readonly string[];
  /** Host names that the server may be called by, beside loopback ones and `frontendApi`. */
  readonly allowedHosts: readonly string[];
  /** Origins of satellite domains: allowed to read, refused where passwords are managed. */
  readonly satelliteOrigins: readonly string[];
  /** Whether a wrong current password is called `form_password_validation_failed`, as by older servers. Default false. */
  readonly olderErrorCodes: boolean;
  /** Whether `magic:<code>` as a password brings about that code. Default true. */
  readonly magicValues: boolean;
  /** Where `/.well-known/change-password` leads: a path or an http address. Null (the default): an example of the documentation. */
  readonly changePasswordUrl: string | null;
}

/** Any part of the settings; what is left out stays as it is. */
export type SettingsChange = {
  readonly [Key in keyof Settings]?: Key extends 'password' | 'lockout' ? Partial<Settings[Key]> : Settings[Key];
};

export const defaultSettings: Settings = {
  frontendApi: 'example.clerk.accounts.dev',
  password: {
    minLength: 8,
    maxLength: 72,
    requireUppercase: false,
    requireLowercase: false,
    requireNumber: false,
    requireSpecialChar: false,
    minStrength: 0,
    refuseLeaked: true,
    required: false,
  },
  lockout: { attempts: 100, seconds: 3600 },
  reverification: false,
  rateLimit: null,
  allowedOrigins: [],
  allowedHosts: [],
  satelliteOrigins: [],
  olderErrorCodes: false,
  magicValues: true,
  changePasswordUrl: null,
};

type Check = (value: unknown) => string | undefined;

const wholeNumber =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to
      ? undefined
      : to === Number.MAX_SAFE_INTEGER
        ? `a whole number of at least ${from}`
        : `a whole number from ${from} to ${to}`;
const truth: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'a list of texts';
const hostName: Check = (value) =>
  typeof value === 'string' && /^[a-z0-9.-]+(:\d+)?$/i.test(value) ? undefined : 'a host name';
/** No space and nothing beyond ASCII: it goes into a header. No backslash in a path: browsers read it as a slash, so that `/\` leads to another host. */
const address: Check = (value) =>
  typeof value === 'string' && /^(https?:\/\/[!-~]+|\/([!-.0-[\]-~][!-[\]-~]*)?)$/.test(value)
    ? undefined
    : 'a path or an http address';
const orNull =
  (check: Check): Check =>
  (value) => {
    const wanted = value === null ? undefined : check(value);
    return wanted === undefined ? undefined : `${wanted}, or null`;
  };

const positive = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const checks: { readonly [Key in keyof Settings]: Check | Readonly<Record<string, Check>> } = {
  frontendApi: hostName,
  password: {
    minLength: wholeNumber(8, 72),
    maxLength: wholeNumber(8, 72),
    requireUppercase: truth,
    requireLowercase: truth,
    requireNumber: truth,
    requireSpecialChar: truth,
    minStrength: wholeNumber(0, 4),
    refuseLeaked: truth,
    required: truth,
  },
  lockout: { attempts: orNull(positive), seconds: orNull(positive) },
  reverification: truth,
  rateLimit: { requests: positive, seconds: positive },
  allowedOrigins: texts,
  allowedHosts: texts,
  satelliteOrigins: texts,
  olderErrorCodes: truth,
  magicValues: truth,
  changePasswordUrl: orNull(address),
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says what is wrong with a change of settings, one sentence a problem; none if all is well. */
export function settingsProblems(change: unknown): readonly string[] {
  if (!isRecord(change)) return ['Settings have to be an object.'];
  const problems: string[] = [];
  const known: Readonly<Record<string, Check | Readonly<Record<string, Check>>>> = checks;
  for (const [name, value] of Object.entries(change)) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (value === undefined) continue;
    if (check === undefined) {
      problems.push(`There is no setting "${name}". There are: ${Object.keys(checks).join(', ')}.`);
    } else if (typeof check === 'function') {
      const wanted = check(value);
      if (wanted !== undefined) problems.push(`The setting "${name}" has to be ${wanted}.`);
    } else if (name === 'rateLimit' && value === null) {
    } else if (!isRecord(value)) {
      problems.push(`The setting "${name}" has to be an object.`);
    } else {
      for (const [part, item] of Object.entries(value)) {
        const partCheck = Object.hasOwn(check, part) ? check[part] : undefined;
        const wanted = item === undefined ? undefined : partCheck?.(item);
        if (partCheck === undefined) {
          problems.push(`There is no setting "${name}.${part}". There are: ${Object.keys(check).join(', ')}.`);
        } else if (wanted !== undefined) problems.push(`The setting "${name}.${part}" has to be ${wanted}.`);
      }
      if (name === 'rateLimit' && !('requests' in value && 'seconds' in value)) {
        problems.push('The setting "rateLimit" needs both "requests" and "seconds".');
      }
    }
  }
  return problems;
}

/** Without what is there but undefined. */
function given<Part extends object>(part: Part): Part {
  const kept = { ...part };
  for (const name of Object.keys(kept)) if (Reflect.get(kept, name) === undefined) Reflect.deleteProperty(kept, name);
  return kept;
}

/** The settings after a change. Throws a `TypeError` that names each setting that cannot be. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const problems = settingsProblems(change);
  if (problems.length > 0) throw new TypeError(problems.join(' '));
  const changed: Settings = {
    ...settings,
    ...given(change),
    password: { ...settings.password, ...given(change.password ?? {}) },
    lockout: { ...settings.lockout, ...given(change.lockout ?? {}) },
  };
  if (changed.password.minLength > changed.password.maxLength) {
    throw new TypeError('The setting "password.minLength" must not be more than "password.maxLength".');
  }
  return changed;
}
