import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAgreement, bind, compareVersions, findsOnlyLater } from './oracle.ts';

describe('the version of an oracle', () => {
  it('is later with a later patch of Debian or a later release', () => {
    for (const [earlier, later] of [
      ['9.18.49-1~deb12u1-Debian', '9.18.49-1~deb12u2-Debian'],
      ['9.18.9', '9.18.49-1~deb12u1'],
      ['9.18.49-1~deb12u3-Debian', '9.20.11-1-Debian'],
      ['9.18.39-0ubuntu0.24.04.1-Ubuntu', '9.18.49'],
    ] as const) {
      assert.ok(compareVersions(earlier, later) < 0, `${earlier} < ${later}`);
      assert.ok(compareVersions(later, earlier) > 0, `${later} > ${earlier}`);
      assert.equal(compareVersions(later, later), 0);
    }
  });

  it('tells whether it refuses a signature over fewer labels than its signer has', () => {
    const { since } = bind;
    assert.equal(findsOnlyLater({ since, version: '9.18.49-1~deb12u1-Debian' }, 'rrsig/labels'), true);
    assert.equal(findsOnlyLater({ since, version: '9.18.49-1~deb12u3-Debian' }, 'rrsig/labels'), false);
    assert.equal(findsOnlyLater({ since, version: '9.18.49-1~deb12u1-Debian' }, 'mx/no-address'), false);
  });
});

describe('what differs from an oracle', () => {
  const agreement = (version: string, differences: readonly string[]): string[] => {
    const skipped: string[] = [];
    assertAgreement(
      { skip: (reason = '') => void skipped.push(reason) },
      { name: 'the oracle', version, compared: ['1.0-'] },
      differences,
    );
    return skipped;
  };

  it('fails the test under a version that was compared', () => {
    assert.deepEqual(agreement('1.0-1', []), []);
    assert.throws(() => agreement('1.0-1', ['a zone']), /1 differences from the oracle 1\.0-1:\na zone/);
  });

  it('is said, and the test left out, under one that was not', () => {
    assert.deepEqual(agreement('1.1', []), []);
    assert.match(
      agreement('1.1', ['a zone'])[0] ?? '',
      /^1 differences from the oracle 1\.1, with which .* not .*compared \(but with 1\.0-\):\na zone$/,
    );
  });
});
