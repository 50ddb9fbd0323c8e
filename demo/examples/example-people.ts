import type { User, Users } from '@mfa-kit/server';

/** Stands for the accounts that a host has: in a real one, a table, and a slow hash of each password. */
const people: readonly (User & { readonly password: string })[] = ['ada', 'grace'].map((name) => ({
  id: `user-${name}`,
  name: `${name}@example.com`,
  displayName: name,
  emails: [`${name}@example.com`],
  password: `the password of ${name}`,
}));

export const users: Users = {
  find: (id) => Promise.resolve(people.find((one) => one.id === id)),
};

export function checkPassword(login: string, password: string): Promise<User | undefined> {
  return Promise.resolve(people.find((one) => one.name === login && one.password === password));
}
