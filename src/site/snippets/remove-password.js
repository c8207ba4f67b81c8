import { Clerk } from 'user-password-api';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl: 'http://localhost:4010' });
await clerk.load();

const [form, signIn, message] = ['form', 'sign-in', 'message'].map((id) =>
  document.getElementById(id),
);
clerk.addListener(({ user }) => {
  form.hidden = !user;
  if (!user) clerk.mountSignIn(signIn);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  try {
    await clerk.user.removePassword({
      currentPassword: fields.get('current'),
    });
    form.reset();
    message.textContent = 'Your password was removed.';
  } catch (error) {
    message.textContent = error.message;
  }
});
