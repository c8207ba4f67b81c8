/** The tests of the guide, run as what they are. */
import { describe } from 'vitest';

describe('the vitest snippet', async () => {
  await import('../../src/site/snippets/vitest.test.ts');
});

describe('the MSW snippet', async () => {
  await import('../../src/site/snippets/msw.test.ts');
});

describe('the openapi-msw snippet', async () => {
  await import('../../src/site/snippets/openapi-msw.test.ts');
});

describe('the snippet on forced responses', async () => {
  await import('../../src/site/snippets/force.test.ts');
});
