/** The openspf.org test suite for RFC 7208, where it lies beside the project. It is read there, never copied. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { checkHost } from '../../server/src/mail/spf/check-host.ts';
import { tableResolver } from './spf-table.ts';
import type { Table } from './spf-table.ts';

interface SuiteTest {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, SuiteTest>>;
  readonly zonedata: Table;
}

const path = join(import.meta.dirname, '../../../shared/conformance/spf/rfc7208-tests.yml');
const absent = existsSync(path) ? false : `the suite is not there: ${path}`;

function scenarios(): readonly Scenario[] {
  return absent === false
    ? parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Scenario)
    : [];
}

describe('check_host() gives a result that the RFC 7208 test suite permits', { skip: absent }, () => {
  const all = scenarios();
  it('and the suite is all there', () => {
    assert.equal(all.length, 16);
    assert.equal(all.flatMap((scenario) => Object.keys(scenario.tests)).length, 203);
  });
  for (const scenario of all) {
    describe(scenario.description, () => {
      const resolver = tableResolver(scenario.zonedata);
      for (const [name, test] of Object.entries(scenario.tests)) {
        it(name, () => {
          const verdict = checkHost({ ip: test.host, sender: test.mailfrom, helo: test.helo }, resolver, {
            explanation: 'DEFAULT',
          });
          assert.ok(
            [test.result].flat().includes(verdict.result),
            `${verdict.result} where ${String(test.result)} is permitted; ${verdict.problem?.message ?? ''}`,
          );
          if (test.explanation !== undefined) assert.equal(verdict.explanation, test.explanation);
        });
      }
    });
  }
});
