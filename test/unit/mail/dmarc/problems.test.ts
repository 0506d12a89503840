import { rowsOf } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { dmarcProblems, isDmarc, parseDmarc } from '../../../../server/src/mail/dmarc/dmarc.ts';
import { testRecords } from '../marked.ts';

/** Findings of the profile `strict` that most examples would show as well; they have examples of their own. */
const strictOnly = new Set(['dmarc/p-none', 'dmarc/rua-missing', 'dmarc/np-missing', 'dmarc/fo-without-ruf']);
const everything = (text: string) => dmarcProblems(parseDmarc(text));
const usual = (text: string) => everything(text).filter((problem) => !strictOnly.has(problem.code));

const elsewhere = [
  'dmarc/location',
  'dmarc/multiple',
  'dmarc/unrelated-txt',
  'dmarc/missing',
  'dmarc/parked',
  'dmarc/reject-without-spf-and-dkim',
  'dmarc/psd-non-psd',
  'dmarc/sp-on-subdomain',
  'dmarc/rua-external',
  'dmarc/rua-domain-no-mx',
  'dmarc/report-record-bad',
];

describe('a DMARC record with one mistake', () => {
  testRecords({
    rules: rowsOf('dmarc'),
    problemsOf: usual,
    elsewhere: [...elsewhere, ...strictOnly],
    broken: [
      {
        says: 'has the version behind the policy',
        text: 'p=reject; «v=DMARC1»',
        code: 'dmarc/version-not-first',
        message: 'notFirst',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has no version',
        text: '«p»=reject; adkim=s',
        code: 'dmarc/version-not-first',
        message: 'missing',
        fixed: 'v=DMARC1; p=reject; adkim=s',
      },
      {
        says: 'has a version without v=',
        text: '«DMARC1»; p=reject',
        code: 'dmarc/version-not-first',
        message: 'missing',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has the version in small letters',
        text: 'v=«dmarc1»; p=reject',
        code: 'dmarc/version-case',
        message: 'value',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has the v in capitals',
        text: '«V»=DMARC1; p=reject',
        code: 'dmarc/version-case',
        message: 'tag',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has no number in the version',
        text: 'v=«DMARC»; p=reject',
        code: 'dmarc/version-garbage',
        message: 'garbage',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a version that does not exist',
        text: 'v=«DMARC2»; p=reject',
        code: 'dmarc/version-garbage',
        message: 'garbage',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'begins with a space',
        text: '« »v=DMARC1; p=reject',
        code: 'dmarc/leading-space',
        message: 'leading',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'begins with a quote',
        text: '«"»v=DMARC1; p=reject',
        code: 'dmarc/leading-space',
        message: 'leading',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'ends in a quote',
        text: 'v=DMARC1; p=reject; «"»',
        code: 'dmarc/trailing-junk',
        message: 'trailing',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has commas between the tags',
        text: 'v=DMARC1, «p»=reject, sp=reject',
        code: 'dmarc/comma-separator',
        message: 'comma',
        fixed: 'v=DMARC1; p=reject; sp=reject',
      },
      {
        says: 'has a comma after an address',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com, «aspf»=s',
        code: 'dmarc/comma-separator',
        message: 'comma',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com; aspf=s',
      },
      {
        says: 'has no semicolon after the version',
        text: 'v=DMARC1 «p»=reject',
        code: 'dmarc/missing-semicolon',
        message: 'missing',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has no semicolon after an address',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com «sp»=reject',
        code: 'dmarc/missing-semicolon',
        message: 'missing',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com; sp=reject',
      },
      {
        says: 'has a colon behind a tag',
        text: 'v=DMARC1; p=reject; sp«:»reject; t=n',
        code: 'dmarc/tag-syntax',
        message: 'colon',
        fixed: 'v=DMARC1; p=reject; sp=reject; t=n',
      },
      {
        says: 'has a word that is no tag',
        text: 'v=DMARC1; p=reject; «strict»; t=n',
        code: 'dmarc/tag-syntax',
        message: 'noEquals',
        fixed: 'v=DMARC1; p=reject; t=n',
      },
      {
        says: 'has a semicolon between two addresses',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com; «mailto:b@example.com»',
        code: 'dmarc/tag-syntax',
        message: 'uri',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@example.com',
      },
      {
        says: 'has a tag with a hyphen',
        text: 'v=DMARC1; p=reject; «s-p»=none',
        code: 'dmarc/tag-syntax',
        message: 'name',
      },
      {
        says: 'has two semicolons',
        text: 'v=DMARC1;«;» p=reject',
        code: 'dmarc/tag-syntax',
        message: 'empty',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a no-break space',
        text: 'v=DMARC1;«\u00c2\u00a0»p=reject',
        code: 'dmarc/tag-syntax',
        message: 'octet',
        fixed: 'v=DMARC1; p=reject',
        also: ['dmarc/p-missing'],
      },
      {
        says: 'has a letter that is no ASCII',
        text: 'v=DMARC1; p=reject; rua=mailto:caf«é»@example.com',
        code: 'dmarc/tag-syntax',
        message: 'octet',
        fixed: 'v=DMARC1; p=reject; rua=mailto:caf@example.com',
      },
      {
        says: 'has a tag without value',
        text: 'v=DMARC1; p=reject; «sp=»',
        code: 'dmarc/tag-syntax',
        message: 'value',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a backslash before the semicolon',
        text: 'v=DMARC1«\\»; p=reject',
        code: 'dmarc/backslash-semicolon',
        message: 'backslash',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a tag twice',
        text: 'v=DMARC1; p=reject; «p»=none',
        code: 'dmarc/duplicate-tag',
        message: 'duplicate',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has an unknown tag',
        text: 'v=DMARC1; p=reject; «x»=1',
        code: 'dmarc/unknown-tag',
        message: 'ignored',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a mistyped tag',
        text: 'v=DMARC1; p=reject; «ruaa»=mailto:a@example.com',
        code: 'dmarc/unknown-tag',
        message: 'near',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com',
      },
      {
        says: 'has the policy tag in capitals',
        text: 'v=DMARC1; «P»=reject',
        code: 'dmarc/unknown-tag',
        message: 'near',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject',
      },
      { says: 'has no policy and no reports', text: '«v=DMARC1»', code: 'dmarc/p-missing', message: 'nothing' },
      {
        says: 'has reports but no policy',
        text: '«v=DMARC1»; rua=mailto:a@example.com',
        code: 'dmarc/p-missing',
        message: 'none',
        fixed: 'v=DMARC1; p=none; rua=mailto:a@example.com',
      },
      {
        says: 'has a mistyped policy',
        text: 'v=DMARC1; p=«quarentine»',
        code: 'dmarc/p-value',
        message: 'nothing',
        fixed: 'v=DMARC1; p=quarantine',
      },
      {
        says: 'has a policy that does not exist',
        text: 'v=DMARC1; p=«block»; rua=mailto:a@example.com',
        code: 'dmarc/p-value',
        message: 'none',
      },
      {
        says: 'has a mistyped policy for subdomains',
        text: 'v=DMARC1; p=reject; sp=«rejct»',
        code: 'dmarc/sp-value',
        message: 'nothing',
        fixed: 'v=DMARC1; p=reject; sp=reject',
      },
      {
        says: 'has a policy for subdomains that does not exist',
        text: 'v=DMARC1; p=reject; sp=«all»; rua=mailto:a@example.com',
        code: 'dmarc/sp-value',
        message: 'none',
      },
      {
        says: 'has a mistyped policy for missing subdomains',
        text: 'v=DMARC1; p=reject; np=«rejectt»',
        code: 'dmarc/np-value',
        message: 'nothing',
        fixed: 'v=DMARC1; p=reject; np=reject',
      },
      {
        says: 'has no policy for missing subdomains',
        text: 'v=DMARC1; p=reject; np=«no»; rua=mailto:a@example.com',
        code: 'dmarc/np-value',
        message: 'none',
      },
      {
        says: 'has the policy last',
        text: 'v=DMARC1; rua=mailto:a@example.com; «p=reject»',
        code: 'dmarc/p-not-second',
        message: 'order',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com',
      },
      { says: 'asks for nothing', text: 'v=DMARC1; «p=none»', code: 'dmarc/no-effect', message: 'nothing' },
      {
        says: 'protects subdomains less',
        text: 'v=DMARC1; p=reject; «sp=none»',
        code: 'dmarc/sp-weaker-than-p',
        message: 'sp',
      },
      {
        says: 'protects missing subdomains less',
        text: 'v=DMARC1; p=reject; «np=none»',
        code: 'dmarc/sp-weaker-than-p',
        message: 'np',
      },
      {
        says: 'has pct=100',
        text: 'v=DMARC1; p=reject; «pct=100»',
        code: 'dmarc/pct-removed',
        message: 'whole',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has pct=0',
        text: 'v=DMARC1; p=reject; «pct=0»',
        code: 'dmarc/pct-removed',
        message: 'zero',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject; t=y',
      },
      {
        says: 'has pct=20',
        text: 'v=DMARC1; p=reject; «pct=20»',
        code: 'dmarc/pct-removed',
        message: 'partial',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has pct=200',
        text: 'v=DMARC1; p=reject; «pct=200»',
        code: 'dmarc/pct-removed',
        message: 'range',
        severity: 'warning',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has rf=afrf',
        text: 'v=DMARC1; p=reject; «rf=afrf»',
        code: 'dmarc/rf-removed',
        message: 'removed',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has ri=86400',
        text: 'v=DMARC1; p=reject; «ri=86400»',
        code: 'dmarc/ri-removed',
        message: 'removed',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has t=yes',
        text: 'v=DMARC1; p=reject; t=«yes»',
        code: 'dmarc/t-value',
        message: 'value',
        fixed: 'v=DMARC1; p=reject; t=y',
      },
      { says: 'has t=1', text: 'v=DMARC1; p=reject; t=«1»', code: 'dmarc/t-value', message: 'value' },
      {
        says: 'has psd=no',
        text: 'v=DMARC1; p=reject; psd=«no»',
        code: 'dmarc/psd-value',
        message: 'value',
        fixed: 'v=DMARC1; p=reject; psd=n',
      },
      {
        says: 'has adkim=strict',
        text: 'v=DMARC1; p=reject; adkim=«strict»',
        code: 'dmarc/adkim-aspf-value',
        message: 'value',
        fixed: 'v=DMARC1; p=reject; adkim=s',
      },
      { says: 'has aspf=x', text: 'v=DMARC1; p=reject; aspf=«x»', code: 'dmarc/adkim-aspf-value', message: 'value' },
      {
        says: 'has an unknown failure option',
        text: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=1:«x»',
        code: 'dmarc/fo-value',
        message: 'value',
        fixed: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=1',
      },
      {
        says: 'has failure options with commas',
        text: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=«1,d»',
        code: 'dmarc/fo-value',
        message: 'comma',
        fixed: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=1:d',
      },
      {
        says: 'has both failure options',
        text: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=0:d:«1»',
        code: 'dmarc/fo-value',
        message: 'both',
        fixed: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=0:d',
      },
      {
        says: 'has a failure option twice',
        text: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=d:«d»',
        code: 'dmarc/fo-value',
        message: 'twice',
        fixed: 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=d',
      },
      {
        says: 'sends reports by HTTPS',
        text: 'v=DMARC1; p=reject; rua=«https://example.com/dmarc»',
        code: 'dmarc/uri-scheme',
        message: 'scheme',
      },
      {
        says: 'has a bare address',
        text: 'v=DMARC1; p=reject; rua=«dmarc@example.com»',
        code: 'dmarc/uri-bare-address',
        message: 'bare',
        fixed: 'v=DMARC1; p=reject; rua=mailto:dmarc@example.com',
      },
      {
        says: 'has a bare address behind a good one',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com, «b@example.com»',
        code: 'dmarc/uri-bare-address',
        message: 'bare',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com, mailto:b@example.com',
      },
      {
        says: 'has a space in an address',
        text: 'v=DMARC1; p=reject; rua=mailto:« »a@example.com',
        code: 'dmarc/uri-encoding',
        message: 'space',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com',
      },
      {
        says: 'has a space between two addresses',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com« »mailto:b@example.com',
        code: 'dmarc/uri-encoding',
        message: 'space',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@example.com',
      },
      {
        says: 'has an exclamation mark in an address',
        text: 'v=DMARC1; p=reject; rua=mailto:a«!»b@example.com',
        code: 'dmarc/uri-encoding',
        message: 'exclamation',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a%21b@example.com',
      },
      {
        says: 'has a size limit',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com«!10m»',
        code: 'dmarc/uri-size-suffix',
        message: 'size',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com',
      },
      {
        says: 'has an empty rua',
        text: 'v=DMARC1; p=reject; «rua=»',
        code: 'dmarc/uri-syntax',
        message: 'empty',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has a word for an address',
        text: 'v=DMARC1; p=reject; rua=«postmaster»',
        code: 'dmarc/uri-syntax',
        message: 'text',
        fixed: 'v=DMARC1; p=reject',
      },
      {
        says: 'has an address without domain',
        text: 'v=DMARC1; p=reject; rua=«mailto:postmaster»',
        code: 'dmarc/uri-syntax',
        message: 'host',
      },
      {
        says: 'has an address in a domain of one label',
        text: 'v=DMARC1; p=reject; rua=«mailto:postmaster@localhost»',
        code: 'dmarc/uri-syntax',
        message: 'host',
      },
      {
        says: 'has slashes after mailto:',
        text: 'v=DMARC1; p=reject; rua=mailto:«//»a@example.com',
        code: 'dmarc/uri-syntax',
        message: 'slashes',
        fixed: 'v=DMARC1; p=reject; rua=mailto:a@example.com',
      },
      {
        says: 'has three addresses',
        text: 'v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@example.com,«mailto:c@example.com»',
        code: 'dmarc/uri-count',
        message: 'many',
      },
    ],
    good: {
      'a policy alone is right': 'v=DMARC1; p=reject',
      'all tags of RFC 9989 are right':
        'v=DMARC1; p=quarantine; sp=reject; np=reject; adkim=s; aspf=r; fo=1:d:s; psd=n; t=y; rua=mailto:a@example.com; ruf=mailto:b@example.com',
      'no space after a semicolon, and one at the end, are right': 'v=DMARC1;p=none;rua=mailto:dmarc@example.com;',
      'white space around = is right': 'v = DMARC1 ; p = reject ; rua = mailto:a@example.com',
      'values in capitals are right': 'v=DMARC1; p=Reject; adkim=S; t=N',
      'two addresses with a space between are right':
        'v=DMARC1; p=none; rua=mailto:a@example.com, mailto:b@example.com',
      'a subject in the address is right': 'v=DMARC1; p=none; rua=mailto:a@example.com?subject=dmarc',
      'a monitoring record is right':
        'v=DMARC1; p=none; rua=mailto:dmarc@example.com; fo=1; ruf=mailto:dmarc@example.com',
      'a test of none for the domain and reject for the rest is right': 'v=DMARC1; p=none; sp=reject; np=reject',
    },
  });
});

