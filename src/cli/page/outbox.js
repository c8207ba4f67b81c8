// @ts-check
// Messages that a real server would have sent, with their codes.
import { ask } from './control.js';
import { $, button, clock, copy, fill, make } from './dom.js';

/** @import { Notice } from '../../emulator/index.ts' */

const SHOWN = 50;
const WORDS = {
  password_set: 'A password was set',
  password_changed: 'Password changed',
  password_removed: 'Password removed',
  verification_code: 'Verification code',
};

export async function refreshOutbox() {
  /** @type {Notice[]} */
  const notices = await ask('GET', '/outbox');
  fill(
    $('notice-list', HTMLElement),
    // A number of its own keeps the row of each where it is when newer ones come.
    notices
      .map((notice, index) => ({ ...notice, index }))
      .slice(-SHOWN)
      .reverse(),
    ({ index, at }) => `${index} ${at}`,
    ({ kind, to, at, code }) =>
      make(
        'li',
        { className: 'line' },
        make(
          'span',
          { className: 'grow' },
          make('strong', {}, WORDS[kind] ?? kind),
          ` to ${to ?? 'nobody: the user has no address'} `,
          make('span', { className: 'hint' }, clock(at)),
        ),
        ...(code === undefined
          ? []
          : [
              make('code', { className: 'code' }, code),
              button(
                'Copy',
                `Copy the code ${code} to ${to}`,
                ({ currentTarget }) => currentTarget instanceof HTMLElement && copy(currentTarget, code),
              ),
            ]),
      ),
    'No messages yet.',
  );
}
