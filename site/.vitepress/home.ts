/** What stands above the list of pages when somebody comes in by the front door. */
export const home = {
  frontmatter: {
    layout: 'home',
    hero: {
      name: 'mfa-kit',
      text: 'Multi-factor authentication that drops in',
      tagline:
        'Web components and a small back end for Express: passkeys, authenticator apps, recovery codes, and a fresh proof before what is dangerous.',
      actions: [
        { theme: 'brand', text: 'Start in two minutes', link: '/guides/start' },
        { theme: 'alt', text: 'See every element', link: '/elements#reference' },
      ],
    },
    features: [
      {
        title: 'One router, a few tags',
        details:
          'The application keeps its people and passwords. No code and no key passes through code of its own.',
        link: '/guides/add-to-express',
      },
      {
        title: 'Twelve languages, any framework',
        details:
          'Light DOM inputs for password managers, a strict content policy, parts and tokens for the looks.',
        link: '/elements',
      },
      {
        title: 'Rules that are tests',
        details:
          'Limits, step-up, audit and recovery, each rule numbered, and each number in the title of a test.',
        link: '/security',
      },
    ],
  },
};
