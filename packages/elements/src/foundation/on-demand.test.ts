import { expect } from '@open-wc/testing';
import { MfaError } from '../client/mfa-error.js';
import { OnDemand } from './on-demand.js';

const wanted = { answer: 42 };

describe('OnDemand', () => {
  it('fetches nothing by itself, and once for all who ask', async () => {
    let fetches = 0;
    const part = new OnDemand(() => {
      fetches += 1;
      return Promise.resolve(wanted);
    });
    expect(fetches).to.equal(0);
    expect(part.module).to.equal(undefined);
    expect(await Promise.all([part.load(), part.load()])).to.deep.equal([wanted, wanted]);
    await part.load();
    expect(fetches).to.equal(1);
    expect(part.module).to.equal(wanted);
  });

  it('fails as a call does when the server can’t be reached, and fetches anew at the next try', async () => {
    const endings = [() => Promise.reject(new TypeError('no network')), () => Promise.resolve(wanted)];
    const part = new OnDemand<typeof wanted>(
      () => endings.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    const reason: unknown = await part.load().catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(MfaError);
    expect(reason).to.include({ code: 'offline' });
    expect(await part.load()).to.equal(wanted);
  });

  it('keeps a failure to itself that nobody waits for', async () => {
    const endings = [() => Promise.reject(new TypeError('no network')), () => Promise.resolve(wanted)];
    const part = new OnDemand<typeof wanted>(
      () => endings.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    await part.preload();
    expect(part.module).to.equal(undefined);
    expect(await part.load().catch(() => part.load())).to.equal(wanted);
  });
});
