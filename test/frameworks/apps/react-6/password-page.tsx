import {
  SignIn,
  UserProfile,
  useClerk,
  useReverification,
  useUser,
} from '@clerk/react';
import { isClerkAPIResponseError } from '@clerk/react/errors';
import { type FormEvent, useState } from 'react';

function ChangePassword() {
  const { user } = useUser();
  const [said, setSaid] = useState('');
  const update = useReverification(
    (currentPassword: string, newPassword: string) =>
      user?.updatePassword({
        newPassword,
        ...(currentPassword !== '' && { currentPassword }),
        signOutOfOtherSessions: true,
      }),
  );
  const attempt = async (
    work: () => Promise<unknown> | undefined,
    done: string,
  ) => {
    setSaid('…');
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setSaid(
        isClerkAPIResponseError(error)
          ? (error.errors[0]?.longMessage ?? error.message)
          : String(error),
      );
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [current, next] = [
      String(form.get('current')),
      String(form.get('next')),
    ];
    if (
      event.nativeEvent instanceof SubmitEvent &&
      event.nativeEvent.submitter?.id === 'remove-password'
    ) {
      void attempt(
        () => user?.removePassword({ currentPassword: current }),
        'Password removed',
      );
    } else void attempt(() => update(current, next), 'Password changed');
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
  const { isLoaded, user } = useUser();
  const { signOut } = useClerk();
  if (!isLoaded) return <p>Loading</p>;
  if (user === null || user === undefined)
    return <SignIn routing="hash" forceRedirectUrl="/" />;
  if (new URLSearchParams(location.search).has('profile'))
    return <UserProfile routing="hash" />;
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
        onClick={() => void signOut({ redirectUrl: '/' })}
      >
        Sign out
      </button>
    </>
  );
}
