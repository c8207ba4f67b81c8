import type { User } from 'user-password-api';

interface Proven {
  readonly verification?: { readonly status: string } | null;
}
const isVerified = ({ verification }: Proven) =>
  verification?.status === 'verified';

/** How this instance lets people in: as set in the dashboard. */
export interface AcceptedWays {
  /** By a code or a link to an email address. */
  readonly email: boolean;
  /** By a code to a phone number. */
  readonly phone: boolean;
  readonly passkeys: boolean;
  /** By an account elsewhere, a company's login or a wallet. */
  readonly connections: boolean;
}

/** The ways in that are left without the password. */
export function waysWithoutPassword(
  user: User,
  accepted: AcceptedWays,
): (keyof AcceptedWays)[] {
  const has: Readonly<Record<keyof AcceptedWays, boolean>> = {
    email: user.emailAddresses.some(isVerified),
    // A number that is kept as a second factor does not open the door alone.
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

/** Removes the password of who can come back without it and said yes. */
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
