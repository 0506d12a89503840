import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileAccess } from '../../../server/src/workspace/file-access.ts';
import { PatientFiles } from '../../../server/src/workspace/patient-files.ts';

/** Files of which some answer when they are told to, and a clock that stands still until it is told. */
class Slow implements FileAccess {
  readonly asked: string[] = [];
  readonly late: string[] = [];
  private readonly waiting = new Map<string, (bytes: Uint8Array) => void>();
  private timers: (() => void)[] = [];
  readonly files = new PatientFiles(this, {
    limit: 1,
    after: (_, work) => {
      this.timers.push(work);
      return () => {
        this.timers = this.timers.filter((timer) => timer !== work);
      };
    },
    late: (uri) => {
      this.late.push(uri);
    },
  });

  async list(): Promise<readonly string[]> {
    return [];
  }

  read(uri: string): Promise<Uint8Array> {
    this.asked.push(uri);
    return uri.includes('/hung')
      ? new Promise((resolve) => this.waiting.set(uri, resolve))
      : Promise.resolve(Uint8Array.of(1));
  }

  timeout(): void {
    for (const timer of this.timers.splice(0)) timer();
  }
  answer(uri: string): void {
    this.waiting.get(uri)?.(Uint8Array.of(2));
  }
  get ticking(): number {
    return this.timers.length;
  }
}

const read = (slow: Slow, uri: string): ReturnType<FileAccess['read']> => slow.files.read(uri, 100, []);

describe('files of which some never answer', () => {
  it('are given up, and the rest of their folder at once', async () => {
    const slow = new Slow(),
      first = read(slow, 'file:///hung/a');
    slow.timeout();
    assert.equal(await first, 'unanswered');
    assert.equal(await read(slow, 'file:///hung/b'), 'unanswered');
    assert.deepEqual(slow.asked, ['file:///hung/a']);
    assert.deepEqual(await read(slow, 'file:///good/a'), Uint8Array.of(1));
  });

  it('are asked again when they answer after all', async () => {
    const slow = new Slow(),
      first = read(slow, 'file:///hung/a');
    slow.timeout();
    await first;
    slow.answer('file:///hung/a');
    await new Promise(setImmediate);
    assert.deepEqual(slow.late, ['file:///hung/a']);
    const again = read(slow, 'file:///hung/a');
    slow.answer('file:///hung/a');
    assert.deepEqual(await again, Uint8Array.of(2));
  });

  it('leave room for folders that have answered', async () => {
    const slow = new Slow();
    await read(slow, 'file:///good/a');
    for (const k of [1, 2, 3]) {
      const given = read(slow, `file:///hung${k}/a`);
      slow.timeout();
      assert.equal(await given, 'unanswered');
    }
    assert.equal(await read(slow, 'file:///new/a'), 'unanswered');
    assert.deepEqual(await read(slow, 'file:///good/b'), Uint8Array.of(1));
  });

  it('leave no timer behind', async () => {
    const slow = new Slow();
    await read(slow, 'file:///good/a');
    await new Promise(setImmediate);
    assert.equal(slow.ticking, 0);
  });
});
