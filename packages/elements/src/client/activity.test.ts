import { expect } from '@open-wc/testing';
import { replace } from '../foundation/testing/page.js';
import { HttpMfaClient } from './http-client.js';

describe('HttpMfaClient: the security activity', () => {
  let sent: string[];
  const client = new HttpMfaClient('/auth/mfa/');

  beforeEach(() => {
    sent = [];
    replace(globalThis, 'fetch', (url: string, { method = 'GET', body }: RequestInit = {}) => {
      sent.push([method, url, ...(typeof body === 'string' ? [body] : [])].join(' '));
      return Promise.resolve(Response.json({ events: [], next: null }));
    });
  });

  it('is asked for whole, or filtered, or from where it was read to', async () => {
    await client.activity();
    await client.activity({ type: 'auth.totp', ip: '2001:db8::1' }, 'a_b-c');
    expect(sent).to.deep.equal([
      'GET /auth/mfa/activity',
      'GET /auth/mfa/activity?type=auth.totp&ip=2001%3Adb8%3A%3A1&cursor=a_b-c',
    ]);
  });

  it('is reported by an id, whatever is in it', async () => {
    await client.reportActivity('../sign-out');
    expect(sent).to.deep.equal(['POST /auth/mfa/activity/..%2Fsign-out/report {}']);
  });

  it('has files, whose addresses are told without asking anybody', () => {
    expect(client.activityFile('csv')).to.equal('/auth/mfa/activity.csv');
    expect(client.activityFile('json', { outcome: 'failure', from: '2026-03-01T00:00:00.000Z' })).to.equal(
      '/auth/mfa/activity.json?outcome=failure&from=2026-03-01T00%3A00%3A00.000Z',
    );
    expect(sent).to.deep.equal([]);
  });
});
