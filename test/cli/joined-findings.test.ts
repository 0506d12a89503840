import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checked, folderWith, zoneWith } from './cli.ts';

/** Code, line from 1, severity and message of each finding of the only file. */
async function said(name: string, text: string): Promise<readonly string[]> {
  const { files } = await checked(['--origin', 'example.com', name], { cwd: folderWith({ [name]: text }) });
  return files.flatMap(({ findings }) =>
    findings.map(({ code, severity, message, range }) => `${range.start.line + 1} ${severity} ${code}: ${message}`),
  );
}

const hosts = (count: number): readonly string[] => Array.from({ length: count }, (_, k) => `host${k} CNAME gone`);

describe('what a file says of one cause', { concurrency: 2 }, () => {
  it('is one finding with a count, at the first place', async () => {
    const found = await said('example.com.zone', zoneWith(...hosts(204)));
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^6 warning [a-z]+\/[a-z-]+: .*gone\.example\.com.* \(and 203 more like it\)$/);
  });

  it('is a finding for each place while these are few', async () => {
    const found = await said('example.com.zone', zoneWith(...hosts(3)));
    assert.deepEqual(
      found.map((line) => line.split(' ')[0]),
      ['6', '7', '8'],
    );
  });

  it('of a template is one finding and no others', async () => {
    const templates: Readonly<Record<string, readonly string[]>> = {
      Jinja: [
        '{% for host in hosts %}',
        '{{ host.name }} IN A {{ host.address }}',
        '{% endfor %}',
        'www IN A',
        '@ MX 10 nowhere',
      ],
      ERB: ['<% hosts.each do |host| %>', '<%= host.name %> IN A <%= host.address %>', '<% end %>', '@ MX 10 nowhere'],
      "a shell's": ['www A $WEB_ADDRESS', 'ftp A $FTP_ADDRESS', '@ MX 10 nowhere'],
      "autoconf's": ['www A @WEB_ADDRESS@', 'ftp A @FTP_ADDRESS@', '@ MX 10 nowhere'],
    };
    for (const [kind, lines] of Object.entries(templates)) {
      const found = await said('example.com.zone', zoneWith(...lines));
      assert.equal(found.length, 1, `${kind}: ${found.join('\n')}`);
      assert.match(found[0]!, /^6 error syn\/template-left: .* \(and \d+ more like it\)$/, kind);
    }
  });

  it('of a file that is named as a template is only information', async () => {
    const found = await said('example.com.zone.j2', zoneWith('www A {{ address }}', '@ MX 10 nowhere'));
    assert.deepEqual(found, [
      '6 information syn/template-left: "{{ address }}" and the file name show that this is a template: check the zone that is made from it.',
    ]);
  });

  it('of one variable that was forgotten leaves the others', async () => {
    const found = await said(
      'example.com.zone',
      zoneWith('www A {{ address }}', '@ MX 10 nowhere', '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'),
    );
    assert.deepEqual(
      found.map((line) => line.split(' ')[2]),
      ['syn/template-left:', 'mx/no-address:'],
    );
  });

  it('in a sentence with a dollar or at sign is nothing', async () => {
    assert.deepEqual(
      await said('example.com.zone', zoneWith('@ TXT "it costs $US 5 or $AU 7" "ask @ALICE@ or @BOB@"')),
      [],
    );
  });
});
