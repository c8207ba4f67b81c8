/** The reference page: every operation and object of the contract, in one page that needs no script. */
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { codeBlock } from './code-block.ts';
import { type Contract, type SecurityScheme, samplesOf } from './contract.ts';
import type { Highlight } from './highlight.ts';
import { markFolds } from './json-folds.ts';
import { breakable, escapeHtml, layout } from './layout.ts';
import { isCode } from './markdown.ts';
import type { Answer, Example, ObjectType, Operation, Property, TypeWords } from './operation.ts';
import { codeSpan, dated, stacking } from './render.ts';
import { sourceWords } from './sources.ts';
import { tabSet } from './tabs.ts';
import { tryForm } from './try-form.ts';

/** Writes reference.html and its style sheet. `highlight` makes HTML of code. */
export function writeReference(
  contract: Contract,
  write: (path: string, text: string) => void,
  highlight: Highlight,
): void {
  const { objects } = contract;
  const page = new ReferencePage(contract, highlight);
  const groups = contract.tags.map((tag) => ({
    ...tag,
    operations: contract.operations.filter((operation) => operation.tag === tag.name),
  }));
  const servers = contract.servers.map(({ url, description = '' }) =>
    row('', `<code>${escapeHtml(url)}</code>`, page.markdown(description)),
  );
  const schemes = Object.entries(contract.securitySchemes);
  const body = `<div class="reference">
<div><h1>API reference</h1>
<p class="downloads">Download: <a href="openapi.json" download>OpenAPI 3.1</a>, <a href="openapi-3.0.json" download>OpenAPI 3.0</a></p>
<p class="scripted"><label for="server">Server in the samples</label><select id="server" autocomplete="off">${SERVERS.map(([url, text]) => `<option value="${url}">${text}</option>`).join('')}</select></p>
${page.markdown(contract.info.description)}</div>
<div>
${section('servers', 'Servers', `<dl class="props">${servers.join('')}</dl>`)}
${section(
  'authentication',
  'Authentication',
  `<p>Every operation lists the ways to authenticate. One of them is enough.</p><dl class="props">${schemes.map(([id, scheme]) => page.scheme(id, scheme)).join('')}</dl>`,
)}
${groups
  .map(({ name, description, operations }) =>
    [section(`tag-${name}`, name, page.markdown(description)), ...operations.map((each) => page.operation(each))].join(
      '\n',
    ),
  )
  .join('\n')}
${section('objects', 'Objects', '<p>The objects in responses. A server may add properties at any time: ignore those that you do not know.</p>')}
${objects.map((object) => page.object(object)).join('\n')}
</div></div>`;
  write(
    'reference.html',
    layout('reference.html', 'API reference', body, {
      script: 'try-it',
      style: 'reference',
      wide: true,
      source: 'openapi/openapi.yaml',
      contents: toc(groups, objects),
    }),
  );
  write('assets/reference.css', readFileSync(new URL('css/reference.css', import.meta.url), 'utf8'));
}

/** The server that the samples call: the emulator at first. */
const EMULATOR = 'http://127.0.0.1:4010';
const SERVERS = [
  [EMULATOR, 'The emulator on this machine'],
  ['https://example.clerk.accounts.dev', 'A development instance'],
  ['https://clerk.example.com', 'A production instance'],
] as const;

const section = (id: string, title: string, text: string): string =>
  `<section id="${id}"><h2><a href="#${id}">${title}</a></h2>${text}</section>`;

type Groups = readonly { readonly name: string; readonly operations: readonly Operation[] }[];

/** The contents of the page, for the menu; each tag and the objects fold. */
function toc(groups: Groups, objects: readonly ObjectType[]): string {
  const link = (id: string, text: string): string => `<li><a href="#${id}">${text}</a></li>`;
  const fold = (id: string, title: string, items: readonly string[], isOpen: boolean): string =>
    `<li><details${isOpen ? ' open' : ''}><summary>${title}</summary><ul>${link(id, 'Overview')}${items.join('')}</ul></details></li>`;
  return `<ul class="toc">${link('servers', 'Servers')}${link('authentication', 'Authentication')}
${groups
  .map(({ name, operations }) =>
    fold(
      `tag-${name}`,
      name,
      operations.map(({ id, method, summary }) => link(id, `${badge(method)} <span>${escapeHtml(summary)}</span>`)),
      true,
    ),
  )
  .join('\n')}
${fold(
  'objects',
  'Objects',
  objects.map(({ name }) => link(name, name)),
  false,
)}</ul>`;
}

