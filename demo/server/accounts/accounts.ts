import { randomUUID } from 'node:crypto';
import type { User, Users } from '@mfa-kit/server';
import type { Database, Row } from '../database/database.ts';
import { hashPassword, passwordCheck } from './passwords.ts';

export type Role = 'admin' | 'member' | 'support';
export type Tier = 'free' | 'enterprise';

/** One person of Acme Notes. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  /** Support agents belong to none. */
  readonly workspace: string | undefined;
  readonly tier: Tier;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly workspace: string | undefined;
  readonly tier: Tier;
}

/** The host's people with their passwords, and at the same time the `users` port that the kit asks. */
export interface Accounts extends Required<Users> {
  get(id: string): Promise<Account | undefined>;
  /** @returns the new account, or `undefined` when the address is taken. */
  add(account: NewAccount): Promise<Account | undefined>;
  /** @returns whether the current password was right; only then is the next one set. */
  changePassword(id: string, current: string, next: string): Promise<boolean>;
  /** The tier that people of a workspace have so far, if there are any. */
  tierOf(workspace: string): Promise<Tier | undefined>;
  emails(): Promise<string[]>;
  ids(): Promise<string[]>;
  remove(id: string): Promise<void>;
}

export async function openAccounts(database: Database): Promise<Accounts> {
  const check = await passwordCheck();

  async function byId(id: string): Promise<Row | undefined> {
    return (await database.run('SELECT * FROM demo_accounts WHERE id = $1', id))[0];
  }

  return {
    async find(id) {
      const row = await byId(id);
      return row && userOf(row);
    },

    async verifyPassword(login, password) {
      const [row] = await database.run('SELECT * FROM demo_accounts WHERE email = $1', normalEmail(login));
      const right = await check.matches(row && text(row, 'password_hash'), password);
      return row && right ? userOf(row) : undefined;
    },

    async findByLogin(login) {
      const [row] = await database.run('SELECT * FROM demo_accounts WHERE email = $1', normalEmail(login));
      return row && userOf(row);
    },

    async admins({ id }) {
      const rows = await database.run(
        `SELECT a.* FROM demo_accounts a JOIN demo_accounts member ON member.workspace = a.workspace
         WHERE member.id = $1 AND a.role = 'admin' AND a.id <> member.id ORDER BY a.id`,
        id,
      );
      return rows.map(userOf);
    },

    async members(workspace, { after = '', limit }) {
      const rows = await database.run(
        'SELECT * FROM demo_accounts WHERE workspace = $1 AND id > $2 ORDER BY id LIMIT $3',
        workspace,
        after,
        limit,
      );
      return rows.map(userOf);
    },

    async get(id) {
      const row = await byId(id);
      return row && accountOf(row);
    },

    async add(account) {
      const [row] = await database.run(
        `INSERT INTO demo_accounts (id, email, display_name, password_hash, role, workspace, tier)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING *`,
        randomUUID(),
        normalEmail(account.email),
        displayNameOf(account.email),
        await hashPassword(account.password),
        account.role,
        account.workspace ?? null,
        account.tier,
      );
      return row && accountOf(row);
    },

    async changePassword(id, current, next) {
      const row = await byId(id);
      const hash = row && text(row, 'password_hash');
      if (!(await check.matches(hash, current)) || hash === undefined) return false;
      // The old hash in the condition: of two changes at once, one wins and the other is told that its current password is no longer right.
      const changed = await database.run(
        'UPDATE demo_accounts SET password_hash = $1 WHERE id = $2 AND password_hash = $3 RETURNING id',
        await hashPassword(next),
        id,
        hash,
      );
      return changed.length === 1;
    },

    async tierOf(workspace) {
      const [row] = await database.run(
        'SELECT tier FROM demo_accounts WHERE workspace = $1 ORDER BY id',
        workspace,
      );
      return row && (text(row, 'tier') as Tier);
    },

    async emails() {
      return (await database.run('SELECT email FROM demo_accounts')).map((row) => text(row, 'email'));
    },

    async ids() {
      return (await database.run('SELECT id FROM demo_accounts')).map((row) => text(row, 'id'));
    },

    async remove(id) {
      await database.run('DELETE FROM demo_accounts WHERE id = $1', id);
    },
  };
}

/** How addresses are compared: people write their own in any case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** "ada.l@example.com" → "Ada L". */
function displayNameOf(email: string): string {
  const words = normalEmail(email)
    .replace(/@.*$/, '')
    .split(/[._+-]+/);
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}

function userOf(row: Row): User {
  return {
    id: text(row, 'id'),
    name: text(row, 'email'),
    displayName: text(row, 'display_name'),
    emails: [text(row, 'email')],
    role: text(row, 'role'),
    tier: text(row, 'tier'),
    ...(row['workspace'] !== null && { workspace: text(row, 'workspace') }),
  };
}

function accountOf(row: Row): Account {
  return {
    id: text(row, 'id'),
    email: text(row, 'email'),
    displayName: text(row, 'display_name'),
    role: text(row, 'role') as Role,
    workspace: row['workspace'] === null ? undefined : text(row, 'workspace'),
    tier: text(row, 'tier') as Tier,
  };
}

function text(row: Row, column: string): string {
  return String(row[column]);
}
