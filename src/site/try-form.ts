/** The form by which an operation can be tried in the reference. It is plain HTML; scripts/try-it.ts sends it. */
import { escapeHtml } from './layout.ts';
import { isCode } from './markdown.ts';
import type { Operation, Property } from './operation.ts';

/** Values that make an operation work with the emulator's own users. A required field without one has the contract's example. */
const VALUES: Readonly<Record<string, string>> = {
  current_password: 'current-password-1',
  password: 'current-password-1',
  session_id: 'sess_2xAmplePaloAlto0000000000001',
};

/** Short enough for the list on a phone. */
const USERS = [
  ['dvb_local', 'user@example.com'],
  ['dvb_no_password', 'no-password@example.com'],
  ['', 'Nobody is signed in'],
] as const;

/** The form of an operation. */
export function tryForm({ id, method, path, parameters, body, answers }: Operation): string {
  const fields = [...parameters.filter(({ place }) => place === 'path'), ...(body?.properties ?? [])];
  const situations = answers.flatMap(({ status, examples }) => {
    const codes = examples.filter(({ name }) => isCode(name));
    const options = codes.map(
      ({ name }) => `<option value="code=${status}, example=${name}">${status} ${name}</option>`,
    );
    return options.length > 0 ? [`<optgroup label="${status}">${options.join('')}</optgroup>`] : [];
  });
  const users = USERS.map(([token, text]) => `<option value="${token}">${escapeHtml(text)}</option>`);
  const field = (name: string, label: string, control: string): string =>
    `<div class="field"><label for="try-${id}-${name}">${label}</label>${control}</div>`;
  const select = (name: string, label: string, options: readonly string[]): string =>
    field(
      `is-${name}`,
      label,
      `<select id="try-${id}-is-${name}" data-choice="${name}" autocomplete="off">${options.join('')}</select>`,
    );
  const input = ({ name, example = '', required, type }: Property): string =>
    field(
      name,
      `<code>${name}</code>${required ? '' : ' <span class="hint">optional</span>'}`,
      `<input id="try-${id}-${name}" name="${name}" value="${escapeHtml(VALUES[name] ?? (required ? example : ''))}" autocomplete="off" autocapitalize="none" spellcheck="false"${type[0]?.text.startsWith('boolean') ? ' placeholder="true or false"' : ''}>`,
    );
  return `<details class="try"><summary>Try it</summary>
<noscript><p>Trying an operation needs scripts.</p></noscript>
<form class="scripted" data-operation="${id}" data-method="${method}" data-path="${escapeHtml(path)}" novalidate>
${select('target', 'Emulator', ['<option value="">In this page, sends nothing</option>', '<option value="here" disabled>The one that serves this page</option>'])}
${select('user', 'User', users)}
${select('situation', 'Situation', ['<option value="">What the emulator’s state gives</option>', ...situations])}
${fields.map(input).join('\n')}
<div class="act"><button type="submit">Send</button><button type="button" data-reset>Reset emulator</button></div>
<div class="try-result" role="status"></div>
</form></details>`;
}
