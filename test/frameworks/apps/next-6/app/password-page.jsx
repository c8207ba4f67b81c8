'use client';
import {
  UserProfile,
  useClerk,
  useReverification,
  useUser,
} from '@clerk/nextjs';
import { isClerkAPIResponseError } from '@clerk/nextjs/errors';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

function ChangePassword() {
  const { user } = useUser();
  const [said, setSaid] = useState('');
  const update = useReverification((currentPassword, newPassword) =>
    user.updatePassword({
      newPassword,
      ...(currentPassword !== '' && { currentPassword }),
      signOutOfOtherSessions: true,
    }),
  );
  const attempt = async (work, done) => {
    setSaid('…');
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setSaid(
        isClerkAPIResponseError(error)
          ? error.errors[0].longMessage
          : String(error),
      );
    }
  };
  const onSubmit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [current, next] = [form.get('current'), form.get('next')];
    if (event.nativeEvent.submitter?.id === 'remove-password') {
      attempt(
        () => user.removePassword({ currentPassword: current }),
        'Password removed',
      );
    } else attempt(() => update(current, next), 'Password changed');
  };
  return (
    <form id="change" onSubmit={onSubmit}>
      <input
        hidden
        readOnly
        autoComplete="username"
        value={user?.primaryEmailAddress?.emailAddress ?? ''}
      />
      <label>
        Current password
        <input
          name="current"
          type="password"
          autoComplete="current-password"
        />
      </label>
      <label>
        New password
        <input name="next" type="password" autoComplete="new-password" />
      </label>
      <button type="submit">Change</button>
      <button type="submit" id="remove-password">
        Remove
      </button>
      <p id="said" role="status">
        {said}
      </p>
    </form>
  );
}

export function PasswordPage() {
  const { user } = useUser();
  const { signOut } = useClerk();
  const isProfile = useSearchParams().has('profile');
  if (!user) return <p>Loading</p>;
  if (isProfile) return <UserProfile routing="hash" />;
  return (
    <>
      <p id="who">{user.primaryEmailAddress?.emailAddress}</p>
      <p id="has">
        {user.passwordEnabled ? 'has a password' : 'has no password'}
      </p>
      <ChangePassword />
      <button
        type="button"
        id="sign-out"
        onClick={() => signOut({ redirectUrl: '/sign-in' })}
      >
        Sign out
      </button>
    </>
  );
}
