import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainSpf, explainTerm } from '../../../../server/src/mail/spf/explain-spf.ts';
import { parseSpf, parseTerm } from '../../../../server/src/mail/spf/syntax/parse.ts';

const explain = (term: string): string => explainTerm(parseTerm(term));

describe('an SPF record in plain words', () => {
  it('has one piece for each term, where it stands', () => {
    const text = 'v=spf1 mx -all';
    assert.deepEqual(
      explainSpf(parseSpf(text)).map(({ start, end }) => text.slice(start, end)),
      ['v=spf1', 'mx', '-all'],
    );
    assert.deepEqual(explainSpf(parseSpf('google-site-verification=x')), []);
  });

  it('says what happens to the hosts of a mechanism', () => {
    assert.equal(
      explain('mx'),
      'The mail hosts (MX) of this domain may send as this domain (pass). It costs one of 10 lookups.',
    );
    assert.equal(
      explain('-ip4:192.0.2.0/24'),
      'The 256 addresses of 192.0.2.0/24 may not send as this domain (fail). It needs no DNS lookup.',
    );
    assert.equal(
      explain('ip6:2001:DB8:0::1'),
      'Hosts at 2001:db8::1 may send as this domain (pass). It needs no DNS lookup.',
    );
    assert.match(
      explain('~a:mail.example.com/28//64'),
      /^Hosts at the addresses \(A, AAAA\) of mail\.example\.com, and others in the same \/28 \(IPv4\) or \/64 \(IPv6\) network, probably may not/,
    );
    assert.match(explain('include:_spf.example.com'), /^Hosts that pass the SPF record of _spf\.example\.com may send/);
    assert.match(explain('ptr'), /says not to use it/);
  });

  it('says what its macros stand for', () => {
    assert.match(
      explain('exists:%{ir}.%{l1r-}._spf.%{D2}'),
      /%\{ir\}: the sending host's IP address, reversed; %\{l1r-\}: the part of the sender's address before @, split at -, reversed, its last part; %\{D2\}: this domain, its last 2 parts, URL-escaped/,
    );
  });

  it('says how all and redirect end it', () => {
    assert.match(explain('-all'), /^No other host may send/);
    assert.match(explain('all'), /^Every other host may send/);
    assert.match(explain('redirect=_spf.example.com'), /the SPF record of _spf\.example\.com decides instead/);
    assert.match(explain('exp=why.example.com'), /the text \(TXT\) at why\.example\.com/);
    assert.match(explain('ra=postmaster'), /^Receivers ignore the unknown modifier "ra"/);
  });

  it('says what is never reached, and what is broken', () => {
    const texts = explainSpf(parseSpf('v=spf1 -all mx redirect=a.example.com mxx')).map(({ text }) => text);
    assert.match(texts[2] ?? '', /never reached because it comes after "-all"/);
    assert.match(texts[3] ?? '', /It's ignored/);
    assert.match(texts[4] ?? '', /^This is invalid/);
  });
});
