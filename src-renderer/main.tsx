import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createClient } from './app/client';
import { fetchFirstFonts, showRememberedTheme } from './app/first-paint';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/reset.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
showRememberedTheme();
fetchFirstFonts();
createRoot(root).render(
  <StrictMode>
    <App client={createClient(window.bridge)} />
  </StrictMode>,
);
