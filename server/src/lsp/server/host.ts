import type { VerifySignature } from '../../findings/lint-settings.ts';
import type { FileAccess } from '../../workspace/file-access.ts';
import type { After } from '../../workspace/patient-files.ts';

/** What the language server needs of the place where it runs. */
export interface ServerHost {
  /** Runs `work` when the messages that have come by now are read. */
  nextTurn(work: () => void): void;
  /** The host's timers. */
  readonly after: After;
  /** Access to the files of `file:` folders; undefined where only the editor has any. */
  readonly files: FileAccess | undefined;
  /** Verifies signatures of DNSSEC. */
  readonly verify: VerifySignature;
}
