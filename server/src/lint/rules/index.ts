// Written by `npm run docs` from the files beside it.
import type { Rule } from '../engine/rule.ts';
import addrFamily from './addr/family.ts';
import afsdbSubtype from './afsdb/subtype.ts';
import aplContrary from './apl/contrary.ts';
import aplHostBits from './apl/host-bits.ts';
import bannerHost from './banner/host.ts';
import bannerNotSendingInSpf from './banner/not-sending-in-spf.ts';
import bimiFamily from './bimi/family.ts';
import caaProperty from './caa/property.ts';
import caaTagCase from './caa/tag-case.ts';
import caaTogether from './caa/together.ts';
import catzLetterCase from './catz/letter-case.ts';
import catzMemberPtr from './catz/member-ptr.ts';
import catzMemberSelf from './catz/member-self.ts';
import catzMemberTwice from './catz/member-twice.ts';
import catzMemberType from './catz/member-type.ts';
import catzOtherData from './catz/other-data.ts';
import catzProperties from './catz/properties.ts';
import catzValues from './catz/values.ts';
import catzVersion from './catz/version.ts';
import cdsAlone from './cds/alone.ts';
import cdsFamily from './cds/family.ts';
import certFields from './cert/fields.ts';
import cnameAndOther from './cname/and-other.ts';
import cnameChain from './cname/chain.ts';
import cnameDangling from './cname/dangling.ts';
import cnameLoop from './cname/loop.ts';
import cnameMultiple from './cname/multiple.ts';
import cnameTarget from './cname/target.ts';
import cnameToRoot from './cname/to-root.ts';
import cnameWantedType from './cname/wanted-type.ts';
import csyncFamily from './csync/family.ts';
import csyncMultiple from './csync/multiple.ts';
import delegCuts from './deleg/cuts.ts';
import delegDsApex from './deleg/ds-apex.ts';
import delegDsWithoutNs from './deleg/ds-without-ns.ts';
import delegGlueMissing from './deleg/glue-missing.ts';
import delegNsCname from './deleg/ns-cname.ts';
import delegNsNoAddress from './deleg/ns-no-address.ts';
import delegNsRoot from './deleg/ns-root.ts';
import delegNsSameSubnet from './deleg/ns-same-subnet.ts';
import delegNsWildcard from './deleg/ns-wildcard.ts';
import delegServers from './deleg/servers.ts';
import dhcidLength from './dhcid/length.ts';
import dirGenerateOverlap from './dir/generate-overlap.ts';
import dirGeneratePortable from './dir/generate-portable.ts';
import dirOriginMismatchFilename from './dir/origin-mismatch-filename.ts';
import dirOriginOutside from './dir/origin-outside.ts';
import dirOriginPortable from './dir/origin-portable.ts';
import dirOriginRelative from './dir/origin-relative.ts';
import dirOriginUnused from './dir/origin-unused.ts';
import dkimFamily from './dkim/family.ts';
import dmarcFamily from './dmarc/family.ts';
import dnameAndNs from './dname/and-ns.ts';
import dnameChildren from './dname/children.ts';
import dnameLoop from './dname/loop.ts';
import dnameMultiple from './dname/multiple.ts';
import dnskeyKey from './dnskey/key.ts';
import dnskeySelfSigned from './dnskey/self-signed.ts';
import dnskeyTogether from './dnskey/together.ts';
import dsFamily from './ds/family.ts';
import dsKeyMismatch from './ds/key-mismatch.ts';
import dsyncFamily from './dsync/family.ts';
import gposRange from './gpos/range.ts';
import hipFamily from './hip/family.ts';
import hostALabels from './host/a-labels.ts';
import hostAllNumericTld from './host/all-numeric-tld.ts';
import hostFamily from './host/family.ts';
import httpsPrefix from './https/prefix.ts';
import isdnFormat from './isdn/format.ts';
import keyFamily from './key/family.ts';
import lpSelf from './lp/self.ts';
import mtastsFamily from './mtasts/family.ts';
import mtastsPolicy from './mtasts/policy.ts';
import mxBackupWorse from './mx/backup-worse.ts';
import mxBelowDname from './mx/below-dname.ts';
import mxCname from './mx/cname.ts';
import mxDuplicateTarget from './mx/duplicate-target.ts';
import mxIsIp from './mx/is-ip.ts';
import mxLocalhost from './mx/localhost.ts';
import mxMissingDot from './mx/missing-dot.ts';
import mxNoAddress from './mx/no-address.ts';
import mxNullNonzeroPref from './mx/null-nonzero-pref.ts';
import mxNullWithOthers from './mx/null-with-others.ts';
import mxNullWithSpfPass from './mx/null-with-spf-pass.ts';
import mxPosture from './mx/posture.ts';
import mxPrivate from './mx/private.ts';
import mxProvider from './mx/provider.ts';
import mxSameAddressTwice from './mx/same-address-twice.ts';
import mxSingle from './mx/single.ts';
import mxTargetNoAaaa from './mx/target-no-aaaa.ts';
import mxTargetTtlLow from './mx/target-ttl-low.ts';
import naptrFamily from './naptr/family.ts';
import nsIsIp from './ns/is-ip.ts';
import nsecBitmap from './nsec/bitmap.ts';
import nsecChain from './nsec/chain.ts';
import nsecMissing from './nsec/missing.ts';
import nsecMultiple from './nsec/multiple.ts';
import nsec3Chain from './nsec3/chain.ts';
import nsec3Owner from './nsec3/owner.ts';
import nsec3paramFamily from './nsec3param/family.ts';
import openpgpkeyFamily from './openpgpkey/family.ts';
import ptrGenericName from './ptr/generic-name.ts';
import ptrMismatch from './ptr/mismatch.ts';
import ptrMissing from './ptr/missing.ts';
import ptrNoZone from './ptr/no-zone.ts';
import ptrReverseOwner from './ptr/reverse-owner.ts';
import ptrTargetCname from './ptr/target-cname.ts';
import ptrTarget from './ptr/target.ts';
import resinfoKeys from './resinfo/keys.ts';
import rpTxtMissing from './rp/txt-missing.ts';
import rpzCnameTarget from './rpz/cname-target.ts';
import rpzIpPrefix from './rpz/ip-prefix.ts';
import rpzPassthruDeprecated from './rpz/passthru-deprecated.ts';
import rpzRecordType from './rpz/record-type.ts';
import rpzTrigger from './rpz/trigger.ts';
import rrsetDuplicate from './rrset/duplicate.ts';
import rrsetSingleAddressRedundancy from './rrset/single-address-redundancy.ts';
import rrsetSingletonMultiple from './rrset/singleton-multiple.ts';
import rrsetSize from './rrset/size.ts';
import rrsetTtlMismatch from './rrset/ttl-mismatch.ts';
import rrsetTxtApexCount from './rrset/txt-apex-count.ts';
import rrsigAlgorithmMissing from './rrsig/algorithm-missing.ts';
import rrsigFamily from './rrsig/family.ts';
import rrsigInvalid from './rrsig/invalid.ts';
import rrsigMissing from './rrsig/missing.ts';
import rrsigNotAuthoritative from './rrsig/not-authoritative.ts';
import rrsigTypeMissing from './rrsig/type-missing.ts';
import smimeaFamily from './smimea/family.ts';
import smtpSrvCleartext from './smtp/srv-cleartext.ts';
import soaCommentMismatch from './soa/comment-mismatch.ts';
import soaNames from './soa/names.ts';
import soaNegativeTtl from './soa/negative-ttl.ts';
import soaRnameAt from './soa/rname-at.ts';
import soaTimers from './soa/timers.ts';
import spfAtWrongName from './spf/at-wrong-name.ts';
import spfFamily from './spf/family.ts';
import spfMultiple from './spf/multiple.ts';
import spfMxHostNotCovered from './spf/mx-host-not-covered.ts';
import spfNoneForMxHost from './spf/none-for-mx-host.ts';
import spfSubdomainMissing from './spf/subdomain-missing.ts';
import spfType99 from './spf/type99.ts';
import srvFamily from './srv/family.ts';
import srvMailPort from './srv/mail-port.ts';
import srvTarget from './srv/target.ts';
import sshfpFamily from './sshfp/family.ts';
import svcbAutoMandatory from './svcb/auto-mandatory.ts';
import svcbEchEmpty from './svcb/ech-empty.ts';
import svcbForMail from './svcb/for-mail.ts';
import svcbKeyPortable from './svcb/key-portable.ts';
import svcbModes from './svcb/modes.ts';
import svcbParams from './svcb/params.ts';
import svcbTargetCname from './svcb/target-cname.ts';
import svcbTargetQuoted from './svcb/target-quoted.ts';
import svcbTargetSelf from './svcb/target-self.ts';
import svcbTargets from './svcb/targets.ts';
import synCrlf from './syn/crlf.ts';
import synEscapedSemicolon from './syn/escaped-semicolon.ts';
import synFamily from './syn/family.ts';
import synIncludeOrigin from './syn/include-origin.ts';
import synMixedIndentation from './syn/mixed-indentation.ts';
import synNameCharacter from './syn/name-character.ts';
import synNoFinalNewline from './syn/no-final-newline.ts';
import synNonAsciiText from './syn/non-ascii-text.ts';
import synNonAscii from './syn/non-ascii.ts';
import synReader from './syn/reader.ts';
import synSplitGroup from './syn/split-group.ts';
import synTabInQuoted from './syn/tab-in-quoted.ts';
import synTrailingSpace from './syn/trailing-space.ts';
import synTtlClassOrder from './syn/ttl-class-order.ts';
import synUnquotedString from './syn/unquoted-string.ts';
import targetHost from './target/host.ts';
import targetUrl from './target/url.ts';
import tlsaFamily from './tlsa/family.ts';
import tlsaPartialMx from './tlsa/partial-mx.ts';
import tlsaRolloverSingle from './tlsa/rollover-single.ts';
import tlsaUnsignedZone from './tlsa/unsigned-zone.ts';
import tlsrptFamily from './tlsrpt/family.ts';
import ttlFamily from './ttl/family.ts';
import ttlNsLow from './ttl/ns-low.ts';
import txtFamily from './txt/family.ts';
import txtLabelValue from './txt/label-value.ts';
import txtSlips from './txt/slips.ts';
import typeObsolete from './type/obsolete.ts';
import typePortable from './type/portable.ts';
import underscoreFamily from './underscore/family.ts';
import uriFamily from './uri/family.ts';
import verificationTokenDuplicates from './verification/token-duplicates.ts';
import wildBlocked from './wild/blocked.ts';
import wildFamily from './wild/family.ts';
import wildMx from './wild/mx.ts';
import zoneAtInName from './zone/at-in-name.ts';
import zoneDoubleOrigin from './zone/double-origin.ts';
import zoneErTxt from './zone/er-txt.ts';
import zoneExtraDot from './zone/extra-dot.ts';
import zoneMissingDot from './zone/missing-dot.ts';
import zoneMultipleSoa from './zone/multiple-soa.ts';
import zoneNameCase from './zone/name-case.ts';
import zoneNoApexNs from './zone/no-apex-ns.ts';
import zoneNoSoa from './zone/no-soa.ts';
import zoneOrder from './zone/order.ts';
import zoneOutOfZoneData from './zone/out-of-zone-data.ts';
import zoneSerialUnchanged from './zone/serial-unchanged.ts';
import zoneSerial from './zone/serial.ts';
import zoneServedBy from './zone/served-by.ts';
import zoneSoaNotApex from './zone/soa-not-apex.ts';
import zoneSoaNotFirst from './zone/soa-not-first.ts';
import zoneTooManyRecordsPerType from './zone/too-many-records-per-type.ts';
import zonemdDigest from './zonemd/digest.ts';
import zonemdFamily from './zonemd/family.ts';

