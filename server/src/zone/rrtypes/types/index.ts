import type { RecordType } from '../record-type.ts';
import { A } from './a.ts';
import { AAAA } from './aaaa.ts';
import { CAA } from './caa.ts';
import { CNAME } from './cname.ts';
import { MX } from './mx.ts';
import { NS } from './ns.ts';
import { PTR } from './ptr.ts';
import { SOA } from './soa.ts';
import { SRV } from './srv.ts';
import { TXT } from './txt.ts';

/** Every record type with a name. */
export const typeTable: readonly RecordType[] = [A, AAAA, CAA, CNAME, MX, NS, PTR, SOA, SRV, TXT];
