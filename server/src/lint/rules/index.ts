// Written by `npm run docs` from the files beside it.
import type { Check } from '../engine/check.ts';
import addrAddrChecks from './addr/addr-checks.ts';
import addrUnreachable from './addr/unreachable.ts';
import afsdbSubtype from './afsdb/subtype.ts';
import aplContrary from './apl/contrary.ts';
import aplHostBits from './apl/host-bits.ts';
import bannerBannerHost from './banner/banner-host.ts';
import bannerNotSendingInSpf from './banner/not-sending-in-spf.ts';
import bimiBimiChecks from './bimi/bimi-checks.ts';
import caaCaaSet from './caa/caa-set.ts';
import caaProperty from './caa/property.ts';
import caaTagCase from './caa/tag-case.ts';
import catzCatzVersion from './catz/catz-version.ts';
import catzLetterCase from './catz/letter-case.ts';
import catzMemberPtr from './catz/member-ptr.ts';
import catzMemberSelf from './catz/member-self.ts';
import catzMemberTwice from './catz/member-twice.ts';
import catzMemberType from './catz/member-type.ts';
import catzOtherData from './catz/other-data.ts';
import catzProperties from './catz/properties.ts';
import catzValues from './catz/values.ts';
import cdsAlone from './cds/alone.ts';
import cdsCdsChecks from './cds/cds-checks.ts';
import certFields from './cert/fields.ts';
import cnameAndOther from './cname/and-other.ts';
import cnameChain from './cname/chain.ts';
import cnameCnameTarget from './cname/cname-target.ts';
import cnameDangling from './cname/dangling.ts';
import cnameLoop from './cname/loop.ts';
import cnameMultiple from './cname/multiple.ts';
import cnameToRoot from './cname/to-root.ts';
import cnameWantedType from './cname/wanted-type.ts';
import csyncCsyncChecks from './csync/csync-checks.ts';
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
import dkimAliasForm from './dkim/alias-form.ts';
import dkimDkimChecks from './dkim/dkim-checks.ts';
import dmarcAlias from './dmarc/alias.ts';
import dmarcDmarcChecks from './dmarc/dmarc-checks.ts';
import dnameAndNs from './dname/and-ns.ts';
import dnameChildren from './dname/children.ts';
import dnameLoop from './dname/loop.ts';
import dnameMultiple from './dname/multiple.ts';
import dnskeyDnskeyChecks from './dnskey/dnskey-checks.ts';
import dnskeyDnskeySet from './dnskey/dnskey-set.ts';
import dnskeySelfSigned from './dnskey/self-signed.ts';
import dnskeyUnsigned from './dnskey/unsigned.ts';
import dsDigestSize from './ds/digest-size.ts';
import dsDsChecks from './ds/ds-checks.ts';
import dsKeyMismatch from './ds/key-mismatch.ts';
import dsyncDsyncChecks from './dsync/dsync-checks.ts';
import gposRange from './gpos/range.ts';
import hipHipChecks from './hip/hip-checks.ts';
import hostALabels from './host/a-labels.ts';
import hostAllNumericTld from './host/all-numeric-tld.ts';
import hostHostChecks from './host/host-checks.ts';
import httpsPrefix from './https/prefix.ts';
import ipseckeyNoAlgorithm from './ipseckey/no-algorithm.ts';
import isdnFormat from './isdn/format.ts';
import keyKeyChecks from './key/key-checks.ts';
import lpSelf from './lp/self.ts';
import mtastsMtastsChecks from './mtasts/mtasts-checks.ts';
import mtastsPolicyFileChecks from './mtasts/policy-file-checks.ts';
import mxBackupWorse from './mx/backup-worse.ts';
import mxBelowDname from './mx/below-dname.ts';
import mxCname from './mx/cname.ts';
import mxDuplicateTarget from './mx/duplicate-target.ts';
import mxIsIp from './mx/is-ip.ts';
import mxLocalhost from './mx/localhost.ts';
import mxMissingDot from './mx/missing-dot.ts';
import mxMxPosture from './mx/mx-posture.ts';
import mxMxProvider from './mx/mx-provider.ts';
import mxNoAddress from './mx/no-address.ts';
import mxNullNonzeroPref from './mx/null-nonzero-pref.ts';
import mxNullWithOthers from './mx/null-with-others.ts';
import mxNullWithSpfPass from './mx/null-with-spf-pass.ts';
import mxPrivate from './mx/private.ts';
import mxSameAddressTwice from './mx/same-address-twice.ts';
import mxSingle from './mx/single.ts';
import mxTargetNoAaaa from './mx/target-no-aaaa.ts';
import mxTargetTtlLow from './mx/target-ttl-low.ts';
import naptrNaptrChecks from './naptr/naptr-checks.ts';
import nsIsIp from './ns/is-ip.ts';
import nsecBitmap from './nsec/bitmap.ts';
import nsecChain from './nsec/chain.ts';
import nsecMissing from './nsec/missing.ts';
import nsecMultiple from './nsec/multiple.ts';
import nsec3Chain from './nsec3/chain.ts';
import nsec3Owner from './nsec3/owner.ts';
import nsec3paramNsec3paramChecks from './nsec3param/nsec3param-checks.ts';
import openpgpkeyOpenpgpkeyChecks from './openpgpkey/openpgpkey-checks.ts';
import placeholderPlaceholderChecks from './placeholder/placeholder-checks.ts';
import ptrGenericName from './ptr/generic-name.ts';
import ptrMismatch from './ptr/mismatch.ts';
import ptrMissing from './ptr/missing.ts';
import ptrNoZone from './ptr/no-zone.ts';
import ptrPtrTarget from './ptr/ptr-target.ts';
import ptrReverseOwner from './ptr/reverse-owner.ts';
import ptrTargetCname from './ptr/target-cname.ts';
import resinfoKeys from './resinfo/keys.ts';
import revInForwardZone from './rev/in-forward-zone.ts';
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
import rrsigInvalid from './rrsig/invalid.ts';
import rrsigMissing from './rrsig/missing.ts';
import rrsigNotAuthoritative from './rrsig/not-authoritative.ts';
import rrsigRrsigChecks from './rrsig/rrsig-checks.ts';
import rrsigTooMany from './rrsig/too-many.ts';
import rrsigTypeMissing from './rrsig/type-missing.ts';
import smimeaSmimeaChecks from './smimea/smimea-checks.ts';
import smtpSrvCleartext from './smtp/srv-cleartext.ts';
import soaCommentMismatch from './soa/comment-mismatch.ts';
import soaNegativeTtl from './soa/negative-ttl.ts';
import soaRnameAt from './soa/rname-at.ts';
import soaSoaNames from './soa/soa-names.ts';
import soaTimers from './soa/timers.ts';
import spfAtWrongName from './spf/at-wrong-name.ts';
import spfMultiple from './spf/multiple.ts';
import spfMxHostNotCovered from './spf/mx-host-not-covered.ts';
import spfNoneForMxHost from './spf/none-for-mx-host.ts';
import spfSpfChecks from './spf/spf-checks.ts';
import spfSubdomainMissing from './spf/subdomain-missing.ts';
import spfType99 from './spf/type99.ts';
import srvDirectoryPort from './srv/directory-port.ts';
import srvMailPort from './srv/mail-port.ts';
import srvSrvChecks from './srv/srv-checks.ts';
import srvSrvTarget from './srv/srv-target.ts';
import srvUnreachable from './srv/unreachable.ts';
import sshfpSshfpChecks from './sshfp/sshfp-checks.ts';
import svcbAutoMandatory from './svcb/auto-mandatory.ts';
import svcbEchEmpty from './svcb/ech-empty.ts';
import svcbForMail from './svcb/for-mail.ts';
import svcbHintUnreachable from './svcb/hint-unreachable.ts';
import svcbKeyPortable from './svcb/key-portable.ts';
import svcbModes from './svcb/modes.ts';
import svcbParams from './svcb/params.ts';
import svcbSvcbTargets from './svcb/svcb-targets.ts';
import svcbTargetCname from './svcb/target-cname.ts';
import svcbTargetQuoted from './svcb/target-quoted.ts';
import svcbTargetSelf from './svcb/target-self.ts';
import svcbUnusable from './svcb/unusable.ts';
import synCrlf from './syn/crlf.ts';
import synEscapedSemicolon from './syn/escaped-semicolon.ts';
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
import targetTargetHost from './target/target-host.ts';
import targetUrl from './target/url.ts';
import tlsaPartialMx from './tlsa/partial-mx.ts';
import tlsaRolloverSingle from './tlsa/rollover-single.ts';
import tlsaTlsaChecks from './tlsa/tlsa-checks.ts';
import tlsaUnsignedZone from './tlsa/unsigned-zone.ts';
import tlsrptTlsrptChecks from './tlsrpt/tlsrpt-checks.ts';
import ttlNsLow from './ttl/ns-low.ts';
import ttlTtlChecks from './ttl/ttl-checks.ts';
import txtLabelValue from './txt/label-value.ts';
import txtSlips from './txt/slips.ts';
import txtTxtChecks from './txt/txt-checks.ts';
import typeObsolete from './type/obsolete.ts';
import typePortable from './type/portable.ts';
import underscoreMisplaced from './underscore/misplaced.ts';
import underscoreUnderscoreChecks from './underscore/underscore-checks.ts';
import uriUriChecks from './uri/uri-checks.ts';
import verificationTokenDuplicates from './verification/token-duplicates.ts';
import wildBlocked from './wild/blocked.ts';
import wildMx from './wild/mx.ts';
import wildUncovered from './wild/uncovered.ts';
import wildWildChecks from './wild/wild-checks.ts';
import zoneAtInName from './zone/at-in-name.ts';
import zoneDoubleOrigin from './zone/double-origin.ts';
import zoneErTxt from './zone/er-txt.ts';
import zoneExtraDot from './zone/extra-dot.ts';
import zoneInheritedOwner from './zone/inherited-owner.ts';
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
import zonemdZonemdChecks from './zonemd/zonemd-checks.ts';

