import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allChecks } from '../../../../server/src/lint/rules/index.ts';
import { lintFiles } from '../../../rules/lint-example.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';

/** Lines behind a good zone's head, and all that is told about them: line from 1 and code. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a comment with an open parenthesis', '# the hosts (all of them\nwww A 192.0.2.1', ['1 syn/hash-comment']],
  [
    'a comment with an apostrophe and a quotation mark',
    '# don\'t write "so\n# nor (so\nwww A 192.0.2.1',
    ['1 syn/hash-comment', '2 syn/hash-comment'],
  ],
  [
    'a record of several lines that is commented out',
    '#old IN SOA a. b. (\n#   1 2 3\n#   4 5 )\nwww A 192.0.2.1',
    ['1 syn/hash-comment', '2 syn/hash-comment', '3 syn/hash-comment'],
  ],
  [
    'a comment behind a record of several lines',
    'child DS ( 60485 13 # the key\n 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A )\nchild NS ns1.example.net.\nchild NS ns2.example.net.',
    ['1 syn/hash-comment'],
  ],
  ['a template in place of an address', 'www A {{ address }}', ['1 syn/template-left']],
  ['typographic quotation marks', 'x TXT “some text”', ['1 syn/smart-quote']],
  ['a typographic quotation mark and a plain one', 'x TXT “some text"\nwww A 192.0.2.1', ['1 syn/smart-quote']],
  ['a no-break space between the words', 'www\u00a0A\u00a0192.0.2.1', ['1 syn/smart-quote']],
  ['a name that is not ASCII', 'bücher A 192.0.2.1', ['1 syn/non-ascii']],
  ['a NUL octet in a name', 'w\u0000w A 192.0.2.1', ['1 syn/nul']],
  ['a NUL octet in the name of a file', '$INCLUDE a\u0000b', ['1 syn/nul']],
  ['a string that is not closed', 'x TXT "some text\nwww A 192.0.2.1', ['1 syn/unterminated-quote']],
  ['a quotation mark too many', 'www 300 " A 192.0.2.1', ['1 syn/unterminated-quote']],
  ['a line that was joined with a backslash', 'x TXT some\\\n text', ['1 syn/bad-escape', '2 syn/unknown-type']],
  ['a text that is cut by a semicolon', 's._domainkey TXT v=DKIM1; p=', ['1 txt/unquoted-semicolon']],
  ['a mail record without quotation marks', 'x TXT v=spf1 a:mail.example.net -all', ['1 txt/unquoted-multiword']],
  ['an indented owner name', ' www A 192.0.2.1', ['1 syn/leading-space']],
  ['a type in the first column', 'TXT "some text"', ['1 syn/missing-indent']],
  ['the origin without its dot', '$ORIGIN sub.example.com\nwww A 192.0.2.1', ['1 dir/origin-relative']],
];

describe('one cause is told once:', () => {
  for (const [name, lines, expected] of cases) {
    it(name, () => {
      const { findings, crashes } = lintFiles([{ name: 'example.com.zone', text: `${head}${lines}\n` }], allChecks);
      assert.deepEqual(crashes, []);
      const told = findings
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ place, code }) => `${place.range.start.line - 3} ${code}`);
      assert.deepEqual(told, expected);
    });
  }
});
