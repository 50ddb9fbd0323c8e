import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'mfa-kit',
    colorPrimary: '#2348c9',
    colorSecondary: '#2348c9',
    textColor: '#171b24',
    appBg: '#f4f6f9',
  }),
});
