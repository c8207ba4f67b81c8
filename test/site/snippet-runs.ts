/**
 * Which test file runs which snippets of the guide. Each file runs those of its line, or compares its line with those that it has run;
 * guide.test.ts compares all lines with the folder.
 */
export const runIn = {
  'guide.test.ts': [
    'control.sh',
    'errors.ts',
    'every-code.ts',
    'first-call.ts',
    'first-password.ts',
    'in-process.ts',
    'lost-response.ts',
    'native.ts',
    'openapi-fetch.ts',
    'other-sessions.ts',
    'prefer.sh',
    'reverification.ts',
    'users.sh',
    'ways-to-sign-in.ts',
  ],
  'snippets.test.ts': ['force.test.ts', 'msw.test.ts', 'openapi-msw.test.ts', 'vitest.test.ts'],
  'snippets.browser.test.ts': [
    'password-dialog.html',
    'password-dialog.ts',
    'playwright.config.ts',
    'playwright.spec.ts',
    'react-query.ts',
    'remove-password.html',
    'remove-password.js',
    'reverification.ts',
    'update-password.html',
    'update-password.js',
    'vendor-sdk-by-key.js',
    'vendor-sdk-remove.js',
    'vendor-sdk.js',
  ],
  'code-tables.test.ts': ['seed.yaml'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
