/** The two live examples: each situation, each on a page of its own, with the network cut. */
import type { Page } from '@playwright/test';
import { describe, expect, onTestFinished, test } from 'vitest';
import { errorCatalogue } from '../../generated/errors.ts';
import { browseSite, type Opened } from './browse.ts';

const { open } = browseSite();

type Name = 'update' | 'remove';

/** Opens an example, waits until it is signed in, and cuts the network. With `clock`, time stands still until it is moved. */
async function openExample(name: Name, clock = false): Promise<Opened> {
  const opened = await open(`examples/${name}-password.html`, {}, async (page) => {
    if (clock) await page.clock.install();
  });
  onTestFinished(() => opened.page.close());
  await answered(opened.page, '/v1/client', '→ 200');
  await opened.page.context().setOffline(true);
  return opened;
}

/** Waits until the last request to this path has had this response, where the page lists it. */
async function answered(page: Page, path: string, response: string): Promise<void> {
  const call = page.locator('#wire li').filter({ has: page.getByText(new RegExp(`${path}$`)) });
  await call.last().locator('.answer').filter({ hasText: response }).waitFor();
}

/** Chooses a situation and waits until the page is signed in anew. */
async function choose(page: Page, situation: string): Promise<void> {
  await page.selectOption('#situation', situation);
  await answered(page, '/v1/client', '→ 200');
}

async function send(page: Page, name: Name): Promise<void> {
  await page.focus('#form button[type=submit]');
  await page.keyboard.press('Enter');
  if (name === 'remove') await page.click('#confirm button[value=yes]');
}

/** What the form says after a call: its status, its problem, and the errors beside its fields. */
const formSays = (page: Page, text: string): Promise<void> =>
  page.locator('#form :is(.status, .problem, [data-error])').getByText(text, { exact: true }).waitFor();

const sentTo = (page: Page, path: string): Promise<number> =>
  page.locator('#wire .call').filter({ hasText: path }).count();

