import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createEmulator, type SettingsChange } from 'user-password-api/emulator';
import { describe, expect, test, vi } from 'vitest';
import { clientFor, codeOf } from './browser.ts';

const change = (newPassword: string, settings: SettingsChange = {}) =>
  clientFor(createEmulator({ settings })).changePassword({
    body: { current_password: 'current-password-1', new_password: newPassword },
  });

const said = async (newPassword: string, settings: SettingsChange) => {
  const result = await change(newPassword, settings);
  return result.ok ? [] : result.errors;
};

describe('the length of a new password', () => {
  test('counts code points, whatever they take in UTF-16, when it is compared with the minimum', async () => {
    expect(await codeOf(change('🔑'.repeat(7)))).toBe('form_password_length_too_short');
    expect(await codeOf(change('🔑'.repeat(8)))).toBe('ok');
  });

  test('counts bytes of UTF-8 when the characters are few enough', async () => {
    expect(await codeOf(change('é'.repeat(36)))).toBe('ok');
    expect(await codeOf(change('é'.repeat(37)))).toBe('form_password_size_in_bytes_exceeded');
    expect(await codeOf(change('x'.repeat(72)))).toBe('ok');
    expect(await codeOf(change('x'.repeat(73)))).toBe('form_password_length_too_long');
  });

  test('is told with the number in force when the settings are stricter than the contract', async () => {
    const settings = { password: { minLength: 12, maxLength: 20 } };
    expect(await said('eleven char', settings)).toMatchObject([
      {
        code: 'form_password_length_too_short',
        long_message: 'The new password is too short. Use at least 12 characters.',
      },
    ]);
    expect(await said('short', settings)).toMatchObject([{ long_message: expect.stringContaining('at least 12') }]);
    expect(await said('x'.repeat(21), settings)).toMatchObject([
      {
        code: 'form_password_length_too_long',
        long_message: 'The new password is too long. Use at most 20 characters.',
      },
    ]);
  });
});

