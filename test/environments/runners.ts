/** Test runners, documents that are no browser's, and the hosts of the emulator in them: lowest and newest of each peer. */
import { findBrowser } from '../browser.ts';
import { at, check, type Environment, nodeOf, program, project, run, versionOf } from './environment.ts';
import { withEmulator } from './servers.ts';

const visit = { 'visit.js': program('visit.js') };
const DOM = 'emulator in the process, emulator over the network, sign-in form';

/** Checks that as many tests ran as should have. */
function passed(output: string, count: number): undefined {
  const [, ran] = /Tests[:\s]+(\d+) passed/.exec(output) ?? [];
  check(Number(ran) === count, `${count} tests passed: ${output}`);
}

/** Runs tests of programs/ under a version of vitest. */
function vitest(
  [vitest, environment, extra]: readonly [string, string, Readonly<Record<string, string>>],
  tests: readonly string[],
  count: number,
  does: string,
): Environment {
  const beside = Object.keys(extra).map((name) => `${name} ${versionOf(extra[name] ?? name)}`);
  const where = environment === 'node' ? beside : [`${environment} ${versionOf(environment)}`, ...beside];
  const name = [`vitest ${versionOf(vitest)}`, ...where].join(', ');
  return {
    name,
    does,
    async use() {
      const made = project(
        name.replace(/[^\w.]+/g, '-'),
        { vitest, jsdom: 'jsdom', 'happy-dom': 'happy-dom', ...extra },
        {
          ...visit,
          ...Object.fromEntries(tests.map((test) => [test, program(test)])),
          'vitest.config.js': `export default { test: { environment: '${environment}', globals: true, testTimeout: 60_000 } };`,
        },
      );
      const output = await withEmulator((_url, env) =>
        run(process.execPath, [at(`${vitest}/vitest.mjs`), 'run'], made, env),
      );
      passed(output, count);
      return undefined;
    },
  };
}

/** Runs tests of programs/ under Jest, as ES modules. */
function jest(
  environment: string,
  tests: readonly string[],
  count: number,
  does: string,
  extra: Readonly<Record<string, string>> = {},
  setup = '',
): Environment {
  const beside = [...(environment === 'node' ? [] : [environment]), ...Object.values(extra)];
  const name = [
    `Jest ${versionOf('jest')}`,
    ...beside.map((each) => `${each.replace('/jest-environment', '')} ${versionOf(each)}`),
  ].join(', ');
  return {
    name,
    does,
    async use() {
      const made = project(
        name.replace(/[^\w.]+/g, '-'),
        { ...(environment !== 'node' && { [environment]: environment }), ...extra },
        {
          ...visit,
          ...Object.fromEntries(tests.map((test) => [test, program(test)])),
          'environment.cjs': setup,
          'jest.config.json': JSON.stringify({
            testEnvironment: setup ? './environment.cjs' : environment,
            transform: {},
            testTimeout: 60_000,
          }),
        },
      );
      const output = await withEmulator((_url, env) =>
        run(
          process.execPath,
          ['--experimental-vm-modules', '--no-warnings', at('jest/bin/jest.js'), '--runInBand'],
          made,
          env,
        ),
      );
      passed(output, count);
      return undefined;
    },
  };
}

function playwright(name: string, node = process.execPath): Environment {
  return {
    name: `Playwright ${versionOf(name)}`,
    does: 'fixture: a page calls the host of the key',
    async use() {
      const config = {
        testMatch: '*.spec.js',
        use: { launchOptions: { executablePath: findBrowser(), args: ['--no-sandbox'] } },
      };
      const made = project(
        `playwright-${name}`.replace(/[^\w.]+/g, '-'),
        { '@playwright/test': name },
        {
          'playwright.spec.js': program('playwright.spec.js'),
          'playwright.config.js': `export default ${JSON.stringify(config)};`,
        },
      );
      const output = await run(node, [at(`${name}/cli.js`), 'test', '--reporter=line'], made);
      check(output.includes('1 passed'), `one test passed: ${output}`);
      return undefined;
    },
  };
}

function openapiFetch(name: string): Environment {
  return {
    name: `openapi-fetch ${versionOf(name)}`,
    does: 'the contract through it',
    async use() {
      const made = project(name, { 'openapi-fetch': name }, { 'main.js': program('openapi-fetch.js') });
      check((await run(process.execPath, ['main.js'], made)).includes('works'), 'it came to its end');
      return undefined;
    },
  };
}

/** Jest as it is without flags: CommonJS, made of the package by Babel. */
const jestWithBabel: Environment = {
  name: `Jest ${versionOf('jest')}, babel-jest ${versionOf('babel-jest')}`,
  does: 'CommonJS: emulator in the process',
  async use() {
    const presets = [['@babel/preset-env', { targets: { node: 'current' } }]];
    const config = {
      testEnvironment: 'node',
      testTimeout: 60_000,
      transform: { '\\.c?js$': ['babel-jest', { presets }] },
      transformIgnorePatterns: ['node_modules/(?!user-password-api/)'],
    };
    const made = project(
      'jest-babel',
      { 'babel-jest': 'babel-jest', '@babel/preset-env': '@babel/preset-env' },
      {
        'package.json': '{ "private": true }',
        'visit.js': program('visit.js'),
        'commonjs.test.js': program('commonjs.test.js'),
        'jest.config.json': JSON.stringify(config),
      },
    );
    passed(await run(process.execPath, [at('jest/bin/jest.js'), '--runInBand'], made), 1);
    return undefined;
  },
};

/** Jest's jsdom has no `fetch` and nothing that goes with it; this gives it Node's, as projects do. */
const WITH_FETCH = `
const { TestEnvironment } = require('jest-environment-jsdom');
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Request, Response, Headers, TextEncoder, TextDecoder, structuredClone, AbortController, AbortSignal, Uint8Array });
  }
};`;

const react = { react: 'react', 'react-dom': 'react-dom' };
const documents = ['vitest-3.2', 'vitest-4', 'vitest-5'].flatMap((version) =>
  ['jsdom', 'happy-dom'].map((environment) => vitest([version, environment, {}], ['dom.test.js'], 3, DOM)),
);

export const runners: readonly Environment[] = [
  ...documents,
  vitest(['vitest-5', 'jsdom', react], ['react.test.js'], 1, 'React in StrictMode'),
  vitest(['vitest-5', 'happy-dom', react], ['react.test.js'], 1, 'React in StrictMode'),
  jest('jest-environment-jsdom', ['dom.test.js'], 3, `${DOM}; with Node's fetch`, {}, WITH_FETCH),
  jest('@happy-dom/jest-environment', ['dom.test.js'], 3, DOM),
  ...['vitest-3.2', 'vitest-4', 'vitest-5'].map((version) =>
    vitest([version, 'node', {}], ['fixture.test.js'], 4, 'fixture, with other options too'),
  ),
  ...(['msw-2.3', 'msw-2', 'msw-3'] as const).map((msw) =>
    vitest(['vitest-5', 'node', { msw }], ['msw.test.js'], 1, 'handlers'),
  ),
  jest('node', ['msw.test.js'], 1, 'handlers', { msw: 'msw-2' }),
  jest('node', ['msw.test.js'], 1, 'handlers', { msw: 'msw-3' }),
  jestWithBabel,
  playwright('playwright-1.45', nodeOf('22')),
  playwright('@playwright/test'),
  openapiFetch('openapi-fetch-0.10'),
  openapiFetch('openapi-fetch'),
];