describe.each(['update', 'remove'] as const)('the %s example', (name) => {
  const path = name === 'update' ? '/v1/me/change_password' : '/v1/me/remove_password';
  const done = name === 'update' ? 'Your password is changed.' : 'Your password is removed.';

  /** Checks at the end that nothing complained, nothing secret is shown, and the form is ready again. */
  async function finish({ page, complaints, outside }: Opened): Promise<void> {
    await page.locator('#form[aria-busy=false]').waitFor();
    expect(await page.textContent('#wire')).not.toMatch(
      /current-password-1|correct horse|not my password|password123|= short|not it/,
    );
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
  }

  test(`says so when everything works`, async () => {
    const opened = await openExample(name);
    const { page } = opened;
    expect(await page.locator('#sessions').innerText()).toContain('Signed in on 1 device.');
    await send(page, name);
    await answered(page, path, '→ 200');
    await formSays(page, done);
    await finish(opened);
  });

  test.each([
    ['wrong', 'form_password_incorrect'],
    ...(name === 'update'
      ? ([
          ['short', 'form_password_length_too_short'],
          ['breached', 'form_password_pwned'],
        ] as const)
      : []),
  ] as const)(
    'shows the error beside its field, which gets the focus, when the situation is %s',
    async (situation, code) => {
      const opened = await openExample(name);
      const { page } = opened;
      await choose(page, situation);
      await send(page, name);
      await answered(page, path, `→ 422 ${code}`);
      const { longMessage } = errorCatalogue[code];
      await formSays(page, longMessage);
      const field = page.locator('#form [aria-invalid=true]');
      const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1);
      expect(await page.locator(`#${described}`).innerText()).toBe(longMessage);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await finish(opened);
    },
  );

  test('says that the account is locked when the situation is that', async () => {
    const opened = await openExample(name);
    await choose(opened.page, 'locked');
    await send(opened.page, name);
    await answered(opened.page, path, '→ 403 user_locked');
    await formSays(opened.page, errorCatalogue.user_locked.longMessage);
    await finish(opened);
  });

  test('says that there was no response when the server is down', async () => {
    const opened = await openExample(name);
    const { page } = opened;
    await choose(page, 'down');
    await send(page, name);
    await answered(page, path, '→ no response');
    await page.locator('#form .problem').filter({ hasText: /\w/ }).waitFor();
    expect(await page.locator('#form .status').innerText()).toBe('');
    await finish(opened);
  });

  test('waits for two seconds when the server is slow, and takes no second submission meanwhile', async () => {
    const opened = await openExample(name, true);
    const { page } = opened;
    await choose(page, 'slow');
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    await send(page, name);
    await page.locator('#form[aria-busy=true]').waitFor();
    await page.locator('#wire .call').filter({ hasText: path }).waitFor();
    await page.clock.runFor(1_999);
    expect(await page.locator('#form .status').innerText()).toBe('One moment …');
    await page.focus('#form button[type=submit]');
    await page.keyboard.press('Enter');
    expect(await page.locator('#confirm[open]').count()).toBe(0);
    expect(await page.locator('#wire li').last().locator('.answer').count()).toBe(0);
    await page.clock.runFor(1);
    await answered(page, path, '→ 200');
    await formSays(page, done);
    expect(await sentTo(page, path)).toBe(1);
    await finish(opened);
  });

  test('asks for the password again, also after a wrong one, when the last verification is too old', async () => {
    const opened = await openExample(name);
    const { page } = opened;
    await choose(page, 'reverification');
    await send(page, name);
    await answered(page, path, '→ 403 session_reverification_required');
    await page.locator('#reverify[open]').waitFor();
    await page.fill('#proof', 'not it');
    await page.keyboard.press('Enter');
    await page.locator('#proof[aria-invalid=true]').waitFor();
    expect(await page.innerText('#proof-error')).not.toBe('');
    await page.fill('#proof', 'current-password-1');
    await page.click('#reverify button[value=yes]');
    await answered(page, path, '→ 200');
    await formSays(page, done);
    expect(await sentTo(page, path)).toBe(2);
    await finish(opened);
  });

  test('has no current password to ask for when there is none', async () => {
    const opened = await openExample(name);
    const { page } = opened;
    await choose(page, 'none');
    if (name === 'update') {
      await page.locator('#current-field').waitFor({ state: 'hidden' });
      await send(page, name);
      await answered(page, path, '→ 200');
      await formSays(page, 'Your password is set.');
    } else {
      await send(page, name);
      await answered(page, path, '→ 400 no_password_set');
      await formSays(page, errorCatalogue.no_password_set.longMessage);
    }
    await finish(opened);
  });

  if (name === 'update') {
    test('ends the other sessions when there are two', async () => {
      const opened = await openExample(name);
      const { page } = opened;
      await choose(page, 'others');
      await page.locator('#sessions').filter({ hasText: 'Signed in on 3 devices.' }).waitFor();
      await send(page, name);
      await answered(page, path, '→ 200');
      await formSays(page, done);
      await page.locator('#sessions').filter({ hasText: 'Signed in on 1 device.' }).waitFor();
      await finish(opened);
    });
  }

  test('ends what runs, and is ready at once, when another situation is chosen meanwhile', async () => {
    const opened = await openExample(name, true);
    const { page } = opened;
    await choose(page, 'slow');
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    await send(page, name);
    await page.locator('#form[aria-busy=true]').waitFor();
    await page.locator('#wire .call').filter({ hasText: path }).waitFor();

    await choose(page, 'wrong');
    expect(await page.locator('#form').getAttribute('aria-busy')).toBe('false');
    expect(await page.locator('#form .status').innerText()).toBe('');
    const filledIn = await page.inputValue('#current');
    // The response to the slow call would come now.
    await page.clock.runFor(10_000);
    expect(await page.locator('#form .status').innerText()).toBe('');
    expect(await page.inputValue('#current')).toBe(filledIn);
    expect(await sentTo(page, path)).toBe(0);

    await send(page, name);
    await answered(page, path, '→ 422 form_password_incorrect');
    await formSays(page, errorCatalogue.form_password_incorrect.longMessage);
    await finish(opened);
  });

  test('closes its dialogs and sends nothing in the next situation when that is chosen before they were answered', async () => {
    const opened = await openExample(name);
    const { page } = opened;
    await choose(page, 'reverification');
    await send(page, name);
    await page.locator('#reverify[open]').waitFor();
    await choose(page, 'works');
    await page.locator('#reverify:not([open])').waitFor({ state: 'attached' });
    expect(await page.locator('#form :is(.status, .problem)').allInnerTexts()).toEqual(['', '']);
    await send(page, name);
    await formSays(page, done);
    expect(await sentTo(page, path)).toBe(1);
    await finish(opened);
  });
});

describe('a removal', () => {
  test('is carried out when it was left first and asked for again before the browser told of that', async () => {
    const { page } = await openExample('remove');
    await page.click('#form button[type=submit]');
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('#confirm')?.close();
      document.querySelector<HTMLFormElement>('#form')?.requestSubmit();
    });
    await page.click('#confirm button[value=yes]');
    await formSays(page, 'Your password is removed.');
  });

  test('does not happen in the next situation when that was chosen before the browser told of the confirmation', async () => {
    const { page } = await openExample('remove');
    await page.click('#form button[type=submit]');
    await page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('#confirm button[value=yes]')?.click();
      const choice = document.querySelector<HTMLSelectElement>('#situation');
      if (choice) choice.value = 'reverification';
      choice?.dispatchEvent(new Event('change'));
    });
    await answered(page, '/v1/client', '→ 200');
    // A removal in this situation would open this dialog, and it would be in the way of the next.
    await send(page, 'remove');
    await page.locator('#reverify[open]').waitFor();
    expect(await sentTo(page, '/v1/me/remove_password')).toBe(1);
  });
});

