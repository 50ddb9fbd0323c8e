import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCookies } from './cookies.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const token = { value: 'A'.repeat(43), expiresAt: NOW + 90_500 };
const secure = createCookies('https://app.example.com');
const local = createCookies('http://localhost:4000');

describe('The cookie of remembered devices (B2)', () => {
  const device = { value: `${'A'.repeat(43)}.${'B'.repeat(43)}`, expiresAt: NOW + 30 * 86_400_000 };

  it('is bound to host, path and https, unreadable for scripts, strict even where the host redirects, and lives 30 days', () => {
    assert.deepEqual(secure.write({ device }, NOW, { redirects: true }), [
      `__Host-mfa-device=${device.value}; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Strict`,
    ]);
  });

  it('is read as it was written', () => {
    assert.deepEqual(secure.read(`__Host-mfa-device=${device.value}; mfa-device=planted`), {
      device: device.value,
    });
  });
});

describe('The cookies of the kit', () => {
  it('are bound to host, path and https by their name, and unreadable for scripts', () => {
    assert.deepEqual(secure.write({ session: token, pending: token }, NOW), [
      `__Host-mfa-session=${token.value}; Max-Age=90; Path=/; HttpOnly; Secure; SameSite=Strict`,
      `__Host-mfa-pending=${token.value}; Max-Age=90; Path=/; HttpOnly; Secure; SameSite=Strict`,
    ]);
  });

  it('go without prefix and Secure on http://localhost, where browsers refuse both', () => {
    assert.deepEqual(local.write({ session: token }, NOW), [
      `mfa-session=${token.value}; Max-Age=90; Path=/; HttpOnly; SameSite=Strict`,
    ]);
  });

  it('are Lax for the pending one, and it alone, where the host redirects', () => {
    const [session, pending] = secure.write({ session: token, pending: token }, NOW, { redirects: true });
    assert.match(session ?? '', /; SameSite=Strict$/);
    assert.match(pending ?? '', /; SameSite=Lax$/);
  });

  it('are deleted with the attributes that they were set with', () => {
    assert.deepEqual(secure.write({ session: null, pending: null }, NOW), [
      '__Host-mfa-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
      '__Host-mfa-pending=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it('stay as they are when nothing is said about them', () => {
    assert.deepEqual(secure.write({}, NOW), []);
  });

  it('never live longer than their token, also when it is over', () => {
    const over = { ...token, expiresAt: NOW - 1 };
    assert.match(secure.write({ session: over }, NOW)[0] ?? '', /; Max-Age=0;/);
  });

  it('are read by their exact names: on https a cookie without the prefix is another, which a subdomain could set', () => {
    const header = 'mfa-session=planted; theme=dark; __Host-mfa-pending=right; __host-mfa-session=wrong-case';
    assert.deepEqual(secure.read(header), { pending: 'right' });
    assert.deepEqual(local.read('mfa-session=one; __Host-mfa-session=other'), { session: 'one' });
  });

  it('are nothing when empty or missing', () => {
    assert.deepEqual(secure.read(undefined), {});
    assert.deepEqual(secure.read('__Host-mfa-session=; __Host-mfa-pending='), {});
  });
});
