import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layout, type PageContent, type Person } from './layout.ts';

const PAGE: PageContent = {
  title: 'Billing',
  name: 'billing',
  main: '<h1>Billing</h1>',
  person: undefined,
  path: '/billing',
  mailbox: true,
};

const ADA: Person = { displayName: 'Ada', name: 'ada@example.com', role: 'member' };

describe('the frame around each page', () => {
  it('escapes what people call themselves', () => {
    const page = layout({
      ...PAGE,
      person: { displayName: '<b>Ada</b>', name: '"a"&\'b\'@example.com', role: 'member' },
    });
    assert.doesNotMatch(page, /<b>Ada/);
    assert.match(page, /&#60;b&#62;Ada/);
    assert.match(page, /&#34;a&#34;&#38;&#39;b&#39;@example\.com/);
  });

  it('has a navigation and a way to sign out only for people who are signed in', () => {
    assert.doesNotMatch(layout(PAGE), /data-sign-out/);
    assert.match(layout({ ...PAGE, person: ADA }), /data-sign-out/);
  });

  it('marks the current page', () => {
    const page = layout({ ...PAGE, person: ADA });
    assert.match(page, /<a href="\/billing" aria-current="page">/);
    assert.equal(page.match(/aria-current/g)?.length, 1);
  });

  it('leads admins and support to where they do their work, and members nowhere', () => {
    const pageOf = (role: Person['role']): string => layout({ ...PAGE, person: { ...ADA, role } });
    assert.match(pageOf('admin'), /<a href="\/admin">Admin</);
    assert.match(pageOf('support'), /<a href="\/admin">Support</);
    assert.doesNotMatch(pageOf('member'), /\/admin/);
  });

  it('links the mailbox only where there is one', () => {
    assert.match(layout(PAGE), /href="\/mailbox"/);
    assert.doesNotMatch(layout({ ...PAGE, mailbox: false }), /href="\/mailbox"/);
  });

  it('contains nothing that a strict policy would stop: no inline script, style or handler', () => {
    assert.doesNotMatch(layout(PAGE), /<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/);
  });
});
