import type { Authorize } from './authorize.ts';
import type { Clock } from './clock.ts';
import type { Hasher } from './hasher.ts';
import type { User, Users } from './users.ts';

/**
 * What the host answered is not what was agreed. Hosts in JavaScript have no compiler to tell them, and what is nearly right would be
 * decided wrongly: the call that it was for is refused with `unavailable`, and the log says what came. Never the value: it may be secret
 * (rule K6).
 */
export class HostAnswerError extends TypeError {
  constructor(callback: string, expected: string, came: unknown) {
    super(`${callback} has to ${expected}, and came with ${kindOf(came)}; see docs/configuration.md#ports`);
    this.name = 'HostAnswerError';
  }
}

/** What a value is, in words that tell nothing of it. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'boolean') return String(value);
  return value === '' ? 'an empty string' : `a ${typeof value}`;
}

const REQUIRED = ['name', 'displayName'] as const;
const OPTIONAL = ['language', 'timeZone', 'workspace', 'role', 'tier'] as const;

/** @throws HostAnswerError for an id that is no text, such as the number of a row. */
export function assertId(callback: string, id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '')
    throw new HostAnswerError(callback, 'name a person by id, a string as users.find() takes it', id);
}

/** What every person has to be like, also one that the host hands in: their id, and by what is decided about them. */
export function assertPerson(callback: string, given: unknown): asserts given is Pick<User, 'id'> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new HostAnswerError(callback, 'give a person, { id, name, displayName, emails }', given);
  const person = given as Readonly<Record<string, unknown>>;
  assertId(`the id of the person of ${callback}`, person['id']);
  const { disabled } = person;
  if (disabled !== undefined && disabled !== null && typeof disabled !== 'boolean')
    throw new HostAnswerError(`disabled of the person of ${callback}`, 'be true or false', disabled);
  for (const name of OPTIONAL) {
    const value = person[name];
    if (value !== undefined && value !== null && typeof value !== 'string')
      throw new HostAnswerError(`${name} of the person of ${callback}`, 'be a string, or absent', value);
  }
}

/** Nobody is `undefined`; the `null` of a database is as good, and so is one in place of what a person does not have. */
function personOf(callback: string, answer: unknown): User | undefined {
  if (answer === undefined || answer === null) return undefined;
  assertPerson(callback, answer);
  const person = answer as User;
  for (const name of REQUIRED)
    if (typeof person[name] !== 'string')
      throw new HostAnswerError(`${name} of the person of ${callback}`, 'be a string', person[name]);
  const { emails } = person as { readonly emails: unknown };
  if (!Array.isArray(emails) || !emails.every((email) => typeof email === 'string'))
    throw new HostAnswerError(`emails of the person of ${callback}`, 'be a list of addresses', emails);
  const absent = OPTIONAL.filter((name) => (person[name] as unknown) === null);
  return absent.length === 0
    ? person
    : { ...person, ...Object.fromEntries(absent.map((name) => [name, undefined])) };
}

function peopleOf(callback: string, answer: unknown): readonly User[] {
  if (!Array.isArray(answer)) throw new HostAnswerError(callback, 'answer a list of people', answer);
  return answer.map((one: unknown) => {
    const person = personOf(callback, one);
    if (!person) throw new HostAnswerError(callback, 'answer a list of people', one);
    return person;
  });
}

/** The host's people, each answer looked at. What the host does not have stays absent. */
export function checkedUsers(users: Users): Users {
  // Asked of the host each time: its functions may need the object that they are of.
  return {
    async find(id) {
      const person = personOf('users.find()', await users.find(id));
      // A host may find people by other spellings of an id, which callers can bring: whoever is found by one was not asked for.
      return person?.id === id ? person : undefined;
    },
    ...(users.verifyPassword && {
      verifyPassword: async (login, password) =>
        personOf('users.verifyPassword()', await users.verifyPassword?.(login, password)),
    }),
    ...(users.findByLogin && {
      findByLogin: async (login) => personOf('users.findByLogin()', await users.findByLogin?.(login)),
    }),
    ...(users.admins && {
      admins: async (user) => peopleOf('users.admins()', await users.admins?.(user)),
    }),
    ...(users.members && {
      members: async (workspace, page) => peopleOf('users.members()', await users.members?.(workspace, page)),
    }),
  };
}

function yesOrNo(callback: string, answer: unknown): boolean {
  if (typeof answer !== 'boolean') throw new HostAnswerError(callback, 'answer true or false', answer);
  return answer;
}

/** What is only nearly a yes, such as an object, is none. */
export const checkedAuthorize =
  (authorize: Authorize): Authorize =>
  async (...question) =>
    yesOrNo('authorize()', await authorize(...question));

export const checkedHasher = (hasher: Hasher): Hasher => ({
  async hash(secret) {
    const encoded: unknown = await hasher.hash(secret);
    if (typeof encoded !== 'string' || encoded === '')
      throw new HostAnswerError('hasher.hash()', 'answer the hash as a string', encoded);
    return encoded;
  },
  verify: async (encoded, secret) => yesOrNo('hasher.verify()', await hasher.verify(encoded, secret)),
  ...(hasher.load && { load: () => hasher.load?.() ?? { running: 0, waiting: 0 } }),
});

export const checkedClock = (clock: Clock): Clock => ({
  now() {
    const now: unknown = clock.now();
    if (typeof now !== 'number' || !Number.isFinite(now))
      throw new HostAnswerError('clock.now()', 'answer the milliseconds since 1970, a number', now);
    return now;
  },
});
