import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { webhookKey } from '../../secrets/webhook-secret.ts';
import { isSignedWith, signatureOf } from './signature.ts';
import { verifyWebhook } from './verify-webhook.ts';

describe('The signature of a webhook (B7)', () => {
  // The vector that the libraries of Standard Webhooks are tested with.
  const signed = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    body: '{"test": 2432232314}',
  };
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const header = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

  it('is that of the Standard Webhooks specification', () => {
    assert.equal(signatureOf(signed, [key]), header);
    assert.equal(isSignedWith(signed, header, [key]), true);
  });

  it('is the hash of id, time and body, of which none can be changed, nor moved from one to the next', () => {
    const hash = createHmac('sha256', key).update('a.1.b').digest('base64');
    assert.equal(signatureOf({ id: 'a', timestamp: '1', body: 'b' }, [key]), `v1,${hash}`);
    for (const change of [{ id: 'msg_other' }, { timestamp: '1614265331' }, { body: '{"test": 2432232315}' }])
      assert.equal(isSignedWith({ ...signed, ...change }, header, [key]), false);
  });

  it('is made with each key, and one that is right is enough', () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const both = signatureOf(signed, [fresh, old]);
    assert.equal(both.split(' ').length, 2);
    for (const known of [old, fresh]) assert.equal(isSignedWith(signed, both, [known]), true);
    assert.equal(isSignedWith(signed, signatureOf(signed, [old]), [fresh, old]), true);
    assert.equal(isSignedWith(signed, both, [randomBytes(32)]), false);
  });

  it('is nothing that is shorter, longer, of another version, or empty', () => {
    for (const wrong of [
      '',
      'v1,',
      'v1',
      header.slice(3),
      header.replace('v1', 'v2'),
      `v1a${header.slice(2)}`,
      `v1,AAAA`,
      `${header.slice(0, -4)}AAAAAA==`,
    ])
      assert.equal(isSignedWith(signed, wrong, [key]), false, wrong);
    assert.equal(isSignedWith(signed, `v2,AAAA ${header} v1,AAAA`, [key]), true);
  });
});

describe('A received webhook', () => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const now = Date.UTC(2026, 0, 15, 12);
  const event = { id: 'e1', version: 1, type: 'auth.2fa.enabled', at: '2026-01-15T12:00:00.000Z', data: {} };
  const body = JSON.stringify(event);

  const headersAt = (at: number, made = secret): Record<string, string> => {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = signatureOf({ id: 'e1', timestamp, body }, [webhookKey(made)!]);
    return { 'webhook-id': 'e1', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  };
  const headers = headersAt(now);

  it('is the event, whether the body comes as text or bytes, and the headers from Node or fetch', () => {
    assert.deepEqual(verifyWebhook({ headers, body, secret, now }), event);
    assert.deepEqual(verifyWebhook({ headers, body: Buffer.from(body), secret, now }), event);
    assert.deepEqual(verifyWebhook({ headers: new Headers(headers), body, secret, now }), event);
  });

  it('is worth nothing when it was changed, or made by somebody else', () => {
    assert.equal(
      verifyWebhook({ headers, body: body.replace('enabled', 'disabled'), secret, now }),
      undefined,
    );
    const foreign = headersAt(now, `whsec_${randomBytes(32).toString('base64')}`);
    assert.equal(verifyWebhook({ headers: foreign, body, secret, now }), undefined);
  });

  it('is worth nothing five minutes later, or that long before it was sent: a recorded one is no use (B7)', () => {
    const verifiedAt = (at: number): boolean =>
      verifyWebhook({ headers, body, secret, now: at }) !== undefined;
    assert.deepEqual([now - 300_001, now - 300_000, now + 300_000, now + 300_001].map(verifiedAt), [
      false,
      true,
      true,
      false,
    ]);
    assert.equal(verifyWebhook({ headers, body, secret, now: now + 2_000, tolerance: 1_999 }), undefined);
    assert.ok(verifyWebhook({ headers: headersAt(Date.now()), body, secret }), 'by the system clock');
  });

  it('is known by the old secret or the new one while it is exchanged', () => {
    const fresh = `whsec_${randomBytes(32).toString('base64')}`;
    assert.ok(verifyWebhook({ headers, body, secret: [fresh, secret], now }));
    assert.equal(verifyWebhook({ headers, body, secret: [fresh], now }), undefined);
  });

  it('is worth nothing without one of the headers, or with one that is not of its form', () => {
    for (const name of Object.keys(headers)) {
      assert.equal(
        verifyWebhook({ headers: { ...headers, [name]: undefined }, body, secret, now }),
        undefined,
      );
      assert.equal(
        verifyWebhook({ headers: { ...headers, [name]: ['a', 'b'] }, body, secret, now }),
        undefined,
      );
    }
    for (const timestamp of ['', '1e9', '-1', ' 1', 'NaN', '9'.repeat(30)])
      assert.equal(
        verifyWebhook({ headers: { ...headers, 'webhook-timestamp': timestamp }, body, secret, now }),
        undefined,
      );
  });

  it('is not looked at with a secret that is none: that is a mistake of the receiver', () => {
    for (const wrong of ['', 'whsec_', 'hunter2', `whsec_${randomBytes(31).toString('base64')}`])
      assert.throws(() => verifyWebhook({ headers, body, secret: wrong, now }), TypeError);
  });
});
