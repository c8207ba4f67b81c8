/** The emulator: `createEmulator().fetch` answers as the contract says and remembers what was done. */
export { type Accounts, NotFoundError, type SessionView, type UserView } from './control/accounts.ts';
export {
  type Control,
  type ControlOptions,
  type ControlSnapshot,
  createControl,
  type PageFile,
} from './control/control.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './control/emulator.ts';
export { type ContractOperation, type Situation, situationRequest, situations } from './control/situations.ts';
export type { Fetch } from './engine/fetch.ts';
export type { ForcedAnswer, Waiting } from './engine/forced.ts';
export type { LoggedRequest } from './engine/request-log.ts';
export type { Snapshot } from './engine/snapshot.ts';
export type { Fault, WireAnswer, WireRequest } from './engine/wire.ts';
export { defaultSeed, type Seed, type SeedSession, type SeedUser } from './setup/seed.ts';
export type {
  LockoutSettings,
  PasswordSettings,
  RateLimitSettings,
  Settings,
  SettingsChange,
} from './setup/settings.ts';
export type { Notice } from './state/outbox.ts';
