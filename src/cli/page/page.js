// @ts-check
// The page at `/` of the emulator: the request log, always in view, and beside it what can be seen and changed, in tabs.
import { refreshConnect, startConnect } from './connect.js';
import { act, ask, onRefresh, refresh, sentence } from './control.js';
import { $, clock, confirm, say } from './dom.js';
import { loadCatalogue, refreshForced, startForce } from './force.js';
import { refreshLog, startLog } from './log.js';
import { refreshOutbox } from './outbox.js';
import { refreshSettings, startSettings } from './settings.js';
import { currentTab, startTabs } from './tabs.js';
import { refreshUsers, startUsers } from './users.js';

/** Least time between two looks, in milliseconds. */
const EVERY = 1000;

/** @type {Readonly<Record<string, (publishableKey: string) => Promise<void>>>} */
const panels = {
  users: refreshUsers,
  force: refreshForced,
  settings: refreshSettings,
  outbox: refreshOutbox,
  connect: refreshConnect,
};

/** @param {number} now */
function showClock(now) {
  const ahead = Math.round((now - Date.now()) / 1000);
  const [size, unit] = ahead < 3600 ? [60, 'min'] : ahead < 172_800 ? [3600, 'h'] : [86_400, 'days'];
  const offset = ahead < 5 ? '' : ahead < 60 ? ` (+${ahead} s)` : ` (+${Math.round((ahead / size) * 10) / 10} ${unit})`;
  $('now', HTMLElement).textContent = clock(now) + offset;
}

onRefresh(async () => {
  /** @type {{ readonly publishableKey: string, readonly now: number }} */
  const { publishableKey, now } = await ask('GET', '/connection');
  showClock(now);
  // The log explains codes, so the catalogue comes first.
  await loadCatalogue();
  await Promise.all([refreshLog(), panels[currentTab()]?.(publishableKey)]);
});

/** Looks, and says so if the emulator does not respond. Resolves with how long it took. */
async function look() {
  const begun = performance.now();
  const offline = $('offline', HTMLElement);
  try {
    await refresh();
    offline.textContent = '';
  } catch (error) {
    const text = sentence(error);
    if (offline.textContent !== text) offline.textContent = text;
  }
  return performance.now() - begun;
}

/** Looks again every second, less often if a look takes long, and not while nobody looks. */
async function poll() {
  const took = document.hidden ? 0 : await look();
  setTimeout(poll, Math.max(EVERY, took * 5));
}

const instance = /\/instances\/([\w-]+)\/$/.exec(location.pathname)?.[1];
if (instance !== undefined) $('title', HTMLElement).textContent = `emulator, instance ${instance}`;

const reset = $('reset', HTMLButtonElement);
reset.onclick = async () => {
  const text = 'Users, sessions, settings, clock, forced responses, outbox and log go back to the seed data.';
  if (await confirm('Reset the emulator?', text, 'Reset')) await act(reset, 'Reset to seed data.', 'POST', '/reset');
};

const clockForm = $('clock', HTMLFormElement);
clockForm.onsubmit = (event) => {
  event.preventDefault();
  const { amount, unit } = Object.fromEntries(new FormData(clockForm));
  const field = clockForm.querySelector('input');
  const isNumber = amount !== '' && Number.isFinite(Number(amount));
  if (field !== null) field.ariaInvalid = isNumber ? null : 'true';
  if (!isNumber) return say(clockForm.firstElementChild ?? clockForm, 'Type a number of 0 or more.', true);
  const word = clockForm.querySelector('option:checked')?.textContent;
  act(field ?? clockForm, `The clock moved ${amount} ${word} forward.`, 'POST', '/clock', {
    seconds: Number(amount) * Number(unit),
  });
};

startLog();
startUsers();
startForce();
startSettings();
startConnect();
startTabs(() => void look());
document.addEventListener('visibilitychange', () => void (document.hidden || look()));
await poll();