describe('by keyboard alone', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.id || element?.textContent?.trim() || element?.getAttribute('name') || '';
    });
  /** Presses Tab until the focus is there; fails where it never gets there. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let count = 0; count < 40; count++) {
      if ((await focused(page)) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}.`);
  }

  /** Leaves the menu out, as the page offers with its first link. */
  async function skipMenu(page: Page): Promise<void> {
    await tabTo(page, 'Skip to content');
    await page.keyboard.press('Enter');
  }

  test('a password is changed, with the rules ticked, the password shown and hidden, and the dialog left and passed', async () => {
    const { page, complaints } = await open('examples/update-password.html');
    await page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await skipMenu(page);
    await tabTo(page, 'situation');
    await page.keyboard.type(await page.innerText('option[data-code=session_reverification_required]'));
    await page.keyboard.press('Enter');
    await page.locator('#situation-note').filter({ hasText: 'session_reverification_required' }).waitFor();
    await tabTo(page, 'next');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('short');
    const met = '#rules .met';
    expect(await page.locator(met).allInnerTexts()).toEqual([
      'At most 72 characters',
      'Must not be your email address',
    ]);
    expect(await page.innerText('#rules-met')).toContain('At least 8 characters');
    await page.keyboard.type(' but not so short');
    expect(await page.locator(met).count()).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#next', 'type')).toBe('text');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#next', 'type')).toBe('password');
    await page.keyboard.press('Tab');
    expect(await page.isChecked('[name=sign_out]')).toBe(true);
    await tabTo(page, 'Update password');
    await page.keyboard.press('Enter');
    await page.locator('#reverify[open]').waitFor();
    expect(await focused(page)).toBe('proof');
    await page.keyboard.press('Escape');
    await page.locator('.problem').filter({ hasText: 'Cancelled.' }).waitFor();
    expect(await focused(page)).toBe('Update password');
    await page.keyboard.press('Space');
    await page.locator('#reverify[open]').waitFor();
    await page.keyboard.type('current-password-1');
    await page.keyboard.press('Enter');
    await page.locator('.status').filter({ hasText: 'Your password is changed.' }).waitFor();
    expect(await focused(page)).toBe('Update password');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a password is kept by Escape, and removed after the confirmation', async () => {
    const { page, complaints } = await open('examples/remove-password.html');
    await page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await skipMenu(page);
    await tabTo(page, 'current');
    await page.keyboard.press('Enter');
    await page.locator('#confirm[open]').waitFor();
    expect(await focused(page)).toBe('Keep it');
    await page.keyboard.press('Escape');
    await page.locator('#confirm:not([open])').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe('current');
    expect(await page.inputValue('#current')).not.toBe('');
    await tabTo(page, 'Remove password');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Remove it');
    await page.keyboard.press('Enter');
    await page.locator('.status').filter({ hasText: 'Your password is removed.' }).waitFor();
    expect(await focused(page)).toBe('Remove password');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('the rules are told in words of the contract', async () => {
  const { page } = await open('examples/update-password.html', { javaScriptEnabled: false });
  const rules = await page
    .locator('[data-rule]')
    .evaluateAll((items) =>
      items.map((item) => [item.getAttribute('data-rule') ?? '', item.textContent ?? ''] as const),
    );
  expect(rules).toHaveLength(3);
  const texts = new Map<string, string>(
    Object.entries(errorCatalogue).map(([code, entry]) => [code, entry.longMessage]),
  );
  for (const [code, text] of rules) expect(texts.get(code)?.toLowerCase()).toContain(text.toLowerCase());
  await page.close();
});

test('password managers find a shown account name and fields of the right kind', async () => {
  const { page } = await open('examples/update-password.html');
  const kinds = await page
    .locator('#form input:visible:not([type=checkbox])')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('autocomplete'), input.getAttribute('type')]));
  expect(kinds).toEqual([
    ['username', 'email'],
    ['current-password', 'password'],
    ['new-password', 'password'],
  ]);
  const kept = await page.evaluate(() => {
    const paste = new ClipboardEvent('paste', { cancelable: true, bubbles: true });
    return document.querySelector('#next')?.dispatchEvent(paste);
  });
  expect(kept).toBe(true);
  await page.close();
});
