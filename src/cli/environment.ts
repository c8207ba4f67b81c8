/** The environment of a command beside the emulator, so that the vendor's packages for frameworks need no other set-up. */
import type { Emulator } from '../emulator/index.ts';
import { rangeFor } from './vendor-packages.ts';

/** How frameworks tell the variables that pages may see. */
const PREFIXES = ['NEXT_PUBLIC_', 'VITE_', 'PUBLIC_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_'];

/** `proxyUrl` is the address by which pages reach the emulator, `packages` the folder of the app. */
export async function environmentOf(
  emulator: Emulator,
  { url, proxyUrl, packages }: { readonly url: string; readonly proxyUrl: string; readonly packages: string },
): Promise<Readonly<Record<string, string>>> {
  const sdk = await rangeFor(packages, '@clerk/clerk-js');
  const components = await rangeFor(packages, '@clerk/ui');
  const forPages = {
    CLERK_PUBLISHABLE_KEY: emulator.publishableKey,
    CLERK_PROXY_URL: proxyUrl,
    CLERK_JS_URL: `${proxyUrl}/npm/@clerk/clerk-js@${sdk}/dist/clerk.browser.js`,
    CLERK_UI_URL: `${proxyUrl}/npm/@clerk/ui@${components}/dist/ui.browser.js`,
    CLERK_TELEMETRY_DISABLED: '1',
  };
  const prefixed = PREFIXES.flatMap((prefix) =>
    Object.entries(forPages).map(([name, value]) => [`${prefix}${name}`, value] as const),
  );
  return {
    ...forPages,
    ...Object.fromEntries(prefixed),
    CLERK_EMULATOR_URL: url,
    CLERK_API_URL: url,
    // svelte-clerk looks here.
    PUBLIC_CLERK_API_URL: url,
    CLERK_SECRET_KEY: 'sk_test_emulator',
    CLERK_JWT_KEY: await emulator.publicKey(),
  };
}
