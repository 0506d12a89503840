/** A record in presentation form, and the same as BIND prints it (names relative to example.com). Of types that BIND 9.18 does not know, the forms are those of their specifications. */
export interface PrintedRecord {
  readonly type: string;
  readonly rdata: string;
  readonly printed: string;
}

const TABLE: Readonly<Record<string, readonly (readonly [rdata: string, printed: string])[]>> = {
  A: [
    ['192.0.2.1', '192.0.2.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['\\# 4 C0000201', '192.0.2.1'],
  ],
  NS: [
    ['ns1', 'ns1.example.com.'],
    ['ns1.example.net.', 'ns1.example.net.'],
    ['@', 'example.com.'],
    ['\\# 5 03 6e733100', 'ns1.'],
  ],
  CNAME: [
    ['web', 'web.example.com.'],
    ['.', '.'],
    ['WWW.Example.NET.', 'WWW.Example.NET.'],
    ['a\\.b\\032c\\@d\\$e.x', 'a\\.b\\032c\\@d\\$e.x.example.com.'],
    ['_dmarc.example.org.', '_dmarc.example.org.'],
  ],
  SOA: [
    [
      'ns1 hostmaster 2024010101 7200 3600 1209600 3600',
      'ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600',
    ],
    ['. . 0 0 0 0 0', '. . 0 0 0 0 0'],
    [
      'ns1.example.com. first\\.last.example.com. 4294967295 1h 30m 2w1d 1h30m15s',
      'ns1.example.com. first\\.last.example.com. 4294967295 3600 1800 1296000 5415',
    ],
    ['a b 1 2H 3M 4W 5S', 'a.example.com. b.example.com. 1 7200 180 2419200 5'],
  ],
  MB: [
    ['mail', 'mail.example.com.'],
    ['.', '.'],
    ['mail.example.net.', 'mail.example.net.'],
  ],
  MG: [
    ['user', 'user.example.com.'],
    ['.', '.'],
    ['user.example.net.', 'user.example.net.'],
  ],
  MR: [
    ['new', 'new.example.com.'],
    ['.', '.'],
    ['new.example.net.', 'new.example.net.'],
  ],
  NULL: [
    ['\\# 0', '\\# 0'],
    ['\\# 3 000102', '\\# 3 000102'],
  ],
  WKS: [
    ['192.0.2.1 TCP smtp domain', '192.0.2.1 6 25 53'],
    ['10.0.0.1 tcp telnet ftp 0 1 2', '10.0.0.1 6 0 1 2 21 23'],
    ['10.0.0.2 6 65535', '10.0.0.2 6 65535'],
    ['192.0.2.1 17', '192.0.2.1 17'],
    ['192.0.2.1 udp DOMAIN 53', '192.0.2.1 17 53'],
  ],
  PTR: [
    ['@', 'example.com.'],
    ['www.example.com.', 'www.example.com.'],
    ['.', '.'],
  ],
  HINFO: [
    ['"RFC8482" ""', '"RFC8482" ""'],
    ['PC NetBSD', '"PC" "NetBSD"'],
    ['"Generic PC clone" "NetBSD-1.4"', '"Generic PC clone" "NetBSD-1.4"'],
  ],
  MINFO: [
    ['owner errors', 'owner.example.com. errors.example.com.'],
    ['. .', '. .'],
    ['owner.example.net. .', 'owner.example.net. .'],
  ],
  MX: [
    ['10 mail', '10 mail.example.com.'],
    ['0 .', '0 .'],
    ['65535 mail.example.net.', '65535 mail.example.net.'],
    ['010 mail', '10 mail.example.com.'],
  ],
  TXT: [
    ['"v=spf1 mx -all"', '"v=spf1 mx -all"'],
    ['foo bar', '"foo" "bar"'],
    ['"foo" "bar"', '"foo" "bar"'],
    ['""', '""'],
    ['foo\\ bar\\;baz', '"foo bar;baz"'],
    ['"a\\"b\\\\c\\009\\255"', '"a\\"b\\\\c\\009\\255"'],
    ['"semi;colon (paren) @ $"', '"semi;colon (paren) @ $"'],
    ['\\# foo', '"#" "foo"'],
    ['\\# 4 03616263', '"abc"'],
    ['"\\# 1 00"', '"# 1 00"'],
    [
      '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" y',
      '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "y"',
    ],
  ],
  RP: [
    ['hostmaster contact', 'hostmaster.example.com. contact.example.com.'],
    ['. .', '. .'],
    ['first\\.last.example.com. .', 'first\\.last.example.com. .'],
  ],
  AFSDB: [
    ['1 afs', '1 afs.example.com.'],
    ['0 hostname', '0 hostname.example.com.'],
    ['65535 .', '65535 .'],
  ],
  X25: [
    ['"311061700956"', '"311061700956"'],
    ['1234', '"1234"'],
  ],
  ISDN: [
    ['"150862028003217" "004"', '"150862028003217" "004"'],
    ['150862028003217', '"150862028003217"'],
    ['"" ""', '"" ""'],
  ],
  RT: [
    ['10 gateway', '10 gateway.example.com.'],
    ['0 .', '0 .'],
    ['65535 relay.example.net.', '65535 relay.example.net.'],
  ],
  NSAP: [
    ['0x47.0005.80.005a00.0000.0001.e133.ffffff000161.00', '0x47000580005a0000000001e133ffffff00016100'],
    ['0x47000580005a0000000001e133ffffff00016100.', '0x47000580005a0000000001e133ffffff00016100'],
    ['0Xab', '0xab'],
  ],
  'NSAP-PTR': [
    ['www', 'www.example.com.'],
    ['.', '.'],
    ['www.example.net.', 'www.example.net.'],
  ],
  SIG: [
    [
      'NXT 1 3 3600 20000102030405 19961211100908 2143 foo.nil. MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45I kskceFGgiWCn/GxHhai6VAuHAoNUz4YoU1t VfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
      'NXT 1 3 3600 20000102030405 19961211100908 2143 foo.nil. MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45IkskceFGgiWCn/GxHhai6V AuHAoNUz4YoU1tVfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
    ],
    [
      'TYPE1234 RSASHA256 2 3600 20380119031407 20240101000000 12345 @ AAAA',
      '1234 8 2 3600 20380119031407 20240101000000 12345 example.com. AAAA',
    ],
  ],
  KEY: [
    [
      '512 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
      '512 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaX JD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
    ],
    ['49152 3 5', '49152 3 5'],
    ['NOKEY DNSSEC RSASHA1', '49152 3 5'],
    ['ZONE|KSK 255 8 AQPSKmynfzW4kyBv015MUG2DeIQ3', '257 255 8 AQPSKmynfzW4kyBv015MUG2DeIQ3'],
    ['0x100 ALL 254 AAAA', '256 255 254 AAAA'],
  ],
  PX: [
    ['10 example.com. prmd-net.admd-example.c-it.', '10 example.com. prmd-net.admd-example.c-it.'],
    ['65535 . .', '65535 . .'],
    ['1 a b', '1 a.example.com. b.example.com.'],
  ],
  GPOS: [
    ['"-32.6882" "116.8652" "10.0"', '"-32.6882" "116.8652" "10.0"'],
    ['-22.6882 116.8652 250.0', '"-22.6882" "116.8652" "250.0"'],
    ['"" "" ""', '"" "" ""'],
  ],
  AAAA: [
    ['2001:db8::1', '2001:db8::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['::192.0.2.1', '::192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['FE80::0202:B3FF:FE1E:8329', 'fe80::202:b3ff:fe1e:8329'],
  ],
  LOC: [
    ['52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m', '52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m'],
    ['60 9 N 24 39 E 10 20 2000 20', '60 9 0.000 N 24 39 0.000 E 10.00m 20m 2000m 20m'],
    ['0 N 0 E 0', '0 0 0.000 N 0 0 0.000 E 0.00m 1m 10000m 10m'],
    ['90 S 180 W -100000.00m', '90 0 0.000 S 180 0 0.000 W -100000.00m 1m 10000m 10m'],
    ['42 21 54 N 71 06 18 W -24m 30m', '42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m'],
    [
      '1 2 3.5 N 4 5 6.007 W 42849672.95 0.05 0.99 90000000m',
      '1 2 3.500 N 4 5 6.007 W 42849672.95m 0.05m 0.90m 90000000m',
    ],
    ['45 N 45 E .5 0 0.10m', '45 0 0.000 N 45 0 0.000 E 0.50m 0.00m 0.10m 10m'],
  ],
  NXT: [
    ['www A MX SIG NXT', 'www.example.com. A MX SIG NXT'],
    ['. 1 127', '. A 127'],
    ['a.secure.nil. NS SOA MX KEY LOC NXT', 'a.secure.nil. NS SOA MX KEY LOC NXT'],
    ['.', '.'],
    ['. TYPE100 TYPE99', '. SPF UINFO'],
  ],
  EID: [
    ['1289AB', '1289AB'],
    ['12 89 AB', '1289AB'],
    ['e3 2c 6f 78 16 3a 93 48', 'E32C6F78163A9348'],
  ],
  NIMLOC: [
    ['1289AB', '1289AB'],
    ['32 25 1a 03 00 67', '32251A030067'],
  ],
  SRV: [
    ['0 1 465 mail', '0 1 465 mail.example.com.'],
    ['0 0 0 .', '0 0 0 .'],
    ['65535 65535 65535 old-slow-box.example.net.', '65535 65535 65535 old-slow-box.example.net.'],
  ],
  ATMA: [
    ['+61200000000', '+61200000000'],
    ['+61.2.0000.0000', '+61200000000'],
    ['1234567890ABCDEF', '1234567890abcdef'],
    ['f.e.d.c.b.a.0.9.8.7.6.5.4.3.2.1', 'fedcba0987654321'],
  ],
  NAPTR: [
    ['100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .', '100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .'],
    ['0 0 "" "" "" .', '0 0 "" "" "" .'],
    ['65535 65535 blurgh blorf blllbb foo.', '65535 65535 "blurgh" "blorf" "blllbb" foo.'],
    ['1 1 "u" "x" "/(a)(b)/\\\\2\\\\1/i" .', '1 1 "u" "x" "/(a)(b)/\\\\2\\\\1/i" .'],
    ['50 50 "s" "SIPS+D2T" "" _sips._tcp', '50 50 "s" "SIPS+D2T" "" _sips._tcp.example.com.'],
  ],
  KX: [
    ['10 kx', '10 kx.example.com.'],
    ['1 .', '1 .'],
    ['65535 kx.example.net.', '65535 kx.example.net.'],
  ],
  CERT: [
    ['PGP 0 0 mQGiBDkHP3URBACk', 'PGP 0 0 mQGiBDkHP3URBACk'],
    [
      '65534 65535 254 MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45I kskceFGgiWCn/GxHhai6VAuHAoNUz4YoU1t VfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
      '65534 65535 PRIVATEOID MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45IkskceFGgiWCn/GxHhai6V AuHAoNUz4YoU1tVfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
    ],
    ['1 1 RSASHA256 AAAA', 'PKIX 1 RSASHA256 AAAA'],
    ['253 0 1 AA==', 'URI 0 RSAMD5 AA=='],
    ['9 0 17 AAAA', '9 0 17 AAAA'],
  ],
  A6: [
    ['64 ::1234:5678:1:2 subnet', '64 ::1234:5678:1:2 subnet.example.com.'],
    ['0 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '0 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['127 ::1 foo.', '127 ::1 foo.'],
    ['128 .', '128  .'],
    ['60 2001:db8::ffff:1 @', '60 ::255.255.0.1 example.com.'],
    ['1 ffff:: .', '1 7fff:: .'],
  ],
  DNAME: [
    ['new', 'new.example.com.'],
    ['.', '.'],
    ['new.example.net.', 'new.example.net.'],
  ],
  SINK: [
    ['64 2 1 l4ik', '64 2 1 l4ik'],
    ['1 0 0', '1 0 0'],
    ['8 0 2 AA== ', '8 0 2 AA=='],
  ],
  APL: [
    ['1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32', '1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32'],
    ['', ''],
    ['1:224.0.0.0/4 2:FF00:0:0:0:0:0:0:0/8', '1:224.0.0.0/4 2:ff00::/8'],
    ['!1:0.0.0.0/0', '!1:0.0.0.0/0'],
    ['1:10.0.0.1/32', '1:10.0.0.1/32'],
    ['\\# 4 00030000', '\\# 4 00030000'],
  ],
  DS: [
    [
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4 469DA50A',
    ],
    [
      '60485 RSASHA1 SHA-1 2BB183AF5F22588179A53B0A 98631FAD1A292118',
      '60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118',
    ],
    ['1 8 3 00', '1 8 3 00'],
    [
      '1 8 4 abababababababababababababababababababababababababababababababababababababababababababababababab',
      '1 8 4 ABABABABABABABABABABABABABABABABABABABABABABABABABABABAB ABABABABABABABABABABABABABABABABABABABAB',
    ],
    [
      '1 ED25519 sha256 0101010101010101010101010101010101010101010101010101010101010101',
      '1 15 2 01010101010101010101010101010101010101010101010101010101 01010101',
    ],
  ],
  SSHFP: [
    [
      '4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF123456789',
      '4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF1 23456789',
    ],
    ['2 1 123456789abcdef67890123456789abcdef67890', '2 1 123456789ABCDEF67890123456789ABCDEF67890'],
    ['1 3', '1 3'],
    ['1 3 ab cd', '1 3 ABCD'],
  ],
  IPSECKEY: [
    [
      '10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
      '10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    ],
    [
      '10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
      '10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    ],
    [
      '10 3 2 mygateway AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
      '10 3 2 mygateway.example.com. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    ],
    [
      '10 2 2 2001:0DB8:0:8002::2000:1 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
      '10 2 2 2001:db8:0:8002::2000:1 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    ],
  ],
  RRSIG: [
    [
      'A 13 2 3600 20380119031407 20240101000000 12345 example.com. kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
      'A 13 2 3600 20380119031407 20240101000000 12345 example.com. kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaX JD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
    ],
    [
      'NSEC 1 3 3600 20000102030405 19961211100908 2143 foo.nil. MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45I kskceFGgiWCn/GxHhai6VAuHAoNUz4YoU1t VfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
      'NSEC 1 3 3600 20000102030405 19961211100908 2143 foo.nil. MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45IkskceFGgiWCn/GxHhai6V AuHAoNUz4YoU1tVfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=',
    ],
    [
      'TYPE65280 ECDSAP256SHA256 2 0 4294967295 0 0 @ AAAA',
      'TYPE65280 13 2 0 19691231235959 19700101000000 0 example.com. AAAA',
    ],
    ['1 8 2 1 1704067200 2147483648 65535 @ AAAA', 'A 8 2 1 20240101000000 20380119031408 65535 example.com. AAAA'],
    [
      'TYPE0 8 2 1 20240229235960 21060207062815 1 @ AA==',
      'TYPE0 8 2 1 20240301000000 19691231235959 1 example.com. AA==',
    ],
  ],
  NSEC: [
    ['www A MX RRSIG NSEC', 'www.example.com. A MX RRSIG NSEC'],
    ['. NSEC NSAP-PTR', '. NSAP-PTR NSEC'],
    ['host.example.com. A MX RRSIG NSEC TYPE1234', 'host.example.com. A MX RRSIG NSEC TYPE1234'],
    ['. TYPE65535 TYPE0', '. TYPE0 TYPE65535'],
  ],
  DNSKEY: [
    [
      '257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
      '257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaX JD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
    ],
    ['256 DNSSEC RSASHA256 AwEAAQ==', '256 3 8 AwEAAQ=='],
    ['ZONE 3 ED448 AAAA', '256 3 16 AAAA'],
    [
      '512 255 1 AQMFD5raczCJHViKtLYhWGz8hMY 9UGRuniJDBzC7w0aRyzWZriO6i2odGWWQVucZqKV sENW91IOW4vqudngPZsY3GvQ/xVA8/7pyFj6b7Esg a60zyGW6LFe9r8n6paHrlG5ojqf0BaqHT+8=',
      '512 255 1 AQMFD5raczCJHViKtLYhWGz8hMY9UGRuniJDBzC7w0aRyzWZriO6i2od GWWQVucZqKVsENW91IOW4vqudngPZsY3GvQ/xVA8/7pyFj6b7Esga60z yGW6LFe9r8n6paHrlG5ojqf0BaqHT+8=',
    ],
  ],
  DHCID: [
    ['AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=', 'AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA='],
    ['AAEBOSD+XR3Os/0LozeXVqcNc7FwCfQdW L3b/NaiUDlW2No=', 'AAEBOSD+XR3Os/0LozeXVqcNc7FwCfQdWL3b/NaiUDlW2No='],
  ],
  NSEC3: [
    ['1 1 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A MX RRSIG', '1 1 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A MX RRSIG'],
    [
      '1 0 10 d2cf0294c020ce6c 8fpns2uct7fbs643thp2b77peq77k6iu',
      '1 0 10 D2CF0294C020CE6C 8FPNS2UCT7FBS643THP2B77PEQ77K6IU',
    ],
    [
      'SHA-1 255 65535 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX TYPE65535',
      '1 255 65535 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR MX TYPE65535',
    ],
    ['2 0 0 - 00', '2 0 0 - 00'],
  ],
  NSEC3PARAM: [
    ['1 0 0 -', '1 0 0 -'],
    ['1 1 12 aabbccdd', '1 1 12 AABBCCDD'],
    [
      'sha-1 0 65535 ababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababab',
      '1 0 65535 ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB',
    ],
  ],
  TLSA: [
    [
      '3 1 1 0D6FCE3B5D0F6C7A6FEA4CA0C4B0C3E51B1F1F9D1E1E6E8F7A6E8A3C2B1D0E9F',
      '3 1 1 0D6FCE3B5D0F6C7A6FEA4CA0C4B0C3E51B1F1F9D1E1E6E8F7A6E8A3C 2B1D0E9F',
    ],
    [
      '1 1 2 92003ba34942dc74152e2f2c408d29ec a5a520e7f2e06bb944f4dca346baf63c 1b177615d466f6c4b71c216a50292bd5 8c9ebdd2f74e38fe51ffd48c43326cbc',
      '1 1 2 92003BA34942DC74152E2F2C408D29ECA5A520E7F2E06BB944F4DCA3 46BAF63C1B177615D466F6C4B71C216A50292BD58C9EBDD2F74E38FE 51FFD48C43326CBC',
    ],
    ['255 255 255 00', '255 255 255 00'],
    ['3 1 0 3059301306072A8648CE3D02', '3 1 0 3059301306072A8648CE3D02'],
  ],
  SMIMEA: [
    [
      '3 1 1 0D6FCE3B5D0F6C7A6FEA4CA0C4B0C3E51B1F1F9D1E1E6E8F7A6E8A3C2B1D0E9F',
      '3 1 1 0D6FCE3B5D0F6C7A6FEA4CA0C4B0C3E51B1F1F9D1E1E6E8F7A6E8A3C 2B1D0E9F',
    ],
    ['0 0 1 d2abde240d7cd3ee 6b4b28c54df034b9', '0 0 1 D2ABDE240D7CD3EE6B4B28C54DF034B9'],
    ['3 0 0 30', '3 0 0 30'],
  ],
  HIP: [
    [
      '2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D',
      '2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D',
    ],
    ['2 200100107B1A74DF365639CC39F1D578 AQ== rvs', '2 200100107B1A74DF365639CC39F1D578 AQ== rvs.example.com.'],
    ['0 ab AAAA rvs1.example.net. rvs2.example.net. .', '0 AB AAAA rvs1.example.net. rvs2.example.net. .'],
  ],
  NINFO: [
    ['"signed"', '"signed"'],
    ['foo "bar baz"', '"foo" "bar baz"'],
    ['""', '""'],
  ],
  RKEY: [
    [
      '0 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
      '0 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaX JD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
    ],
    ['0 255 1 AAAA', '0 255 1 AAAA'],
  ],
  TALINK: [
    ['h0 h2', 'h0.example.com. h2.example.com.'],
    ['. .', '. .'],
    ['talink0.example.net. .', 'talink0.example.net. .'],
  ],
  CDS: [
    [
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4 469DA50A',
    ],
    ['0 0 0 00', '0 0 0 00'],
    ['30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEA A3B9', '30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEAA3B9'],
  ],
  CDNSKEY: [
    [
      '257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
      '257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaX JD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
    ],
    ['0 3 0 AA==', '0 3 0 AA=='],
    ['0 3 0 AAAA', '0 3 0 AAAA'],
  ],
  OPENPGPKEY: [['mQENBFUnTjYBCADCrMyz', 'mQENBFUnTjYBCADCrMyz']],
  CSYNC: [
    ['66 3 A NS AAAA', '66 3 A NS AAAA'],
    ['0 0', '0 0'],
    ['4294967295 65535 A MX RRSIG NSEC TYPE1234', '4294967295 65535 A MX RRSIG NSEC TYPE1234'],
  ],
  ZONEMD: [
    [
      '2018031500 1 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE',
      '2018031500 1 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B6 41A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE',
    ],
    [
      '2019020700 1 2 0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',
      '2019020700 1 2 0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A 0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A 0A0A0A0A0A0A0A0A',
    ],
    ['0 255 255 000102030405060708090a0b', '0 255 255 000102030405060708090A0B'],
  ],
  SVCB: [
    ['1 resolver alpn="dot" port=853', '1 resolver.example.com. alpn="dot" port=853'],
    ['0 example.net.', '0 example.net.'],
    [
      '16 foo.example.org. mandatory=alpn alpn=h2,h3 ipv4hint=192.0.2.1',
      '16 foo.example.org. mandatory=alpn alpn="h2,h3" ipv4hint=192.0.2.1',
    ],
    ['1 "quoted.example.org." key667="hello\\210qoo"', '1 quoted.example.org. key667="hello\\210qoo"'],
    ['1 . key667=hello key65534', '1 . key667="hello" key65534'],
    [
      '1 . ipv6hint="2001:db8::1,2001:db8::53:1" mandatory=ipv6hint,alpn alpn="f\\\\\\\\oo\\\\,bar,h2"',
      '1 . mandatory=alpn,ipv6hint alpn="f\\\\\\\\oo\\\\,bar,h2" ipv6hint=2001:db8::1,2001:db8::53:1',
    ],
    ['1 . port="0053" no-default-alpn alpn=h2', '1 . alpn="h2" no-default-alpn port=53'],
    [
      '1 . ech=AEj+DQBEAQAgACAdd+scUi0IYFsXnUIU7ko2Nd9+F8M26pAGZVpz/KrWPgAEAAEAAWQVZWNoLXNpdGVzLmV4YW1wbGUubmV0AAA=',
      '1 . ech=AEj+DQBEAQAgACAdd+scUi0IYFsXnUIU7ko2Nd9+F8M26pAGZVpz/KrWPgAEAAEAAWQVZWNoLXNpdGVzLmV4YW1wbGUubmV0AAA=',
    ],
    ['1 . key3="\\001\\187" dohpath="/dns-query{?dns}" key8', '1 . port=443 key7="/dns-query{?dns}" key8'],
    ['0 . port=1 alpn=h2', '0 . alpn="h2" port=1'],
  ],
  HTTPS: [
    ['1 . alpn="h2,h3" ipv4hint=192.0.2.1', '1 . alpn="h2,h3" ipv4hint=192.0.2.1'],
    ['0 cdn', '0 cdn.example.com.'],
    [
      '65535 . ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1',
      '65535 . ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1',
    ],
    ['1 . mandatory=alpn,key7 alpn=h2 key7="/{?dns}"', '1 . mandatory=alpn,key7 alpn="h2" key7="/{?dns}"'],
  ],
  DSYNC: [
    ['CDS NOTIFY 5359 cds-scanner.example.net.', 'CDS NOTIFY 5359 cds-scanner.example.net.'],
    ['CSYNC 128 443 scanner', 'CSYNC 128 443 scanner.example.com.'],
    ['TYPE65280 notify 0 .', 'TYPE65280 NOTIFY 0 .'],
  ],
  HHIT: [
    ['gwppYWx0bw==', 'gwppYWx0bw=='],
    ['abcd', 'abcd'],
  ],
  BRID: [
    ['owAAAYIEUQ==', 'owAAAYIEUQ=='],
    ['abcd efgh', 'abcdefgh'],
  ],
  SPF: [
    ['"v=spf1 mx -all"', '"v=spf1 mx -all"'],
    ['"v=spf1" " -all"', '"v=spf1" " -all"'],
    ['v=spf1', '"v=spf1"'],
  ],
  UINFO: [['\\# 1 00', '\\# 1 00']],
  UID: [['\\# 2 0102', '\\# 2 0102']],
  GID: [['\\# 0', '\\# 0']],
  UNSPEC: [['\\# 3 01 02 03', '\\# 3 010203']],
  NID: [
    ['10 14:4fff:ff20:ee64', '10 14:4fff:ff20:ee64'],
    ['10 0014:4FFF:ff20:ee64', '10 14:4fff:ff20:ee64'],
    ['65535 0:0:0:0', '65535 0:0:0:0'],
  ],
  L32: [
    ['10 192.0.2.0', '10 192.0.2.0'],
    ['0 0.0.0.0', '0 0.0.0.0'],
  ],
  L64: [
    ['10 2001:db8:1140:1000', '10 2001:db8:1140:1000'],
    ['0 2001:0DB8:1140:1000', '0 2001:db8:1140:1000'],
  ],
  LP: [
    ['10 l64', '10 l64.example.com.'],
    ['0 .', '0 .'],
  ],
  EUI48: [
    ['00-00-5e-00-53-2a', '00-00-5e-00-53-2a'],
    ['01-23-45-67-89-AB', '01-23-45-67-89-ab'],
  ],
  EUI64: [
    ['00-00-5e-ef-10-00-00-2a', '00-00-5e-ef-10-00-00-2a'],
    ['01-23-45-67-89-AB-cd-EF', '01-23-45-67-89-ab-cd-ef'],
  ],
  URI: [
    ['10 1 "ftp://ftp1.example.com/public"', '10 1 "ftp://ftp1.example.com/public"'],
    ['65535 65535 "https://example.com/?a=\\"b\\""', '65535 65535 "https://example.com/?a=\\"b\\""'],
    ['30 40 ""', '30 40 ""'],
    [
      '1 1 "https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
      '1 1 "https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    ],
  ],
  CAA: [
    ['0 issue "ca.example.net"', '0 issue "ca.example.net"'],
    ['0 issue ";"', '0 issue ";"'],
    ['128 tbs "Unknown"', '128 tbs "Unknown"'],
    ['255 Tag9 value', '255 Tag9 "value"'],
    ['0 iodef "mailto:security@example.com"', '0 iodef "mailto:security@example.com"'],
    ['0 issue ""', '0 issue ""'],
  ],
  AVC: [
    ['"app-name:EXAMPLE|app-class:OAM|business=yes"', '"app-name:EXAMPLE|app-class:OAM|business=yes"'],
    ['foo:bar', '"foo:bar"'],
  ],
  DOA: [
    ['0 1 2 "" aHR0cHM6Ly93d3cuZXhhbXBsZS5jb20v', '0 1 2 "" aHR0cHM6Ly93d3cuZXhhbXBsZS5jb20v'],
    [
      '1234567890 1234567890 1 "image/gif" R0lGODlhKAAZAOMC AGZmZgBmmf///zOZzMz//5nM/zNmmWbM/5nMzMzM',
      '1234567890 1234567890 1 "image/gif" R0lGODlhKAAZAOMCAGZmZgBmmf///zOZzMz//5nM/zNmmWbM/5nMzMzM',
    ],
    ['4294967295 4294967295 255 text/plain -', '4294967295 4294967295 255 "text/plain" -'],
  ],
  AMTRELAY: [
    ['10 0 1 203.0.113.15', '10 0 1 203.0.113.15'],
    ['0 0 0 .', '0 0 0 .'],
    ['0 1 0 .', '0 1 0 .'],
    ['10 0 2 2001:db8::15', '10 0 2 2001:db8::15'],
    ['128 1 3 amtrelays', '128 1 3 amtrelays.example.com.'],
    ['\\# 2 0004', '\\# 2 0004'],
    ['\\# 4 00ff0102', '\\# 4 00FF0102'],
  ],
  RESINFO: [
    ['"qnamemin" "exterr=15,16,17"', '"qnamemin" "exterr=15,16,17"'],
    ['qnamemin infourl=https://resolver.example.com/guide', '"qnamemin" "infourl=https://resolver.example.com/guide"'],
  ],
  WALLET: [
    ['"BTC" "bc1qexample"', '"BTC" "bc1qexample"'],
    ['a b', '"a" "b"'],
  ],
  CLA: [
    ['"TCP-v4-v6"', '"TCP-v4-v6"'],
    ['a b', '"a" "b"'],
  ],
  IPN: [
    ['977000', '977000'],
    ['18446744073709551615', '18446744073709551615'],
    ['100.100', '429496729700'],
    ['0', '0'],
  ],
  TA: [
    [
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4 469DA50A',
    ],
    ['30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEAA3B9', '30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEAA3B9'],
  ],
  DLV: [
    [
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
      '60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4 469DA50A',
    ],
    ['30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEAA3B9', '30795 1 1 310D27F4D82C1FC2400704EA9939FE6E1CEAA3B9'],
  ],
  WINS: [
    ['LOCAL L2 C900 ( 10.1.1.1 10.2.2.2 )', '\\# 32 054C4F43414C024C3204433930300831302E312E312E310831302E32 2E322E32'],
  ],
  WINSR: [
    [
      'LOCAL L1 C300 ( nbdom.example.com. )',
      '\\# 33 054C4F43414C024C310443333030126E62646F6D2E6578616D706C65 2E636F6D2E',
    ],
  ],
  TYPE65280: [
    ['\\# 0', '\\# 0'],
    ['\\# 4 0A000001', '\\# 4 0A000001'],
    [
      '\\# 60 001122330011223300112233001122330011223300112233001122330011223300112233001122330011223300112233001122330011223300112233',
      '\\# 60 00112233001122330011223300112233001122330011223300112233 00112233001122330011223300112233001122330011223300112233 00112233',
    ],
  ],
  TYPE15: [['10 mail', '10 mail.example.com.']],
};

export const printedRecords: readonly PrintedRecord[] = Object.entries(TABLE).flatMap(([type, rows]) =>
  rows.map(([rdata, printed]) => ({ type, rdata, printed })),
);
