import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hexText } from '../../../server/src/zone/rrtypes/kinds/digits.ts';
import { zoneDigest } from '../../../server/src/lint/kit/zone-digest.ts';
import { Zone } from '../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

const SHA384 = 1,
  SHA512 = 2;

function digestOf(text: string, apex: string, algorithm: number): string | undefined {
  const zone = new Zone(new SourceText('file:///some.zone', new Lexer()), { apex });
  zone.open(new TextEncoder().encode(text));
  const octets = zoneDigest(zone, algorithm);
  return octets === undefined ? undefined : hexText(octets).toLowerCase();
}

it('the digest of the simple zone of RFC 8976 appendix A.1 is the one that is printed there', () => {
  const zone = `
example.      86400  IN  SOA     ns1 admin 2018031900 ( 1800 900 604800 86400 )
              86400  IN  NS      ns1
              86400  IN  NS      ns2
              86400  IN  ZONEMD  2018031900 1 1 ( c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c )
ns1           3600   IN  A       203.0.113.63
ns2           3600   IN  AAAA    2001:db8::63
`;
  assert.equal(
    digestOf(zone, 'example.', SHA384),
    'c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c',
  );
});

it('the digest of the complex zone of appendix A.2 is the one that is printed there', () => {
  const zone = `
example.      86400  IN  SOA     ns1 admin 2018031900 ( 1800 900 604800 86400 )
              86400  IN  NS      ns1
              86400  IN  NS      ns2
              86400  IN  ZONEMD  2018031900 1 1 ( a3b69bad980a3504e1cffcb0fd6397f93848071c93151f552ae2f6b1711d4bd2d8b39808226d7b9db71e34b72077f8fe )
ns1           3600   IN  A       203.0.113.63
NS2           3600   IN  AAAA    2001:db8::63
occluded.sub  7200   IN  TXT     "I'm occluded but must be digested"
sub           7200   IN  NS      ns1
duplicate     300    IN  TXT     "I must be digested just once"
duplicate     300    IN  TXT     "I must be digested just once"
foo.test.     555    IN  TXT     "out-of-zone data must be excluded"
UPPERCASE     3600   IN  TXT     "canonicalize uppercase owner names"
*             777    IN  PTR     dont-forget-about-wildcards
mail          3600   IN  MX      20 MAIL1
mail          3600   IN  MX      10 Mail2.Example.
sortme        3600   IN  AAAA    2001:db8::5:61
sortme        3600   IN  AAAA    2001:db8::3:62
sortme        3600   IN  AAAA    2001:db8::4:63
sortme        3600   IN  AAAA    2001:db8::1:65
sortme        3600   IN  AAAA    2001:db8::2:64
non-apex      900    IN  ZONEMD  2018031900 1 1 ( 616c6c6f776564206275742069676e6f7265642e20616c6c6f776564206275742069676e6f7265642e20616c6c6f7765 )
`;
  assert.equal(
    digestOf(zone, 'example.', SHA384),
    'a3b69bad980a3504e1cffcb0fd6397f93848071c93151f552ae2f6b1711d4bd2d8b39808226d7b9db71e34b72077f8fe',
  );
});

it('a zone with a record that cannot be read, or has no TTL, has no digest', () => {
  const head = '@ 60 IN SOA ns1 admin 1 1800 900 604800 86400\n';
  assert.equal(digestOf(`${head}www 60 A 192.0.2.300\n`, 'example.', SHA512), undefined);
  assert.equal(digestOf('www A 192.0.2.3\n', 'example.', SHA512), undefined);
  assert.equal(digestOf(head, 'example.', SHA512)?.length, 128);
});
