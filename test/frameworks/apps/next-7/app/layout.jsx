import { ClerkProvider } from '@clerk/nextjs';

export const metadata = { title: 'A password page' };

export default function Layout({ children }) {
  return (
    <ClerkProvider>
      <html lang="en">
        <body>{children}</body>
      </html>
    </ClerkProvider>
  );
}
