import type { Preview } from '@storybook/web-components-vite';

type Toolbar = NonNullable<Preview['globalTypes']>[string];

/** A menu of the toolbar that says what was chosen in it. @param items titles by value. */
export const toolbar = (
  description: string,
  title: string,
  icon: NonNullable<NonNullable<Toolbar['toolbar']>['icon']>,
  items: Readonly<Record<string, string>>,
): Toolbar => ({
  description,
  toolbar: {
    title,
    icon,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
    dynamicTitle: true,
  },
});
