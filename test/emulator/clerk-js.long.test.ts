/** The vendor's own SDK in a real browser: each version, in each way to reach the API. */
import { describe, test } from 'vitest';
import { checks, serveVendor, ways } from './clerk-js.ts';
import { versions } from './pages.ts';

serveVendor();

describe.each(versions)('@clerk/clerk-js $version', (which) => {
  describe.each(ways)('by %s', (way) => {
    test.each(checks)('$title', ({ run }) => run(which, way));
  });
});
