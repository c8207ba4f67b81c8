/** The vendor's own SDK in a real browser: the newest version whole, the one before by its API. */
import { describe, test } from 'vitest';
import { checks, serveVendor } from './clerk-js.ts';
import { versions } from './pages.ts';

serveVendor();
const [before, newest] = versions;

describe(`@clerk/clerk-js ${newest.version}, by publishable key alone over https`, () => {
  test.each(checks)('$title', ({ run }) => run(newest, 'publishable key alone over https'));
});

describe(`@clerk/clerk-js ${before.version}, by proxyUrl over http`, () => {
  test.each(checks.filter(({ isMain }) => isMain))('$title', ({ run }) => run(before, 'proxyUrl over http'));
});
