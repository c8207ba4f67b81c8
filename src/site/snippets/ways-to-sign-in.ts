import type { User } from 'user-password-api';

interface Proven {
  readonly verification?: { readonly status: string } | null;
}
const isVerified = ({ verification }: Proven) =>
  verification?.status === 'verified';

/** The ways to sign in that the instance allows, as set in the dashboard. */
export interface AcceptedWays {
  /** By a code or a link to an email address. */
  readonly email: boolean;
  /** By a code to a phone number. */
  readonly phone: boolean;
  readonly passkeys: boolean;
  /** By a social account, enterprise sign-on or a wallet. */
  readonly connections: boolean;
}

/** Returns the ways to sign in that remain without the password. */
export function waysWithoutPassword(
  user: User,
  accepted: AcceptedWays,
): (keyof AcceptedWays)[] {
  const has: Readonly<Record<keyof AcceptedWays, boolean>> = {
    email: user.emailAddresses.some(isVerified),
    // A number reserved for a second factor is not enough to sign in.
    phone: user.phoneNumbers.some(
      (one) => isVerified(one) && !one.reservedForSecondFactor,
    ),
    passkeys: user.passkeys.some(isVerified),
    connections:
      user.externalAccounts.some(isVerified) ||
      user.web3Wallets.some(isVerified) ||
      [...user.samlAccounts, ...user.enterpriseAccounts].some(
        ({ active }) => active,
      ),
  };
  const ways = ['email', 'phone', 'passkeys', 'connections'] as const;
  return ways.filter((way) => accepted[way] && has[way]);
}

/** Removes the password if the user has another way in and confirms. */
export async function removePassword(
  user: User,
  currentPassword: string,
  accepted: AcceptedWays,
  confirm: (ways: readonly string[]) => Promise<boolean>,
): Promise<boolean> {
  // A passkey may have been deleted on another device.
  const ways = waysWithoutPassword(await user.reload(), accepted);
  if (ways.length === 0 || !(await confirm(ways))) return false;
  await user.removePassword({ currentPassword });
  return true;
}