describe('a DMARC record that could be stricter', () => {
  const gives = (text: string, code: string, at: string, fixed?: string) => {
    const problem = everything(text).find((candidate) => candidate.code === code);
    assert.ok(problem !== undefined, `${code} in ${text}`);
    assert.equal(text.slice(problem.start, problem.end), at);
    const edits = problem.fix?.edits ?? [];
    assert.equal(
      edits.length === 0 ? undefined : `${text.slice(0, edits[0]?.start)}${edits[0]?.text}${text.slice(edits[0]?.end)}`,
      fixed,
    );
    return problem;
  };

  it('only collects reports', () => {
    assert.equal(gives('v=DMARC1; p=none; rua=mailto:a@example.com', 'dmarc/p-none', 'p=none').message, 'none');
  });

  it('has a policy that nobody watches', () => {
    assert.equal(gives('v=DMARC1; p=reject', 'dmarc/rua-missing', 'p=reject').message, 'missing');
  });

  it('leaves missing subdomains to sp=', () => {
    const text = 'v=DMARC1; p=reject; sp=quarantine';
    assert.deepEqual(gives(text, 'dmarc/np-missing', 'sp=quarantine', `${text}; np=reject`).args, {
      policy: 'quarantine',
    });
  });

  it('has failure options for reports that nobody gets', () => {
    gives('v=DMARC1; p=reject; fo=1; t=n', 'dmarc/fo-without-ruf', 'fo=1', 'v=DMARC1; p=reject; t=n');
  });

  it('is all right with p=reject, np and reports', () => {
    assert.deepEqual(everything('v=DMARC1; p=reject; rua=mailto:a@example.com'), []);
  });
});

