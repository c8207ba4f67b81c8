import { clerkClient } from 'svelte-clerk/server';

export const load = async ({ locals }) => {
  const { userId, sessionId } = locals.auth();
  const user = userId && (await clerkClient.users.getUser(userId));
  return {
    server: `${userId} ${sessionId} ${user?.primaryEmailAddress?.emailAddress}`,
  };
};
