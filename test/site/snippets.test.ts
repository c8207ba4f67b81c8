/** The tests of the guide, run as what they are. */
import { describe } from 'vitest';
import { runIn } from './snippet-runs.ts';

describe.each(runIn['snippets.test.ts'])('the snippet %s', async (name) => {
  await import(`../../src/site/snippets/${name.replace('.test.ts', '')}.test.ts`);
});
