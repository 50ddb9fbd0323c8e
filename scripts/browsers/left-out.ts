/** Tests that ask for what a browser, or who drives it, does not have. */
export interface LeftOut {
  /** What is missing. */
  readonly why: string;
  /** By their whole names, as they are reported. */
  readonly tests?: readonly string[];
  /** All of these files, as seen from the root of the checkout. */
  readonly files?: readonly string[];
}

const emulatedMedia: LeftOut = {
  why: 'paper and forced colors cannot be asked for',
  tests: [
    '<mfa-challenge>: surroundings > stays legible in forced colours',
    '<recovery-codes>: on paper > prints the codes and nothing else of the page',
    '<recovery-codes>: on paper > does the same for the browser’s own print command',
    '<recovery-codes>: on paper > takes the sheet away with the codes, whether or not the browser said that printing is over',
    '<recovery-codes>: on paper > shows, copies, saves and prints under a strict Content-Security-Policy',
  ],
};

const virtualAuthenticators: LeftOut = {
  why: 'it has no virtual authenticators, or nobody can plug one in from outside',
  tests: [
    'ceremonies with an authenticator > tell what the device can do',
    'ceremonies with an authenticator > say that the device has a passkey already',
    'ceremonies with an authenticator > refuse a passkey of another domain',
    'ceremonies with an authenticator > prove with the one of two keys that is asked for',
    'ceremonies with an authenticator > make a passkey and prove with it, naming nobody',
    'ceremonies with an authenticator > count a person who is not recognised as one who cancelled',
    'ceremonies with an authenticator > W4: prove without user verification where a key has none',
    '<passkey-sign-in> over HTTP with an authenticator > needs exactly two requests',
  ],
};

/** What Firefox is not asked. */
export const LEFT_OUT_IN_FIREFOX: readonly LeftOut[] = [
  emulatedMedia,
  virtualAuthenticators,
  { why: 'it sends no streams', tests: ['stepUpFetch > repeats a body that was a stream'] },
];

/** What WebKitGTK is not asked. */
export const LEFT_OUT_IN_WEBKIT: readonly LeftOut[] = [
  emulatedMedia,
  virtualAuthenticators,
  {
    why: 'WebKitGTK knows no passkeys, unlike Safari',
    files: ['packages/elements/src/ceremonies/browser-ceremonies.test.ts'],
  },
  {
    why: 'there are no forced colors in it',
    tests: [
      'the look of buttons > underlines quiet ones in a colour that only forced colours show, which take the accent from them',
    ],
  },
  {
    why: 'it does not tell that a drawing is mirrored, though it is',
    tests: [
      '<mfa-adoption>: the chart > begins where reading begins: on the right of a page that runs from right to left',
    ],
  },
  {
    why: 'a date that a script has emptied counts as half written there',
    tests: ['<mfa-adoption>: the days > may be open at one end'],
  },
];
