import { describe, expect, test } from 'vitest';
import { findings } from './words.ts';

describe('the word list', () => {
  test.each([
    ['The answer is JSON.', 'answer => response'],
    ['A refusal has a code.', 'refusal => error response'],
    ['Send it by e-mail.', 'e-mail => email'],
    ['It asks for a fresh proof.', 'proof => reverification'],
    ['Say how to mend it.', 'mend => fix'],
    ['There is one function an operation.', 'one function an => per'],
    ['Works over https.', 'https => HTTP or HTTPS'],
    ['Who guesses has to be stopped.', 'Who guesses has to be stopped. => a sentence with a subject'],
  ])('reports "%s" in prose', async (sentence, message) => {
    const [first, ...others] = await findings('guide.md', `# Title\n\n${sentence}\n`);
    expect(first).toEqual({ line: 3, message: expect.stringContaining(message) });
    expect(others).toEqual([]);
  });

  test('reports a word in a description of the contract, at its line', async () => {
    const source = 'type: object\nproperties:\n  id: { type: string, description: Identifies this answer. }\n';
    expect(await findings('openapi/schemas/Example.yaml', source)).toEqual([
      { line: 3, message: 'answer => response' },
    ]);
  });

  test('reports nothing for names in code, addresses and the better words', async () => {
    const source = 'The response of `answer()` is at https://example.com/answer. Who is signed in? Use HTTPS.';
    expect(await findings('guide.md', source)).toEqual([]);
    expect(await findings('openapi/x.yaml', 'value: { answer: no refusal }')).toEqual([]);
  });
});
