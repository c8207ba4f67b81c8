/** A password page made of @clerk/clerk-react 5, as an application has it. */
import { ClerkProvider } from '@clerk/clerk-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PasswordPage } from './password-page.tsx';

const {
  VITE_CLERK_PUBLISHABLE_KEY,
  VITE_CLERK_PROXY_URL,
  VITE_CLERK_JS_URL,
} = import.meta.env;

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <ClerkProvider
      publishableKey={VITE_CLERK_PUBLISHABLE_KEY}
      proxyUrl={VITE_CLERK_PROXY_URL}
      clerkJSUrl={VITE_CLERK_JS_URL}
      telemetry={false}
    >
      <PasswordPage />
    </ClerkProvider>
  </StrictMode>,
);