const badge = (method: string): string => `<span class="method ${method.toLowerCase()}">${method}</span>`;
const row = (id: string, term: string, text: string): string =>
  `<div${id && ` id="${id}"`}><dt>${term}</dt><dd>${text}</dd></div>`;
const codeLink = (code: string): string => `<a href="errors.html#${code}">${breakable(code)}</a>`;

class ReferencePage {
  readonly #contract: Contract;
  readonly #highlight: Highlight;
  readonly #marked = new Marked({ renderer: { codespan: ({ text }) => codeSpan(text) } });
  constructor(contract: Contract, highlight: Highlight) {
    this.#contract = contract;
    // Samples scroll here, so a keyboard has to reach them.
    this.#highlight = (code, lang) => highlight(code, lang, ' tabindex="0"');
  }

  /** Markdown in which error codes lead to the catalogue, and operations to their place in this page. */
  markdown(text: string): string {
    const html = stacking(dated(this.#marked.parse(text, { async: false })));
    return html.replaceAll(/<code(?: class="\w+")?>((?:[^<]|<wbr>)+)<\/code>/g, (code, words: string) => {
      const name = words.replaceAll('<wbr>', '');
      const operation = this.#contract.operations.find(({ method, path }) => `${method} ${path}` === name);
      if (operation) return `<a href="#${operation.id}">${code}</a>`;
      return isCode(name) ? codeLink(name) : code;
    });
  }

  scheme(id: string, { in: place, name, scheme, description = '' }: SecurityScheme): string {
    const sent = name === undefined ? `Authorization: ${scheme}` : `${place} ${name}`;
    return row(id, `${anchor(id, id)} <span class="type">${escapeHtml(sent)}</span>`, this.markdown(description));
  }

  operation(operation: Operation): string {
    const { id, summary, description, source, method, path, security, parameters, body, answers } = operation;
    const places = [...new Set(parameters.map(({ place }) => place))];
    const refusals = [...new Set(answers.flatMap(({ refusal }) => refusal ?? []))];
    const ways = security
      .filter((schemes) => schemes.length > 0)
      .map((schemes) => schemes.map((name) => `<a href="#${name}"><code>${name}</code></a>`).join(' with '));
    const needed = ways.length === security.length ? 'One of' : 'Not needed, or one of';
    return `<section class="operation" id="${id}" aria-labelledby="${id}-title">
<div class="ref-text"><h3 id="${id}-title"><a href="#${id}">${escapeHtml(summary)}</a></h3>
<p class="endpoint">${badge(method)} <code>${escapeHtml(path).replaceAll('/', '/<wbr>')}</code></p>
${this.markdown(description)}
<p class="rests-on">Source: ${dated(escapeHtml(sourceWords(source)))}.</p>
<h4>Authentication</h4><p>${ways.length > 0 ? `${needed} ${ways.join(', ')}.` : 'Not needed.'}</p>
${places
  .map(
    (place) =>
      `<h4>${place === 'path' ? 'Path' : 'Query'} parameters</h4>${this.properties(
        id,
        parameters.filter((parameter) => parameter.place === place),
        'request',
      )}`,
  )
  .join('')}
${
  body
    ? `<h4>Request body</h4><div class="media"><code>${body.mediaType}</code> ${this.markdown(body.description)}</div>${this.properties(id, body.properties, 'request')}`
    : ''
}
<h4>Responses</h4><div class="answers">${answers.map((answer) => this.answer(id, answer)).join('')}</div>
<p class="note">An error response contains ${refusals.map((name) => `<a href="#${name}">${name}</a>`).join(' or ')}.</p></div>
<div class="ref-samples">${this.samples(operation)}${tryForm(operation)}</div>
</section>`;
  }

  /** A refusal lists its codes; each leads to the catalogue. */
  answer(operation: string, { status, description, source, properties, examples }: Answer): string {
    const id = `${operation}-${status}`;
    const codes = examples
      .filter(({ name }) => isCode(name))
      .map(({ name, summary }) => `<li>${codeLink(name)} <span>${escapeHtml(summary)}</span></li>`);
    const list = codes.length > 0 ? `<ul class="codes">${codes.join('')}</ul>` : '';
    const carried = properties.length > 0 ? this.properties(id, properties, 'answer') : '';
    return `<div id="${id}" class="answer"><p><a href="#${id}" class="status-code s${status[0]}">${status}</a></p><div>${this.markdown(description)}${carried}${list}<p class="rests-on">Source: ${dated(escapeHtml(sourceWords(source)))}.</p></div></div>`;
  }

  /** Requests by caller, and responses by status, in tabs. */
  samples(operation: Operation): string {
    const { id, answers } = operation;
    const requests = samplesOf(operation).map(({ label, lang, source }) => ({
      label,
      content: this.code(source, lang),
    }));
    const responses = answers
      .filter(({ examples }) => examples.length > 0)
      .map(({ status, examples }, index) => {
        const shown = examples.map((example, at) =>
          this.example(`${id}-${status}`, example, at === 0, examples.length > 1),
        );
        return `<details name="${id}-response"${index === 0 ? ' open' : ''}><summary><span class="status-code s${status[0]}">${status}</span></summary><div class="examples">${shown.join('')}</div></details>`;
      });
    return `<h4>Request</h4>${tabSet('caller', `${id}-request`, requests)}<h4>Response</h4><div class="tab-set">${responses.join('')}</div>`;
  }

  /** One of several folds. The code of an error leads to the catalogue. */
  example(group: string, { name, summary, value }: Example, isFirst: boolean, isOneOfMany: boolean): string {
    const title = isCode(name) ? `<p>${codeLink(name)}: ${escapeHtml(summary)}</p>` : `<p>${escapeHtml(summary)}</p>`;
    const json = this.code(JSON.stringify(value, null, 2), 'json');
    if (!isOneOfMany) return title + json;
    return `<details name="${group}"${isFirst ? ' open' : ''}><summary>${breakable(name)}</summary>${title}${json}</details>`;
  }

  code(source: string, lang: string): string {
    const html = this.#highlight(source, lang);
    return codeBlock(
      lang === 'json' ? markFolds(html, source) : html.replaceAll(EMULATOR, `<span class="server">${EMULATOR}</span>`),
      lang,
    );
  }

  object({ name, description, properties }: ObjectType): string {
    return `<section class="object" id="${name}" aria-labelledby="${name}-title"><h3 id="${name}-title"><a href="#${name}">${name}</a></h3>${this.markdown(description)}${this.properties(name, properties, 'answer')}</section>`;
  }

  /** In a request it matters what has to be sent, in an answer what may be missing. */
  properties(owner: string, properties: readonly Property[], side: 'request' | 'answer'): string {
    const rows = properties.map((property) => {
      const { name, required, type, limits, values, open, example, description, properties: inner } = property;
      const id = `${owner}-${name}`;
      const duty =
        required === (side === 'request')
          ? `<span class="duty">${required ? 'required' : 'may be missing'}</span>`
          : '';
      const listed = values.map((value) => `<code>${escapeHtml(value)}</code>`).join(', ');
      const told =
        example === undefined || values.length > 0
          ? ''
          : `<p class="hint">Example: <code>${escapeHtml(example)}</code></p>`;
      return row(
        id,
        `${anchor(id, name)} <span class="type">${[words(type), ...limits.map(escapeHtml)].join(', ')}</span> ${duty}${expand(type)}`,
        `${this.markdown(description)}${listed && `<p>One of ${listed}${open ? ', or one that is added later' : ''}.</p>`}${told}${
          inner.length > 0 ? this.properties(id, inner, side) : ''
        }`,
      );
    });
    return `<dl class="props">${rows.join('')}</dl>`;
  }
}

const anchor = (id: string, name: string): string => `<a href="#${id}"><code>${escapeHtml(name)}</code></a>`;
/** Shows the fields of the object that a type names, in place. */
function expand(type: TypeWords): string {
  const name = type.find(({ object }) => object !== undefined)?.object;
  return name === undefined
    ? ''
    : `<button type="button" class="expand scripted" data-object="${name}" aria-expanded="false">Fields of ${name}</button>`;
}
const words = (type: TypeWords): string =>
  type.map(({ text, object }) => (object ? `<a href="#${object}">${object}</a>` : escapeHtml(text))).join('');
