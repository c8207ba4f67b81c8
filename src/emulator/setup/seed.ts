/** The seed of an instance: data, so that it can be written in a file as well as in a test. Declared in openapi/emulator/schemas/. */
import type { components } from '../../../generated/emulator/schema.ts';

type Schemas = components['schemas'];

export type Seed = Schemas['Seed'];
export type SeedUser = Schemas['SeedUser'];
export type SeedSession = Schemas['SeedSession'];

/**
 * One user for each kind of password page; the first two are signed in under tokens that are easy to type. The first has
 * the identifiers of the contract's examples, so that those can be sent as they are.
 */
export const defaultSeed: Seed = {
  users: [
    {
      id: 'user_2xAmple0000000000000000001',
      email: 'user@example.com',
      password: 'current-password-1',
      firstName: 'Ada',
      lastName: 'Example',
    },
    { id: 'user_no_password', email: 'no-password@example.com', firstName: 'Noor', lastName: 'Example' },
    {
      id: 'user_locked',
      email: 'locked@example.com',
      password: 'current-password-1',
      firstName: 'Lou',
      lastName: 'Example',
      locked: true,
    },
  ],
  sessions: [
    { id: 'sess_2xAmplePaloAlto0000000000001', user: 'user@example.com', token: 'dvb_local' },
    { id: 'sess_no_password', user: 'no-password@example.com', token: 'dvb_no_password' },
  ],
};
