import { describe, expect, test } from 'vitest';
import { calls } from './calls.ts';
import { examples } from './document.ts';
import { clientOf, useServer } from './server.ts';

const server = useServer();

describe('every example of every status can be asked for with Prefer, and fits its schema', () => {
  test.each(examples)('$operation answers $status $name', async ({ operation, status, name, value }) => {
    const headers = { Prefer: `code=${status}, example=${name}` };
    const result = await calls[operation](clientOf(server.url), { headers });
    if (result.ok) {
      expect(status).toBe(200);
      expect(result.data).toEqual(value);
    } else {
      expect(result.status).toBe(status);
      expect(result.errors[0]?.code).toBe(name);
      expect({ errors: result.errors, clerk_trace_id: result.traceId }).toEqual(value);
      expect(result.retryAfter).toBe(status === 429 ? 30 : undefined);
    }
    expect(result.response?.headers.get('sl-violations')).toBeNull();
  });
});
