export const signIn = {
  heading: 'Sign in',
  login: 'Email address',
  password: 'Password',
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
