// Written by `npm run docs` from the tables beside it.
import { aCodes } from './a.ts';
import { aaaaCodes } from './aaaa.ts';
import { addrCodes } from './addr.ts';
import { afsdbCodes } from './afsdb.ts';
import { amtrelayCodes } from './amtrelay.ts';
import { aplCodes } from './apl.ts';
import { atmaCodes } from './atma.ts';
import { bannerCodes } from './banner.ts';
import { bimiCodes } from './bimi.ts';
import { caaCodes } from './caa.ts';
import { catzCodes } from './catz.ts';
import { cdsCodes } from './cds.ts';
import { certCodes } from './cert.ts';
import { cnameCodes } from './cname.ts';
import { configCodes } from './config.ts';
import { csyncCodes } from './csync.ts';
import { delegCodes } from './deleg.ts';
import { dhcidCodes } from './dhcid.ts';
import { dirCodes } from './dir.ts';
import { dkimCodes } from './dkim.ts';
import { dmarcCodes } from './dmarc.ts';
import { dnameCodes } from './dname.ts';
import { dnskeyCodes } from './dnskey.ts';
import { dsCodes } from './ds.ts';
import { dsyncCodes } from './dsync.ts';
import { eui48Codes } from './eui48.ts';
import { eui64Codes } from './eui64.ts';
import { gposCodes } from './gpos.ts';
import { hipCodes } from './hip.ts';
import { hostCodes } from './host.ts';
import { httpsCodes } from './https.ts';
import { ipseckeyCodes } from './ipseckey.ts';
import { isdnCodes } from './isdn.ts';
import { keyCodes } from './key.ts';
import { locCodes } from './loc.ts';
import { lpCodes } from './lp.ts';
import { mtastsCodes } from './mtasts.ts';
import { mxCodes } from './mx.ts';
import { naptrCodes } from './naptr.ts';
import { nidCodes } from './nid.ts';
import { nsCodes } from './ns.ts';
import { nsapCodes } from './nsap.ts';
import { nsecCodes } from './nsec.ts';
import { nsec3Codes } from './nsec3.ts';
import { nsec3paramCodes } from './nsec3param.ts';
import { openpgpkeyCodes } from './openpgpkey.ts';
import { placeholderCodes } from './placeholder.ts';
import { ptrCodes } from './ptr.ts';
import { resinfoCodes } from './resinfo.ts';
import { revCodes } from './rev.ts';
import { rpCodes } from './rp.ts';
import { rpzCodes } from './rpz.ts';
import { rrsetCodes } from './rrset.ts';
import { rrsigCodes } from './rrsig.ts';
import { settingsCodes } from './settings.ts';
import { smimeaCodes } from './smimea.ts';
import { smtpCodes } from './smtp.ts';
import { soaCodes } from './soa.ts';
import { spfCodes } from './spf.ts';
import { srvCodes } from './srv.ts';
import { sshfpCodes } from './sshfp.ts';
import { suppressionCodes } from './suppression.ts';
import { svcbCodes } from './svcb.ts';
import { synCodes } from './syn.ts';
import { targetCodes } from './target.ts';
import { tlsaCodes } from './tlsa.ts';
import { tlsrptCodes } from './tlsrpt.ts';
import { ttlCodes } from './ttl.ts';
import { txtCodes } from './txt.ts';
import { typeCodes } from './type.ts';
import { underscoreCodes } from './underscore.ts';
import { uriCodes } from './uri.ts';
import { verificationCodes } from './verification.ts';
import { wildCodes } from './wild.ts';
import { wksCodes } from './wks.ts';
import { x25Codes } from './x25.ts';
import { zoneCodes } from './zone.ts';
import { zonemdCodes } from './zonemd.ts';

/** Every code there is, with what lists, pages and findings say about it. */
export const table = {
  ...aCodes,
  ...aaaaCodes,
  ...addrCodes,
  ...afsdbCodes,
  ...amtrelayCodes,
  ...aplCodes,
  ...atmaCodes,
  ...bannerCodes,
  ...bimiCodes,
  ...caaCodes,
  ...catzCodes,
  ...cdsCodes,
  ...certCodes,
  ...cnameCodes,
  ...configCodes,
  ...csyncCodes,
  ...delegCodes,
  ...dhcidCodes,
  ...dirCodes,
  ...dkimCodes,
  ...dmarcCodes,
  ...dnameCodes,
  ...dnskeyCodes,
  ...dsCodes,
  ...dsyncCodes,
  ...eui48Codes,
  ...eui64Codes,
  ...gposCodes,
  ...hipCodes,
  ...hostCodes,
  ...httpsCodes,
  ...ipseckeyCodes,
  ...isdnCodes,
  ...keyCodes,
  ...locCodes,
  ...lpCodes,
  ...mtastsCodes,
  ...mxCodes,
  ...naptrCodes,
  ...nidCodes,
  ...nsCodes,
  ...nsapCodes,
  ...nsecCodes,
  ...nsec3Codes,
  ...nsec3paramCodes,
  ...openpgpkeyCodes,
  ...placeholderCodes,
  ...ptrCodes,
  ...resinfoCodes,
  ...revCodes,
  ...rpCodes,
  ...rpzCodes,
  ...rrsetCodes,
  ...rrsigCodes,
  ...settingsCodes,
  ...smimeaCodes,
  ...smtpCodes,
  ...soaCodes,
  ...spfCodes,
  ...srvCodes,
  ...sshfpCodes,
  ...suppressionCodes,
  ...svcbCodes,
  ...synCodes,
  ...targetCodes,
  ...tlsaCodes,
  ...tlsrptCodes,
  ...ttlCodes,
  ...txtCodes,
  ...typeCodes,
  ...underscoreCodes,
  ...uriCodes,
  ...verificationCodes,
  ...wildCodes,
  ...wksCodes,
  ...x25Codes,
  ...zoneCodes,
  ...zonemdCodes,
};