describe('a text that was meant as a DMARC record', () => {
  const meant = [
    'v=DMARC1; p=none',
    'v=dmarc1;p=none',
    ' v=DMARC1',
    'V = DMARC1',
    'p=none; v=DMARC1',
    'v=DMRAC1; p=none',
    'v=DMARC; p=none',
    '"v=DMARC1; p=none"',
    'DMARC1; p=none',
    'p=reject',
  ];
  const other = [
    '',
    'v=spf1 -all',
    'v=DKIM1; p=MIGf',
    'v=BIMI1; l=',
    'v=STSv1; id=1',
    'v=TLSRPTv1; rua=mailto:a@example.com',
    'dmarc is great',
  ];

  it('is told from other texts', () => {
    assert.deepEqual(
      meant.filter((text) => !isDmarc(text)),
      [],
    );
    assert.deepEqual(
      other.filter((text) => isDmarc(text)),
      [],
    );
  });
});

describe('any text', () => {
  it('gives findings and edits inside the text, and never throws', () => {
    const pieces = [
      'v=DMARC1',
      'dmarc',
      ';',
      ' ',
      ',',
      '=',
      'p=none',
      'sp=x',
      'rua=mailto:a@example.com',
      'ruf=',
      'mailto:',
      '!10m',
      'fo=0:1',
      'pct=5',
      '\\',
      '"',
      '\u00ff',
      'psd=y',
    ];
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const problem of everything(text)) {
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= text.length);
          let at = 0;
          for (const edit of problem.fix?.edits ?? []) {
            assert.ok(
              at <= edit.start && edit.start <= edit.end && edit.end <= text.length,
              JSON.stringify([text, problem]),
            );
            at = edit.end;
          }
        }
      }),
    );
  });
});
