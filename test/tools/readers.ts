/** Linters and parsers: each has to find no error and no warning. */
import { readFileSync } from 'node:fs';
import { dereference as readmeDereference, validate as readmeValidate } from '@readme/openapi-parser';
import { dereference as scalarDereference, validate as scalarValidate } from '@scalar/openapi-parser';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { check, documents, run, type Tool } from './tool.ts';

// CommonJS packages, whose members are found on the default export.
const { Document, Spectral } = spectralCore;
const { Json } = spectralParsers;
const { oas } = spectralRulesets;

const OPERATIONS = 9;
const MINE = 'changePassword';

export const readers: readonly Tool[] = [
  {
    name: '@redocly/cli',
    does: 'lint, recommended-strict: no error, no warning',
    async use(version) {
      const output = await run('redocly', ['lint', documents[version], '--extends', 'recommended-strict']);
      check(!/warning|error/i.test(output.replace(/errors? or warnings?/gi, '')), `nothing is reported: ${output}`);
    },
  },
  {
    name: '@stoplight/spectral-rulesets',
    does: 'ruleset oas: no error, no warning, no hint',
    async use(version) {
      const spectral = new Spectral();
      spectral.setRuleset({ extends: [oas as RulesetDefinition] }); // the two packages describe `aliases` differently
      const found = await spectral.run(
        new Document(readFileSync(documents[version], 'utf8'), Json, documents[version]),
      );
      check(
        found.length === 0,
        found.map(({ code, message, path }) => `${code} ${message} ${path.join('/')}`).join('; '),
      );
    },
  },
  {
    name: '@scalar/openapi-parser',
    does: 'valid, and every reference found',
    async use(version) {
      const text = readFileSync(documents[version], 'utf8');
      const { valid, errors, version: seen } = await scalarValidate(text);
      check(valid && (errors ?? []).length === 0 && seen === version, JSON.stringify(errors));
      const { schema, errors: missing } = await scalarDereference(text);
      check((missing ?? []).length === 0, JSON.stringify(missing));
      counted(schema);
    },
  },
  {
    name: '@readme/openapi-parser',
    does: 'valid, no warning, and every reference found',
    async use(version) {
      const result = await readmeValidate(documents[version]);
      check(result.valid && result.warnings.length === 0, JSON.stringify(result));
      counted(await readmeDereference(documents[version]));
    },
  },
];

/** Whether a document without references still has every operation, with the fields of its form. */
function counted(document: unknown): void {
  const found = JSON.stringify(document, (key, value) => (key === 'example' || key === 'examples' ? undefined : value));
  const ids = new Set([...found.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id));
  check(ids.size >= OPERATIONS && ids.has(MINE), `every operation is there: ${[...ids].join(', ')}`);
  check(!/"\$ref":/.test(found), 'no reference is left');
}
