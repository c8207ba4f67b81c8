/** What a writer of the guide is told whose placeholder stands for nothing. */
import { expect, test } from 'vitest';
import { readContract } from '../../src/site/contract.ts';
import { typeOfDeclared } from '../../src/site/declared.ts';
import { fillPlaceholders } from '../../src/site/guide.ts';

const contract = await readContract();

test.each([
  ['{{snipet first-call.ts}}', 'The guide has an unknown placeholder: snipet.'],
  ['Read {{purpose getUser}}', 'The guide has a placeholder that is not on a line of its own: {{purpose getUser}}'],
  ['{{purpose getPet}}', 'The contract has no operation getPet.'],
  ['{{sample changePassword Cobol}}', 'changePassword has no code sample Cobol.'],
  ['{{fields User nickName}}', 'User has no field nickName.'],
  ['{{sources pets}}', 'The guide has no table of sources of pets.'],
  ['{{frameworks 99}}', 'There is no table 99 in test/frameworks/RESULTS.md.'],
  ['{{members client/clerk.ts Pet}}', 'client/clerk.ts declares no class or interface Pet.'],
  ['{{values client/clerk.ts Pet}}', 'client/clerk.ts declares no Pet.'],
  ['{{routes Pets}}', 'The control API has no routes about Pets.'],
  ['{{controlFields Pet}}', 'The control API has no Pet.'],
])('%s', (placeholder, message) => {
  expect(() => fillPlaceholders(contract, `# Pets\n\n${placeholder}\n`)).toThrow(message);
});

test('the type of what is no type is asked for in vain', () => {
  expect(() => typeOfDeclared('site/base.ts', 'readBase')).toThrow('site/base.ts has no type readBase.');
});
