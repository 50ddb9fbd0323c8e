/** A page with one element on it, as a person meets it. */
export interface Contender {
  readonly kit: 'mfa-kit' | 'Hanko';
  /** What the person is about to do. */
  readonly page: 'sign-in' | 'challenge' | 'enrolment';
  /** The script of the page, before it is bundled. */
  readonly script: string;
  readonly tag: string;
  /** What the person goes on with; looked for in shadow roots as well. */
  readonly usable: string;
  /** What the server says, by method and path. */
  readonly answers: Readonly<Record<string, object>>;
}

const signedIn = {
  state: 'signed-in',
  csrf: 'token',
  aal: 1,
  user: { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada Lovelace' },
  amr: [{ method: 'password', at: '2026-03-02T09:29:40Z' }],
};

const ofTheKit: readonly Contender[] = [
  {
    kit: 'mfa-kit',
    page: 'sign-in',
    tag: 'mfa-sign-in',
    script: "import './define/mfa-sign-in.js';",
    usable: 'input[type="password"]',
    answers: { 'GET /mfa/session': { state: 'signed-out' } },
  },
  {
    kit: 'mfa-kit',
    page: 'challenge',
    tag: 'mfa-challenge',
    script: "import './define/mfa-challenge.js';",
    usable: 'input[autocomplete="one-time-code"]',
    answers: {
      'GET /mfa/session': { state: 'challenge', csrf: 'token' },
      'GET /mfa/challenge': {
        purpose: 'sign-in',
        methods: ['totp', 'recovery-code'],
        preferred: 'totp',
        rememberDevice: true,
      },
    },
  },
  {
    kit: 'mfa-kit',
    page: 'enrolment',
    tag: 'mfa-enroll',
    script: "import './define/mfa-enroll.js';",
    usable: '[part~="method"]',
    answers: {
      'GET /mfa/session': signedIn,
      'GET /mfa/factors': { totp: [], passkeys: [], pending: [], recoveryCodes: null },
    },
  },
];

/** One step of Hanko's flow, as its server describes it. */
function hanko(
  page: Contender['page'],
  usable: string,
  name: string,
  actions: object,
  payload = {},
): Contender {
  return {
    kit: 'Hanko',
    page,
    tag: 'hanko-login',
    script:
      "import { register } from '@teamhanko/hanko-elements'; await register(location.origin + '/hanko');",
    usable,
    answers: { 'POST /hanko/login': { name, status: 200, payload, actions, csrf_token: 'token' } },
  };
}

function action(name: string, inputs: object | null = null): object {
  return { [name]: { action: name, href: `/login?action=${name}`, inputs, description: '' } };
}

const code = { otp_code: { name: 'otp_code', type: 'string', min_length: 6, max_length: 6, required: true } };

const ofOthers: readonly Contender[] = [
  hanko('sign-in', 'input[type="email"], input[type="text"]', 'login_init', {
    ...action('continue_with_login_identifier', {
      email: { name: 'email', type: 'email', max_length: 100, required: true },
    }),
    ...action('webauthn_generate_request_options'),
  }),
  hanko('challenge', 'input', 'login_otp', action('otp_code_validate', code)),
  hanko('enrolment', 'button[type="submit"], form button', 'mfa_method_chooser', {
    ...action('continue_to_otp_secret_creation'),
    ...action('continue_to_security_key_creation'),
  }),
];

export const contenders: readonly Contender[] = [...ofTheKit, ...ofOthers];
