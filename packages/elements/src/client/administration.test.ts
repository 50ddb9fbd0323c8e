import { expect } from '@open-wc/testing';
import { replace } from '../foundation/testing/page.js';
import { administrationOf, type Administration } from './administration.js';
import { HttpMfaClient } from './http-client.js';
import { MfaError } from './mfa-error.js';
import { signedIn } from './scripted-answers.js';
import { ScriptedMfaClient } from './scripted-client.js';
import { scriptedPolicy } from './scripted-administration.js';
import { scriptedAdoption } from './scripted-adoption.js';

describe('Administration over HTTP', () => {
  let sent: string[];
  let answers: Response[];
  let administration: Administration;

  beforeEach(async () => {
    sent = [];
    answers = [Response.json(signedIn)];
    replace(globalThis, 'fetch', (url: string, { method = 'GET', body, headers }: RequestInit = {}) => {
      const token = (headers as Record<string, string>)['X-MFA-CSRF'] ?? '';
      sent.push(
        [method, url, typeof body === 'string' ? body : '', token].filter((part) => part !== '').join(' '),
      );
      return Promise.resolve(answers.shift() ?? new Response(null, { status: 204 }));
    });
    const client = new HttpMfaClient('/mfa');
    await client.session();
    sent = [];
    administration = administrationOf(client);
  });

  it('reads and changes the policy', async () => {
    answers = [Response.json(scriptedPolicy), Response.json(scriptedPolicy)];
    expect(await administration.policy()).to.deep.equal(scriptedPolicy);
    expect(await administration.changePolicy(scriptedPolicy)).to.deep.equal(scriptedPolicy);
    expect(sent).to.deep.equal([
      'GET /mfa/admin/policy',
      `PUT /mfa/admin/policy ${JSON.stringify(scriptedPolicy)} session-token`,
    ]);
  });

  it('names members by whatever ids the host has, and asks for the next page', async () => {
    answers = [1, 2].map(() => Response.json({ members: [], next: null }));
    await administration.members();
    await administration.members({ status: 'none' }, 'user/2');
    await administration.resetMember('auth0|eve', 'lost phone');
    await administration.exemptMember('auth0|eve', 'on leave', '2026-03-09T00:00:00.000Z');
    expect(sent).to.deep.equal([
      'GET /mfa/admin/members',
      'GET /mfa/admin/members?status=none&cursor=user%2F2',
      'POST /mfa/admin/members/auth0%7Ceve/reset {"reason":"lost phone"} session-token',
      'POST /mfa/admin/members/auth0%7Ceve/exempt {"reason":"on leave","until":"2026-03-09T00:00:00.000Z"} session-token',
    ]);
  });

  it('asks how far it has come, in the days that are wanted', async () => {
    answers = [1, 2].map(() => Response.json(scriptedAdoption));
    expect(await administration.adoption()).to.deep.equal(scriptedAdoption);
    await administration.adoption({ from: '2026-02-01', to: '2026-03-02' });
    expect(sent).to.deep.equal([
      'GET /mfa/admin/adoption',
      'GET /mfa/admin/adoption?from=2026-02-01&to=2026-03-02',
    ]);
  });

  it('reads the audit of the workspace, and knows where it can be saved from', async () => {
    answers = [1, 2].map(() => Response.json({ events: [], next: null }));
    await administration.workspaceActivity();
    await administration.workspaceActivity({ type: 'auth.policy' }, 'older');
    expect(sent).to.deep.equal([
      'GET /mfa/admin/activity',
      'GET /mfa/admin/activity?type=auth.policy&cursor=older',
    ]);
    expect(administration.auditFile()).to.equal('/mfa/admin/audit.csv');
    expect(administration.auditFile({ ip: '::1' })).to.equal('/mfa/admin/audit.csv?ip=%3A%3A1');
  });

  it('starts and decides cases', async () => {
    answers = [
      Response.json({ recoveries: [], next: null }),
      ...[1, 2, 3, 4].map(() => Response.json({ id: 'case-1' })),
    ];
    await administration.recoveryCases();
    const wanted = { userId: 'user-ada', evidence: { kind: 'video-call', reference: 'T-7' }, reason: 'lost' };
    await administration.startRecoveryCase(wanted);
    await administration.approveRecoveryCase('case/1');
    await administration.rejectRecoveryCase('case/1');
    await administration.rejectRecoveryCase('case/1', 'another voice');
    expect(sent).to.deep.equal([
      'GET /mfa/admin/recoveries',
      `POST /mfa/admin/recoveries ${JSON.stringify(wanted)} session-token`,
      'POST /mfa/admin/recoveries/case%2F1/approve {} session-token',
      'POST /mfa/admin/recoveries/case%2F1/reject {} session-token',
      'POST /mfa/admin/recoveries/case%2F1/reject {"reason":"another voice"} session-token',
    ]);
  });

  it('goes on to the first page of cases that has any', async () => {
    answers = [
      Response.json({ recoveries: [], next: 'older' }),
      Response.json({ recoveries: [{ id: 'case-1' }], next: 'oldest' }),
    ];
    const { recoveries, next } = await administration.recoveryCases();
    expect(next).to.equal('oldest');
    expect(recoveries.map(({ id }) => id)).to.deep.equal(['case-1']);
    expect(sent).to.deep.equal(['GET /mfa/admin/recoveries', 'GET /mfa/admin/recoveries?cursor=older']);
    answers = [Response.json({ recoveries: [], next: null })];
    expect(await administration.recoveryCases()).to.deep.equal({ recoveries: [], next: null });
  });

  it('rejects with the code of a refusal', async () => {
    answers = [Response.json({ status: 403, code: 'forbidden' }, { status: 403 })];
    const error = await administration.policy().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(MfaError).with.property('code', 'forbidden');
  });

  it('is the client’s own where it has one', () => {
    const client = new ScriptedMfaClient();
    expect(administrationOf(client)).to.equal(client.administration);
  });
});
