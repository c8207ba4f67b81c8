/** Shows each request and its answer as a list item, with passwords and tokens hidden, whatever they are. */
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const hidden = (name: string, value: string): string => (/password|jwt|token/.test(name) ? '••••••' : value);

function line(parent: Element, tag: string, kind: string, text: string): void {
  const element = document.createElement(tag);
  element.className = kind;
  element.textContent = text;
  parent.append(element);
}

/**
 * `fetch`, with what passes through it shown in `list` until `over` fires. `answered` is called after each response, and after a
 * request that got none.
 */
export function logTraffic(list: Element, fetch: Fetch, answered: () => void, over: AbortSignal): Fetch {
  return async (address, init) => {
    if (over.aborted) return fetch(address, init);
    const url = new URL(address);
    const item = document.createElement('li');
    line(item, 'p', 'call', `${init.method ?? 'GET'} ${url.pathname}`);
    for (const [name, value] of [...url.searchParams, ...new URLSearchParams(String(init.body ?? ''))]) {
      line(item, 'p', 'param', `${name} = ${hidden(name, value)}`);
    }
    list.append(item);
    list.scrollTop = list.scrollHeight;
    try {
      const answer = await fetch(address, init);
      const { errors } = (await answer.clone().json()) as { errors?: readonly { code: string }[] }; // the emulator's own
      line(item, 'p', answer.ok ? 'answer good' : 'answer bad', `→ ${answer.status} ${errors?.[0]?.code ?? ''}`);
      return answer;
    } catch (error) {
      line(item, 'p', 'answer bad', '→ no response');
      throw error;
    } finally {
      list.scrollTop = list.scrollHeight;
      if (!over.aborted) answered();
    }
  };
}
