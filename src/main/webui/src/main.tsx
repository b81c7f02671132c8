import '@fortawesome/fontawesome-free/css/fontawesome.min.css';
import '@fortawesome/fontawesome-free/css/solid.min.css';
import '@fortawesome/fontawesome-free/css/brands.min.css';
import './design/tokens.css';
import './design/base.css';
import './design/components.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/app';
import { takeTheme } from './frame/theme';

takeTheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element `root`.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
