export const signIn = {
  heading: 'Sign in',
  login: 'Email address',
  password: 'Password',
  missingLogin: 'Enter your email address.',
  missingPassword: 'Enter your password.',
  showPassword: 'Show password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  signedIn: 'You are signed in.',
  /** @param name of the person */
  signedInAs: (name: string) => `You are signed in as ${name}.`,
};

export type SignInStrings = typeof signIn;
