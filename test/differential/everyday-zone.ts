/** A zone with most of what zones hold, valid for BIND. */
export const everydayZone = String.raw`$TTL 1h
$ORIGIN example.com.
@ IN SOA ns1 hostmaster (
	2024010101 ; serial
	3h 15m 1w 1d )
	IN NS ns1
	IN NS ns2.example.net.
	IN MX 10 mail
	IN MX 20 mail2.example.net.
	IN TXT "v=spf1 mx -all"
	IN CAA 0 issue "letsencrypt.org"
ns1	300	IN	A	192.0.2.1
ns1	IN 300	AAAA	2001:db8::1
mail	A	192.0.2.2
	AAAA	2001:db8::2
www	CNAME	mail
ftp	1d CNAME www.example.com.
_sip._tcp SRV 0 5 5060 mail
txt	TXT ( "one" "two; three" plain\032token
	"four" )
a\.b	TXT "escaped \" quote" \065bc
* TXT "wild"
child NS ns.child
child NS ns1.example.net.
ns.child A 192.0.2.53
child DS 12345 13 2 (
  00112233445566778899AABBCCDDEEFF
  00112233445566778899aabbccddeeff )
key DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
host SSHFP 4 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
_25._tcp.mail TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
naptr NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .
loc LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
unk TYPE65280 \# 4 0a000001
svc HTTPS 1 . alpn="h2,h3" ipv4hint=192.0.2.1
uri URI 10 1 "https://example.com/"
hi HINFO "PC" Linux
ptr PTR www
rp RP hostmaster txt
dn DNAME example.net.
sig RRSIG A 13 3 3600 20340101000000 20240101000000 12345 example.com. AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==
sig A 192.0.2.9
nsec NSEC ptr.example.com. A MX RRSIG NSEC
$GENERATE 1-4 gen$ A 192.0.2.$
$ORIGIN sub
x A 192.0.2.77
y.example.com. 60 A 192.0.2.78
$TTL 600
z A 192.0.2.79
`;
