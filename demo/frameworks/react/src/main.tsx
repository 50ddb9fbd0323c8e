import '../../shared/page.css';
import '@mfa-kit/elements/undefined.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SecurityPage } from './security-page.tsx';

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <SecurityPage />
  </StrictMode>,
);
