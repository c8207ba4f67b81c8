/** The settings of an instance, declared in openapi/emulator/schemas/SettingsChange.yaml. */
import { type components, settingsDefaults } from '../../../generated/emulator/schema.ts';
import { settingsProblems } from './settings-check.ts';

type Schemas = components['schemas'];

/** Any part of the settings; what is left out stays as it is. */
export type SettingsChange = Schemas['SettingsChange'];
/** The rules for new passwords. Lengths can only be stricter than the contract's 8 to 72. */
export type PasswordSettings = Required<Schemas['PasswordSettings']>;
/** When an account locks. */
export type LockoutSettings = Required<Schemas['LockoutSettings']>;
/** How often passwords may be tried on one client. */
export type RateLimitSettings = NonNullable<Schemas['RateLimitSettings']>;

export type Settings = Required<Omit<SettingsChange, 'password' | 'lockout'>> & {
  readonly password: PasswordSettings;
  readonly lockout: LockoutSettings;
};

export const defaultSettings: Settings = settingsDefaults;

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
