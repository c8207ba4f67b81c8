/** The emulator: `createEmulator().fetch` answers as the contract says and remembers what was done. */
export { type Accounts, NotFoundError, type SessionView, type UserView } from './accounts.ts';
export { type Control, type ControlOptions, type ControlSnapshot, createControl, type PageFile } from './control.ts';
export type { Notice } from './core.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
export type { Fetch } from './fetch.ts';
export type { ForcedAnswer } from './forced.ts';
export type { LoggedRequest } from './request-log.ts';
export { defaultSeed, type Seed, type SeedSession, type SeedUser } from './seed.ts';
export type { LockoutSettings, PasswordSettings, RateLimitSettings, Settings, SettingsChange } from './settings.ts';
export { type ContractOperation, type Situation, situationRequest, situations } from './situations.ts';
export type { Snapshot } from './snapshot.ts';
export type { Fault, WireAnswer, WireRequest } from './wire.ts';
