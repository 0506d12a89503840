import { getAsset } from 'node:sea';
import { Worker } from 'node:worker_threads';

// What cli/process/parts.ts is, for the executable that is one file. It reads nothing from the disk but what it's asked to check.

/** The build puts the version in here. */
declare const ZONEWRIGHT_VERSION: string;

/** Starts another thread of this program, whose text the executable carries. */
export const startThread = (workerData: unknown): Worker =>
  new Worker(getAsset('program', 'utf8'), { eval: true, workerData });

export async function startLanguageServer(): Promise<void> {
  await import('./main-node.ts');
}

export const version = (): string => ZONEWRIGHT_VERSION;
