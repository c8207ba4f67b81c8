import { auth, currentUser } from '@clerk/nextjs/server';
import { PasswordPage } from './password-page';

export default async function Page() {
  const { userId, sessionId } = await auth.protect();
  const user = await currentUser();
  return (
    <>
      <p id="server">{`${userId} ${sessionId} ${user?.primaryEmailAddress?.emailAddress}`}</p>
      <PasswordPage />
    </>
  );
}
