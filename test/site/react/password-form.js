/** A React page of somebody who followed the guide, with openapi-react-query. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '../../../src/site/snippets/react-query.ts';

const baseUrl = new URLSearchParams(location.search).get('proxy') ?? '';
const api = createApi({ baseUrl, query: () => ({ __clerk_db_jwt: 'dvb_local' }) });

function PasswordForm() {
  const hasPassword = api.useHasPassword();
  const { mutate, isSuccess, message } = api.useChangePassword();
  const onSubmit = (event) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    mutate({ body: Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])) });
  };
  return h(
    'form',
    { onSubmit },
    hasPassword && h('label', null, 'Current password', h('input', { name: 'current_password', type: 'password' })),
    h('label', null, 'New password', h('input', { name: 'new_password', type: 'password' })),
    h('button', { type: 'submit' }, 'Update password'),
    h('p', { role: 'alert' }, isSuccess ? 'Changed.' : message),
  );
}

const root = document.querySelector('#root');
createRoot(root).render(h(QueryClientProvider, { client: new QueryClient() }, h(PasswordForm)));
