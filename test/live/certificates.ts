/** Certificates of an authority made for one test, by openssl. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const withoutOpenssl: string | false =
  spawnSync('openssl', ['version']).error === undefined ? false : 'needs openssl';

export interface Pair {
  readonly key: string;
  readonly cert: string;
}

export class Authority {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-ca-'));
  private made = 0;

  constructor() {
    this.openssl(
      ...`req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem -days 30 -subj /O=Test/CN=ca`.split(
        ' ',
      ),
    );
    writeFileSync(path.join(this.folder, 'index.txt'), '');
    writeFileSync(
      path.join(this.folder, 'ca.conf'),
      '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nunique_subject=no\ncopy_extensions=copy\n[p]\ncommonName=optional\n',
    );
  }

  /** The file with the authority's own certificate. */
  get file(): string {
    return path.join(this.folder, 'ca.pem');
  }

  /** A certificate for names; `dates` as openssl has them, for one whose time is over or hasn't come. */
  issue(names: readonly string[], [from, to] = ['20240101000000Z', '20490101000000Z']): Pair {
    const name = `c${this.made++}`;
    this.openssl(
      ...`req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=x`.split(
        ' ',
      ),
      '-addext',
      `subjectAltName=${names.map((one) => `DNS:${one}`).join(',')}`,
    );
    this.openssl(
      ...`ca -batch -notext -config ca.conf -cert ca.pem -keyfile ca.key -in ${name}.csr -out ${name}.pem -startdate ${from} -enddate ${to}`.split(
        ' ',
      ),
    );
    const read = (ending: string): string => readFileSync(path.join(this.folder, name + ending), 'utf8');
    return { key: read('.key'), cert: read('.pem') };
  }

  private openssl(...args: readonly string[]): void {
    const { status, stderr } = spawnSync('openssl', args, { cwd: this.folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}\n${stderr}`);
  }
}
