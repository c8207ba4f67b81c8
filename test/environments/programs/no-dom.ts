/** Every entry of the package, in a project without the DOM library. */
import Clerk, { isClerkAPIResponseError, type User } from 'user-password-api';
import { createClient } from 'user-password-api/client';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { emulatorHandlers } from 'user-password-api/emulator/msw';
import { test as played } from 'user-password-api/emulator/playwright';
import { test } from 'user-password-api/emulator/vitest';
import { errorCatalogue, type KnownErrorCode } from 'user-password-api/errors';
import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';
import type { components } from 'user-password-api/schema';
import { responseValidators } from 'user-password-api/validators';

export const emulator: Emulator = createEmulator({ settings: { reverification: true } });
export const clerk = new Clerk(emulator.publishableKey, { native: true });
export async function change(user: User, newPassword: string): Promise<string | undefined> {
  try {
    const { emailAddresses } = await user.updatePassword({ newPassword });
    return emailAddresses[0]?.emailAddress;
  } catch (error) {
    if (isClerkAPIResponseError(error)) return error.errors[0].longMessage;
    throw error;
  }
}
export async function name(): Promise<components['schemas']['User']['first_name'] | undefined> {
  const result = await createClient({ baseUrl: 'https://a.example', validators: responseValidators }).getUser({});
  return result.ok ? result.data.response.first_name : undefined;
}
export async function openapiName(): Promise<string | null | undefined> {
  const { data } = await createOpenapiFetchClient({ baseUrl: 'https://a.example' }).GET('/v1/me');
  return data?.response.first_name;
}
export const title = (code: KnownErrorCode): string => errorCatalogue[code].message;
export const handlers: number = emulatorHandlers(emulator).length;
export const kinds = [typeof test.extend, typeof played.extend];
