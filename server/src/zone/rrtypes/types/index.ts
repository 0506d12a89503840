import type { RecordType } from '../fields/record-type.ts';
import { A } from './a.ts';
import { A6 } from './a6.ts';
import { AAAA } from './aaaa.ts';
import { AFSDB } from './afsdb.ts';
import { AMTRELAY } from './amtrelay.ts';
import { ANY } from './any.ts';
import { APL } from './apl.ts';
import { ATMA } from './atma.ts';
import { AVC } from './avc.ts';
import { AXFR } from './axfr.ts';
import { BRID } from './brid.ts';
import { CAA } from './caa.ts';
import { CDNSKEY } from './cdnskey.ts';
import { CDS } from './cds.ts';
import { CERT } from './cert.ts';
import { CLA } from './cla.ts';
import { CNAME } from './cname.ts';
import { CSYNC } from './csync.ts';
import { DHCID } from './dhcid.ts';
import { DLV } from './dlv.ts';
import { DNAME } from './dname.ts';
import { DNSKEY } from './dnskey.ts';
import { DOA } from './doa.ts';
import { DS } from './ds.ts';
import { DSYNC } from './dsync.ts';
import { EID } from './eid.ts';
import { EUI48 } from './eui48.ts';
import { EUI64 } from './eui64.ts';
import { GID } from './gid.ts';
import { GPOS } from './gpos.ts';
import { HHIT } from './hhit.ts';
import { HINFO } from './hinfo.ts';
import { HIP } from './hip.ts';
import { HTTPS } from './https.ts';
import { IPN } from './ipn.ts';
import { IPSECKEY } from './ipseckey.ts';
import { ISDN } from './isdn.ts';
import { IXFR } from './ixfr.ts';
import { KEY } from './key.ts';
import { KX } from './kx.ts';
import { L32 } from './l32.ts';
import { L64 } from './l64.ts';
import { LOC } from './loc.ts';
import { LP } from './lp.ts';
import { MAILA } from './maila.ts';
import { MAILB } from './mailb.ts';
import { MB } from './mb.ts';
import { MD } from './md.ts';
import { MF } from './mf.ts';
import { MG } from './mg.ts';
import { MINFO } from './minfo.ts';
import { MR } from './mr.ts';
import { MX } from './mx.ts';
import { NAPTR } from './naptr.ts';
import { NID } from './nid.ts';
import { NIMLOC } from './nimloc.ts';
import { NINFO } from './ninfo.ts';
import { NS } from './ns.ts';
import { NSAP } from './nsap.ts';
import { NSAP_PTR } from './nsap-ptr.ts';
import { NSEC } from './nsec.ts';
import { NSEC3 } from './nsec3.ts';
import { NSEC3PARAM } from './nsec3param.ts';
import { NULL } from './null.ts';
import { NXNAME } from './nxname.ts';
import { NXT } from './nxt.ts';
import { OPENPGPKEY } from './openpgpkey.ts';
import { OPT } from './opt.ts';
import { PTR } from './ptr.ts';
import { PX } from './px.ts';
import { RESINFO } from './resinfo.ts';
import { RKEY } from './rkey.ts';
import { RP } from './rp.ts';
import { RRSIG } from './rrsig.ts';
import { RT } from './rt.ts';
import { SIG } from './sig.ts';
import { SINK } from './sink.ts';
import { SMIMEA } from './smimea.ts';
import { SOA } from './soa.ts';
import { SPF } from './spf.ts';
import { SRV } from './srv.ts';
import { SSHFP } from './sshfp.ts';
import { SVCB } from './svcb.ts';
import { TA } from './ta.ts';
import { TALINK } from './talink.ts';
import { TKEY } from './tkey.ts';
import { TLSA } from './tlsa.ts';
import { TSIG } from './tsig.ts';
import { TXT } from './txt.ts';
import { UID } from './uid.ts';
import { UINFO } from './uinfo.ts';
import { UNSPEC } from './unspec.ts';
import { URI } from './uri.ts';
import { WALLET } from './wallet.ts';
import { WINS } from './wins.ts';
import { WINSR } from './winsr.ts';
import { WKS } from './wks.ts';
import { X25 } from './x25.ts';
import { ZONEMD } from './zonemd.ts';

/** Every record type with a name: those of the IANA registry "Resource Record (RR) TYPEs", and what Windows servers add. A type joins by its line here. */
export const typeTable: readonly RecordType[] = [
  A,
  A6,
  AAAA,
  AFSDB,
  AMTRELAY,
  ANY,
  APL,
  ATMA,
  AVC,
  AXFR,
  BRID,
  CAA,
  CDNSKEY,
  CDS,
  CERT,
  CLA,
  CNAME,
  CSYNC,
  DHCID,
  DLV,
  DNAME,
  DNSKEY,
  DOA,
  DS,
  DSYNC,
  EID,
  EUI48,
  EUI64,
  GID,
  GPOS,
  HHIT,
  HINFO,
  HIP,
  HTTPS,
  IPN,
  IPSECKEY,
  ISDN,
  IXFR,
  KEY,
  KX,
  L32,
  L64,
  LOC,
  LP,
  MAILA,
  MAILB,
  MB,
  MD,
  MF,
  MG,
  MINFO,
  MR,
  MX,
  NAPTR,
  NID,
  NIMLOC,
  NINFO,
  NS,
  NSAP,
  NSAP_PTR,
  NSEC,
  NSEC3,
  NSEC3PARAM,
  NULL,
  NXNAME,
  NXT,
  OPENPGPKEY,
  OPT,
  PTR,
  PX,
  RESINFO,
  RKEY,
  RP,
  RRSIG,
  RT,
  SIG,
  SINK,
  SMIMEA,
  SOA,
  SPF,
  SRV,
  SSHFP,
  SVCB,
  TA,
  TALINK,
  TKEY,
  TLSA,
  TSIG,
  TXT,
  UID,
  UINFO,
  UNSPEC,
  URI,
  WALLET,
  WINS,
  WINSR,
  WKS,
  X25,
  ZONEMD,
];
