/**
 * Validators of a server and a mock: each serves the contract, lets the valid form of a password change through and refuses the
 * forms that break the contract.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import formbody from '@fastify/formbody';
import { fromOpenApi } from '@mswjs/source/open-api';
import cookies from 'cookie-parser';
import express, { type Request as Incoming, type NextFunction, type Response as Outgoing } from 'express';
import OpenApiValidator from 'express-openapi-validator';
import fastify from 'fastify';
import openapiGlue from 'fastify-openapi-glue';
import { getResponse } from 'msw';
import { OpenAPIBackend } from 'openapi-backend';
import { responseValidators } from '../../generated/validators.js';
import { check, documents, type Tool, type Version } from './tool.ts';

const PATH = '/v1/me/change_password';
const HEADERS = { Cookie: '__client=a-token', 'Content-Type': 'application/x-www-form-urlencoded' };
const valid = {
  current_password: 'current-password-1',
  new_password: 'naïve + 100% *&= 😀',
  sign_out_of_other_sessions: 'true',
};

/** A form, and what the contract says of it. */
const forms: readonly (readonly [why: string, form: Readonly<Record<string, string>>, accepted: boolean])[] = [
  ['everything is given', valid, true],
  ['only what is required is given', { new_password: valid.new_password }, true],
  ['a required field is missing', { current_password: valid.current_password }, false],
  ['the new password is too short', { ...valid, new_password: 'short' }, false],
  ['a field is unknown', { ...valid, newPassword: valid.new_password }, false],
  ['a boolean is none', { ...valid, sign_out_of_other_sessions: 'perhaps' }, false],
];

interface Media {
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Published {
  readonly components: { readonly examples: Media['examples'] };
}
const read = (version: Version): Published => JSON.parse(readFileSync(documents[version], 'utf8'));
/** What a server answers: the contract's own example. */
const answerOf = (version: Version): unknown => read(version).components.examples['password_changed']?.value;

/**
 * The document as a validator of Express can use it. Its response validation of 3.0 takes an `id` in an example for the name of a
 * schema (cdimascio/express-openapi-validator#931), so that document goes without its response examples.
 */
function forExpress(version: Version): ReturnType<typeof JSON.parse> {
  const withoutExamples = (key: string, value: unknown): unknown => (key === 'examples' ? undefined : value);
  return JSON.parse(readFileSync(documents[version], 'utf8'), version === '3.0' ? withoutExamples : undefined);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port; // it listens on a port, not a pipe

/** Sends every form and compares what comes back with the contract. */
async function tryForms(send: (form: Readonly<Record<string, string>>) => Promise<Response>): Promise<void> {
  for (const [why, form, accepted] of forms) {
    const response = await send(form);
    const body = await response.text();
    if (!accepted) {
      check(
        response.status >= 400 && response.status < 500,
        `a form is refused when ${why}: ${response.status} ${body}`,
      );
      continue;
    }
    check(response.status === 200, `a form is accepted when ${why}: ${response.status} ${body}`);
    check(responseValidators.changePassword[200](JSON.parse(body)), `the answer fits the contract when ${why}`);
  }
}

const post = (url: string) => (form: Readonly<Record<string, string>>) =>
  fetch(url + PATH, { method: 'POST', headers: HEADERS, body: new URLSearchParams(form) });

async function serving(server: Server, work: (url: string) => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${portOf(server)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export const servers: readonly Tool[] = [
  {
    name: 'express-openapi-validator',
    does: 'accepts the valid forms, refuses the invalid ones, finds its own answer valid',
    async use(version) {
      const app = express();
      app.use(cookies(), express.urlencoded());
      app.use(
        OpenApiValidator.middleware({
          apiSpec: forExpress(version),
          // A form carries text only.
          validateRequests: { coerceTypes: true },
          validateResponses: true,
        }),
      );
      app.post(PATH, (_: Incoming, response: Outgoing) => void response.json(answerOf(version)));
      app.use((error: { status?: number; message: string }, _: Incoming, response: Outgoing, __: NextFunction) => {
        response.status(error.status ?? 500).json({ message: error.message });
      });
      await serving(createServer(app), (url) => tryForms(post(url)));
    },
  },
  {
    name: 'fastify-openapi-glue',
    does: 'accepts the valid forms, refuses the invalid ones, writes the answer by its schema',
    async use(version) {
      // Fastify drops unknown fields unless it is told not to.
      const app = fastify({ ajv: { customOptions: { removeAdditional: false, strict: false } } });
      try {
        app.setErrorHandler((error: Error, _, reply) =>
          reply
            .status(422)
            .send({ errors: [{ code: 'form_param_value_invalid', message: error.message, long_message: '' }] }),
        );
        await app.register(formbody);
        await app.register(openapiGlue, {
          specification: documents[version],
          operationResolver: () => async () => answerOf(version),
        });
        await app.listen({ port: 0, host: '127.0.0.1' });
        await tryForms(post(`http://127.0.0.1:${portOf(app.server)}`));
      } finally {
        await app.close();
      }
    },
  },
  {
    name: 'openapi-backend',
    does: 'accepts the valid forms, refuses the invalid ones, finds its own answer valid',
    async use(version) {
      const api = new OpenAPIBackend({
        definition: JSON.parse(readFileSync(documents[version], 'utf8')),
        // Otherwise it holds a document of 3.1 against the schema of 3.0 and gives up.
        quick: true,
        coerceTypes: true,
        ajvOpts: { strict: false, coerceTypes: true, validateFormats: false },
      });
      api.register('validationFail', (context) => ({ status: 422, body: context.validation.errors }));
      api.register('changePassword', (context) => {
        const body = answerOf(version);
        const found = context.api.validateResponse(body, context.operation);
        return { status: found.valid ? 200 : 500, body: found.valid ? body : found.errors };
      });
      for (const scheme of ['clientCookie', 'devBrowserToken', 'devBrowserTokenLegacy', 'nativeToken', 'nativeFlag'])
        api.registerSecurityHandler(scheme, () => scheme === 'clientCookie');
      await api.init();
      const server = createServer(async (request, response) => {
        const url = new URL(request.url ?? '/', 'http://127.0.0.1');
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        const { status, body } = await api.handleRequest({
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.search,
          headers,
          body: Object.fromEntries(new URLSearchParams(await text(request))),
        });
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      });
      await serving(server, (url) => tryForms(post(url)));
    },
  },
  {
    name: '@mswjs/source',
    does: 'its handlers answer with the examples of the contract',
    async use(version) {
      const handlers = await fromOpenApi(readFileSync(documents[version], 'utf8'));
      const request = new Request(`http://127.0.0.1:4010${PATH}`, {
        method: 'POST',
        headers: HEADERS,
        body: new URLSearchParams(valid),
      });
      const response = await getResponse(handlers, request);
      check(response?.status === 200, `there is a handler, and it answers 200: ${response?.status}`);
      check(responseValidators.changePassword[200](await response.json()), 'its answer fits the contract');
    },
  },
];