describe('a new password', () => {
  test('is told all missing kinds of characters at once when several are required', async () => {
    const password = { requireUppercase: true, requireLowercase: true, requireNumber: true, requireSpecialChar: true };
    const codes = (await said('        ', { password })).map(({ code }) => code);
    expect(codes).toEqual([
      'form_password_no_uppercase',
      'form_password_no_lowercase',
      'form_password_no_number',
      'form_password_no_special_char',
    ]);
    expect(await said('Ünïque ٣ & änders', { password })).toEqual([]);
  });

  test('comes with advice when it is too weak, and passes when it is strong', async () => {
    const settings = { password: { minStrength: 3 } };
    const [error] = await said('aaaabbbb', settings);
    expect(error?.code).toBe('form_password_not_strong_enough');
    const suggestions = error?.meta?.zxcvbn?.suggestions ?? [];
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { code, message } of suggestions) {
      expect(code).toMatch(/^\w+$/);
      expect(message).toMatch(/^[A-Z].* .*\.$/);
    }
    expect(await said('quartz umbrella fidget nine', settings)).toEqual([]);
    // One that is asked for by name has none.
    expect(await said('magic:form_password_not_strong_enough', {})).toMatchObject([
      { meta: { zxcvbn: { suggestions: [] } } },
    ]);
  });

  test.each(['user@example.com1', 'magnificently', 'qwertzuiopü', 'aaaabbbbcccc'])(
    'is too weak when it is %s: an identifier of the user, a word, keys side by side, or repeated',
    async (password) => {
      expect(await said(password, { password: { minStrength: 3 } })).toMatchObject([
        { code: 'form_password_not_strong_enough' },
      ]);
    },
  );

  test('passes when it is exactly as strong as is required', async () => {
    expect(await said('quaint-orbit-72-lantern-fjord', { password: { minStrength: 4 } })).toEqual([]);
  });

  test('has a special character when it has one of those that the environment announces, and only then', async () => {
    const settings = { password: { requireSpecialChar: true } };
    const environment = await createEmulator().fetch('http://localhost/v1/environment');
    const announced = (await environment.json()).user_settings.password_settings.allowed_special_characters;
    for (const letter of announced) expect(await said(`abcdefgh${letter}`, settings)).toEqual([]);
    for (const other of ['\\', '§', '€', '🙂', 'é', ' ']) {
      expect(await said(`abcdefgh${other}`, settings)).toMatchObject([{ code: 'form_password_no_special_char' }]);
    }
  });

  test('takes a bounded number of steps to measure when it is 72 odd characters', async () => {
    const settings = { password: { minStrength: 4 } };
    await said('quartz umbrella fidget nine', settings);
    /** Each reading of a password cuts out all of its parts, to look them up. */
    const steps = async (password: string) => {
      const cuts = vi.spyOn(String.prototype, 'slice');
      await said(password, settings);
      const { length } = cuts.mock.calls;
      cuts.mockRestore();
      return length;
    };
    const usual = await steps('quartz umbrella fidget nine '.repeat(3).slice(0, 72));
    expect(await steps('4@8({3[6!1|0$5+7%2'.repeat(4))).toBeLessThan(20 * usual);
  });

  test.each(['user@example.com', 'USER@EXAMPLE.COM'])('is refused when it is the address %s', async (password) => {
    expect(await codeOf(change(password))).toBe('form_password_matches_identifier');
  });

  test('is refused by the list of leaked ones in any case, unless that is turned off', async () => {
    expect(await codeOf(change('PassWord123'))).toBe('form_password_pwned');
    expect(await codeOf(change('PassWord123', { password: { refuseLeaked: false } }))).toBe('ok');
  });

  test('keeps a byte order mark, spaces and compatibility characters when it begins or ends with them', async () => {
    const emulator = createEmulator();
    const password = '\ufeff ﬁve words ';
    const body = { current_password: 'current-password-1', new_password: password };
    expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
    const signIn = (given: string) =>
      codeOf(clientFor(emulator).createSignIn({ body: { identifier: 'user@example.com', password: given } }));
    for (const other of [password.trim(), password.slice(1), password.normalize('NFKC')]) {
      expect(await signIn(other)).toBe('form_password_incorrect');
    }
    expect(await signIn(password)).toBe('ok');
  });

  test('is compared code point by code point: the other Unicode form of a letter is another password', async () => {
    const [composed, decomposed] = ['motdepass\u00e9', 'motdepasse\u0301'];
    expect(composed.normalize('NFD')).toBe(decomposed);
    const client = clientFor(createEmulator());
    const body = { current_password: 'current-password-1', new_password: composed };
    expect(await codeOf(client.changePassword({ body }))).toBe('ok');
    const next = { current_password: decomposed, new_password: 'correct horse battery' };
    expect(await codeOf(client.changePassword({ body: next }))).toBe('form_password_incorrect');
    expect(await codeOf(client.changePassword({ body: { ...next, current_password: composed } }))).toBe('ok');
  });

  test('is what signs in afterwards, to the last character, when it is any text that fits', async () => {
    const fits = fc
      .string({ unit: 'grapheme', minLength: 8, maxLength: 24 })
      .filter((text) => [...text].length >= 8 && new TextEncoder().encode(text).length <= 72 && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fits, async (password) => {
        const emulator = createEmulator();
        const client = clientFor(emulator);
        const body = { current_password: 'current-password-1', new_password: password };
        fc.pre((await codeOf(client.changePassword({ body }))) === 'ok');
        const signIn = (given: string) =>
          codeOf(
            client.createSignIn({ body: { identifier: 'user@example.com', strategy: 'password', password: given } }),
          );
        expect(await signIn(password)).toBe('ok');
        expect(await signIn([...password].slice(0, -1).join(''))).toBe('form_password_incorrect');
        expect(await signIn(`${password} `)).toBe('form_password_incorrect');
      }),
      { numRuns: 50 },
    );
  });
});

test('the environment says what is enforced when the settings are changed', async () => {
  const emulator = createEmulator({ settings: { password: { minLength: 12, requireNumber: true, minStrength: 2 } } });
  const answer = await emulator.fetch('http://127.0.0.1:4010/v1/environment');
  expect(await answer.json()).toMatchObject({
    user_settings: {
      password_settings: {
        min_length: 12,
        max_length: 72,
        require_numbers: true,
        require_uppercase: false,
        show_zxcvbn: true,
        min_zxcvbn_strength: 2,
        disable_hibp: false,
      },
    },
  });
});

describe('a stored password', () => {
  test('is a salt and the SHA-256 of salt, line break and password, whatever its length and its characters', async () => {
    const passwords = [
      'short one',
      'x'.repeat(1_000),
      'a word of fifteen',
      'é'.repeat(36),
      '🔑'.repeat(300),
      'half a pair \ud83d',
      '',
      'x'.repeat(223),
      'x'.repeat(224),
    ];
    const users = passwords.map((password, index) => ({ email: `user-${index}@example.com`, password }));
    const kept = await createEmulator({ seed: { users } }).snapshot();
    const stored = kept.users.map(({ password }) => password);
    const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    expect(stored.map((one) => one?.hash)).toEqual(
      passwords.map((password, index) => sha256(`${stored[index]?.salt}\n${password}`)),
    );
    expect(new Set(stored.map((one) => one?.salt)).size).toBe(passwords.length);
  });
});
