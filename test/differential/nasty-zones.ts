/** Zones that servers read in ways that are easy to get wrong. Each is valid for BIND. */

export interface NastyZone {
  readonly name: string;
  /** `example.com` where it isn't said. */
  readonly origin?: string;
  readonly text: string;
  /** Included files by name. */
  readonly files?: Readonly<Record<string, string>>;
}

const head = '$TTL 1h\n@ SOA ns1 host 1 7200 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.1\n';
const after = (name: string, text: string, files?: Readonly<Record<string, string>>): NastyZone => ({
  name,
  text: head + text,
  ...(files === undefined ? {} : { files }),
});

export const nastyZones: readonly NastyZone[] = [
  {
    name: 'parentheses everywhere',
    text: '( $TTL 1h )\n(@ (SOA\n) ns1 ( host ( 1\n7200) ) 3600\n) (1209600) 3600 \n@ ( NS ) ns1\n(\nns1 A\n192.0.2.1)\n( a ) A ( 192.0.2.2 )\nb ( A ) 192.0.2.3 ()\n() c A 192.0.2.4\n',
  },
  after('an owner behind an opening parenthesis', '( a A 192.0.2.2 )\n( \n b A 192.0.2.3 )\n'),
  after('a parenthesis in the first column of the next line', 'a TXT (\n"x"\n"y"\n)\nb TXT ("x"\n"y")\n'),
  after('parentheses without white space', 'a TXT("x"\n"y")\nb MX(10\nmail)\nmail(A)192.0.2.9\n'),
  after(
    'comments everywhere',
    ';a A 192.0.2.2\nb A 192.0.2.3;comment\nc TXT "a;b" ; "c"\nd TXT a\\;b ; c\ne TXT ( a ; b )\n b ; ) c\n )\nf TXT "x";"y"\n ; only a comment\n\t;\n;\ng A ( ; x\n192.0.2.4 ; y\n) ; z\n',
  ),
  after(
    'quotation marks',
    'a TXT ""\nb TXT "" ""\nc TXT "a""b"\nd TXT a"b"c\ne TXT "a\\"b" \\"c\\"\nf TXT "a\\\\" "b"\ng TXT "tab\there"\nh TXT "a\\\nb"\ni TXT \\"\nj TXT a\\"b\n',
  ),
  after(
    'owner names and directives in quotation marks',
    '"a b" A 192.0.2.2\n"@" A 192.0.2.3\n"x.y.example.com." A 192.0.2.4\n"x\\.y" A 192.0.2.5\n"Foo" TXT x\n"$TTL" 5\n"*" A 192.0.2.6\n',
  ),
  after(
    'escapes in text',
    'a TXT \\065\\066 "\\067\\200\\000\\255"\nb TXT \\  \\; \\( \\)\nc TXT "\\a\\b\\c" \\a\\b\nd TXT "\\010\\013"\ne TXT \\#\nf TXT "\\#" 4\ng TXT a\\ b\n',
  ),
  after(
    'escapes in names',
    'a\\.b A 192.0.2.2\n\\097bc A 192.0.2.3\na\\032b A 192.0.2.4\n\\@ A 192.0.2.5\n\\$ A 192.0.2.6\n\\; A 192.0.2.7\n\\( A 192.0.2.8\n\\" A 192.0.2.9\n\\\\ A 192.0.2.10\n\\000\\255 A 192.0.2.11\nx\\\ty A 192.0.2.12\n\\046x A 192.0.2.13\nx\\. A 192.0.2.14\n\\*.y A 192.0.2.15\n*.y A 192.0.2.16\n',
  ),
  after('octets above 127', 'caf\u00e9 A 192.0.2.2\nt TXT "caf\u00e9" na\u00efve\n\u00c9 A 192.0.2.3\n'),
  after('the origin as a name', '@ MX 10 @\n@ A 192.0.2.2\na CNAME @\nb MX 10 @.\n@.c A 192.0.2.3\n@@ A 192.0.2.4\n'),
  after('the root as a name', 'a MX 0 .\n_x._tcp SRV 0 0 0 .\nb HTTPS 1 . alpn=h2\n'),
  after(
    'TTL and class in every order',
    'a 300 IN A 192.0.2.2\nb IN 300 A 192.0.2.3\nc 300 A 192.0.2.4\nd IN A 192.0.2.5\ne A 192.0.2.6\nf in 1h a 192.0.2.7\ng CLASS1 5 A 192.0.2.8\nh 5 class1 TYPE1 192.0.2.9\n',
  ),
  after('numbers for owners', '300 A 192.0.2.2\n1 300 A 192.0.2.3\n1h 1h A 192.0.2.4\n0 IN A 192.0.2.5\n'),
  after(
    'types and classes for owners',
    'IN A 192.0.2.2\nA A 192.0.2.3\nMX IN MX 10 mail\nIN IN A 192.0.2.4\nTTL 5 A 192.0.2.5\n',
  ),
  after(
    'TTL units',
    'a 1w A 192.0.2.2\nb 1W2D3H4M5S A 192.0.2.3\nc 90m A 192.0.2.4\nd 0 A 192.0.2.5\ne 0s A 192.0.2.6\nf 2147483647 A 192.0.2.7\ng 1h1h A 192.0.2.8\n$TTL 1d12h\nh A 192.0.2.9\n',
  ),
  after(
    'TTLs that are too large',
    'a 2147483648 A 192.0.2.2\nb 4294967295 A 192.0.2.3\n$TTL 3000000000\nc A 192.0.2.4\n',
  ),
  {
    name: 'no $TTL: the SOA minimum',
    text: '@ SOA ns1 host 1 7200 3600 1209600 900\n@ NS ns1\nns1 A 192.0.2.1\na 60 A 192.0.2.2\nb A 192.0.2.3\n',
  },
  {
    name: 'no $TTL: the last TTL',
    text: '@ 600 SOA ns1 host 1 7200 3600 1209600 900\n@ NS ns1\nns1 A 192.0.2.1\na 60 A 192.0.2.2\nb A 192.0.2.3\n$TTL 5\nc A 192.0.2.4\nd 7 A 192.0.2.5\ne A 192.0.2.6\n',
  },
  {
    name: 'no $TTL: what is inherited is the TTL of the RRset',
    text: '@ 600 SOA ns1 host 1 7200 3600 1209600 900\n@ NS ns1\nns1 A 192.0.2.1\na 60 A 192.0.2.2\na 70 A 192.0.2.3\na AAAA 2001:db8::1\nb A 192.0.2.4\n 5 A 192.0.2.5\n TXT x\n',
  },
  after(
    'one RRset, several TTLs',
    'a 10 A 192.0.2.2\na 20 A 192.0.2.3\nb 10 A 192.0.2.2\nc A 192.0.2.9\nb 20 A 192.0.2.3\nd 10 A 192.0.2.2\n 5 TXT x\n 20 A 192.0.2.3\nD 30 A 192.0.2.4\nd 40 TXT y\n',
  ),
  after(
    'glue between the records of an RRset',
    'sub 10 NS ns.sub\nns.sub 11 A 192.0.2.2\nns.sub 12 A 192.0.2.3\nsub 20 NS ns2.sub\nns2.sub A 192.0.2.4\nsub 30 NS ns.sub\nns.sub 40 A 192.0.2.5\n',
  ),
  after(
    'glue that is none',
    'a 10 A 192.0.2.2\nns.a 5 A 192.0.2.3\na 20 A 192.0.2.4\nsub 10 NS ns.other\nns.sub A 192.0.2.5\nsub 20 NS ns2.other\n',
  ),
  after(
    'duplicates',
    'a A 192.0.2.2\na A 192.0.2.2\nA 5 A 192.0.2.2\nb MX 10 Mail\nb MX 10 mail\nc AAAA 2001:DB8::1\nc AAAA 2001:db8:0:0::1\nd TXT a\nd TXT "a"\nd TXT \\097\ne TYPE1 \\# 4 C0000202\ne A 192.0.2.2\n',
  ),
  after(
    'case',
    'Www A 192.0.2.2\nWWW AAAA 2001:db8::1\nwww TXT x\na.B.c A 192.0.2.3\nA.b.C A 192.0.2.4\nm MX 10 MAIL.Example.COM.\nm MX 20 Mail\n$ORIGIN SUB\nx A 192.0.2.5\ny CNAME X\n$ORIGIN deep.Sub.example.com.\nz CNAME Z2\n',
  ),
  {
    name: 'case of the origin',
    text: `$ORIGIN Example.COM.\n${head}a MX 10 B\n@ MX 10 @\n$ORIGIN example.com.\nb A 192.0.2.2\n`,
  },
  after(
    'relative origins',
    '$ORIGIN a\nx A 192.0.2.2\n$ORIGIN b\nx A 192.0.2.3\n$ORIGIN @\ny A 192.0.2.4\n$ORIGIN com.\nexample A 192.0.2.5\n$ORIGIN .\nz.example.com A 192.0.2.6\n',
  ),
  after(
    'the owner stays when the origin goes',
    'a A 192.0.2.2\n$ORIGIN sub\n TXT "still a"\nb A 192.0.2.3\n$ORIGIN example.com.\n TXT "still b"\n',
  ),
  after(
    'data outside the zone',
    'a.example.net. A 192.0.2.2\n TXT "dropped too"\nb A 192.0.2.3\ncom. NS x\nexample.com.example.com. A 192.0.2.4\nxexample.com. A 192.0.2.5\n',
  ),
  {
    name: 'CR LF',
    text: `${head}a A 192.0.2.2\nb TXT "x" ; c\nc TXT (\n "y"\n)\n\n ; d\nd TXT x\n`.replaceAll('\n', '\r\n'),
  },
  { name: 'no final line ending', text: `${head}a A 192.0.2.2` },
  { name: 'a comment without a line ending', text: `${head}a A 192.0.2.2\n; the end` },
  after('blank lines and white space', '\n\n   \n\t\t\na A 192.0.2.2\nb   \t A\t\t192.0.2.3   \t\n'),
  after(
    'directives in any case',
    '$ttl 5\na A 192.0.2.2\n$Origin sub.example.com.\nb A 192.0.2.3\n$oRiGiN example.com.\n$include inc\n',
    { inc: 'c A 192.0.2.4\n' },
  ),
  after(
    'comments and parentheses around directives',
    '$TTL 5 ; five\n$ORIGIN ( sub.example.com. ) ; x\na A 192.0.2.2\n$TTL (\n 6\n)\nb A 192.0.2.3\n',
  ),
  after('includes', 'a A 192.0.2.2\n$INCLUDE inc\n TXT "of a again"\nb A 192.0.2.3\n', {
    inc: 'c A 192.0.2.4\n$ORIGIN sub.example.com.\n$TTL 7\nd A 192.0.2.5\n',
  }),
  after(
    'includes with an origin',
    '$INCLUDE inc sub\n$INCLUDE inc other.example.com.\n$INCLUDE inc @\nz A 192.0.2.9\n',
    { inc: 'x A 192.0.2.4\n@ TXT "top"\n' },
  ),
  after('an include that begins with an inherited owner', 'a A 192.0.2.2\n$INCLUDE inc\n A 192.0.2.4\n', {
    inc: ' A 192.0.2.3\n',
  }),
  after('nested includes', '$INCLUDE one a\nlast A 192.0.2.9\n', {
    one: 'x A 192.0.2.2\n$INCLUDE two b\ny A 192.0.2.3\n',
    two: 'x A 192.0.2.4\n$TTL 99\ny A 192.0.2.5\n',
  }),
  after('includes split what stands together', 'a 10 A 192.0.2.2\n$INCLUDE inc\na 30 A 192.0.2.4\n', {
    inc: 'a 20 A 192.0.2.3\n',
  }),
  after('a quoted file name', '$INCLUDE "inc"\n$INCLUDE "inc" sub\n', { inc: 'x A 192.0.2.4\n' }),
  after(
    '$GENERATE plain',
    '$GENERATE 1-3 a$ A 192.0.2.$\n$GENERATE 0-10/5 b$ A 192.0.2.$\n$GENERATE 5-5 c A 192.0.2.$\n$GENERATE 1-2 d$ CNAME e$.example.net.\n$GENERATE 1-2 f$ MX "$ mail$"\n',
  ),
  after(
    '$GENERATE modifiers',
    '$GENERATE 1-3 a${10} A 192.0.2.${10}\n$GENERATE 1-3 b${0,3} A 192.0.2.$\n$GENERATE 1-3 c${0,3,d} A 192.0.2.$\n$GENERATE 8-10 d${0,2,o} A 192.0.2.$\n$GENERATE 9-11 e${0,2,x} A 192.0.2.$\n$GENERATE 9-11 f${0,0,X} A 192.0.2.$\n$GENERATE 10-12 g${-9,2,d} A 192.0.2.${-1}\n',
  ),
  after(
    '$GENERATE nibbles',
    '$GENERATE 1-3 ${0,8,n} PTR a$\n$GENERATE 250-252 ${0,7,N}.x PTR a$\n$GENERATE 1-2 ${0,1,n}.y PTR a$\n$GENERATE 300-301 ${0,0,n}.z PTR a$\n$GENERATE 4095-4097 ${0,3,n}.w PTR a$\n',
  ),
  after(
    '$GENERATE escapes',
    '$GENERATE 1-2 a\\$$ A 192.0.2.$\n$GENERATE 1-2 b$$$ A 192.0.2.$\n$GENERATE 1-2 c$ TXT "cost \\$$ or $$"\n$GENERATE 1-2 d$ TXT x\\;$\n',
  ),
  after(
    '$GENERATE with TTL and class',
    '$GENERATE 1-2 a$ 300 A 192.0.2.$\n$GENERATE 1-2 b$ IN A 192.0.2.$\n$GENERATE 1-2 c$ 5 IN A 192.0.2.$\n$GENERATE 1-2 d$ IN 6 A 192.0.2.$\n$GENERATE 1-2 @ A 192.0.2.$\nz A 192.0.2.9\n',
  ),
  after(
    '$GENERATE within an RRset',
    'a 10 A 192.0.2.2\n$GENERATE 3-4 a 20 A 192.0.2.$\na 30 A 192.0.2.5\nb 10 A 192.0.2.2\n$GENERATE 3-4 b 20 A 192.0.2.$\nc A 192.0.2.2\nb 30 A 192.0.2.5\n',
  ),
  after(
    '$GENERATE below another origin',
    '$ORIGIN sub\n$GENERATE 1-2 a$ CNAME b$\n$ORIGIN Sub2\n$GENERATE 1-2 A$ CNAME B$\n',
  ),
  after('types of Windows DNS by number', 'a TYPE65281 \\# 0\nb TYPE65282 \\# 4 01020304\n'),
  after('NSEC3 records whose owners are no hashes', 'www NSEC3 1 0 0 - CPNMUAAAAAAAAAAAAAAAAAAAAAAAAAAA A\n'),
  after('an NSEC3 record whose owner has padding', 'CPNMU=== NSEC3 1 0 0 - CPNMUAAAAAAAAAAAAAAAAAAAAAAAAAAA A\n'),
  after('an NSEC3 record whose owner has bits left over', 'cv NSEC3 1 0 0 - CPNMUAAAAAAAAAAAAAAAAAAAAAAAAAAA A\n'),
  after('an NSEC3 record with a short hash', 'c0 NSEC3 1 0 0 - CPNMUAAAAAAAAAAAAAAAAAAAAAAAAAAA A\n'),
  after(
    'offsets beyond 32 bits',
    '$GENERATE 1-2 h$ TXT "${2147483648}"\n$GENERATE 1-2 i$ TXT ${2147483648}\n$GENERATE 1-2 j$ TXT ${9999999999}\n',
  ),
  after(
    'an alias beside SIG and KEY records',
    'c CNAME a.example.net.\nc KEY 256 3 5 AQPZhzXIabI8y5ihWUw7F0WxN2MabnYWkOcV\nc SIG CNAME 1 3 300 20040530021915 20040430021915 47799 example. L3IOluq+\n',
  ),
  after(
    'types by number',
    'a TYPE1 192.0.2.2\nb TYPE1 \\# 4 c0000202\nc TYPE65280 \\# 0\nd TYPE65280 \\# 3 AA bbcc\ne A \\# 4 c0 00 02 02\nf TYPE15 \\# 8 000a 046d61696c 00\ng MX \\# 9 000a 05 6162636465 00\n',
  ),
  after(
    'WKS and other old types',
    'a HINFO PC "Linux x"\nb X25 311061700956\nc ISDN "150862028003217" "004"\nd RT 10 mail\ne AFSDB 1 mail\nf MINFO a b\ng MB mail\nh MG mail\ni MR mail\n',
  ),
  after(
    'base64 in pieces',
    'k DNSKEY 256 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dx ( CjjnopKl+GqJxpVXckHAeF+\n KkxLbxILfDLUT0rAK9iUzy1L53eKGQ = = )\n',
  ),
  after(
    'wildcards and underscores',
    '* A 192.0.2.2\n*.a TXT x\n_25._tcp.ns1 TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000\n_dmarc TXT "v=DMARC1; p=none"\na.*.b A 192.0.2.3\n',
  ),
  after(
    'a delegation with everything',
    'sub NS ns.sub\nsub NS ns1\nns.sub A 192.0.2.2\nns.sub AAAA 2001:db8::1\nsub DS 1 8 2 0000000000000000000000000000000000000000000000000000000000000000\nx.sub TXT occluded\n',
  ),
  {
    name: 'a reverse zone',
    origin: '2.0.192.in-addr.arpa',
    text: '$TTL 1h\n@ SOA ns1.example.com. host.example.com. 1 7200 3600 1209600 3600\n@ NS ns1.example.com.\n1 PTR a.example.com.\n2\tPTR b.example.com.\n0/25 NS ns1.example.com.\n$GENERATE 3-5 $ CNAME $.0/25\n$GENERATE 100-102 $ PTR host-$.example.com.\n',
  },
  {
    name: 'the root zone',
    origin: '.',
    text: '$TTL 1d\n. SOA a.root-servers.net. nstld.example. 1 1800 900 604800 86400\n. NS a.root-servers.net.\na.root-servers.net. A 192.0.2.1\ncom NS a.gtld\na.gtld A 192.0.2.2\nnet. NS a.gtld.\n',
  },
  {
    name: 'NSEC3 records stand last',
    text: `${head}2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NSEC3 1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJT A RRSIG\n2t7b4g4vsa5smi47k61mv5bv1a22bojr RRSIG NSEC3 13 3 3600 20340101000000 20240101000000 1 example.com. AAAA\nz A 192.0.2.2\nz RRSIG A 13 3 3600 20340101000000 20240101000000 1 example.com. AAAA\nz RRSIG TXT 13 3 3600 20340101000000 20240101000000 1 example.com. AAAA\nz 60 TXT x\n@ NSEC3PARAM 1 0 0 -\n`,
  },
];