const files: readonly (Check | readonly Check[])[] = [
  addrAddrChecks,
  addrUnreachable,
  afsdbSubtype,
  aplContrary,
  aplHostBits,
  bannerBannerHost,
  bannerNotSendingInSpf,
  bimiBimiChecks,
  caaCaaSet,
  caaProperty,
  caaTagCase,
  catzCatzVersion,
  catzLetterCase,
  catzMemberPtr,
  catzMemberSelf,
  catzMemberTwice,
  catzMemberType,
  catzOtherData,
  catzProperties,
  catzValues,
  cdsAlone,
  cdsCdsChecks,
  certFields,
  cnameAndOther,
  cnameChain,
  cnameCnameTarget,
  cnameDangling,
  cnameLoop,
  cnameMultiple,
  cnameToRoot,
  cnameWantedType,
  csyncCsyncChecks,
  csyncMultiple,
  delegCuts,
  delegDsApex,
  delegDsWithoutNs,
  delegGlueMissing,
  delegNsCname,
  delegNsNoAddress,
  delegNsRoot,
  delegNsSameSubnet,
  delegNsWildcard,
  delegServers,
  dhcidLength,
  dirGenerateOverlap,
  dirGeneratePortable,
  dirOriginMismatchFilename,
  dirOriginOutside,
  dirOriginPortable,
  dirOriginRelative,
  dirOriginUnused,
  dkimAliasForm,
  dkimDkimChecks,
  dmarcAlias,
  dmarcDmarcChecks,
  dnameAndNs,
  dnameChildren,
  dnameLoop,
  dnameMultiple,
  dnskeyDnskeyChecks,
  dnskeyDnskeySet,
  dnskeySelfSigned,
  dnskeyUnsigned,
  dsDigestSize,
  dsDsChecks,
  dsKeyMismatch,
  dsyncDsyncChecks,
  gposRange,
  hipHipChecks,
  hostALabels,
  hostAllNumericTld,
  hostHostChecks,
  httpsPrefix,
  ipseckeyNoAlgorithm,
  isdnFormat,
  keyKeyChecks,
  lpSelf,
  mtastsMtastsChecks,
  mtastsPolicyFileChecks,
  mxBackupWorse,
  mxBelowDname,
  mxCname,
  mxDuplicateTarget,
  mxIsIp,
  mxLocalhost,
  mxMissingDot,
  mxMxPosture,
  mxMxProvider,
  mxNoAddress,
  mxNullNonzeroPref,
  mxNullWithOthers,
  mxNullWithSpfPass,
  mxPrivate,
  mxSameAddressTwice,
  mxSingle,
  mxTargetNoAaaa,
  mxTargetTtlLow,
  naptrNaptrChecks,
  nsIsIp,
  nsecBitmap,
  nsecChain,
  nsecMissing,
  nsecMultiple,
  nsec3Chain,
  nsec3Owner,
  nsec3paramNsec3paramChecks,
  openpgpkeyOpenpgpkeyChecks,
  placeholderPlaceholderChecks,
  ptrGenericName,
  ptrMismatch,
  ptrMissing,
  ptrNoZone,
  ptrPtrTarget,
  ptrReverseOwner,
  ptrTargetCname,
  resinfoKeys,
  revInForwardZone,
  rpTxtMissing,
  rpzCnameTarget,
  rpzIpPrefix,
  rpzPassthruDeprecated,
  rpzRecordType,
  rpzTrigger,
  rrsetDuplicate,
  rrsetSingleAddressRedundancy,
  rrsetSingletonMultiple,
  rrsetSize,
  rrsetTtlMismatch,
  rrsetTxtApexCount,
  rrsigAlgorithmMissing,
  rrsigInvalid,
  rrsigMissing,
  rrsigNotAuthoritative,
  rrsigRrsigChecks,
  rrsigTooMany,
  rrsigTypeMissing,
  smimeaSmimeaChecks,
  smtpSrvCleartext,
  soaCommentMismatch,
  soaNegativeTtl,
  soaRnameAt,
  soaSoaNames,
  soaTimers,
  spfAtWrongName,
  spfMultiple,
  spfMxHostNotCovered,
  spfNoneForMxHost,
  spfSpfChecks,
  spfSubdomainMissing,
  spfType99,
  srvDirectoryPort,
  srvMailPort,
  srvSrvChecks,
  srvSrvTarget,
  srvUnreachable,
  sshfpSshfpChecks,
  svcbAutoMandatory,
  svcbEchEmpty,
  svcbForMail,
  svcbHintUnreachable,
  svcbKeyPortable,
  svcbModes,
  svcbParams,
  svcbSvcbTargets,
  svcbTargetCname,
  svcbTargetQuoted,
  svcbTargetSelf,
  svcbUnusable,
  synCrlf,
  synEscapedSemicolon,
  synIncludeOrigin,
  synMixedIndentation,
  synNameCharacter,
  synNoFinalNewline,
  synNonAsciiText,
  synNonAscii,
  synReader,
  synSplitGroup,
  synTabInQuoted,
  synTrailingSpace,
  synTtlClassOrder,
  synUnquotedString,
  targetTargetHost,
  targetUrl,
  tlsaPartialMx,
  tlsaRolloverSingle,
  tlsaTlsaChecks,
  tlsaUnsignedZone,
  tlsrptTlsrptChecks,
  ttlNsLow,
  ttlTtlChecks,
  txtLabelValue,
  txtSlips,
  txtTxtChecks,
  typeObsolete,
  typePortable,
  underscoreMisplaced,
  underscoreUnderscoreChecks,
  uriUriChecks,
  verificationTokenDuplicates,
  wildBlocked,
  wildMx,
  wildUncovered,
  wildWildChecks,
  zoneAtInName,
  zoneDoubleOrigin,
  zoneErTxt,
  zoneExtraDot,
  zoneInheritedOwner,
  zoneMissingDot,
  zoneMultipleSoa,
  zoneNameCase,
  zoneNoApexNs,
  zoneNoSoa,
  zoneOrder,
  zoneOutOfZoneData,
  zoneSerialUnchanged,
  zoneSerial,
  zoneServedBy,
  zoneSoaNotApex,
  zoneSoaNotFirst,
  zoneTooManyRecordsPerType,
  zonemdDigest,
  zonemdZonemdChecks,
];

/** Every check, in the order of their files. */
export const allChecks: readonly Check[] = files.flat();
