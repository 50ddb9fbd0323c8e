import { expect } from '@open-wc/testing';
import { shared as english } from './en/shared.js';
import { formatDate, formatRelative, formatWait, plural } from './format.js';
import { languageArriving, registerLanguage, stringsOf } from './registry.js';

describe('Languages', () => {
  it('speak English without anything loaded', () => {
    expect(languageArriving('en-GB')).to.equal(undefined);
    expect(stringsOf('en-GB', 'shared', english).cancel).to.equal('Cancel');
  });

  it('fall back to English for a language that nobody registered', () => {
    expect(stringsOf('xx', 'shared', english)).to.deep.equal(english);
  });

  it('load German when it is first needed, for every region', async () => {
    await languageArriving('de-AT');
    expect(languageArriving('de-AT')).to.equal(undefined);
    expect(stringsOf('de-AT', 'shared', english).cancel).to.equal('Abbrechen');
  });

  it('are only looked for when a page is not in English', async () => {
    expect(languageArriving('en')).to.equal(undefined);
    await languageArriving('xx-YY');
    expect(languageArriving('xx-YY')).to.equal(undefined);
    expect(stringsOf('xx-YY', 'shared', english)).to.deep.equal(english);
  });

  it('take no name that every object has for a language', async () => {
    await languageArriving('constructor');
    expect(stringsOf('constructor', 'shared', english)).to.deep.equal(english);
  });

  it('let a host add a language, wholly or in part', () => {
    registerLanguage('fr', { shared: { cancel: 'Annuler' } });
    expect(stringsOf('fr-CA', 'shared', english)).to.include({ cancel: 'Annuler', loading: 'Loading…' });
  });

  it('keep what the kit has where a host overrides a text before the language is needed', async () => {
    registerLanguage('de-LI', { shared: { cancel: 'Zurück' } });
    await languageArriving('de-LI');
    expect(stringsOf('de-LI', 'shared', english)).to.include({
      cancel: 'Zurück',
      tryAgain: 'Erneut versuchen',
    });
  });

  it('let a region override its language', () => {
    registerLanguage('nl', { shared: { cancel: 'Annuleren', tryAgain: 'Opnieuw proberen' } });
    registerLanguage('nl-BE', { shared: { cancel: 'Stop' } });
    expect(stringsOf('nl-BE', 'shared', english)).to.include({
      cancel: 'Stop',
      tryAgain: 'Opnieuw proberen',
    });
  });

  it('keep what a host overrode while the language was on its way', async () => {
    registerLanguage('it', () => Promise.resolve({ shared: { cancel: 'Annulla', tryAgain: 'Riprova' } }));
    const arriving = languageArriving('it');
    registerLanguage('it', { shared: { cancel: 'Chiudi' } });
    await arriving;
    expect(stringsOf('it', 'shared', english)).to.include({ cancel: 'Chiudi', tryAgain: 'Riprova' });
  });

  it('go on in English when a language can’t be loaded', async () => {
    registerLanguage('pt', () => Promise.reject(new Error('offline')));
    await languageArriving('pt');
    expect(stringsOf('pt', 'shared', english).cancel).to.equal('Cancel');
  });
});

describe('Formats', () => {
  it('choose the form of a word by the rules of the language', () => {
    const forms = { one: 'code', other: 'codes' };
    expect([0, 1, 2].map((count) => plural('en', count, forms))).to.deep.equal(['codes', 'code', 'codes']);
  });

  it('tell a wait in seconds, above a minute and a half in minutes, above an hour and a half in hours, and never too short', () => {
    expect(
      [1, 45, 90, 91, 121, 5400, 5401, 86_400].map((seconds) => formatWait('en', seconds)),
    ).to.deep.equal([
      '1 second',
      '45 seconds',
      '90 seconds',
      '2 minutes',
      '3 minutes',
      '90 minutes',
      '2 hours',
      '24 hours',
    ]);
    expect(formatWait('de', 120)).to.equal('2 Minuten');
  });

  it('tell how long ago something was', () => {
    const now = Date.parse('2026-03-02T09:30:00Z');
    expect(formatRelative('en', '2026-03-01T09:30:00Z', now)).to.equal('yesterday');
    expect(formatRelative('en', '2026-03-02T09:28:00Z', now)).to.equal('2 minutes ago');
    expect(formatRelative('de', '2026-03-02T09:30:00Z', now)).to.equal('jetzt');
  });

  it('write numbers in Arabic with the digits of codes and addresses, unless the tag asks for others', () => {
    const day = '2026-03-02T09:30:00Z';
    expect(formatDate('ar', day)).to.equal('2 مارس 2026');
    expect(formatDate('ar-EG', day)).to.equal('2 مارس 2026');
    expect(formatDate('ar-EG-u-nu-arab', day)).to.equal('٢ مارس ٢٠٢٦');
  });

  it('survive a language tag that is none', () => {
    expect(formatWait('not_a_tag', 5)).to.equal('5 seconds');
  });
});
