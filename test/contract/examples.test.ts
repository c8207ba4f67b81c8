import { describe, expect, test } from 'vitest';
import { calls } from './calls.ts';
import { clients } from './clients.ts';
import { examples } from './document.ts';
import { clientOf, useServer } from './server.ts';

const server = useServer();
/** Prism takes its time: the emulator alone gives every example to both clients. */
const looking = server.isPrism ? clients.slice(0, 1) : clients;

describe.each(looking)(
  'through %s, every example of every status can be asked for with Prefer, and fits its schema',
  (_, create) => {
    test.each(examples)('$operation answers $status $name', async ({ operation, status, name, value }) => {
      const headers = { Prefer: `code=${status}, example=${name}` };
      const result = await calls[operation](clientOf(server, create), server.session, { headers });
      if (result.ok) {
        expect(status).toBe(200);
        expect(result.data).toEqual(value);
      } else {
        expect(result.status).toBe(status);
        expect(result.errors[0]?.code).toBe(name);
        if (server.answersExamples) expect({ errors: result.errors, clerk_trace_id: result.traceId }).toEqual(value);
        else expect(value).toMatchObject({ errors: [{ long_message: result.errors[0]?.long_message }] });
        expect(result.retryAfter).toBe(status === 429 ? 30 : undefined);
      }
      expect(result.response?.headers.get('sl-violations')).toBeNull();
    });
  },
);