const files: readonly (Rule | readonly Rule[])[] = [
  addrFamily as Rule | readonly Rule[],
  afsdbSubtype as Rule | readonly Rule[],
  aplContrary as Rule | readonly Rule[],
  aplHostBits as Rule | readonly Rule[],
  bannerHost as Rule | readonly Rule[],
  bannerNotSendingInSpf as Rule | readonly Rule[],
  bimiFamily as Rule | readonly Rule[],
  caaProperty as Rule | readonly Rule[],
  caaTagCase as Rule | readonly Rule[],
  caaTogether as Rule | readonly Rule[],
  catzLetterCase as Rule | readonly Rule[],
  catzMemberPtr as Rule | readonly Rule[],
  catzMemberSelf as Rule | readonly Rule[],
  catzMemberTwice as Rule | readonly Rule[],
  catzMemberType as Rule | readonly Rule[],
  catzOtherData as Rule | readonly Rule[],
  catzProperties as Rule | readonly Rule[],
  catzValues as Rule | readonly Rule[],
  catzVersion as Rule | readonly Rule[],
  cdsAlone as Rule | readonly Rule[],
  cdsFamily as Rule | readonly Rule[],
  certFields as Rule | readonly Rule[],
  cnameAndOther as Rule | readonly Rule[],
  cnameChain as Rule | readonly Rule[],
  cnameDangling as Rule | readonly Rule[],
  cnameLoop as Rule | readonly Rule[],
  cnameMultiple as Rule | readonly Rule[],
  cnameTarget as Rule | readonly Rule[],
  cnameToRoot as Rule | readonly Rule[],
  cnameWantedType as Rule | readonly Rule[],
  csyncFamily as Rule | readonly Rule[],
  csyncMultiple as Rule | readonly Rule[],
  delegCuts as Rule | readonly Rule[],
  delegDsApex as Rule | readonly Rule[],
  delegDsWithoutNs as Rule | readonly Rule[],
  delegGlueMissing as Rule | readonly Rule[],
  delegNsCname as Rule | readonly Rule[],
  delegNsNoAddress as Rule | readonly Rule[],
  delegNsRoot as Rule | readonly Rule[],
  delegNsSameSubnet as Rule | readonly Rule[],
  delegNsWildcard as Rule | readonly Rule[],
  delegServers as Rule | readonly Rule[],
  dhcidLength as Rule | readonly Rule[],
  dirGenerateOverlap as Rule | readonly Rule[],
  dirGeneratePortable as Rule | readonly Rule[],
  dirOriginMismatchFilename as Rule | readonly Rule[],
  dirOriginOutside as Rule | readonly Rule[],
  dirOriginPortable as Rule | readonly Rule[],
  dirOriginRelative as Rule | readonly Rule[],
  dirOriginUnused as Rule | readonly Rule[],
  dkimFamily as Rule | readonly Rule[],
  dmarcFamily as Rule | readonly Rule[],
  dnameAndNs as Rule | readonly Rule[],
  dnameChildren as Rule | readonly Rule[],
  dnameLoop as Rule | readonly Rule[],
  dnameMultiple as Rule | readonly Rule[],
  dnskeyKey as Rule | readonly Rule[],
  dnskeySelfSigned as Rule | readonly Rule[],
  dnskeyTogether as Rule | readonly Rule[],
  dsFamily as Rule | readonly Rule[],
  dsKeyMismatch as Rule | readonly Rule[],
  dsyncFamily as Rule | readonly Rule[],
  gposRange as Rule | readonly Rule[],
  hipFamily as Rule | readonly Rule[],
  hostALabels as Rule | readonly Rule[],
  hostAllNumericTld as Rule | readonly Rule[],
  hostFamily as Rule | readonly Rule[],
  httpsPrefix as Rule | readonly Rule[],
  isdnFormat as Rule | readonly Rule[],
  keyFamily as Rule | readonly Rule[],
  lpSelf as Rule | readonly Rule[],
  mtastsFamily as Rule | readonly Rule[],
  mtastsPolicy as Rule | readonly Rule[],
  mxBackupWorse as Rule | readonly Rule[],
  mxBelowDname as Rule | readonly Rule[],
  mxCname as Rule | readonly Rule[],
  mxDuplicateTarget as Rule | readonly Rule[],
  mxIsIp as Rule | readonly Rule[],
  mxLocalhost as Rule | readonly Rule[],
  mxMissingDot as Rule | readonly Rule[],
  mxNoAddress as Rule | readonly Rule[],
  mxNullNonzeroPref as Rule | readonly Rule[],
  mxNullWithOthers as Rule | readonly Rule[],
  mxNullWithSpfPass as Rule | readonly Rule[],
  mxPosture as Rule | readonly Rule[],
  mxPrivate as Rule | readonly Rule[],
  mxProvider as Rule | readonly Rule[],
  mxSameAddressTwice as Rule | readonly Rule[],
  mxSingle as Rule | readonly Rule[],
  mxTargetNoAaaa as Rule | readonly Rule[],
  mxTargetTtlLow as Rule | readonly Rule[],
  naptrFamily as Rule | readonly Rule[],
  nsIsIp as Rule | readonly Rule[],
  nsecBitmap as Rule | readonly Rule[],
  nsecChain as Rule | readonly Rule[],
  nsecMissing as Rule | readonly Rule[],
  nsecMultiple as Rule | readonly Rule[],
  nsec3Chain as Rule | readonly Rule[],
  nsec3Owner as Rule | readonly Rule[],
  nsec3paramFamily as Rule | readonly Rule[],
  openpgpkeyFamily as Rule | readonly Rule[],
  ptrGenericName as Rule | readonly Rule[],
  ptrMismatch as Rule | readonly Rule[],
  ptrMissing as Rule | readonly Rule[],
  ptrNoZone as Rule | readonly Rule[],
  ptrReverseOwner as Rule | readonly Rule[],
  ptrTargetCname as Rule | readonly Rule[],
  ptrTarget as Rule | readonly Rule[],
  resinfoKeys as Rule | readonly Rule[],
  rpTxtMissing as Rule | readonly Rule[],
  rpzCnameTarget as Rule | readonly Rule[],
  rpzIpPrefix as Rule | readonly Rule[],
  rpzPassthruDeprecated as Rule | readonly Rule[],
  rpzRecordType as Rule | readonly Rule[],
  rpzTrigger as Rule | readonly Rule[],
  rrsetDuplicate as Rule | readonly Rule[],
  rrsetSingleAddressRedundancy as Rule | readonly Rule[],
  rrsetSingletonMultiple as Rule | readonly Rule[],
  rrsetSize as Rule | readonly Rule[],
  rrsetTtlMismatch as Rule | readonly Rule[],
  rrsetTxtApexCount as Rule | readonly Rule[],
  rrsigAlgorithmMissing as Rule | readonly Rule[],
  rrsigFamily as Rule | readonly Rule[],
  rrsigInvalid as Rule | readonly Rule[],
  rrsigMissing as Rule | readonly Rule[],
  rrsigNotAuthoritative as Rule | readonly Rule[],
  rrsigTypeMissing as Rule | readonly Rule[],
  smimeaFamily as Rule | readonly Rule[],
  smtpSrvCleartext as Rule | readonly Rule[],
  soaCommentMismatch as Rule | readonly Rule[],
  soaNames as Rule | readonly Rule[],
  soaNegativeTtl as Rule | readonly Rule[],
  soaRnameAt as Rule | readonly Rule[],
  soaTimers as Rule | readonly Rule[],
  spfAtWrongName as Rule | readonly Rule[],
  spfFamily as Rule | readonly Rule[],
  spfMultiple as Rule | readonly Rule[],
  spfMxHostNotCovered as Rule | readonly Rule[],
  spfNoneForMxHost as Rule | readonly Rule[],
  spfSubdomainMissing as Rule | readonly Rule[],
  spfType99 as Rule | readonly Rule[],
  srvFamily as Rule | readonly Rule[],
  srvMailPort as Rule | readonly Rule[],
  srvTarget as Rule | readonly Rule[],
  sshfpFamily as Rule | readonly Rule[],
  svcbAutoMandatory as Rule | readonly Rule[],
  svcbEchEmpty as Rule | readonly Rule[],
  svcbForMail as Rule | readonly Rule[],
  svcbKeyPortable as Rule | readonly Rule[],
  svcbModes as Rule | readonly Rule[],
  svcbParams as Rule | readonly Rule[],
  svcbTargetCname as Rule | readonly Rule[],
  svcbTargetQuoted as Rule | readonly Rule[],
  svcbTargetSelf as Rule | readonly Rule[],
  svcbTargets as Rule | readonly Rule[],
  synCrlf as Rule | readonly Rule[],
  synEscapedSemicolon as Rule | readonly Rule[],
  synFamily as Rule | readonly Rule[],
  synIncludeOrigin as Rule | readonly Rule[],
  synMixedIndentation as Rule | readonly Rule[],
  synNameCharacter as Rule | readonly Rule[],
  synNoFinalNewline as Rule | readonly Rule[],
  synNonAsciiText as Rule | readonly Rule[],
  synNonAscii as Rule | readonly Rule[],
  synReader as Rule | readonly Rule[],
  synSplitGroup as Rule | readonly Rule[],
  synTabInQuoted as Rule | readonly Rule[],
  synTrailingSpace as Rule | readonly Rule[],
  synTtlClassOrder as Rule | readonly Rule[],
  synUnquotedString as Rule | readonly Rule[],
  targetHost as Rule | readonly Rule[],
  targetUrl as Rule | readonly Rule[],
  tlsaFamily as Rule | readonly Rule[],
  tlsaPartialMx as Rule | readonly Rule[],
  tlsaRolloverSingle as Rule | readonly Rule[],
  tlsaUnsignedZone as Rule | readonly Rule[],
  tlsrptFamily as Rule | readonly Rule[],
  ttlFamily as Rule | readonly Rule[],
  ttlNsLow as Rule | readonly Rule[],
  txtFamily as Rule | readonly Rule[],
  txtLabelValue as Rule | readonly Rule[],
  txtSlips as Rule | readonly Rule[],
  typeObsolete as Rule | readonly Rule[],
  typePortable as Rule | readonly Rule[],
  underscoreFamily as Rule | readonly Rule[],
  uriFamily as Rule | readonly Rule[],
  verificationTokenDuplicates as Rule | readonly Rule[],
  wildBlocked as Rule | readonly Rule[],
  wildFamily as Rule | readonly Rule[],
  wildMx as Rule | readonly Rule[],
  zoneAtInName as Rule | readonly Rule[],
  zoneDoubleOrigin as Rule | readonly Rule[],
  zoneErTxt as Rule | readonly Rule[],
  zoneExtraDot as Rule | readonly Rule[],
  zoneMissingDot as Rule | readonly Rule[],
  zoneMultipleSoa as Rule | readonly Rule[],
  zoneNameCase as Rule | readonly Rule[],
  zoneNoApexNs as Rule | readonly Rule[],
  zoneNoSoa as Rule | readonly Rule[],
  zoneOrder as Rule | readonly Rule[],
  zoneOutOfZoneData as Rule | readonly Rule[],
  zoneSerialUnchanged as Rule | readonly Rule[],
  zoneSerial as Rule | readonly Rule[],
  zoneServedBy as Rule | readonly Rule[],
  zoneSoaNotApex as Rule | readonly Rule[],
  zoneSoaNotFirst as Rule | readonly Rule[],
  zoneTooManyRecordsPerType as Rule | readonly Rule[],
  zonemdDigest as Rule | readonly Rule[],
  zonemdFamily as Rule | readonly Rule[],
];

/** Every rule, in the order of their codes. */
export const allRules: readonly Rule[] = files.flat();
