export const signIn = {
  heading: 'Sign in',
  login: 'Email address',
  password: 'Password',
  missingLogin: 'Enter your email address.',
  missingPassword: 'Enter your password.',
  wrong: 'That sign-in name and password don’t match. Check both and try again.',
  show: 'Show',
  showPassword: 'Show password',
  hide: 'Hide',
  hidePassword: 'Hide password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  signedIn: 'You are signed in',
  /** @param name of the person */
  signedInAs: (name: string) => `You are signed in as ${name}`,
};

export type SignInStrings = typeof signIn;
