import MiniSearch from 'minisearch';
import { errorCatalogue } from 'user-password-api/errors';
import { expect, test } from 'vitest';
import { readContract } from '../../src/site/contract.ts';
import { readGuide } from '../../src/site/guide.ts';
import { find } from '../../src/site/scripts/find.ts';
import { searchEntries } from '../../src/site/search-entries.ts';
import { SEARCH_OPTIONS } from '../../src/site/search-terms.ts';

const contract = await readContract();
const index = new MiniSearch(SEARCH_OPTIONS);
index.addAll(searchEntries(contract, readGuide(contract)));
const places = (words: string): string[] => find(index, words).map(({ href }) => href);

test.each([
  ['a section of the guide', 'native applications', 'index.html#'],
  ['a recipe, by the beginning of a word', 'reverif', 'recipes.html#'],
  ['an operation by its path', '/v1/me/change_password', 'reference.html#changePassword'],
  ['a field of a request', 'sign_out_of_other_sessions', 'reference.html#changePassword-sign_out_of_other_sessions'],
  ['an error by its code', 'form_password_pwned', 'errors.html#form_password_pwned'],
  ['an error by the words of its message, one misspelt', 'breched password', 'errors.html#form_password_pwned'],
  ['an option by its name in a table', 'proxyUrl', 'index.html#'],
  ['a word inside a name in camelCase', 'identifier sign in with', 'index.html'],
])('finds %s', (_, words, href) => {
  expect(places(words).find((place) => place.startsWith(href))).toBeDefined();
});

test.each([
  ['a member by its object and its name', 'clerk.mountSignIn', 'sdk.html#clerk-mountsignin'],
  ['a member of the emulator', 'emulator.advance()', 'in-process.html#members-advance'],
  ['an option of the command', '--port', 'emulator.html#options-p-port-port'],
  ['a setting', 'minLength', 'seed.html#settings-password-minlength'],
  ['a symptom', 'port in use', 'troubleshooting.html#the-emulator-does-not-start-the-port-is-in-use-eaddrinuse'],
  ['a recipe by a question', 'How do I set a first password?', 'recipes.html#set-a-first-password'],
  ['a name that is typed with an accent', 'mínLength', 'seed.html#settings-password-minlength'],
  ['a symptom by the name of its error', 'EADDRINUSE', 'troubleshooting.html#the-emulator-does-not-start-'],
])('finds %s first, at its own row', (_, words, href) => {
  expect(places(words)[0]).toMatch(new RegExp(`^${href}`));
});

test.each([
  ['log out', 'sdk.html#clerk-signout'],
  ['logout', 'sdk.html#clerk-signout'],
  ['2FA', 'index.html#result-twofactorenabled'],
  ['HTTP 429', 'errors.html#too_many_requests'],
  ['change password', 'reference.html#changePassword'],
  ['ECONNREFUSED', 'troubleshooting.html#the-request-never-arrives-'],
  ['cypress', 'testing.html#any-other-program'],
  ['forgot password', 'questions.html#can-users-reset-a-forgotten-password'],
])('finds what is asked for in other words: %s', (words, href) => {
  expect(
    places(words)
      .slice(0, 5)
      .filter((place) => place.startsWith(href)),
  ).toHaveLength(1);
});

test('finds each error code first when it is asked for by its name', () => {
  for (const code of Object.keys(errorCatalogue)) expect(places(code)[0]).toBe(`errors.html#${code}`);
});

test('finds what holds any of the words when nothing holds all of them, and nothing for no word', () => {
  expect(places('reverification xyzzy')).toContain('errors.html#session_reverification_required');
  expect(places('xyzzy')).toEqual([]);
  // Words that say nothing are asked for if there are no others.
  expect(places('how to').length).toBeGreaterThan(0);
});

test('no excerpt shows the lines that tables are drawn with', () => {
  for (const { title, text } of searchEntries(contract, readGuide(contract)))
    expect(text, title).not.toMatch(/--- |\\\|/);
});
