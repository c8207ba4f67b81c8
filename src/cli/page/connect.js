// @ts-check
// Code to paste into one's own: our SDK, the vendor's, curl.
import { $, copy } from './dom.js';
import { firstToken, refreshUsers } from './users.js';

const proxyUrl = new URL('.', location.href).href.replace(/\/$/, '').replace('//127.0.0.1', '//localhost');

/** @param {string} publishableKey */
export async function refreshConnect(publishableKey) {
  await refreshUsers();
  const connect = `const key = '${publishableKey}';\nconst clerk = new Clerk(key, {\n  proxyUrl: '${proxyUrl}',\n});\nawait clerk.load();\n`;
  const change = `await clerk.user.updatePassword({\n  currentPassword: 'current-password-1',\n  newPassword: 'correct horse battery staple',\n});`;
  const signIn = `await clerk.signInWithPassword({\n  identifier: 'user@example.com',\n  password: 'current-password-1',\n});\n`;
  const vendorSignIn = `const signIn = await clerk.client.signIn.create({\n  identifier: 'user@example.com',\n  password: 'current-password-1',\n});\nawait clerk.setActive({ session: signIn.createdSessionId });\n`;
  put('snippet-sdk', `import { Clerk } from 'user-password-api';\n\n${connect}${signIn}${change}`);
  put('snippet-vendor', `import { Clerk } from '@clerk/clerk-js';\n\n${connect}${vendorSignIn}${change}`);
  put(
    'snippet-curl',
    `curl '${proxyUrl}/v1/me/change_password?__clerk_db_jwt=${firstToken() ?? 'dvb_local'}' \\\n` +
      `  --data-urlencode 'current_password=current-password-1' \\\n` +
      `  --data-urlencode 'new_password=correct horse battery staple'`,
  );
}

/**
 * @param {string} id
 * @param {string} text
 */
function put(id, text) {
  // Not again if it is there, so that a selection stays.
  if ($(id, HTMLElement).textContent !== text) $(id, HTMLElement).textContent = text;
}

export function startConnect() {
  for (const snippet of document.querySelectorAll('.snippet')) {
    const control = snippet.querySelector('button');
    if (control !== null) control.onclick = () => copy(control, snippet.querySelector('code')?.textContent ?? '');
  }
}
